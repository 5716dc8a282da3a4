import { Button, Checkbox, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { DeskHours, OpenPeriod } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** A desk opens in the morning and in the afternoon; one that never closes at noon fills the first only. */
const HALVES = [0, 1] as const;
type Typed = Readonly<Record<string, string>>;
type Edge = 'opens' | 'closes';

const keyOf = (weekday: number, half: number, edge: Edge): string => `${weekday}/${half}/${edge}`;

function typedOf(periods: readonly OpenPeriod[]): Typed {
  return Object.fromEntries(WEEKDAYS.flatMap((weekday) => periods.filter((period) => period.weekday === weekday).slice(0, HALVES.length).flatMap((period, half) => [[keyOf(weekday, half, 'opens'), period.opens], [keyOf(weekday, half, 'closes'), period.closes]])));
}
const periodsOf = (typed: Typed): OpenPeriod[] =>
  WEEKDAYS.flatMap((weekday) => HALVES.flatMap((half) => {
    const [opens = '', closes = ''] = [typed[keyOf(weekday, half, 'opens')], typed[keyOf(weekday, half, 'closes')]];
    return opens === '' && closes === '' ? [] : [{ weekday, opens, closes }];
  }));

/** When the desk is open, day by day. */
export function HoursSection() {
  const { data, error, refetch } = useQuery(api.grid.getDeskHours({}));
  return <SheetSection title="desk-hours.list">{data ? <Hours key={data.version} hours={data} /> : <ErrorNote error={error} onRetry={() => void refetch()} />}</SheetSection>;
}

function Hours({ hours }: { readonly hours: DeskHours }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('service-desk.edit');
  const [typed, setTyped] = useState(() => typedOf(hours.periods));
  const [isOpenOnHolidays, setOpenOnHolidays] = useState(hours.isOpenOnHolidays);
  const [note, setNote] = useState(hours.note);
  const save = useMutation(api.grid.saveDeskHours());
  const time = (weekday: number, half: number, edge: Edge) => {
    const key = keyOf(weekday, half, edge);
    const label = formatMessage({ id: `desk-hours.${edge}` }, { day: formatMessage({ id: `desk-hours.weekday.${weekday as 1}` }), half: half + 1 });
    return <TextInput type="time" size="xs" w={110} aria-label={label} readOnly={!mayEdit} value={typed[key] ?? ''} onChange={(event) => setTyped({ ...typed, [key]: event.currentTarget.value.slice(0, 5) })} />;
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Table.ScrollContainer minWidth={520}>
        <Table aria-label={formatMessage({ id: 'desk-hours.list' })} verticalSpacing={4} w="auto">
          <Table.Thead><Table.Tr><Table.Th scope="col">{formatMessage({ id: 'desk-hours.weekday' })}</Table.Th><Table.Th scope="col">{formatMessage({ id: 'desk-hours.morning' })}</Table.Th><Table.Th scope="col">{formatMessage({ id: 'desk-hours.afternoon' })}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {WEEKDAYS.map((weekday) => (
              <Table.Tr key={weekday}>
                <Table.Th scope="row" fw={400}>{formatMessage({ id: `desk-hours.weekday.${weekday}` })}</Table.Th>
                {HALVES.map((half) => <Table.Td key={half}><Group gap={4} wrap="nowrap">{time(weekday, half, 'opens')}<span aria-hidden>–</span>{time(weekday, half, 'closes')}</Group></Table.Td>)}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {hours.version === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="desk-hours.none" /></Text>}
      <Checkbox size="sm" label={formatMessage({ id: 'desk-hours.open-on-holidays' })} disabled={!mayEdit} checked={isOpenOnHolidays} onChange={(event) => setOpenOnHolidays(event.currentTarget.checked)} />
      <TextInput w={420} maw="100%" label={formatMessage({ id: 'desk-hours.note' })} readOnly={!mayEdit} maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <ErrorNote error={save.error} />
      {mayEdit && <Button size="xs" variant="default" leftSection={<IconDeviceFloppy size={16} aria-hidden />} loading={save.isPending} onClick={() => save.mutate({ version: hours.version, periods: periodsOf(typed), isOpenOnHolidays, note: note.trim() })}><FormattedMessage id="desk-hours.save" /></Button>}
    </Stack>
  );
}
