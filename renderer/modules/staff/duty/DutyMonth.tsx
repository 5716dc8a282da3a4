import { Popover, Select, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { DutyDay } from '#shared/modules/staff/duty/duty.schema.ts';
import { daysOfMonth } from '#shared/modules/staff/duty/roster.rules.ts';
import classes from '../staff.module.css';

type Person = { readonly id: string; readonly name: string };
type DutyMonthProps = { readonly month: string; readonly days: readonly DutyDay[]; readonly people: readonly Person[]; readonly uncovered: readonly string[]; readonly onChange?: (day: DutyDay) => void };

const WEEK = 7;
/** Monday is the first day. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + WEEK - 1) % WEEK;

/** The month as weeks; an empty day is a word. */
export function DutyMonth({ month, days, people, uncovered, onChange }: DutyMonthProps) {
  const { formatMessage } = useIntl();
  const all = daysOfMonth(month);
  const lead = Array.from({ length: weekdayOf(`${month}-01`) }, () => null);
  const cells: (string | null)[] = [...lead, ...all];
  const weeks = Array.from({ length: Math.ceil(cells.length / WEEK) }, (_, at) => Array.from({ length: WEEK }, (_day, index) => cells[at * WEEK + index] ?? null));
  return (
    <div className={classes['month']} tabIndex={0} role="region" aria-label={formatMessage({ id: 'duty.title' })}>
      <table>
        <thead><tr>{Array.from({ length: WEEK }, (_, at) => <th key={at} scope="col"><FormattedDate value={`2024-01-0${at + 1}T00:00:00Z`} timeZone="UTC" weekday="short" /></th>)}</tr></thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((on, at) => (on === null ? <td key={at} /> : <DayCell key={on} on={on} day={days.find((one) => one.on === on)} people={people} isGap={uncovered.includes(on)} {...(onChange && { onChange })} />))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type DayCellProps = { readonly on: string; readonly day: DutyDay | undefined; readonly people: readonly Person[]; readonly isGap: boolean; readonly onChange?: (day: DutyDay) => void };

function DayCell({ on, day, people, isGap, onChange }: DayCellProps) {
  const [isOpen, setOpen] = useState(false);
  const nameOf = (id: string): string => people.find((one) => one.id === id)?.name ?? '';
  const content = (
    <>
      <Text size="xs" c="dimmed">{Number(on.slice(8))}</Text>
      {day ? <><Text size="sm" fw={600}>{nameOf(day.memberId)}</Text><Text size="xs"><FormattedMessage id="duty.behind" values={{ name: nameOf(day.backupId) }} /></Text></> : <Text size="sm" fw={600}><FormattedMessage id="duty.nobody" /></Text>}
    </>
  );
  return (
    <td data-gap={!day || isGap || undefined} data-today={on === localToday() || undefined}>
      {onChange ? (
        <Popover opened={isOpen} onChange={setOpen} width={240} withArrow shadow="sm" trapFocus returnFocus transitionProps={{ duration: 0 }}>
          <Popover.Target><UnstyledButton w="100%" onClick={() => setOpen(!isOpen)}>{content}</UnstyledButton></Popover.Target>
          <Popover.Dropdown><DayEditor on={on} day={day} people={people} onChange={(next) => { onChange(next); setOpen(false); }} /></Popover.Dropdown>
        </Popover>
      ) : content}
    </td>
  );
}

type DayEditorProps = { readonly on: string; readonly day: DutyDay | undefined; readonly people: readonly Person[]; readonly onChange: (day: DutyDay) => void };

/** Two different people for a day; it is taken as soon as both are named. */
function DayEditor({ on, day, people, onChange }: DayEditorProps) {
  const { formatMessage } = useIntl();
  const [memberId, setMemberId] = useState<string | null>(day?.memberId ?? null);
  const [backupId, setBackupId] = useState<string | null>(day?.backupId ?? null);
  const take = (member: string | null, backup: string | null) => {
    setMemberId(member);
    setBackupId(backup);
    if (member !== null && backup !== null && member !== backup && (member !== day?.memberId || backup !== day.backupId)) onChange({ on, memberId: member, backupId: backup, note: day?.note ?? '' });
  };
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  const isSame = memberId !== null && memberId === backupId;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>{on}</Text>
      <Select label={formatMessage({ id: 'duty.person' })} data={options} value={memberId} searchable comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} onChange={(id) => take(id, backupId)} data-autofocus />
      <Select label={formatMessage({ id: 'duty.backup' })} data={options} value={backupId} searchable comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }} onChange={(id) => take(memberId, id)} {...(isSame && { error: formatMessage({ id: 'duty.same' }) })} />
    </Stack>
  );
}
