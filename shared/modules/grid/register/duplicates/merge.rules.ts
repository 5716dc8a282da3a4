import { mergeFields, type MergeField } from './duplicates.contract.ts';

type Values = Readonly<Record<string, unknown>>;

/** What goes along with a field: a number is of its document, a relation is one within the household. */
export const companions: Readonly<Partial<Record<MergeField, string>>> = { idNumber: 'idType', householdId: 'relationToHead' };

const isEmpty = (field: string, value: unknown): boolean => value === null || value === '' || value === undefined || (field === 'sex' && (value === '0' || value === '9'));

/**
 * Which entry each field of the merged person comes from: the other's where it was chosen or where the kept one says nothing, else the
 * kept one's. A field that only one entry knows is therefore never lost; where both know it and differ, the value not taken stays in
 * the entry that leaves the register.
 */
export function mergedFrom(keep: Values, drop: Values, take: readonly MergeField[]): Readonly<Record<MergeField, 'keep' | 'drop'>> {
  const side = (field: MergeField) => (!isEmpty(field, drop[field]) && (take.includes(field) || isEmpty(field, keep[field])) ? 'drop' : 'keep');
  return Object.fromEntries(mergeFields.map((field) => [field, side(field)])) as Record<MergeField, 'keep' | 'drop'>; // every field of the list
}

/** The fields of the merged person, companions included. */
export function mergedValues(keep: Values, drop: Values, take: readonly MergeField[]): Record<string, unknown> {
  const from = mergedFrom(keep, drop, take);
  return Object.fromEntries(mergeFields.flatMap((field) => [field, ...(companions[field] === undefined ? [] : [companions[field]])].map((name) => [name, (from[field] === 'drop' ? drop : keep)[name]])));
}

/** Every value of the kept block, and the other's where the kept one says nothing. */
export const mergedBlock = <B extends Values>(keep: B, drop: B): B => Object.fromEntries(Object.entries(keep).map(([field, value]) => [field, value === null || value === '' ? drop[field] : value])) as B; // the same fields as `keep`
