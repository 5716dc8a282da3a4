import type { Work } from '#electron/database/unit-of-work.ts';
import { nextGridCode } from '#shared/modules/grid/territory/grid-code.rules.ts';
import type { Estate } from './estates.ts';
import type { InventedNumbers, Sex } from './invented-numbers.ts';
import type { Community } from './invented-territory.ts';
import { roadNames } from './names/places.ts';
import { DISTRICT_CODE } from './names/regions.ts';
import { bornOn } from './people.ts';
import { pickGivenName, pickSurname } from './person-names.ts';
import type { Random } from './random.ts';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;
const ordinal = (no: number): string => (no <= 10 ? (numerals[no - 1] ?? '') : `十${numerals[no - 11] ?? ''}`);

export type GridMemberFacts = { readonly gridId: string | null; readonly employment: 'full-time' | 'part-time'; readonly communityId: string; readonly now: string };

/** Stores one grid member of working age with a work phone; answers the id. */
export function writeGridMember(work: Work, random: Random, numbers: InventedNumbers, { now, ...facts }: GridMemberFacts): string {
  const id = work.clock.newId();
  const sex: Sex = random.chance(38) ? '1' : '2';
  const birthOn = bornOn(random, random.between(23, 57), work.today);
  const registeredOn = `${Number(work.today.slice(0, 4)) - random.between(1, 6)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
  work.gridMembers.insert({
    ...facts,
    id,
    version: 1,
    createdAt: now,
    updatedAt: now,
    name: pickSurname(random) + pickGivenName(random, sex, Number(birthOn.slice(0, 4))),
    phone: numbers.phone(),
    sex,
    birthOn,
    idNumber: numbers.idNumber(DISTRICT_CODE, birthOn, sex),
    political: random.chance(35) ? '01' : '13',
    education: random.pick(['20', '30', '30', '60']),
    registeredOn,
    note: '',
    extra: {},
    importBatchId: null,
  });
  return id;
}

export type GridFacts = { readonly id: string; readonly no: number; readonly responsibleId: string | null; readonly estates: readonly Estate[]; readonly used: readonly string[]; readonly now: string };

/** Stores a basic grid of a community under the next free code of the station's rule; answers the code. */
export function writeGridRecord(work: Work, community: Community, { id, no, responsibleId, estates, used, now }: GridFacts): string {
  const code = nextGridCode(work.settings.get().gridCodeRule, community.code, 'basic', used);
  const from = no * 2 + community.index * 3; // neighbours share two roads, no two grids of a community all four
  const road = (step: number): string => roadNames[(from + step) % roadNames.length] ?? '';
  work.grids.insert({
    id,
    communityId: community.id,
    version: 1,
    createdAt: now,
    updatedAt: now,
    code,
    formerCodes: [],
    name: `${community.stem}第${ordinal(no)}网格`,
    type: 'basic',
    nature: estates[0]?.nature ?? '',
    boundary: `含${estates.map(({ name }) => name).join('、')}`,
    east: road(0),
    south: road(1),
    west: road(2),
    north: road(3),
    boardPlace: `${estates[0]?.name ?? ''}大门内`,
    responsibleId,
    startedOn: `${Number(work.today.slice(0, 4)) - 3}-01-01`,
    note: '',
    status: 'active',
    closedOn: null,
    closedReason: '',
  });
  return code;
}
