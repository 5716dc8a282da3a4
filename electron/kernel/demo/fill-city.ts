import type { UnitOfWork, Work } from '#electron/database/unit-of-work.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { estatesOf } from './estates.ts';
import { checkMayInvent } from './fill-community.ts';
import { writeGridExtras } from './grid-extras.ts';
import { planGrid } from './grid-plan.ts';
import { inventedNumbers, type InventedNumbers } from './invented-numbers.ts';
import { writeGridMember, writeGridRecord } from './invented-grids.ts';
import { cityStaffOf, writeCityStaff } from '#electron/modules/staff/demo/city-staff.ts';
import { writeCityTraining } from '#electron/modules/training-assessment/training/demo/city-training.ts';
import { staffNumbers } from '#electron/modules/staff/demo/demo-people.ts';
import { writeInventedMap } from './invented-map.ts';
import { writeTerritory, type Community } from './invented-territory.ts';
import { fairShare, randomOfPart, slicePart } from './random.ts';
import { writeGrid } from './write-grid.ts';

export type CitySize = {
  readonly grids: number;
  readonly persons: number;
  readonly households: number;
  readonly dwellings: number;
  /** Absent: every community of the invented district. */
  readonly communities?: number;
  /** Staff beside the responsible members. */
  readonly staff?: number;
};
/** The city that tried the grid first: 121 communities with 1,110 grids (domain.md 6), and a million people in them. */
export const CITY_SIZE: CitySize = { grids: 1110, persons: 1_000_000, households: 400_000, dwellings: 450_000, staff: 9_890 };
/** A large sub-district (domain.md 6): fifteen communities, a hundred and thirty grids, 120,000 people. */
export const SUB_DISTRICT_SIZE: CitySize = { communities: 15, grids: 130, persons: 120_000, households: 48_000, dwellings: 54_000, staff: 1_170 };
/** Points of buildings on the map of the whole city. */
export const CITY_BUILDINGS = 30_000;
/** So many people go into one transaction: large enough to be quick, small enough to stay in memory. */
const PERSONS_PER_TRANSACTION = 20_000;

type Lot = { readonly community: Community; readonly no: number; readonly gridsThere: number; readonly part: number };

/** Every grid to be made, community by community. */
function lotsOf(communities: readonly Community[], grids: number): Lot[] {
  const lots: Lot[] = [];
  for (const community of communities) {
    const gridsThere = fairShare(grids, communities.length, community.index);
    for (let no = 1; no <= gridsThere; no += 1) lots.push({ community, no, gridsThere, part: lots.length });
  }
  return lots;
}

/** What grows while a city is written: codes already given and estates already made by community, grids and their buildings by part. */
type Growing = { readonly codes: Map<string, string[]>; readonly estates: Map<string, Map<string, string>>; readonly gridIds: string[]; readonly buildingIds: string[][] };

function writeLot(work: Work, seed: number, numbers: InventedNumbers, size: CitySize, { community, no, gridsThere, part }: Lot, growing: Growing): void {
  const now = work.clock.now().toISOString();
  const random = randomOfPart(seed, part);
  const codes = growing.codes.get(community.id) ?? [];
  const estates = slicePart(estatesOf(community, randomOfPart(seed, -2 - community.index)), gridsThere, no - 1);
  const gridId = work.clock.newId();
  const responsibleId = writeGridMember(work, random, numbers, { gridId, employment: 'full-time', communityId: community.id, now });
  codes.push(writeGridRecord(work, community, { id: gridId, no, responsibleId, estates, used: codes, now }));
  const share = { persons: fairShare(size.persons, size.grids, part), households: fairShare(size.households, size.grids, part), dwellings: fairShare(size.dwellings, size.grids, part) };
  const plan = planGrid(random, numbers, work.today, { communityCode: community.code, gridNo: no, estates }, share);
  const written = writeGrid(work, plan, { communityId: community.id, gridId, now });
  growing.gridIds.push(gridId);
  growing.buildingIds.push(writeGridExtras(work, numbers, plan, written, { seed, part, community, gridId, now, estateIds: growing.estates.get(community.id) ?? new Map<string, string>() }));
}

