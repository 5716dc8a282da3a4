import { Table, Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import type { PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { personPlace } from '../places.ts';
import { useBirthText } from './use-birth-text.ts';

type PersonRowsProps = { readonly label: string; readonly persons: readonly PersonRow[]; /** Shown when there is nobody. */ readonly empty: string; readonly headId?: string | null; /** The person whose sheet this is: named without a link. */ readonly ownId?: string };

/** The few people of a household or dwelling. */
export function PersonRows({ label, persons, empty, headId = null, ownId }: PersonRowsProps) {
  const { formatMessage } = useIntl();
  const birthText = useBirthText();
  const { labelOf: sexLabel } = useCodes('sex');
  const { labelOf: relationLabel } = useCodes('family-relation');
  if (persons.length === 0) return <Text size="sm" c="dimmed">{empty}</Text>;
  const headWords = formatMessage({ id: 'register.is-head' });
  const relation = (person: PersonRow): string => {
    const words = relationLabel(person.relationToHead);
    return person.id === headId && words !== headWords ? [words, headWords].filter(Boolean).join(' · ') : words;
  };
  const heads = ['name', 'relationToHead', 'sex', 'birthOn', 'idNumber', 'phone'] as const;
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table aria-label={label} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>{heads.map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `register.field.${field}` })}</Table.Th>)}</Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {persons.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Td>{person.id === ownId ? <strong aria-current="true">{person.name}</strong> : <PlaceLink to={personPlace(person.id)} inherit>{person.name}</PlaceLink>}</Table.Td>
              <Table.Td>{relation(person)}</Table.Td>
              <Table.Td>{sexLabel(person.sex)}</Table.Td>
              <Table.Td>{birthText(person.birthOn)}</Table.Td>
              <Table.Td>{person.idNumberMasked}</Table.Td>
              <Table.Td>{person.phoneMasked}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
