import { ActionIcon, Button, Group, Input, NumberInput, Stack, TextInput } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { PlanTask } from '#shared/modules/grid/emergency/emergency.schema.ts';

type TasksFieldProps = { readonly label: string; readonly initial: readonly PlanTask[]; readonly error?: ReactNode; readonly onChange: (tasks: PlanTask[]) => void };
type Row = PlanTask & { readonly key: number };

/** The check-list of a plan: a line a step, in the order in which they are done, each with its minutes if it has any. */
export function TasksField({ label, initial, error, onChange }: TasksFieldProps) {
  const { formatMessage } = useIntl();
  const [rows, setRows] = useState<readonly Row[]>(() => (initial.length > 0 ? initial : [{ text: '', withinMinutes: null }]).map((task, key) => ({ ...task, key })));
  const [next, setNext] = useState(rows.length);
  const change = (changed: readonly Row[]) => {
    setRows(changed);
    onChange(changed.filter(({ text }) => text.trim() !== '').map(({ text, withinMinutes }) => ({ text, withinMinutes })));
  };
  const put = (key: number, values: Partial<PlanTask>) => change(rows.map((row) => (row.key === key ? { ...row, ...values } : row)));
  const raise = (at: number) => change(rows.map((row, place) => (place === at - 1 ? (rows[at] ?? row) : place === at ? (rows[at - 1] ?? row) : row)));
  return (
    <Input.Wrapper label={label} required error={error} labelElement="div">
      <Stack gap={6} mt={4}>
        {rows.map((row, at) => (
          <Group key={row.key} gap={6} wrap="nowrap">
            <TextInput style={{ flex: 1 }} aria-label={formatMessage({ id: 'emergency.task-line' }, { place: at + 1 })} maxLength={200} value={row.text} onChange={(event) => put(row.key, { text: event.currentTarget.value })} />
            <NumberInput w={120} aria-label={formatMessage({ id: 'emergency.task-minutes' }, { place: at + 1 })} placeholder={formatMessage({ id: 'emergency.minutes' })} min={1} max={10_080} allowDecimal={false} value={row.withinMinutes ?? ''} onChange={(value) => put(row.key, { withinMinutes: typeof value === 'number' ? value : null })} />
            <ActionIcon variant="subtle" color="gray" disabled={at === 0} aria-label={formatMessage({ id: 'emergency.task-up' }, { place: at + 1 })} onClick={() => raise(at)}><IconArrowUp size={16} aria-hidden /></ActionIcon>
            <ActionIcon variant="subtle" color="red" disabled={rows.length === 1} aria-label={formatMessage({ id: 'emergency.task-remove' }, { place: at + 1 })} onClick={() => change(rows.filter(({ key }) => key !== row.key))}><IconTrash size={16} aria-hidden /></ActionIcon>
          </Group>
        ))}
        <Button
          size="compact-xs"
          variant="default"
          style={{ alignSelf: 'start' }}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            change([...rows, { text: '', withinMinutes: null, key: next }]);
            setNext(next + 1);
          }}
        >
          <FormattedMessage id="emergency.task-add" />
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
