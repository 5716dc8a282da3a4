import { Button, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay, useSession } from '#renderer/app/session.ts';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { fileName } from '#renderer/components/file/file-name.ts';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';

type ExportButtonProps = {
  /** Key of one of main's exports. */
  readonly list: string;
  readonly label: string;
  readonly query: Readonly<Record<string, string | null>>;
  readonly columns: readonly { readonly field: string; readonly title: string }[];
};

/** Rows that stand in no list of their own, as a workbook: with a reason, on record, masked like everything. */
export function ExportButton({ list, label, query, columns }: ExportButtonProps) {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const task = useLongTask(api.exports.exportList);
  const [isAsking, setAsking] = useState(false);
  const [written, setWritten] = useState<{ readonly path: string; readonly rows: number } | null>(null);
  if (!useMay()('exports.run')) return null;
  const run = (reason: string) =>
    task.run({ list, query: { ...query }, columns: [...columns], reason, suggestedName: fileName(communityName, label) }, {
      onSuccess: (answer) => {
        setAsking(false);
        setWritten(answer);
      },
    });
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => setAsking(true)}>{label}</Button>
      {isAsking && (
        <ReasonDialog title={label} consequence={formatMessage({ id: 'ledger.export-reason-hint' })} confirmLabel={formatMessage({ id: 'ledger.export' })} pending={task.isRunning} error={task.error} onConfirm={run} onClose={() => setAsking(false)}>
          {task.isRunning && <TaskProgress label={formatMessage({ id: 'ledger.export-running' })} step={task.step} onCancel={task.cancel} />}
        </ReasonDialog>
      )}
      <Modal opened={written !== null} onClose={() => setWritten(null)} title={label} centered closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }} transitionProps={{ duration: 100 }}>
        {written && <FileWritten path={written.path} words={formatMessage({ id: 'ledger.export-done' }, { rows: written.rows })}><Button variant="default" onClick={() => setWritten(null)}><FormattedMessage id="common.close" /></Button></FileWritten>}
      </Modal>
    </>
  );
}
