import { Button, Checkbox, Fieldset, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { DwellingSelect, HouseholdSelect } from './HomeSelects.tsx';
import { IdNumberField } from './IdNumberField.tsx';
import type { PersonValues } from './person-values.ts';

/** How household and dwelling of the person are called before anything was looked up. */
export type HomeNames = { readonly household: string; readonly dwelling: string };

type PersonFieldsProps = { readonly form: UseFormReturnType<PersonValues>; /** Null for a new person. */ readonly person: PersonSheet | null };
type AllFieldsProps = PersonFieldsProps & { readonly homes: HomeNames };

/** All that is typed about a person, in the order of the official form. */
export function PersonFields({ form, person, homes }: AllFieldsProps) {
  return (
    <Stack gap="md">
      <IdentityFields form={form} person={person} />
      <ResidenceFields form={form} homes={homes} />
      <SituationFields form={form} />
    </Stack>
  );
}

function Section({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <Fieldset legend={title} variant="unstyled">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">{children}</SimpleGrid>
    </Fieldset>
  );
}

function useField(form: UseFormReturnType<PersonValues>) {
  const { formatMessage } = useIntl();
  return (field: keyof PersonValues) => ({ label: formatMessage({ id: messageId(`register.field.${field}`) }), ...form.getInputProps(field) });
}

function IdentityFields({ form, person }: PersonFieldsProps) {
  const { formatMessage } = useIntl();
  const field = useField(form);
  return (
    <Section title={<FormattedMessage id="register.section.identity" />}>
      <TextInput {...field('name')} key={form.key('name')} required maxLength={50} data-autofocus />
      <TextInput {...field('reading')} key={form.key('reading')} description={formatMessage({ id: 'register.reading-hint' })} maxLength={80} />
      <CodeSelect {...field('idType')} key={form.key('idType')} table="id-document" />
      <Stack gap={6}>
        <IdNumberField form={form} ownId={person?.id ?? null} masked={person?.idNumberMasked ?? ''} />
        {person && person.idNumberMasked !== '' && <Checkbox label={formatMessage({ id: 'register.id-number-drop' })} key={form.key('dropIdNumber')} {...form.getInputProps('dropIdNumber', { type: 'checkbox' })} />}
      </Stack>
      <CodeSelect {...field('sex')} key={form.key('sex')} table="sex" isFixed required />
      <DayInput {...field('birthOn')} key={form.key('birthOn')} />
      <Stack gap={6}>
        <TextInput
          {...field('phone')}
          label={formatMessage({ id: person ? 'register.phone-change' : 'register.field.phone' })}
          {...(person && person.phoneMasked !== '' && { description: formatMessage({ id: 'register.stored-now' }, { masked: person.phoneMasked }) })}
          key={form.key('phone')}
          autoComplete="off"
          inputMode="tel"
          maxLength={40}
        />
        {person && person.phoneMasked !== '' && <Checkbox label={formatMessage({ id: 'register.phone-drop' })} key={form.key('dropPhone')} {...form.getInputProps('dropPhone', { type: 'checkbox' })} />}
      </Stack>
      <TextInput {...field('formerName')} key={form.key('formerName')} maxLength={50} />
    </Section>
  );
}

function ResidenceFields({ form, homes }: Pick<AllFieldsProps, 'form' | 'homes'>) {
  const { formatMessage } = useIntl();
  const field = useField(form);
  const grids = useGridOptions();
  const lives = (['yes', 'no'] as const).map((value) => ({ value, label: formatMessage({ id: `common.${value}` }) }));
  return (
    <Section title={<FormattedMessage id="register.section.residence" />}>
      <CodeSelect {...field('category')} key={form.key('category')} table="person-category" isFixed required />
      <PickSelect kind="grid" {...field('gridId')} key={form.key('gridId')} options={grids} clearable />
      <TextInput {...field('registeredAddress')} key={form.key('registeredAddress')} maxLength={200} />
      <Stack gap={2}>
        <TextInput {...field('presentAddress')} key={form.key('presentAddress')} maxLength={200} />
        <Button size="compact-xs" variant="subtle" style={{ alignSelf: 'start' }} onClick={() => form.setFieldValue('presentAddress', form.getValues().registeredAddress)}><FormattedMessage id="register.same-as-registered" /></Button>
      </Stack>
      <Select {...field('livesWhereRegistered')} defaultValue={form.getValues().livesWhereRegistered || null} onChange={(value) => form.setFieldValue('livesWhereRegistered', value === 'yes' || value === 'no' ? value : '', { forceUpdate: false })} key={form.key('livesWhereRegistered')} data={lives} clearable />
      <TextInput {...field('registeredPlace')} key={form.key('registeredPlace')} maxLength={60} />
      <HouseholdSelect {...field('householdId')} key={form.key('householdId')} chosenName={homes.household} />
      <CodeSelect {...field('relationToHead')} key={form.key('relationToHead')} table="family-relation" />
      <DwellingSelect {...field('dwellingId')} key={form.key('dwellingId')} chosenName={homes.dwelling} />
    </Section>
  );
}

function SituationFields({ form }: Pick<AllFieldsProps, 'form'>) {
  const field = useField(form);
  return (
    <Section title={<FormattedMessage id="register.section.situation" />}>
      <CodeSelect {...field('ethnic')} key={form.key('ethnic')} table="ethnic" />
      <TextInput {...field('nativePlace')} key={form.key('nativePlace')} maxLength={60} />
      <CodeSelect {...field('marital')} key={form.key('marital')} table="marital" />
      <CodeSelect {...field('political')} key={form.key('political')} table="political" />
      <CodeSelect {...field('education')} key={form.key('education')} table="education" />
      <TextInput {...field('occupation')} key={form.key('occupation')} maxLength={50} />
      <TextInput {...field('workplace')} key={form.key('workplace')} maxLength={100} />
      <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
    </Section>
  );
}
