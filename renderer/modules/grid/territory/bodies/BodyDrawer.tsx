import { Checkbox, MultiSelect, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { bodyChangeSchema, bodyDraftSchema, bodyKinds, type Body, type BodyDraft } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import { bodyPlace } from '../../places.ts';
import { useGridOptions } from '../use-grid-options.ts';

const emptyBody: BodyDraft = { kind: 'social', name: '', contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [], isActive: true, note: '' };

function valuesOf({ kind, name, contact, contactPhone, address, duty, agreementNo, agreementFrom, agreementUntil, gridIds, isActive, note }: Body): BodyDraft {
  return { kind, name, contact, contactPhone, address, duty, agreementNo, agreementFrom, agreementUntil, gridIds, isActive, note };
}

function fieldOf({ code }: Failure): keyof BodyDraft | null {
  if (code === 'body/name-taken') return 'name';
  return code === 'body/term-reversed' ? 'agreementUntil' : null;
}

export function NewBodyDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const goTo = useGoTo();
  const record = useRecordForm({ draftKey: 'body/new', initialValues: emptyBody, inputOf: (values) => values, schema: bodyDraftSchema, save: api.grid.createBody(), fieldOf, onSaved: ({ id }) => goTo(bodyPlace(id)) });
  return (
    <RecordDrawer title={formatMessage({ id: 'bodies.new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <BodyFields form={record.form} />
    </RecordDrawer>
  );
}

export function EditBodyDrawer({ body, onClosed }: { readonly body: Body; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const { id, version } = body;
  const record = useRecordForm({ draftKey: `body/${id}`, initialValues: valuesOf(body), inputOf: (values) => ({ ...values, id, version }), schema: bodyChangeSchema, save: api.grid.updateBody(), fieldOf, onSaved: () => undefined });
  return (
    <RecordDrawer title={formatMessage({ id: 'bodies.edit' }, { name: body.name })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <BodyFields form={record.form} />
    </RecordDrawer>
  );
}

function BodyFields({ form }: { readonly form: UseFormReturnType<BodyDraft> }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const grids = useGridOptions();
  const field = (name: keyof BodyDraft) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const kinds = bodyKinds.map((value) => ({ value, label: formatMessage({ id: `bodies.kind.${value}` }) }));
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput {...field('name')} key={form.key('name')} required maxLength={80} data-autofocus />
        <Select {...field('kind')} key={form.key('kind')} data={kinds} allowDeselect={false} required comboboxProps={{ transitionProps: { duration: 0 } }} />
        <TextInput {...field('contact')} key={form.key('contact')} maxLength={50} />
        <TextInput {...field('contactPhone')} key={form.key('contactPhone')} inputMode="tel" maxLength={40} />
      </SimpleGrid>
      <TextInput {...field('address')} key={form.key('address')} maxLength={200} />
      <MultiSelect {...field('gridIds')} key={form.key('gridIds')} data={grids} searchable clearable comboboxProps={{ transitionProps: { duration: 0 } }} />
      <Textarea {...field('duty')} key={form.key('duty')} description={formatMessage({ id: 'bodies.duty-hint' })} autosize minRows={2} maxLength={300} />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="sm">
        <TextInput {...field('agreementNo')} key={form.key('agreementNo')} maxLength={60} />
        <DayInput {...field('agreementFrom')} key={form.key('agreementFrom')} />
        <DayInput {...field('agreementUntil')} key={form.key('agreementUntil')} />
      </SimpleGrid>
      <Checkbox label={labelOf('isActive')} description={formatMessage({ id: 'bodies.is-active-hint' })} key={form.key('isActive')} {...form.getInputProps('isActive', { type: 'checkbox' })} />
      <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
    </Stack>
  );
}

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`body.field.${field}`) });
}
