import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { estateChangeSchema, estateDraftSchema, type Estate, type EstateDraft } from '#shared/modules/grid/territory/buildings/estate.schema.ts';

const emptyEstate: EstateDraft = { name: '', address: '', propertyCompany: '', propertyPhone: '', committee: '', note: '' };
const fieldOf = ({ code }: Failure): keyof EstateDraft | null => (code === 'estate/name-taken' ? 'name' : null);

export function NewEstateDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const record = useRecordForm({ draftKey: 'estate/new', initialValues: emptyEstate, inputOf: (values) => values, schema: estateDraftSchema, save: api.grid.createEstate(), fieldOf, onSaved: () => undefined, nextValues: () => emptyEstate });
  return <RecordDrawer title={formatMessage({ id: 'buildings.estate-new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem"><EstateFields form={record.form} /></RecordDrawer>;
}

/** Changes an estate of which only the id is at hand. */
export function EditEstateById({ id, onClosed }: { readonly id: string; readonly onClosed: () => void }) {
  const { data, error } = useQuery(api.grid.getEstate({ id }));
  return data ? <EditEstateDrawer estate={data} onClosed={onClosed} /> : <ErrorNote error={error} />;
}

function EditEstateDrawer({ estate, onClosed }: { readonly estate: Estate; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const { id, version, name, address, propertyCompany, propertyPhone, committee, note } = estate;
  const record = useRecordForm({ draftKey: `estate/${id}`, initialValues: { name, address, propertyCompany, propertyPhone, committee, note }, inputOf: (values) => ({ ...values, id, version }), schema: estateChangeSchema, save: api.grid.updateEstate(), fieldOf, onSaved: () => undefined });
  return <RecordDrawer title={formatMessage({ id: 'buildings.estate-edit' }, { name })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem"><EstateFields form={record.form} /></RecordDrawer>;
}

function EstateFields({ form }: { readonly form: UseFormReturnType<EstateDraft> }) {
  const labelOf = useLabelOf();
  const field = (name: keyof EstateDraft) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <Stack gap="sm">
      <TextInput {...field('name')} key={form.key('name')} required maxLength={60} data-autofocus />
      <TextInput {...field('address')} key={form.key('address')} maxLength={200} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput {...field('propertyCompany')} key={form.key('propertyCompany')} maxLength={60} />
        <TextInput {...field('propertyPhone')} key={form.key('propertyPhone')} maxLength={40} inputMode="tel" />
      </SimpleGrid>
      <TextInput {...field('committee')} key={form.key('committee')} maxLength={60} />
      <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
    </Stack>
  );
}

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`estate.field.${field}`) });
}
