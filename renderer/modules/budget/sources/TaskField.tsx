import { Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { SourceDraft } from '#shared/modules/budget/sources/source.schema.ts';
import { taskPlace } from '../places.ts';
import { TaskMoney } from './TaskMoney.tsx';

type TaskFieldProps = { readonly record: RecordForm<SourceDraft>; readonly sourceId: string | null };

/** Which admitted task this money follows: picked from admission, or named in words where the task is not kept at this desk. */
export function TaskField({ record: { form }, sourceId }: TaskFieldProps) {
  const { formatMessage } = useIntl();
  const { data: tasks } = useQuery(api.budget.listSourceTasks({ sourceId }));
  const [taskId, setTaskId] = useState(form.getValues().taskId);
  const task = tasks?.find(({ id }) => id === taskId);
  const put = (next: string | null): void => {
    setTaskId(next);
    form.setFieldValue('taskId', next, { forceUpdate: false });
  };
  return (
    <Stack gap={6}>
      <Select
        label={formatMessage({ id: 'budget.field.taskId' })} description={formatMessage({ id: 'budget.source.task-hint' })} error={form.errors['taskId']} searchable clearable value={taskId} onChange={put} comboboxProps={{ transitionProps: { duration: 0 } }}
        nothingFoundMessage={formatMessage({ id: 'budget.source.task-none' })} data={(tasks ?? []).map(({ id, no, title, bodyName }) => ({ value: id, label: formatMessage({ id: 'budget.source.task-choice' }, { no, title, body: bodyName }) }))}
      />
      {task && <Text size="sm" component="div"><TaskMoney task={task} /> <PlaceLink to={taskPlace(task.id)} inherit>{formatMessage({ id: 'budget.source.task-open' })}</PlaceLink></Text>}
      {taskId === null && <TextInput label={formatMessage({ id: 'budget.field.taskName' })} maxLength={80} key={form.key('taskName')} {...form.getInputProps('taskName')} />}
    </Stack>
  );
}
