import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { DutyRow } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import { SheetSection } from '../register/SheetSection.tsx';
import { DutyDrawer } from './DutyDrawer.tsx';
import { HoursSection } from './HoursSection.tsx';

const AHEAD_DAYS = 14;
const HEADS = ['onDay', 'kind', 'name', 'phone', 'note'] as const;

/** Who is on duty for the next fortnight, and when the desk is open. */
export default function DutyPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('service-desk.edit');
  const today = localToday();
  const until = addDays(today, AHEAD_DAYS);
  const { data, error, refetch } = useQuery(api.grid.listDuty({ from: today, until }));
  const [open, setOpen] = useState<'new' | DutyRow | null>(null);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'desk-duty.add', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  const title = formatMessage({ id: 'desk-duty.title' });
  const cellsOf = ({ onDay, kind, name, phone, note }: DutyRow) => [onDay, formatMessage({ id: `desk-duty.kind.${kind}` }), name, phone, note];
  const columns = HEADS.map((field) => ({ title: formatMessage({ id: `desk-duty.field.${field}` }), width: field === 'note' ? 3 : 2 }));
  return (
    <Page
      title={title}
      actions={
        <>
          {data && <PrintButton paper={{ title: formatMessage({ id: 'desk-duty.list' }), entity: 'desk_duty', entityId: '', rows: data.length, asksReason: false, startsLandscape: false, isPublic: true, blocks: [{ kind: 'table', heading: '', columns, rows: data.map(cellsOf) }] }} />}
          {mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="desk-duty.add" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <SheetSection title="desk-duty.list">
          <ErrorNote error={error} onRetry={() => void refetch()} />
          {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="desk-duty.none" /></Text>}
          {data && data.length > 0 && <DutyTable duties={data} today={today} {...(mayEdit && { onEdit: setOpen })} />}
        </SheetSection>
        <HoursSection />
      </Stack>
      {open === 'new' && <DutyDrawer duty={null} onClosed={() => setOpen(null)} />}
      {open !== null && open !== 'new' && <DutyDrawer key={open.id} duty={open} onClosed={() => setOpen(null)} />}
    </Page>
  );
}

function DutyTable({ duties, today, onEdit }: { readonly duties: readonly DutyRow[]; readonly today: string; readonly onEdit?: (duty: DutyRow) => void }) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.grid.removeDuty());
  return (
    <Table.ScrollContainer minWidth={560}>
      <ErrorNote error={remove.error} />
      <Table aria-label={formatMessage({ id: 'desk-duty.list' })} verticalSpacing={6}>
        <Table.Thead><Table.Tr>{HEADS.map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `desk-duty.field.${field}` })}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
        <Table.Tbody>
          {duties.map((duty) => (
            <Table.Tr key={duty.id} {...(duty.onDay === today && { fw: 600 })}>
              <Table.Td><DayText day={duty.onDay} /></Table.Td>
              <Table.Td>{formatMessage({ id: `desk-duty.kind.${duty.kind}` })}</Table.Td>
              <Table.Td>{duty.name}</Table.Td>
              <Table.Td>{duty.phone}</Table.Td>
              <Table.Td>{duty.note}</Table.Td>
              <Table.Td>
                {onEdit && (
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    <Button size="compact-xs" variant="subtle" onClick={() => onEdit(duty)} aria-label={formatMessage({ id: 'desk-duty.edit-one' }, { name: duty.name, day: duty.onDay })}><FormattedMessage id="common.edit" /></Button>
                    <Button size="compact-xs" variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate({ id: duty.id, version: duty.version })} aria-label={formatMessage({ id: 'desk-duty.remove-one' }, { name: duty.name, day: duty.onDay })}><FormattedMessage id="service-desk.remove" /></Button>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
