import { Button, type ButtonProps } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ConfirmDialog } from '#renderer/components/ConfirmDialog.tsx';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { rowsToImport } from './row-filter.ts';

type UndoImportButtonProps = { batch: ImportBatch; size?: ButtonProps['size']; onUndone?: (result: { undone: number; kept: number }) => void };

/** Takes a whole batch back while that is possible; says the consequence, not the mechanism (look.md 6). */
export function UndoImportButton({ batch, size = 'sm', onUndone }: UndoImportButtonProps) {
  const { formatMessage, formatDate } = useIntl();
  const [isAsking, setAsking] = useState(false);
  const undo = useMutation({ ...api.imports.undoBatch(), onSuccess: (result) => onUndone?.(result) });
  if (batch.status !== 'committed' || batch.undoableUntil === null || Date.parse(batch.undoableUntil) < Date.now()) return null;
  const values = { count: rowsToImport(batch), profile: batch.profile };
  return (
    <>
      <Button variant="default" size={size} loading={undo.isPending} onClick={() => setAsking(true)} title={formatMessage({ id: 'imports.undo.until' }, { day: formatDate(batch.undoableUntil, { month: 'long', day: 'numeric' }) })}>
        <FormattedMessage id="imports.undo" values={values} />
      </Button>
      <ConfirmDialog
        opened={isAsking}
        title={formatMessage({ id: 'imports.undo.title' })}
        consequence={formatMessage({ id: 'imports.undo.consequence' }, values)}
        action={formatMessage({ id: 'imports.undo.action' })}
        onConfirm={() => {
          setAsking(false);
          undo.mutate({ batchId: batch.id });
        }}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
