import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { EmergencySheet } from '#shared/modules/grid/emergency/emergency.schema.ts';
import { ReportState } from './ReportState.tsx';

/** The steps of the plan, ticked one by one; each says when it was due and who did it when. */
export function CheckList({ sheet, mayRun }: { readonly sheet: EmergencySheet; readonly mayRun: boolean }) {
  const { formatMessage } = useIntl();
  const tick = useMutation(api.grid.tickEmergencyTask());
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">{formatMessage({ id: 'emergency.done-of' }, { done: sheet.tasksDone, tasks: sheet.tasks })}</Text>
      <ErrorNote error={tick.error} />
      {sheet.taskList.map((task) => (
        <Group key={task.id} gap="sm" wrap="nowrap" justify="space-between" align="flex-start">
          <Checkbox
            size="sm"
            label={task.text}
            description={task.doneAt === null ? undefined : <>{task.doneBy} <InstantText at={task.doneAt} /></>}
            disabled={!mayRun || tick.isPending}
            checked={task.doneAt !== null}
            onChange={(event) => tick.mutate({ id: task.id, version: task.version, isDone: event.currentTarget.checked })}
          />
          {task.dueAt !== null && <Text size="sm" component="span"><ReportState startedAt={sheet.startedAt} dueAt={task.dueAt} doneAt={task.doneAt} endedAt={sheet.endedAt} /></Text>}
        </Group>
      ))}
    </Stack>
  );
}
