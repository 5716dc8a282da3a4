import words from '#resources/import-titles/titles.json' with { type: 'json' };
import type { ImportField } from '../import-profile.ts';

/** What the values of a field look like, where that can be told from the values alone. */
export type ValueKind = 'id' | 'phone' | 'day' | 'name' | 'number' | 'address';
type TitleWords = { readonly keys: ReadonlySet<string>; readonly kind: ValueKind | null };

/** A title without what tables decorate it with: star, spaces, line breaks, remarks in brackets, width. */
export const titleKey = (title: string): string => title.normalize('NFKC').replaceAll(/\([^)]*\)|[*\s:/]/g, '');
const folded = (title: string): string => titleKey(title).toLowerCase();

/** The other titles of every field, kept as data in resources/import-titles. */
const byField: ReadonlyMap<string, TitleWords> = new Map(
  words.fields.map(({ field, titles, ...entry }) => [field, { keys: new Set(titles.map(folded)), kind: 'kind' in entry ? (entry.kind as ValueKind) : null }]), // the data file's own words, checked by its test
);
const neutral: ReadonlySet<string> = new Set(words.neutralGroups.map(folded));

export const kindOf = (field: string): ValueKind | null => byField.get(field)?.kind ?? null;

export type Title = { readonly text: string; /** The upper title of a two-line header, else empty. */ readonly upper: string; readonly lower: string };
export type TitleFit = 'own' | 'synonym' | 'part' | 'none';

const SHORTEST_PART = 2;

/**
 * How a title names a field. A title below another one means what it says only where the upper one is a mere heading: the phone under
 * "emergency contact" is somebody else's, so there it is a part.
 */
export function titleFit({ upper, lower }: Title, { field, titles }: ImportField): TitleFit {
  const low = folded(lower);
  if (low === '') return 'none';
  const up = folded(upper);
  const known = byField.get(field)?.keys;
  const own = titles.map((title) => title.toLowerCase());
  if (up !== '' && own.includes(`${up}/${low}`)) return 'own';
  if (up !== '' && (known?.has(up + low) ?? false)) return 'synonym';
  const isPlain = up === '' || neutral.has(up) || up === low;
  if (own.includes(low)) return isPlain ? 'own' : 'part';
  if (known?.has(low)) return isPlain ? 'synonym' : 'part';
  for (const key of known ?? []) if (key.length >= SHORTEST_PART && low.includes(key)) return 'part';
  return 'none';
}
