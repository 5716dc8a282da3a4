import { Alert, Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconClockExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { useNow } from '#renderer/components/time/use-now.ts';
import { isDrillStale } from './drill-age.ts';

/** Whether a backup could really be opened, tried at a place of its own with one press. */
export function DrillState() {
  const { formatMessage } = useIntl();
  const status = useQuery(api.backup.getStatus.read({}));
  const now = useNow();
  const drill = useLongTask(api.backup.drillRestore);
  const start = () => {
    if (!drill.isRunning) drill.run({});
  };
  useDeskCommand({ id: 'backup.drill', title: 'backup.drill', run: start });
  if (!status.data) return null;
  const { lastDrillAt } = status.data;
  const isStale = isDrillStale(lastDrillAt, now);
  const Icon = isStale ? IconClockExclamation : IconCircleCheck;
  return (
    <Alert variant="light" color={isStale ? 'yellow' : 'green'} role="status" icon={<Icon size={20} aria-hidden />} title={formatMessage({ id: lastDrillAt === null ? 'backup.drill.never' : isStale ? 'backup.drill.stale' : 'backup.drill.good' })}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex={1} miw={220} c="var(--mantine-color-text)">
          {lastDrillAt !== null && <><FormattedMessage id="backup.drill.last" values={{ time: <InstantText at={lastDrillAt} /> }} /> </>}
          <FormattedMessage id="backup.drill.about" />
        </Text>
        {drill.isRunning ? <TaskProgress label={formatMessage({ id: 'backup.drill.running' })} step={drill.step} /> : <Button size="xs" variant="default" onClick={start}><FormattedMessage id="backup.drill" /></Button>}
      </Group>
      <ErrorNote error={drill.error} />
    </Alert>
  );
}
