import { Button, VisuallyHidden, type ButtonProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { rowsToImport } from './row-filter.ts';
import { useBatchWords } from './use-batch-words.ts';

type UndoImportButtonProps = { batch: ImportBatch; size?: ButtonProps['size']; /** In a table: one word, the consequence in its hint. */ isShort?: boolean };

/** Takes a whole batch back while that is possible; says the consequence, not the mechanism (look.md 6). */
export function UndoImportButton({ batch, size = 'sm', isShort = false }: UndoImportButtonProps) {
  const { formatMessage, formatDate } = useIntl();
  const words = useBatchWords(batch);
  const [isAsking, setAsking] = useState(false);
  const [now] = useState(Date.now); // main asks the clock again when it is done
  const undo = useMutation({
    ...api.imports.undoBatch(),
    onSuccess: ({ undone, kept, reasons }) => void notifications.show({ message: [formatMessage({ id: 'imports.undo.done' }, { undone, kept }), ...reasons.map(({ code, params }) => formatMessage({ id: messageId(`imports.kept.${code}`) }, params))].join(' '), autoClose: reasons.length === 0 }),
  });
  if (batch.status !== 'committed' || batch.undoableUntil === null || Date.parse(batch.undoableUntil) < now) return null;
  const count = rowsToImport(batch);
  const values = { rows: words.rows(count) };
  const until = formatMessage({ id: 'imports.undo.until' }, { day: formatDate(batch.undoableUntil, { month: 'long', day: 'numeric' }) });
  return (
    <>
      <Button variant="default" size={size} loading={undo.isPending} onClick={() => setAsking(true)} title={until}>
        {isShort ? (
          <>
            <FormattedMessage id="imports.undo.short" />
            <VisuallyHidden>{batch.fileName}</VisuallyHidden>
          </>
        ) : (
          <FormattedMessage id="imports.undo" values={values} />
        )}
      </Button>
      {isAsking && <ConfirmDialog
        opened
        title={formatMessage({ id: 'imports.undo.title' })}
        consequence={formatMessage({ id: 'imports.undo.consequence' }, values)}
        confirmLabel={formatMessage({ id: 'imports.undo.action' })}
        danger
        typedCount={count}
        onConfirm={() => {
          setAsking(false);
          undo.mutate({ batchId: batch.id });
        }}
        onClose={() => setAsking(false)}
      />}
    </>
  );
}
