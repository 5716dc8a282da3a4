import type { BlockField } from '../blocks/block.schema.ts';
import { mergeFields, type MergeField } from './duplicates.contract.ts';

type Values = Readonly<Record<string, unknown>>;

/** What goes along with a field: a relation is one within the household. */
export const companions: Readonly<Partial<Record<MergeField, string>>> = { householdId: 'relationToHead' };

const isEmpty = (field: string, value: unknown): boolean => value === null || value === '' || value === undefined || (field === 'sex' && (value === '0' || value === '9'));

/**
 * Which entry each field of the merged person comes from: the other's where it was chosen or where the kept one says nothing, else the
 * kept one's. A field that only one entry knows is therefore never lost; where both know it and differ, the value not taken stays in
 * the entry that leaves the register.
 */
export function mergedFrom(keep: Values, drop: Values, take: readonly MergeField[]): Readonly<Record<MergeField, 'keep' | 'drop'>> {
  const side = (field: MergeField) => (!isEmpty(field, drop[field]) && (take.includes(field) || isEmpty(field, keep[field])) ? 'drop' : 'keep');
  const from = Object.fromEntries(mergeFields.map((field) => [field, side(field)])) as Record<MergeField, 'keep' | 'drop'>; // every field of the list
  // a number comes with its document: a kind that stands without any number says nothing about the other entry's
  return from.idNumber === 'drop' && isEmpty('idNumber', keep['idNumber']) && !isEmpty('idType', drop['idType']) ? { ...from, idType: 'drop' } : from;
}

/** The fields of the merged person, companions included. */
export function mergedValues(keep: Values, drop: Values, take: readonly MergeField[]): Record<string, unknown> {
  const from = mergedFrom(keep, drop, take);
  return Object.fromEntries(mergeFields.flatMap((field) => [field, ...(companions[field] === undefined ? [] : [companions[field]])].map((name) => [name, (from[field] === 'drop' ? drop : keep)[name]])));
}

/** Every value of the kept block, and the other's where it was chosen or where the kept one says nothing. */
export const mergedBlock = <B extends Values>(keep: B, drop: B, take: readonly BlockField[]): B =>
  Object.fromEntries(Object.entries(keep).map(([field, value]) => [field, !isEmpty(field, drop[field]) && (isEmpty(field, value) || take.some((one) => one === field)) ? drop[field] : value])) as B; // the same fields as `keep`
