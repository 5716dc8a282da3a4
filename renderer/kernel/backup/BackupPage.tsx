import { Button, Stack, Text, Title } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import type { Backup } from '#shared/kernel/backup/backup.contract.ts';
import { BackupsTable } from './BackupsTable.tsx';
import { BackupState } from './BackupState.tsx';
import { DrillState } from './DrillState.tsx';
import { RecoverySheetState } from './RecoverySheetState.tsx';
import { RestorePanel } from './RestorePanel.tsx';

/** What is kept for the worst day: how old it is, making one now, proving one, going back to one. */
export default function BackupPage() {
  const { formatMessage } = useIntl();
  const backups = useQuery({ ...api.backup.listBackups.read({}), staleTime: 0 }); // the daily one is made unasked
  const create = useLongTask(api.backup.createBackup);
  const showFolder = useMutation(api.backup.showInFolder());
  const mayRenew = useMay()('recovery.renew');
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const start = () => {
    if (!create.isRunning) create.run({});
  };
  useDeskCommand({ id: 'backup.create', title: 'backup.create', run: start });
  return (
    <Page
      title={formatMessage({ id: 'backup.title' })}
      actions={
        <>
          <Button variant="default" leftSection={<IconFolder size={16} aria-hidden />} onClick={() => showFolder.mutate({})}><FormattedMessage id="backup.folder" /></Button>
          <Button onClick={start} loading={create.isRunning}><FormattedMessage id="backup.create" /></Button>
        </>
      }
    >
      <Stack gap="md">
        <BackupState />
        <DrillState />
        {create.isRunning && <TaskProgress label={formatMessage({ id: 'backup.creating' })} step={create.step} />}
        <ErrorNote error={create.error} />
        <ErrorNote error={showFolder.error} />
        {mayRenew && <RecoverySheetState />}
        <div>
          <Title order={2} fz="md" mb={4}><FormattedMessage id="backup.list" /></Title>
          <Text size="sm" c="dimmed" mb="xs"><FormattedMessage id="backup.about" /></Text>
          <QueryState query={backups} empty={formatMessage({ id: 'backup.empty' })}>
            {(rows) => <BackupsTable backups={[...rows].sort((a, b) => b.createdAt.localeCompare(a.createdAt))} onRestore={setRestoring} />}
          </QueryState>
        </div>
      </Stack>
      {restoring && <RestorePanel key={restoring.name} backup={restoring} onClose={() => setRestoring(null)} />}
    </Page>
  );
}
