import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { gridMemberChangeSchema, gridMemberDraftSchema, retirementClasses, type GridMember } from '#shared/modules/staff/grid-member.schema.ts';
import { StaffFields, useFieldLabels, type StaffField } from '../StaffFields.tsx';
import { changeOf, draftOf, emptyMember, valuesOf, type MemberValues } from './member-values.ts';

const FIELDS: Partial<Record<Failure['code'], keyof MemberValues>> = { 'grid-member/id-number-taken': 'idNumber', 'grid-member/id-number-invalid': 'idNumber', 'grid-member/account-taken': 'accountId', 'grid-member/chain-is-ring': 'superiorId', 'grid-member/born-unlikely': 'birthOn', 'grid-member/before-birth': 'startedOn' };
const fieldOf = ({ code }: Failure): keyof MemberValues | null => FIELDS[code] ?? null;

/** A new member of the staff. */
export function NewGridMemberDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('staff');
  const record = useRecordForm({ draftKey: 'grid-member/new', initialValues: emptyMember, inputOf: draftOf, schema: gridMemberDraftSchema, save: api.staff.createGridMember(), fieldOf, onSaved: () => undefined, nextValues: () => emptyMember });
  return (
    <RecordDrawer title={formatMessage({ id: 'staff.member-new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="36rem">
      <MemberFields form={record.form} member={null} />
    </RecordDrawer>
  );
}

/** Changes a member of whom only the id is at hand. */
export function EditGridMemberById({ id, onClosed }: { readonly id: string; readonly onClosed: () => void }) {
  const { data, error } = useQuery(api.staff.getGridMember({ id }));
  return data ? <EditGridMemberDrawer member={data} onClosed={onClosed} /> : <ErrorNote error={error} />;
}

/** Changes a member; the private numbers are empty and stay as stored unless typed anew. */
export function EditGridMemberDrawer({ member, onClosed }: { readonly member: GridMember; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('staff');
  const record = useRecordForm({
    draftKey: `grid-member/${member.id}`,
    initialValues: valuesOf(member),
    inputOf: (values) => changeOf(member, values),
    schema: gridMemberChangeSchema,
    save: api.staff.updateGridMember(),
    fieldOf,
    onSaved: () => undefined,
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'staff.member-edit' }, { name: member.name })} record={record} labelOf={labelOf} onClosed={onClosed} size="36rem">
      <MemberFields form={record.form} member={member} />
    </RecordDrawer>
  );
}

type MemberFieldsProps = { readonly form: UseFormReturnType<MemberValues>; readonly member: GridMember | null };
const WHO: readonly StaffField<MemberValues>[] = [
  { kind: 'text', name: 'name', required: true, first: true, max: 50 },
  { kind: 'code', name: 'staffClass', table: 'staff-class', required: true },
  { kind: 'grid', name: 'gridId' },
  { kind: 'code', name: 'employment', table: 'grid-member-employment', required: true },
  { kind: 'code', name: 'sex', table: 'sex', required: true },
  { kind: 'day', name: 'birthOn' },
  { kind: 'code', name: 'political', table: 'political' },
  { kind: 'code', name: 'education', table: 'education' },
];

function MemberFields({ form, member }: MemberFieldsProps) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('staff');
  const mayReadAccounts = useMay()('accounts.read');
  const { data: accounts } = useQuery({ ...api.accounts.listAccounts({}), enabled: mayReadAccounts });
  const work: readonly StaffField<MemberValues>[] = [
    { kind: 'code', name: 'teamKind', table: 'grid-team' },
    { kind: 'text', name: 'employer', max: 60 },
    { kind: 'code', name: 'paySource', table: 'pay-source' },
    { kind: 'code', name: 'profession', table: 'staff-profession' },
    { kind: 'day', name: 'startedOn' },
    { kind: 'number', name: 'earlierMonths', max: 720 },
    { kind: 'code', name: 'grade', table: 'staff-grade' },
    { kind: 'code', name: 'computerLevel', table: 'computer-level' },
    { kind: 'member', name: 'superiorId', chosen: member?.superiorId ? { value: member.superiorId, label: member.superiorName } : null },
    { kind: 'pick', name: 'retirementClass', options: retirementClasses.filter((kind) => kind !== '').map((kind) => ({ value: kind, label: formatMessage({ id: `staff.retirement.${kind}` }) })) },
    ...(mayReadAccounts ? [{ kind: 'pick' as const, name: 'accountId' as const, options: (accounts ?? []).map(({ id, displayName, name }) => ({ value: id, label: `${displayName}（${name}）` })), hint: formatMessage({ id: 'staff.account-hint' }) }] : []),
    { kind: 'yes', name: 'retired' },
    { kind: 'codes', name: 'certificates', table: 'staff-certificate', wide: true },
    { kind: 'tags', name: 'skills', wide: true },
    { kind: 'area', name: 'note' },
  ];
  return (
    <>
      <StaffFields form={form} labelOf={labelOf} fields={WHO} />
      <SheetSection title="staff.section.numbers">
        <StaffFields form={form} labelOf={labelOf} fields={[{ kind: 'text', name: 'phone', max: 40, hint: formatMessage({ id: 'staff.phone-hint' }) }, { kind: 'text', name: 'deskDuty', max: 100 }, { kind: 'yes', name: 'publishesPhone' }, { kind: 'day', name: 'registeredOn' }]} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <MaskedInput form={form} name="privatePhone" drop="dropPrivatePhone" masked={member?.privatePhoneMasked ?? ''} label={labelOf('privatePhone')} dropLabel={formatMessage({ id: 'staff.private-phone-drop' })} />
          <MaskedInput form={form} name="idNumber" drop="dropIdNumber" masked={member?.idNumberMasked ?? ''} label={member ? formatMessage({ id: 'staff.id-number-change' }) : labelOf('idNumber')} dropLabel={formatMessage({ id: 'staff.id-number-drop' })} />
        </SimpleGrid>
      </SheetSection>
      <SheetSection title="staff.section.work"><StaffFields form={form} labelOf={labelOf} fields={work} /></SheetSection>
    </>
  );
}

type MaskedInputProps = { readonly form: UseFormReturnType<MemberValues>; readonly name: 'idNumber' | 'privatePhone'; readonly drop: 'dropIdNumber' | 'dropPrivatePhone'; readonly masked: string; readonly label: string; readonly dropLabel: string };

function MaskedInput({ form, name, drop, masked, label, dropLabel }: MaskedInputProps) {
  const { formatMessage } = useIntl();
  return (
    <div>
      <TextInput label={label} {...form.getInputProps(name)} {...(masked !== '' && { description: formatMessage({ id: 'staff.stored-now' }, { masked }) })} key={form.key(name)} data-paste="number" autoComplete="off" maxLength={40} />
      {masked !== '' && <Checkbox mt={6} key={form.key(drop)} label={dropLabel} {...form.getInputProps(drop, { type: 'checkbox' })} />}
    </div>
  );
}
