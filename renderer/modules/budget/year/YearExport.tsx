import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { fileName } from '#renderer/components/file/file-name.ts';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { messageId } from '#renderer/i18n/messages.ts';

const FIELDS = {
  'budget.year': ['code', 'name', 'kind', 'sourceName', 'lastYear', 'norm', 'quantity', 'unit', 'asked', 'approved', 'basis'],
  'budget.settlement': ['code', 'name', 'kind', 'sourceName', 'approved', 'adjusted', 'carriedIn', 'budget', 'committed', 'spent', 'carriedOut', 'free', 'rate', 'basis'],
} as const;
export type YearList = keyof typeof FIELDS;

/** The year's table as a workbook in the order of columns offices use, its sum in the last line; with a reason, on record. */
export function YearExport({ list, year, onClose }: { readonly list: YearList; readonly year: number; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const [reason, setReason] = useState('');
  const write = useMutation(api.exports.exportList());
  const title = formatMessage({ id: messageId(`audit.entity.${list}`) });
  const columns = FIELDS[list].map((field) => ({ field, title: formatMessage({ id: messageId(`budget.sheet.${field}`) }) }));
  const isComplete = reason.trim().length >= 2;
  return (
    <Modal opened onClose={onClose} title={title} centered withCloseButton={false} transitionProps={{ duration: 100 }}>
      {write.data ? (
        <FileWritten path={write.data.path} words={formatMessage({ id: 'ledger.export-done' }, { rows: write.data.rows })}><Button variant="default" onClick={onClose}><FormattedMessage id="common.close" /></Button></FileWritten>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isComplete) write.mutate({ list, query: { year }, columns, reason: reason.trim(), suggestedName: fileName(communityName, `${year}${title}`) });
          }}
        >
          <Stack gap="sm">
            <Textarea data-autofocus required autosize minRows={2} maxLength={300} label={formatMessage({ id: 'ledger.export-reason' })} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
            <ErrorNote error={write.error} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
              <Button type="submit" loading={write.isPending} disabled={!isComplete}><FormattedMessage id="budget.export" /></Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
