import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import { exportRequestSchema } from '#shared/kernel/exports/exports.contract.ts';
import { fileName } from '#renderer/components/file/file-name.ts';
import type { LedgerExportSpec, LedgerRecord } from './ledger-list.ts';
import type { Ledger } from './use-ledger.ts';

type Written = { readonly path: string; readonly rows: number };

type LedgerExportFormProps<Row extends LedgerRecord, F extends object, S extends string> = {
  readonly ledger: Ledger<Row, F, S>;
  readonly spec: LedgerExportSpec<F, S>;
  readonly onRunning: (isRunning: boolean) => void;
  readonly onClose: () => void;
};

/** Says what will leave the desk, asks why, writes it with progress, then opens what was written. */
export function LedgerExportForm<Row extends LedgerRecord, F extends object, S extends string>({ ledger, spec, onRunning, onClose }: LedgerExportFormProps<Row, F, S>) {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const task = useLongTask(api.exports.exportList);
  const [reason, setReason] = useState('');
  const [written, setWritten] = useState<Written | null>(null);
  const { isRunning } = task;
  useEffect(() => onRunning(isRunning), [onRunning, isRunning]);

  const columns = ledger.placed.map(({ column }) => ({ field: column.id, title: column.title }));
  const checked = exportRequestSchema.shape.reason.safeParse(reason);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!checked.success) return;
    // only what a file of words can hold: conditions that are not set are left out
    const query = exportRequestSchema.shape.query.parse(JSON.parse(JSON.stringify(spec.query(ledger.place.filter, ledger.sort))));
    task.run({ list: spec.list, query, columns, reason: checked.data, suggestedName: fileName(communityName, ledger.props.label) }, { onSuccess: setWritten });
  };

  const canTryAgain = task.error !== null && task.error.failure.code !== 'task/cancelled';
  if (written) {
    return (
      <FileWritten path={written.path} words={formatMessage({ id: 'ledger.export-done' }, { rows: written.rows })}>
        <Button variant="default" onClick={onClose}><FormattedMessage id="common.close" /></Button>
      </FileWritten>
    );
  }
  if (isRunning) return <TaskProgress label={formatMessage({ id: 'ledger.export-running' })} step={task.step} onCancel={task.cancel} />;
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm"><FormattedMessage id="ledger.export-what" values={{ count: ledger.count, columns: columns.length }} /></Text>
        <Text size="xs" c="dimmed"><FormattedMessage id="ledger.export-columns" values={{ columns: columns.map(({ title }) => title).join(' · ') }} /></Text>
        <Textarea
          data-autofocus
          required
          autosize
          minRows={2}
          maxRows={5}
          maxLength={300}
          label={formatMessage({ id: 'ledger.export-reason' })}
          description={formatMessage({ id: 'ledger.export-reason-hint' })}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorNote error={task.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
          <Button type="submit" disabled={!checked.success}>{canTryAgain ? <FormattedMessage id="ledger.export-again" /> : <FormattedMessage id="ledger.export-run" values={{ count: ledger.count }} />}</Button>
        </Group>
      </Stack>
    </form>
  );
}
