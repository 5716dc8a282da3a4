import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { LedgerColumn } from '#renderer/components/ledger/ledger-list.ts';
import { instantWords } from '#renderer/components/time/instant-words.ts';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { personSortFields, PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { useBirthText } from './use-birth-text.ts';

export type PersonSortField = (typeof personSortFields)[number];

/** The columns of the list of persons; each id is also the field of its export. */
export function usePersonColumns(): readonly LedgerColumn<PersonRow, PersonSortField>[] {
  const { formatMessage } = useIntl();
  const birthText = useBirthText();
  const { labelOf: sexLabel } = useCodes('sex');
  const { labelOf: categoryLabel } = useCodes('person-category');
  const { labelOf: relationLabel } = useCodes('family-relation');
  const { labelOf: educationLabel } = useCodes('education');
  return useMemo(
    () => [
      { id: 'name', title: formatMessage({ id: 'register.field.name' }), width: 100, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'sex', title: formatMessage({ id: 'register.field.sex' }), width: 56, text: (row) => sexLabel(row.sex) },
      { id: 'birthOn', title: formatMessage({ id: 'register.field.birthOn' }), width: 172, sort: 'birthOn', text: (row) => birthText(row.birthOn) },
      { id: 'idNumberMasked', title: formatMessage({ id: 'register.field.idNumber' }), width: 168, text: (row) => row.idNumberMasked },
      { id: 'phoneMasked', title: formatMessage({ id: 'register.field.phone' }), width: 116, text: (row) => row.phoneMasked },
      { id: 'gridName', title: formatMessage({ id: 'register.field.gridId' }), width: 110, sort: 'gridName', text: (row) => row.gridName },
      { id: 'category', title: formatMessage({ id: 'register.field.category' }), width: 96, sort: 'category', text: (row) => categoryLabel(row.category) },
      { id: 'presentAddress', title: formatMessage({ id: 'register.field.presentAddress' }), width: 240, sort: 'presentAddress', text: (row) => row.presentAddress },
      { id: 'registerNo', title: formatMessage({ id: 'register.field.registerNo' }), width: 110, text: (row) => row.registerNo },
      { id: 'relationToHead', title: formatMessage({ id: 'register.field.relationToHead' }), width: 96, text: (row) => relationLabel(row.relationToHead) },
      { id: 'registeredAddress', title: formatMessage({ id: 'register.field.registeredAddress' }), width: 240, hiddenAtFirst: true, text: (row) => row.registeredAddress },
      { id: 'education', title: formatMessage({ id: 'register.field.education' }), width: 100, hiddenAtFirst: true, text: (row) => educationLabel(row.education) },
      { id: 'workplace', title: formatMessage({ id: 'register.field.workplace' }), width: 160, hiddenAtFirst: true, text: (row) => row.workplace },
      { id: 'updatedAt', title: formatMessage({ id: 'register.field.updatedAt' }), width: 110, sort: 'updatedAt', text: (row) => instantWords(row.updatedAt), cell: (row) => <InstantText at={row.updatedAt} /> },
    ],
    [formatMessage, birthText, sexLabel, categoryLabel, relationLabel, educationLabel],
  );
}
