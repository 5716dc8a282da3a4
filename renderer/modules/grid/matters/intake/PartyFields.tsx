import { SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { LookupSelect } from '#renderer/components/record-form/LookupSelect.tsx';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { personSortSchema } from '#shared/modules/grid/register/person.schema.ts';
import type { MatterValues } from './matter-values.ts';

const PAUSE_MS = 200;
const CANDIDATES = 12;
const BY_NAME = personSortSchema.parse(undefined);

type PartyFieldsProps = { readonly record: RecordForm<MatterValues>; readonly chosenName: string; readonly phoneHint: string };

/** Who brings it: somebody of the register, or a name and a phone. A resident who is chosen gives the name, and the address where none was typed yet. */
export function PartyFields({ record: { form }, chosenName, phoneHint }: PartyFieldsProps) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const mayLookUp = useMay()('register.read');
  const { data = [] } = useQuery({ ...api.grid.listPersons({ filter: { text: asked.slice(0, 60) }, sort: BY_NAME, limit: CANDIDATES }), enabled: mayLookUp && asked.trim() !== '', placeholderData: keepPreviousData });
  const found = data.map((person) => ({ value: person.id, label: [person.name, person.gridName, person.presentAddress || person.registeredAddress, person.phoneMasked].filter(Boolean).join(' · ') }));
  const { personId } = form.getValues();
  const choose = (id: string | null) => {
    const person = data.find((one) => one.id === id);
    form.setFieldValue('personId', id);
    if (!person) return;
    form.setFieldValue('partyName', person.name);
    if (form.getValues().place === '') form.setFieldValue('place', person.presentAddress || person.registeredAddress);
    if (form.getValues().gridId === null) form.setFieldValue('gridId', person.gridId);
  };
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      {mayLookUp && <LookupSelect label={formatMessage({ id: 'matters.field.personId' })} placeholder={formatMessage({ id: 'matters.person-hint' })} found={found} onLookUp={setText} chosen={personId === null ? null : { value: personId, label: chosenName }} defaultValue={personId} onChange={choose} />}
      <TextInput label={formatMessage({ id: 'matters.field.partyName' })} {...form.getInputProps('partyName')} key={form.key('partyName')} maxLength={50} />
      <TextInput label={formatMessage({ id: 'matters.field.partyPhone' })} placeholder={phoneHint} {...form.getInputProps('partyPhone')} key={form.key('partyPhone')} maxLength={40} inputMode="tel" />
    </SimpleGrid>
  );
}
