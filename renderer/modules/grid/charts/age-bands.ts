import type { PersonFilter, sexes } from '#shared/modules/grid/register/person.schema.ts';
import { personsPlace } from '../places.ts';
import { bornBetween } from '../register/age.ts';

/** Width of an age band in years; the last one is open. */
const BAND = 5;
const OLDEST = 100;
export const UNKNOWN_BAND = -1;

export type AgeBand = { readonly band: number; readonly male: number; readonly female: number; readonly other: number };
export type SexColumn = 'male' | 'female' | 'other';

const SEXES: Readonly<Record<SexColumn, readonly (typeof sexes)[number][]>> = { male: ['1'], female: ['2'], other: ['0', '9'] };

/** Every band from the youngest to the oldest that occurs, empty ones in between included, so that the picture has no gaps. */
export function fullBands(rows: readonly AgeBand[]): AgeBand[] {
  const known = rows.filter(({ band }) => band !== UNKNOWN_BAND);
  const top = Math.max(0, ...known.map(({ band }) => band));
  return Array.from({ length: known.length === 0 ? 0 : top / BAND + 1 }, (_, index) => known.find(({ band }) => band === index * BAND) ?? { band: index * BAND, male: 0, female: 0, other: 0 });
}

/** The list behind one bar; null for people whose birth is unknown, whom no condition of the list picks out. */
export function bandPlace(band: number, column: SexColumn, today: string, filter: Partial<PersonFilter>): string | null {
  if (band === UNKNOWN_BAND) return null;
  return personsPlace({ ...filter, ...bornBetween(band, band >= OLDEST ? null : band + BAND - 1, today), sexes: [...SEXES[column]] });
}

export const isOpenBand = (band: number): boolean => band >= OLDEST;
export const lastYearOf = (band: number): number => band + BAND - 1;
