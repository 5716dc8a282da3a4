import { MultiSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { rentalChangeSchema, rentalDraftSchema, type Rental } from '#shared/modules/grid/register/rentals/rental.schema.ts';
import { changeOf, draftOf, newRental, valuesOf, type RentalValues } from './rental-values.ts';
import { TenantSelect } from './TenantSelect.tsx';

function fieldOf({ code }: Failure): keyof RentalValues | null {
  if (code === 'rental/no-tenant') return 'tenantName';
  if (code === 'rental/ends-before-start') return 'endsOn';
  return code === 'person/id-number-invalid' ? 'tenantIdNumber' : null;
}

export function NewRentalDrawer({ dwellingId, onClosed }: { readonly dwellingId: string; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const record = useRecordForm({ draftKey: `rental-of-${dwellingId}/new`, initialValues: newRental(localToday()), inputOf: (values) => draftOf(dwellingId, values), schema: rentalDraftSchema, save: api.grid.createRental(), fieldOf, onSaved: () => undefined });
  return <RecordDrawer title={formatMessage({ id: 'rentals.new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="36rem"><RentalFields form={record.form} rental={null} /></RecordDrawer>;
}

export function EditRentalDrawer({ rental, onClosed }: { readonly rental: Rental; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const record = useRecordForm({ draftKey: `rental/${rental.id}`, initialValues: valuesOf(rental), inputOf: (values) => changeOf(rental, values), schema: rentalChangeSchema, save: api.grid.updateRental(), fieldOf, onSaved: () => undefined });
  return <RecordDrawer title={formatMessage({ id: 'rentals.edit' })} record={record} labelOf={labelOf} onClosed={onClosed} size="36rem"><RentalFields form={record.form} rental={rental} /></RecordDrawer>;
}

function RentalFields({ form, rental }: { readonly form: UseFormReturnType<RentalValues>; readonly rental: Rental | null }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const { options: parts } = useCodes('dwelling-rented-part');
  const isOfRegister = form.useWatchValue('tenantId') !== null;
  const field = (name: keyof RentalValues) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const stored = (masked: string | undefined) => (masked ? { description: formatMessage({ id: 'register.stored-now' }, { masked }) } : {});
  return (
    <Stack gap="sm">
      <TenantSelect {...field('tenantId')} key={form.key('tenantId')} description={formatMessage({ id: 'rentals.tenant-hint' })} chosenName={rental?.tenantName ?? ''} />
      {!isOfRegister && (
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="sm">
          <TextInput {...field('tenantName')} key={form.key('tenantName')} maxLength={50} data-autofocus />
          <TextInput {...field('tenantIdNumber')} key={form.key('tenantIdNumber')} {...stored(rental?.tenantIdNumberMasked)} maxLength={40} autoComplete="off" />
          <TextInput {...field('tenantPhone')} key={form.key('tenantPhone')} {...stored(rental?.tenantPhoneMasked)} maxLength={40} inputMode="tel" autoComplete="off" />
        </SimpleGrid>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <CodeSelect {...field('rentalUse')} key={form.key('rentalUse')} table="dwelling-rental-use" />
        <CodeSelect {...field('rentalType')} key={form.key('rentalType')} table="dwelling-rental-type" />
        <DayInput {...field('startsOn')} key={form.key('startsOn')} required />
        <DayInput {...field('endsOn')} key={form.key('endsOn')} />
      </SimpleGrid>
      <MultiSelect {...field('parts')} key={form.key('parts')} data={[...parts]} clearable comboboxProps={{ transitionProps: { duration: 0 } }} />
      <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
    </Stack>
  );
}

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`rental.field.${field}`) });
}
