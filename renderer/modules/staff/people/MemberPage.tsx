import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { RevealableValue } from '#renderer/components/reveal/RevealableValue.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { dayText, versionedShape } from '#shared/contract/list.ts';
import type { GridMember } from '#shared/modules/staff/grid-member.schema.ts';
import { gridMonths } from '#shared/modules/staff/people/experience.rules.ts';
import { ActDialog } from '../ActDialog.tsx';
import { useRecordId } from '../use-record-id.ts';
import { PhotoBox } from '../directory/PhotoBox.tsx';
import { InternalNumbers } from '../directory/InternalNumbers.tsx';
import { memberPlace } from '../places.ts';
import { AppointmentTable } from '../posts/AppointmentTable.tsx';
import { CaseTable } from '../rewards/CaseTable.tsx';
import { useFieldLabels } from '../StaffFields.tsx';
import { EditGridMemberDrawer } from './GridMemberDrawer.tsx';

const endSchema = z.strictObject({ ...versionedShape, leftOn: dayText, reason: z.string().trim().min(2).max(200) });

/** One person of the staff: the record, the service, what was decided, and who stands above. */
export default function MemberPage() {
  const id = useRecordId();
  const { formatMessage } = useIntl();
  const may = useMay();
  const { data: member, error, refetch } = useQuery(api.staff.getGridMember({ id }));
  const [open, setOpen] = useState<'edit' | 'end' | null>(null);
  const labelOf = useFieldLabels('staff');
  const mayEdit = may('staff.edit');
  return (
    <Page title={member?.name ?? formatMessage({ id: 'staff.person' })} {...(member && { figure: [member.postName, member.gridName].filter(Boolean).join(' · ') })} actions={member && mayEdit && <MemberActs member={member} onEdit={() => setOpen('edit')} onEnd={() => setOpen('end')} />}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {member && (
        <Stack gap="lg">
          {member.leftOn !== null && <Text c="red" size="sm"><FormattedMessage id="staff.left-note" values={{ day: member.leftOn, reason: member.leftReason }} /></Text>}
          <Group align="flex-start" gap="lg" wrap="nowrap">
            <PhotoBox memberId={member.id} hasPhoto={member.hasPhoto} name={member.name} />
            <Box flex={1}><MemberFacts member={member} /></Box>
          </Group>
          <Chain id={member.id} />
          <SheetSection title="staff.section.appointments"><AppointmentTable filter={{ memberId: member.id }} shows="post" /></SheetSection>
          {may('rewards.read') && <SheetSection title="staff.section.rewards"><CaseTable memberId={member.id} /></SheetSection>}
          {may('internal-numbers.read') && <SheetSection title="staff.section.internal"><InternalNumbers memberId={member.id} /></SheetSection>}
          <SheetSection title="staff.history"><History entity="grid_member" id={member.id} version={member.version} /></SheetSection>
        </Stack>
      )}
      {member && open === 'edit' && <EditGridMemberDrawer member={member} onClosed={() => setOpen(null)} />}
      {member && open === 'end' && (
        <ActDialog
          title={formatMessage({ id: 'staff.end' }, { name: member.name })}
          consequence={formatMessage({ id: 'staff.end-consequence' })}
          confirmLabel={formatMessage({ id: 'staff.end-confirm' })}
          danger
          initialValues={{ leftOn: localToday() as string | null, reason: '' }}
          fields={[{ kind: 'day', name: 'leftOn', required: true }, { kind: 'area', name: 'reason', required: true, max: 200 }]}
          labelOf={(field) => (field === 'reason' ? formatMessage({ id: 'common.reason' }) : labelOf(field))}
          inputOf={({ leftOn, reason }) => ({ id: member.id, version: member.version, leftOn: leftOn ?? '', reason })}
          schema={endSchema}
          act={api.staff.endService()}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}

function MemberActs({ member, onEdit, onEnd }: { readonly member: GridMember; readonly onEdit: () => void; readonly onEnd: () => void }) {
  const confirm = useMutation(api.staff.confirmPhone());
  const resume = useMutation(api.staff.resumeService());
  const one = { id: member.id, version: member.version };
  return (
    <Group gap="xs">
      <ErrorNote error={confirm.error ?? resume.error} />
      {member.phone !== '' && <Button size="xs" variant="default" loading={confirm.isPending} onClick={() => confirm.mutate(one)}><FormattedMessage id="staff.confirm-phone" /></Button>}
      {member.leftOn === null ? <Button size="xs" variant="default" onClick={onEnd}><FormattedMessage id="staff.end-confirm" /></Button> : <Button size="xs" variant="default" loading={resume.isPending} onClick={() => resume.mutate(one)}><FormattedMessage id="staff.resume" /></Button>}
      <Button size="xs" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}><FormattedMessage id="common.edit" /></Button>
    </Group>
  );
}

function MemberFacts({ member }: { readonly member: GridMember }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('staff');
  const codes = { staffClass: useCodes('staff-class').labelOf, sex: useCodes('sex').labelOf, education: useCodes('education').labelOf, profession: useCodes('staff-profession').labelOf, grade: useCodes('staff-grade').labelOf, computerLevel: useCodes('computer-level').labelOf, paySource: useCodes('pay-source').labelOf, political: useCodes('political').labelOf, teamKind: useCodes('grid-team').labelOf };
  const certificate = useCodes('staff-certificate').labelOf;
  const code = (field: keyof typeof codes) => ({ id: field, label: labelOf(field), value: codes[field](member[field]) });
  const months = gridMonths(member, localToday());
  return (
    <Facts
      columns={3}
      facts={[
        code('staffClass'),
        { id: 'phone', label: labelOf('phone'), value: member.phone === '' ? '' : formatMessage({ id: member.publishesPhone ? 'staff.phone-published' : 'staff.phone-unpublished' }, { phone: member.phone }) },
        { id: 'phoneCheckedOn', label: labelOf('phoneCheckedOn'), value: member.phoneCheckedOn === null ? '' : <DayText day={member.phoneCheckedOn} /> },
        code('sex'),
        { id: 'birthOn', label: labelOf('birthOn'), value: member.birthOn ?? '' },
        { id: 'idNumber', label: labelOf('idNumber'), value: <RevealableValue value={{ table: 'grid_member', id: member.id, field: 'idNumber' }} permission="internal-numbers.read" label={labelOf('idNumber')} masked={member.idNumberMasked} /> },
        { id: 'privatePhone', label: labelOf('privatePhone'), value: <RevealableValue value={{ table: 'grid_member', id: member.id, field: 'privatePhone' }} permission="internal-numbers.read" label={labelOf('privatePhone')} masked={member.privatePhoneMasked} /> },
        code('education'),
        code('profession'),
        { id: 'certificates', label: labelOf('certificates'), value: member.certificates.map(certificate).join('、') },
        { id: 'skills', label: labelOf('skills'), value: member.skills.join('、') },
        code('computerLevel'),
        code('grade'),
        { id: 'startedOn', label: labelOf('startedOn'), value: member.startedOn ?? '' },
        { id: 'months', label: formatMessage({ id: 'staff.experience' }), value: formatMessage({ id: 'staff.experience-years' }, { years: Math.floor(months / 12), months: months % 12 }) },
        code('paySource'),
        { id: 'employer', label: labelOf('employer'), value: member.employer },
        { id: 'deskDuty', label: labelOf('deskDuty'), value: member.deskDuty },
        code('teamKind'),
        { id: 'note', label: labelOf('note'), value: member.note },
      ]}
    />
  );
}

/** The names above a person; decisions go along them. */
function Chain({ id }: { readonly id: string }) {
  const { data } = useQuery(api.staff.listChain({ id }));
  if (!data || data.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="staff.chain-none" /></Text>;
  return (
    <Text size="sm">
      <FormattedMessage id="staff.chain" />
      {data.map((one, at) => <span key={one.id}>{at > 0 && ' → '}<PlaceLink to={memberPlace(one.id)} inherit underline="always">{one.name}</PlaceLink>{one.postName !== '' && `（${one.postName}）`}</span>)}
    </Text>
  );
}