/**
 * Fills an empty demo station with a whole city or a sub-district, for measuring: people, homes, buildings, lettings, businesses, help, borders. One grid at a time is in memory; a transaction holds twenty thousand people
 * and one entry without the records, because a history of two million rows is not what is measured. Errors: see checkMayInvent.
 */
export function fillCity(unit: UnitOfWork, actor: Actor, { seed, size = CITY_SIZE }: { readonly seed: number; readonly size?: CitySize }, progress: (persons: number) => void = () => {}): void {
  const numbers = inventedNumbers(seed);
  const communities = unit.command(actor, (work) => {
    checkMayInvent(work);
    const territory = writeTerritory(work, work.clock.now().toISOString());
    work.record({ action: 'demo.filled', entity: 'organisation', entityId: actor.communityId, detail: { seed: String(seed), communities: territory.communities.length } });
    return territory.communities.slice(0, size.communities ?? territory.communities.length);
  });
  const lots = lotsOf(communities, size.grids);
  const perTransaction = Math.max(1, Math.floor((PERSONS_PER_TRANSACTION * size.grids) / size.persons));
  const growing: Growing = { codes: new Map(communities.map(({ id }): [string, string[]] => [id, []])), estates: new Map(communities.map(({ id }) => [id, new Map<string, string>()])), gridIds: [], buildingIds: [] };
  const { gridIds, buildingIds } = growing;
  for (let from = 0; from < lots.length; from += perTransaction) {
    const batch = lots.slice(from, from + perTransaction);
    unit.command(actor, (work) => {
      for (const lot of batch) writeLot(work, seed, numbers, size, lot, growing);
      work.record({ action: 'demo.filled', entity: 'organisation', entityId: actor.communityId, detail: { seed: String(seed), grids: batch.length } });
    });
    progress(fairShare(size.persons, lots.length, 0) * Math.min(lots.length, from + batch.length));
  }
  unit.command(actor, (work) => {
    const now = work.clock.now().toISOString();
    for (const community of communities) {
      const mine = lots.filter((lot) => lot.community === community);
      writeInventedMap(work, { seed, community, gridIds: mine.flatMap(({ part }) => gridIds[part] ?? []), buildings: (at) => fairShare(CITY_BUILDINGS, size.grids, mine[at]?.part ?? 0), standing: (at) => buildingIds[mine[at]?.part ?? -1] ?? [], now });
    }
    work.record({ action: 'demo.filled', entity: 'organisation', entityId: actor.communityId, detail: { seed: String(seed), shapes: gridIds.length } });
  });
  fillStaff(unit, actor, seed, size, lots, gridIds);
  fillTraining(unit, actor, seed, size, lots);
}

/** The staff of every community, in one transaction. */
function fillStaff(unit: UnitOfWork, actor: Actor, seed: number, { staff = 0 }: CitySize, lots: readonly Lot[], gridIds: readonly string[]): void {
  if (staff === 0) return;
  const numbers = staffNumbers(seed);
  const communities = [...new Set(lots.map(({ community }) => community))];
  unit.command(actor, (work) => {
    for (const community of communities) {
      const mine = lots.filter((lot) => lot.community === community).flatMap(({ part }) => gridIds[part] ?? []);
      writeCityStaff(work, seed, numbers, { id: community.id, index: community.index, gridIds: mine, staff: cityStaffOf(staff, communities.length, community.index) });
    }
    work.record({ action: 'demo.filled', entity: 'organisation', entityId: actor.communityId, detail: { seed: String(seed), staff } });
  });
}

/** Five years of classes of everybody on the staff; a transaction a community, because each holds some thousand records. */
function fillTraining(unit: UnitOfWork, actor: Actor, seed: number, { staff = 0 }: CitySize, lots: readonly Lot[]): void {
  if (staff === 0) return;
  const numbers = new Map<string, number>();
  for (const { id: communityId, index } of new Set(lots.map(({ community }) => community))) {
    unit.command(actor, (work) => {
      const memberIds = work.trainees.idsOf(communityId, work.today);
      writeCityTraining(work, seed, { communityId, index, memberIds, numbers });
      work.record({ action: 'demo.filled', entity: 'organisation', entityId: communityId, detail: { seed: String(seed), trained: memberIds.length } });
    });
  }
}
