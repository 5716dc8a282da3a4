import { Checkbox, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { householdChangeSchema, householdDraftSchema, householdTypes, type HouseholdDraft, type HouseholdSheet } from '#shared/modules/grid/register/household.schema.ts';
import { householdPlace } from '../places.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { DwellingSelect } from './HomeSelects.tsx';

type Values = HouseholdDraft;

const emptyHousehold: Values = { registerNo: '', type: 'family', headId: null, homePhone: '', registeredAddress: '', dwellingId: null, gridId: null, isVacant: false, note: '' };

function valuesOf({ registerNo, type, headId, homePhone, registeredAddress, dwellingId, gridId, isVacant, note }: HouseholdSheet): Values {
  return { registerNo, type, headId, homePhone, registeredAddress, dwellingId, gridId, isVacant, note };
}

function fieldOf({ code }: Failure): keyof Values | null {
  if (code === 'household/register-no-taken') return 'registerNo';
  if (code === 'household/head-not-a-member') return 'headId';
  return code === 'person/grid-out-of-scope' ? 'gridId' : null;
}

/** A new household; its people are added from their own sheets. */
export function NewHouseholdDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const goTo = useGoTo();
  const record = useRecordForm({
    draftKey: 'household/new',
    initialValues: emptyHousehold,
    inputOf: (values) => values,
    schema: householdDraftSchema,
    save: api.grid.createHousehold(),
    fieldOf,
    onSaved: ({ id }) => goTo(householdPlace(id)),
    nextValues: ({ type, gridId }) => ({ ...emptyHousehold, type, gridId }),
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'register.household-new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <HouseholdFields form={record.form} household={null} />
    </RecordDrawer>
  );
}

export function EditHouseholdById({ id, onClosed }: { readonly id: string; readonly onClosed: () => void }) {
  const { data, error } = useQuery(api.grid.getHousehold({ id }));
  return data ? <EditHouseholdDrawer household={data} onClosed={onClosed} /> : <ErrorNote error={error} />;
}

export function EditHouseholdDrawer({ household, onClosed }: { readonly household: HouseholdSheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const { id, version } = household;
  const record = useRecordForm({
    draftKey: `household/${id}`,
    initialValues: valuesOf(household),
    inputOf: (values) => ({ ...values, id, version }),
    schema: householdChangeSchema,
    save: api.grid.updateHousehold(),
    fieldOf,
    onSaved: () => undefined,
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'register.household-edit' }, { registerNo: household.registerNo })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <HouseholdFields form={record.form} household={household} />
    </RecordDrawer>
  );
}

type HouseholdFieldsProps = { readonly form: UseFormReturnType<Values>; readonly household: HouseholdSheet | null };

function HouseholdFields({ form, household }: HouseholdFieldsProps) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const grids = useGridOptions();
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const types = householdTypes.map((type) => ({ value: type, label: formatMessage({ id: `register.household-type.${type}` }) }));
  const members = (household?.members ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput {...field('registerNo')} key={form.key('registerNo')} data-paste="number" maxLength={20} data-autofocus />
        <Select {...field('type')} key={form.key('type')} data={types} allowDeselect={false} required comboboxProps={{ transitionProps: { duration: 0 } }} />
        {household && <Select {...field('headId')} key={form.key('headId')} data={members} clearable nothingFoundMessage={formatMessage({ id: 'register.members-empty' })} comboboxProps={{ transitionProps: { duration: 0 } }} />}
        <TextInput {...field('homePhone')} key={form.key('homePhone')} inputMode="tel" maxLength={40} />
        <PickSelect kind="grid" {...field('gridId')} key={form.key('gridId')} options={grids} clearable />
      </SimpleGrid>
      <TextInput {...field('registeredAddress')} key={form.key('registeredAddress')} maxLength={200} />
      <DwellingSelect {...field('dwellingId')} key={form.key('dwellingId')} chosenName={household?.dwellingAddress ?? ''} />
      <Checkbox label={labelOf('isVacant')} description={formatMessage({ id: 'register.is-vacant-hint' })} key={form.key('isVacant')} {...form.getInputProps('isVacant', { type: 'checkbox' })} />
      <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
    </Stack>
  );
}

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`register.field.${field}`) });
}
