import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { dayText, versionedShape } from '#shared/contract/list.ts';
import type { AppointmentFilter, AppointmentRow } from '#shared/modules/staff/posts/post.schema.ts';
import { ActDialog } from '../ActDialog.tsx';
import { memberPlace } from '../places.ts';
import { useFieldLabels } from '../StaffFields.tsx';
import { HandoverDrawer } from './HandoverDrawer.tsx';

type AppointmentTableProps = { readonly filter: Partial<AppointmentFilter>; /** Which side is told: the post of a person, or the person in a post. */ readonly shows: 'post' | 'person' };
const NEWEST = { field: 'fromOn', direction: 'desc' } as const;
const endSchema = z.strictObject({ ...versionedShape, untilOn: dayText, reason: z.string().trim().min(2).max(200) });

/** Dated service, the newest first, with its hand-over sheets. */
export function AppointmentTable({ filter, shows }: AppointmentTableProps) {
  const mayEdit = useMay()('posts.edit');
  const { data, error, refetch } = useQuery(api.staff.listAppointments({ filter, sort: NEWEST, limit: 200 }));
  const [open, setOpen] = useState<{ readonly act: 'end' | 'handover'; readonly row: AppointmentRow } | null>(null);
  const labelOf = useFieldLabels('appointment');
  if (data?.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="appointment.none" /></Text>;
  return (
    <>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing={6}>
          <Table.Thead><Table.Tr>{[shows === 'post' ? 'postName' : 'personName', 'gridName', 'fromOn', 'untilOn', 'reason'].map((field) => <Table.Th key={field} scope="col">{labelOf(field)}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
          <Table.Tbody>{(data ?? []).map((row) => <AppointmentLine key={row.id} row={row} shows={shows} mayEdit={mayEdit} onAct={(act) => setOpen({ act, row })} />)}</Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {open?.act === 'end' && <EndDialog row={open.row} onClose={() => setOpen(null)} />}
      {open?.act === 'handover' && <HandoverDrawer appointmentId={open.row.id} onClosed={() => setOpen(null)} />}
    </>
  );
}

type LineProps = { readonly row: AppointmentRow; readonly shows: 'post' | 'person'; readonly mayEdit: boolean; readonly onAct: (act: 'end' | 'handover') => void };

function AppointmentLine({ row, shows, mayEdit, onAct }: LineProps) {
  const placeOf = useCodes('grid-team').labelOf;
  const isOver = row.untilOn !== null && row.untilOn <= localToday();
  return (
    <Table.Tr {...(isOver && { c: 'dimmed' })}>
      <Table.Td>
        {shows === 'person' && (row.memberId === null ? row.personName : <PlaceLink to={memberPlace(row.memberId)} inherit>{row.personName}</PlaceLink>)}
        {shows === 'post' && (row.place === '' ? row.postName || '—' : placeOf(row.place))}
        {row.isResponsible && !isOver && <Badge ml={6} size="sm" variant="light"><FormattedMessage id="appointment.responsible" /></Badge>}
      </Table.Td>
      <Table.Td>{row.gridName}</Table.Td>
      <Table.Td><DayText day={row.fromOn} /></Table.Td>
      <Table.Td>{row.untilOn === null ? <FormattedMessage id="appointment.running" /> : <DayText day={row.untilOn} />}</Table.Td>
      <Table.Td>{[row.reason, row.endReason].filter(Boolean).join('；')}</Table.Td>
      <Table.Td>
        {mayEdit && row.place === '' && (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Button size="compact-xs" variant="subtle" onClick={() => onAct('handover')}><FormattedMessage id={row.hasHandover ? 'appointment.handover' : 'appointment.handover-new'} /></Button>
            {row.untilOn === null && <Button size="compact-xs" variant="subtle" color="red" onClick={() => onAct('end')}><FormattedMessage id="appointment.end" /></Button>}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function EndDialog({ row, onClose }: { readonly row: AppointmentRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('appointment');
  return (
    <ActDialog
      title={formatMessage({ id: 'appointment.end-title' }, { name: row.personName, post: row.postName })}
      consequence={formatMessage({ id: row.isResponsible ? 'appointment.end-grid' : 'appointment.end-consequence' })}
      confirmLabel={formatMessage({ id: 'appointment.end' })}
      danger
      initialValues={{ untilOn: localToday() as string | null, reason: '' }}
      fields={[{ kind: 'day', name: 'untilOn', required: true }, { kind: 'area', name: 'reason', required: true, max: 200 }]}
      labelOf={labelOf}
      inputOf={({ untilOn, reason }) => ({ id: row.id, version: row.version, untilOn: untilOn ?? '', reason })}
      schema={endSchema}
      act={api.staff.endAppointment()}
      onClose={onClose}
    />
  );
}
