import { RESIDENT_ID_CARD } from '#shared/modules/grid/register/citizen-id.rules.ts';
import type { PersonDraft } from '#shared/modules/grid/register/person.schema.ts';
import type { Member } from './households.ts';
import type { InventedNumbers } from './invented-numbers.ts';
import { educationOf, pickEthnic, politicalOf, workOf } from './livelihood.ts';
import type { Region } from './names/regions.ts';
import { pickGivenName } from './person-names.ts';
import type { Random } from './random.ts';

const DAY = 86_400_000;
const YEAR = 365.25;

/** A day of birth, `YYYY-MM-DD`, of somebody who is `age` whole years old on `today`. */
export function bornOn(random: Random, age: number, today: string): string {
  const days = Math.ceil(age * YEAR) + random.between(0, 363);
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * DAY).toISOString().slice(0, 10);
}

export type Origin = Pick<PersonDraft, 'category' | 'registeredAddress' | 'presentAddress'> & { readonly surname: string; readonly region: Region };

/** Everything the register asks about a member of a household except where it is filed. */
export function inventPerson(random: Random, numbers: InventedNumbers, today: string, member: Member, origin: Origin): Omit<PersonDraft, 'gridId' | 'householdId' | 'dwellingId'> {
  const { age, sex, relation, marital } = member;
  const { surname, region, ...lives } = origin;
  const birthOn = bornOn(random, age, today);
  const year = Number(birthOn.slice(0, 4));
  const education = educationOf(random, age, year);
  const hasPhone = random.chance(age >= 75 ? 55 : age >= 16 ? 94 : age >= 12 ? 30 : 0);
  return {
    ...lives,
    name: surname + pickGivenName(random, sex, year),
    formerName: age >= 45 && random.chance(2) ? surname + pickGivenName(random, sex, year) : '',
    reading: '',
    sex,
    birthOn,
    idType: RESIDENT_ID_CARD,
    idNumber: numbers.idNumber(region.code, birthOn, sex),
    ethnic: pickEthnic(random),
    nativePlace: region.name,
    marital,
    political: politicalOf(random, age),
    education,
    ...workOf(random, sex, age, education),
    phone: hasPhone ? numbers.phone() : '',
    registeredPlace: region.name,
    livesWhereRegistered: lives.presentAddress === lives.registeredAddress,
    relationToHead: relation,
    note: '',
  };
}
