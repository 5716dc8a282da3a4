import type { Difference } from '#electron/kernel/imports/import-profile.ts';

type Values = Readonly<Record<string, unknown>>;

/** A stored value as text: yes and no in words, an absent one empty. */
export function plainText(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/**
 * Where a file says something else about a record than the register. What the file leaves empty says nothing; `words` turns codes and
 * ids into what a person compares.
 */
export function differencesOf(stored: Values, incoming: Values, fields: readonly string[], words: (field: string, value: unknown) => string = (_field, value) => plainText(value)): Difference[] {
  return fields
    .filter((field) => plainText(incoming[field]) !== '' && incoming[field] !== stored[field])
    .map((field) => ({ field, ours: words(field, stored[field]), theirs: words(field, incoming[field]) }));
}

/** The incoming values of the chosen fields. */
export const chosen = <V extends Values>(incoming: V, fields: ReadonlySet<string>): Partial<V> => Object.fromEntries(Object.entries(incoming).filter(([field]) => fields.has(field))) as Partial<V>; // a part of V by construction

type Extra = Readonly<Record<string, string>>;
const EXTRA = 'extra:';

/** Where a file says something else in the columns that the desk has no field for. */
export const extraDifferences = (stored: Extra, incoming: Extra): Difference[] =>
  Object.entries(incoming).filter(([title, theirs]) => stored[title] !== theirs).map(([title, theirs]) => ({ field: `${EXTRA}${title}`, ours: stored[title] ?? '', theirs }));

/** What is kept aside once the chosen titles are taken over. */
export const chosenExtra = (stored: Extra, incoming: Extra, fields: ReadonlySet<string>): Extra => ({ ...stored, ...Object.fromEntries(Object.entries(incoming).filter(([title]) => fields.has(`${EXTRA}${title}`))) });
