import { Alert, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { birthOf, idNumberFault, normaliseIdNumber, RESIDENT_ID_CARD, sexOf } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { DIVISION_DIGITS } from '#shared/modules/grid/register/division.rules.ts';
import { personPlace } from '../places.ts';
import type { PersonValues } from './person-values.ts';

type IdNumberFieldProps = { readonly form: UseFormReturnType<PersonValues>; /** The person being changed, who may keep the own number. */ readonly ownId: string | null; readonly masked: string };

const PAUSE_MS = 200;
const NATIVE_PLACE_LENGTH = 60;
/** Fewer characters are no document's number yet. */
const SHORTEST = 6;

/** A number as it is typed: what is wrong with it, who has it already, and birth, sex and native place filled from a sound one. */
export function IdNumberField({ form, ownId, masked }: IdNumberFieldProps) {
  const { formatMessage } = useIntl();
  const idType = form.useWatchValue('idType');
  const typed = normaliseIdNumber(form.useWatchValue('idNumber'));
  const isCard = idType === RESIDENT_ID_CARD || idType === '';
  const fault = isCard && typed !== '' ? idNumberFault(typed, localToday()) : null;
  const isSound = isCard && typed !== '' && fault === null;

  const filledFor = useRef('');
  useEffect(() => {
    if (!isSound || filledFor.current === typed) return;
    filledFor.current = typed;
    form.setFieldValue('birthOn', birthOf(typed));
    form.setFieldValue('sex', sexOf(typed));
  }, [form, isSound, typed]);

  useFilledNativePlace(form, isSound ? typed : '');

  return (
    <Stack gap={4}>
      <TextInput
        label={formatMessage({ id: ownId === null ? 'register.field.idNumber' : 'register.id-number-change' })}
        {...(ownId !== null && { description: masked === '' ? formatMessage({ id: 'register.id-number-none' }) : formatMessage({ id: 'register.stored-now' }, { masked }) })}
        autoComplete="off"
        data-paste="number"
        spellCheck={false}
        maxLength={40}
        {...form.getInputProps('idNumber')}
        key={form.key('idNumber')}
      />
      {fault && typed.length >= SHORTEST && (
        <Text size="sm" role="status"><IconAlertTriangle size={14} aria-hidden /> <FormattedMessage id={`register.id-fault.${fault}`} /></Text>
      )}
      {isSound && <Text size="sm" c="dimmed" role="status"><IconInfoCircle size={14} aria-hidden /> <FormattedMessage id="register.id-number-filled" /></Text>}
      <SameNumber idNumber={typed} ownId={ownId} />
    </Stack>
  );
}

/** Fills the native place from a sound number; what a person typed there stays. */
function useFilledNativePlace(form: UseFormReturnType<PersonValues>, idNumber: string): void {
  const division = idNumber.slice(0, DIVISION_DIGITS);
  const { data } = useQuery({ ...api.grid.findRegisteredPlace({ division }), enabled: division !== '' });
  const filled = useRef('');
  const place = division === '' ? '' : (data?.place.slice(0, NATIVE_PLACE_LENGTH) ?? '');
  useEffect(() => {
    if (place === '' || place === filled.current) return;
    const { nativePlace } = form.getValues();
    if (nativePlace === '' || nativePlace === filled.current) form.setFieldValue('nativePlace', place);
    filled.current = place;
  }, [form, place]);
}

/** Says at once when somebody with the number is registered. What was typed is not kept among the window's readings. */
function SameNumber({ idNumber, ownId }: { readonly idNumber: string; readonly ownId: string | null }) {
  const [asked] = useDebouncedValue(idNumber, PAUSE_MS);
  const found = useQuery({ ...api.grid.findPersonByIdNumber({ idNumber: asked }), enabled: asked.length >= SHORTEST, gcTime: 0, staleTime: 0 });
  const person = asked === idNumber && asked.length >= SHORTEST ? found.data : null;
  if (!person || person.id === ownId) return null;
  return (
    <Alert color="yellow" variant="light" role="alert" p="xs" icon={<IconAlertTriangle size={18} aria-hidden />}>
      <Text size="sm">
        <FormattedMessage
          id="register.id-number-known"
          values={{ person: <PlaceLink to={personPlace(person.id)} inherit>{person.name}</PlaceLink>, grid: person.gridName === '' ? 'none' : person.gridName }}
        />
      </Text>
    </Alert>
  );
}
