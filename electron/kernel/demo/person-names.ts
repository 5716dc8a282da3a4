import { givenNameFashions } from './names/given-names.ts';
import { surnames } from './names/surnames.ts';
import type { Sex } from './invented-numbers.ts';
import { weightedPick, type Random } from './random.ts';

export const pickSurname = weightedPick(surnames);

/** A given name of one or two characters in the fashion of the year of birth; only girls' names repeat a character (婷婷). */
export function pickGivenName(random: Random, sex: Sex, year: number): string {
  const fashion = givenNameFashions.find(({ from, until }) => year >= from && year <= until);
  if (!fashion) throw new Error(`no names for ${year}`);
  const characters = sex === '1' ? fashion.male : fashion.female;
  const first = random.pick(characters);
  if (random.chance(fashion.singlePercent)) return first;
  const second = random.pick(sex === '1' ? characters.filter((character) => character !== first) : characters);
  return first + second;
}
