import type { Work } from '#electron/database/unit-of-work.ts';
import type { Random } from '#electron/kernel/demo/random.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';

const YEARS_BACK = 5;

export type Resident = { readonly id: string; readonly name: string; readonly gridId: string | null };
export type Invented = { readonly work: Work; readonly random: Random; readonly people: readonly Resident[]; readonly gridIds: readonly string[]; readonly put: <R extends { readonly id: string }>(table: string, store: { readonly insert: (record: R) => void }, record: R) => R };

/** So many residents, each once. */
export const someOf = (random: Random, people: readonly Resident[], count: number): Resident[] => {
  const from = random.between(0, Math.max(0, people.length - count));
  return people.slice(from, from + count);
};
/** Days of the past years in order, part `at` of `count`. */
export const pastDay = (today: string, random: Random, at: number, count: number): string => {
  const day = addDays(today, -Math.floor(((count - at) / count) * YEARS_BACK * 365) + random.between(0, 4));
  return day > today ? today : day;
};
