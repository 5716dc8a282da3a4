import { Button, Stack } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { RevealableValue } from '#renderer/components/reveal/RevealableValue.tsx';
import type { PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { householdPlace, personPlace } from '../places.ts';
import { useBirthText } from './use-birth-text.ts';

/** A person beside the list. */
export function PersonPeek({ person }: { readonly person: PersonRow }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const birthText = useBirthText();
  const { labelOf: sexLabel } = useCodes('sex');
  const { labelOf: categoryLabel } = useCodes('person-category');
  const { labelOf: relationLabel } = useCodes('family-relation');
  const { labelOf: educationLabel } = useCodes('education');
  const label = (field: string) => formatMessage({ id: `register.field.${field}` as 'register.field.name' }); // every field below has its words
  return (
    <Stack gap="md">
      <Facts
        facts={[
          { id: 'sex', label: label('sex'), value: sexLabel(person.sex) },
          { id: 'birthOn', label: label('birthOn'), value: birthText(person.birthOn) },
          { id: 'idNumber', label: label('idNumber'), value: <RevealableValue value={{ table: 'person', id: person.id, field: 'idNumber' }} permission="register.read" label={label('idNumber')} masked={person.idNumberMasked} /> },
          { id: 'phone', label: label('phone'), value: <RevealableValue value={{ table: 'person', id: person.id, field: 'phone' }} permission="register.read" label={label('phone')} masked={person.phoneMasked} /> },
          { id: 'category', label: label('category'), value: categoryLabel(person.category) },
          { id: 'grid', label: label('gridId'), value: person.gridName },
          { id: 'household', label: label('householdId'), value: person.householdId && <PlaceLink to={householdPlace(person.householdId)} inherit>{person.registerNo || formatMessage({ id: 'register.household-without-number' })}</PlaceLink> },
          { id: 'relation', label: label('relationToHead'), value: relationLabel(person.relationToHead) },
          { id: 'present', label: label('presentAddress'), value: person.presentAddress },
          { id: 'registered', label: label('registeredAddress'), value: person.registeredAddress },
          { id: 'education', label: label('education'), value: educationLabel(person.education) },
          { id: 'workplace', label: label('workplace'), value: person.workplace },
        ]}
      />
      <Button size="xs" variant="default" onClick={() => goTo(personPlace(person.id))}><FormattedMessage id="register.open-sheet" /></Button>
    </Stack>
  );
}
