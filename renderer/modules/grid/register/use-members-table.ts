import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { PaperBlock } from '#renderer/components/paper/paper-lines.ts';
import type { PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { useBirthText } from './use-birth-text.ts';

const COLUMNS = [['name', 3], ['relationToHead', 3], ['sex', 2], ['birthOn', 5], ['idNumber', 6], ['phone', 4]] as const;

/** The people of a household or dwelling as a table on paper. */
export function useMembersTable(): (persons: readonly PersonRow[]) => PaperBlock {
  const { formatMessage } = useIntl();
  const birthText = useBirthText();
  const { labelOf: sexLabel } = useCodes('sex');
  const { labelOf: relationLabel } = useCodes('family-relation');
  return (persons) => ({
    kind: 'table',
    heading: formatMessage({ id: 'register.members' }),
    columns: COLUMNS.map(([field, width]) => ({ title: formatMessage({ id: `register.field.${field}` }), width })),
    rows: persons.map((person) => [person.name, relationLabel(person.relationToHead), sexLabel(person.sex), birthText(person.birthOn), person.idNumberMasked, person.phoneMasked]),
  });
}
