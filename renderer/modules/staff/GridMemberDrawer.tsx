import { Checkbox, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { gridMemberChangeSchema, gridMemberDraftSchema, type GridMember } from '#shared/modules/staff/grid-member.schema.ts';
import { changeOf, draftOf, emptyMember, valuesOf, type MemberValues } from './member-values.ts';

const fieldOf = ({ code }: Failure): keyof MemberValues | null => (code === 'grid-member/id-number-taken' ? 'idNumber' : null);

/** A new member of the grid teams. */
export function NewGridMemberDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const record = useRecordForm({ draftKey: 'grid-member/new', initialValues: emptyMember, inputOf: draftOf, schema: gridMemberDraftSchema, save: api.staff.createGridMember(), fieldOf, onSaved: () => undefined, nextValues: () => emptyMember });
  return (
    <RecordDrawer title={formatMessage({ id: 'staff.member-new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <MemberFields form={record.form} member={null} />
    </RecordDrawer>
  );
}

/** Changes a member of whom only the id is at hand. */
export function EditGridMemberById({ id, onClosed }: { readonly id: string; readonly onClosed: () => void }) {
  const { data, error } = useQuery(api.staff.getGridMember({ id }));
  return data ? <EditGridMemberDrawer member={data} onClosed={onClosed} /> : <ErrorNote error={error} />;
}

/** Changes a member; the identity number is empty and stays as stored unless typed anew. */
export function EditGridMemberDrawer({ member, onClosed }: { readonly member: GridMember; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
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
    <RecordDrawer title={formatMessage({ id: 'staff.member-edit' }, { name: member.name })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <MemberFields form={record.form} member={member} />
    </RecordDrawer>
  );
}

type MemberFieldsProps = { readonly form: UseFormReturnType<MemberValues>; readonly member: GridMember | null };

function MemberFields({ form, member }: MemberFieldsProps) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const grids = useQuery(api.grid.listGrids({ status: 'active', limit: 500 }));
  const options = useMemo(() => (grids.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })), [grids.data]);
  const field = (name: keyof MemberValues) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const masked = member?.idNumberMasked ?? '';
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput {...field('name')} key={form.key('name')} required maxLength={50} data-autofocus />
        <TextInput {...field('phone')} key={form.key('phone')} description={formatMessage({ id: 'staff.phone-hint' })} inputMode="tel" maxLength={40} />
        <CodeSelect {...field('employment')} key={form.key('employment')} table="grid-member-employment" isFixed required />
        <PickSelect kind="grid" {...field('gridId')} key={form.key('gridId')} options={options} clearable />
        <CodeSelect {...field('sex')} key={form.key('sex')} table="sex" isFixed required />
        <DayInput {...field('birthOn')} key={form.key('birthOn')} />
        <Stack gap={6}>
          <TextInput
            {...field('idNumber')}
            {...(member && { label: formatMessage({ id: 'staff.id-number-change' }) })}
            {...(masked !== '' && { description: formatMessage({ id: 'staff.stored-now' }, { masked }) })}
            key={form.key('idNumber')}
            data-paste="number"
            autoComplete="off"
            maxLength={40}
          />
          {masked !== '' && <Checkbox key={form.key('dropIdNumber')} label={formatMessage({ id: 'staff.id-number-drop' })} {...form.getInputProps('dropIdNumber', { type: 'checkbox' })} />}
        </Stack>
        <DayInput {...field('registeredOn')} key={form.key('registeredOn')} />
        <CodeSelect {...field('political')} key={form.key('political')} table="political" />
        <CodeSelect {...field('education')} key={form.key('education')} table="education" />
      </SimpleGrid>
      <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
    </Stack>
  );
}

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`staff.field.${field}`) });
}
