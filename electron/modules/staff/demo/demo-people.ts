import type { Work } from '#electron/database/unit-of-work.ts';
import { inventedNumbers, type InventedNumbers, type Sex } from '#electron/kernel/demo/invented-numbers.ts';
import { bornOn } from '#electron/kernel/demo/people.ts';
import { pickGivenName, pickSurname } from '#electron/kernel/demo/person-names.ts';
import type { Random } from '#electron/kernel/demo/random.ts';
import type { GridMemberValues } from '../people/grid-members.repository.ts';

/** A place no resident's number is built on, so that no two people of the demo have the same. */
const STAFF_AREA = '990199';
/** Three million numbers further along the row that residents' phones are taken from. */
const FURTHER_ALONG = (3_000_000 * 7_368_787) % 10_000_000;
export const staffNumbers = (seed: number): InventedNumbers => inventedNumbers(Math.abs(seed) + FURTHER_ALONG);

export const dayFrom = (today: string, days: number): string => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const SKILLS = ['调解', '急救', '摄影', '表格', '写作', '方言', '电工', '书画'] as const;
const PROFESSIONS = ['social-work', 'public-admin', 'law', 'computing', 'finance', 'education', 'other'] as const;

export type StaffFacts = { readonly communityId: string; readonly staffClass: string; readonly gridId: string | null; readonly superiorId: string | null; readonly deskDuty: string; readonly ages: readonly [number, number]; readonly sex?: Sex };

/** Stores one invented person of the staff; answers the id. */
export function writeStaff(work: Work, random: Random, numbers: InventedNumbers, { ages, sex: given, ...facts }: StaffFacts, values: Partial<GridMemberValues> = {}): string {
  const id = work.clock.newId();
  const now = work.clock.now().toISOString();
  const sex: Sex = given ?? (random.chance(40) ? '1' : '2');
  const birthOn = bornOn(random, random.between(...ages), work.today);
  const startedOn = dayFrom(work.today, -random.between(200, 3200));
  work.gridMembers.insert({
    ...facts, id, version: 1, createdAt: now, updatedAt: now, sex, birthOn, startedOn,
    name: pickSurname(random) + pickGivenName(random, sex, Number(birthOn.slice(0, 4))),
    phone: numbers.phone(),
    idNumber: numbers.idNumber(STAFF_AREA, birthOn, sex),
    employment: facts.staffClass === 'helper' || facts.staffClass === 'team-member' ? 'part-time' : 'full-time',
    political: random.chance(40) ? '01' : '13',
    education: random.pick(['20', '20', '30', '30', '60']),
    registeredOn: startedOn,
    note: '',
    extra: {},
    importBatchId: null,
    ...serviceOf(work, random, sex, startedOn),
    ...values,
  });
  return id;
}

/** What the work adds, invented: profession, grade, certificate, skills, and when the number was last confirmed. */
export function serviceOf(work: Work, random: Random, sex: string, startedOn: string): Partial<GridMemberValues> {
  const years = Number(work.today.slice(0, 4)) - Number(startedOn.slice(0, 4));
  return {
    employer: '柳荫社区居委会',
    paySource: random.pick(['district', 'district', 'street', 'public-post']),
    profession: random.pick(PROFESSIONS),
    certificates: random.chance(35) ? [random.pick(['assistant-worker', 'social-worker', 'mediator', 'first-aid'])] : [],
    skills: random.chance(60) ? [random.pick(SKILLS)] : [],
    earlierMonths: random.chance(30) ? random.between(6, 60) : 0,
    retirementClass: sex === '1' ? 'men-60' : random.chance(55) ? 'women-55' : 'women-50',
    computerLevel: random.pick(['basic', 'office', 'office', 'skilled']),
    grade: String(Math.max(1, Math.min(5, 1 + Math.floor(years / 2)))),
    phoneCheckedOn: dayFrom(work.today, -random.between(5, 260)),
  };
}
