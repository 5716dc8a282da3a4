import { Button, Group, NumberInput, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { JobSheet, Shift } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { volunteerPlace } from '../places.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { Dialog } from '../typed/Dialog.tsx';
import { useFigures } from '../typed/use-figures.ts';
import { VolunteersSelect } from './VolunteerSelects.tsx';

const MINUTES_IN_HOUR = 60;
const HEADS = ['who', 'state', 'hours', 'recorded-by', 'confirmed-by'] as const;

/** Who signed up and came; hours count once a second person confirmed them. */
export function ShiftsSection({ job, mayEdit }: { readonly job: JobSheet; readonly mayEdit: boolean }) {
  const { formatMessage } = useIntl();
  const [isSigning, setSigning] = useState(false);
  const confirm = useMutation(api.grid.confirmHours());
  const ready = job.shifts.filter(({ state, isOwnRecord }) => state === 'attended' && !isOwnRecord);
  const isOwn = job.shifts.some(({ state, isOwnRecord }) => state === 'attended' && isOwnRecord);
  return (
    <SheetSection title="jobs.section.shifts">
      {job.shifts.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="jobs.nobody" /></Text>}
      {job.shifts.length > 0 && (
        <Table aria-label={formatMessage({ id: 'jobs.section.shifts' })} verticalSpacing={6}>
          <Table.Thead><Table.Tr>{HEADS.map((head) => <Table.Th key={head} scope="col">{formatMessage({ id: `jobs.${head}` })}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
          <Table.Tbody>{job.shifts.map((shift) => <ShiftLine key={`${shift.id} ${shift.version}`} shift={shift} job={job} mayEdit={mayEdit} />)}</Table.Tbody>
        </Table>
      )}
      <ErrorNote error={confirm.error} />
      {confirm.data && <Text size="sm" role="status"><FormattedMessage id="jobs.confirmed" values={{ count: confirm.data.confirmed, points: confirm.data.points }} /></Text>}
      {isOwn && <Text size="sm" c="dimmed"><FormattedMessage id="jobs.own-record" /></Text>}
      {mayEdit && (
        <Group gap="xs">
          {job.state === 'open' && <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setSigning(true)}><FormattedMessage id="jobs.sign-up" /></Button>}
          {ready.length > 0 && <Button size="xs" loading={confirm.isPending} onClick={() => confirm.mutate({ shifts: ready.map(({ id, version }) => ({ id, version })) })}><FormattedMessage id="jobs.confirm" values={{ count: ready.length }} /></Button>}
        </Group>
      )}
      {isSigning && <SignUpDialog job={job} onClose={() => setSigning(false)} />}
    </SheetSection>
  );
}

function ShiftLine({ shift, job, mayEdit }: { readonly shift: Shift; readonly job: JobSheet; readonly mayEdit: boolean }) {
  const { formatMessage } = useIntl();
  const { hours } = useFigures();
  const [typed, setTyped] = useState<number | string>((shift.state === 'signed' ? job.minutes : shift.minutes) / MINUTES_IN_HOUR);
  const record = useMutation(api.grid.recordAttendance());
  const isOpen = mayEdit && (shift.state === 'signed' || shift.state === 'attended' || shift.state === 'absent');
  const isHeld = job.heldOn <= localToday();
  const set = (state: 'attended' | 'absent' | 'cancelled') => record.mutate({ id: shift.id, version: shift.version, state, minutes: typeof typed === 'number' ? Math.round(typed * MINUTES_IN_HOUR) : 0 });
  return (
    <Table.Tr>
      <Table.Td><PlaceLink to={volunteerPlace(shift.volunteerId)} inherit>{shift.personName}</PlaceLink></Table.Td>
      <Table.Td>{formatMessage({ id: `shift.state.${shift.state}` })}</Table.Td>
      <Table.Td>{isOpen && isHeld ? <NumberInput size="xs" w={90} min={0} max={24} decimalScale={2} aria-label={formatMessage({ id: 'jobs.hours' })} value={typed} onChange={setTyped} /> : shift.minutes > 0 && hours(shift.minutes)}</Table.Td>
      <Table.Td>{shift.recordedBy}</Table.Td>
      <Table.Td>{shift.confirmedBy}</Table.Td>
      <Table.Td>
        <ErrorNote error={record.error} />
        {isOpen && (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            {isHeld && <Button size="compact-xs" variant="default" loading={record.isPending && record.variables.state === 'attended'} onClick={() => set('attended')}><FormattedMessage id="jobs.attended" /></Button>}
            {isHeld && <Button size="compact-xs" variant="default" loading={record.isPending && record.variables.state === 'absent'} onClick={() => set('absent')}><FormattedMessage id="jobs.absent" /></Button>}
            {!isHeld && <Button size="compact-xs" variant="subtle" color="gray" loading={record.isPending} onClick={() => set('cancelled')}><FormattedMessage id="jobs.cancel" /></Button>}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function SignUpDialog({ job, onClose }: { readonly job: JobSheet; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [chosen, setChosen] = useState<string[]>([]);
  const sign = useMutation({ ...api.grid.signUp(), onSuccess: onClose });
  const taken = new Set(job.shifts.filter(({ state }) => state !== 'cancelled').map(({ volunteerId }) => volunteerId));
  return (
    <Dialog title={formatMessage({ id: 'jobs.sign-up' })} confirmLabel={formatMessage({ id: 'common.save' })} isReady={chosen.length > 0} pending={sign.isPending} error={sign.error} onConfirm={() => sign.mutate({ jobId: job.id, volunteerIds: chosen })} onClose={onClose}>
      <VolunteersSelect label={formatMessage({ id: 'jobs.volunteers' })} without={taken} onChange={setChosen} />
    </Dialog>
  );
}
