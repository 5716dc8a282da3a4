import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { Choice, ComparedField } from '#renderer/components/compare/Compare.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { mergeFields, type MergeField } from '#shared/modules/grid/register/duplicates/duplicates.contract.ts';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';

type Sides = { readonly keep: PersonSheet; readonly drop: PersonSheet };
export type MergeChoice = ComparedField & { readonly field: MergeField; readonly choice: Choice };

/** The fields in which two entries differ, in words. What only one of them says is chosen already, the rest is the kept entry's at first. */
export function useComparedFields(sides: Sides | null, chosen: Readonly<Partial<Record<MergeField, Choice>>>, keepsOther: boolean): readonly MergeChoice[] {
  const { formatMessage } = useIntl();
  const { labelOf: sex } = useCodes('sex');
  const { labelOf: category } = useCodes('person-category');
  const { labelOf: ethnic } = useCodes('ethnic');
  const { labelOf: marital } = useCodes('marital');
  const { labelOf: political } = useCodes('political');
  const { labelOf: education } = useCodes('education');
  if (!sides) return [];
  const codes: Partial<Record<MergeField, (code: string) => string>> = { sex: (code) => (code === '0' || code === '9' ? '' : sex(code)), category, ethnic, marital, political, education };
  const shown: Partial<Record<MergeField, (person: PersonSheet) => string>> = {
    idNumber: (person) => person.idNumberMasked,
    phone: (person) => person.phoneMasked,
    gridId: (person) => person.gridName,
    householdId: (person) => (person.householdId === null ? '' : person.registerNo || formatMessage({ id: 'register.household-without-number' })),
    dwellingId: (person) => person.dwellingAddress,
    livesWhereRegistered: (person) => (person.livesWhereRegistered === null ? '' : formatMessage({ id: person.livesWhereRegistered ? 'common.yes' : 'common.no' })),
  };
  const wordsOf = (person: PersonSheet, field: MergeField): string => {
    const own = shown[field];
    if (own) return own(person);
    const value = String(person[field] ?? '');
    return codes[field]?.(value) ?? value;
  };
  const kept: Choice = keepsOther ? 'ours' : 'theirs';
  return mergeFields
    .map((field) => ({ field, label: formatMessage({ id: messageId(`register.field.${field}`) }), theirs: wordsOf(sides.keep, field), ours: wordsOf(sides.drop, field) }))
    .filter(({ theirs, ours }) => theirs !== ours)
    .map((one) => ({ ...one, choice: one.theirs === '' ? 'ours' : one.ours === '' ? 'theirs' : (chosen[one.field] ?? kept) }));
}
