import type { Work } from '#electron/database/unit-of-work.ts';
import type { LargeSize } from '#shared/kernel/session/demo-size.schema.ts';
import type { FillSite, TownCommunity } from './demo-town.ts';
import { estatesOf } from './estates.ts';
import { checkMayInvent } from './fill-community.ts';
import { fillGround } from './ground.ts';
import { writeGridExtras } from './grid-extras.ts';
import { planGrid } from './grid-plan.ts';
import { inventedNumbers, type InventedNumbers } from './invented-numbers.ts';
import { writeGridMember, writeGridRecord } from './invented-grids.ts';
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
};
/** The city that tried the grid first: 121 communities with 1,110 grids (domain.md 6), and a million people in them. */
export const CITY_SIZE: CitySize = { grids: 1110, persons: 1_000_000, households: 400_000, dwellings: 450_000 };
/** A large sub-district (domain.md 6): fifteen communities, a hundred and thirty grids, 120,000 people. */
export const SUB_DISTRICT_SIZE: CitySize = { communities: 15, grids: 130, persons: 120_000, households: 48_000, dwellings: 54_000 };
export const SIZES: Readonly<Record<LargeSize, CitySize>> = { 'sub-district': SUB_DISTRICT_SIZE, city: CITY_SIZE };
/** Points of buildings on the map of the whole city. */
export const CITY_BUILDINGS = 30_000;
/** So many people go into one transaction: large enough to be quick, small enough to stay in memory. */
const PERSONS_PER_TRANSACTION = 20_000;
/** No grid has this number, so these draws disturb nobody else's. */
const GROUND_PART = -1_000_003;

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

export type CityRequest = { readonly seed: number; readonly size?: CitySize; /** Whether the station's own community gets its departments, cards and a past. */ readonly withGround?: boolean };

/**
 * Fills an empty demo station with the people, homes, buildings, lettings, businesses, help and borders of a whole city or a sub-district. One grid at a
 * time is in memory; a transaction holds twenty thousand people. Answers the communities with their grids. Errors: see checkMayInvent; `task/cancelled`.
 */
export function fillCity(site: FillSite, { seed, size = CITY_SIZE, withGround = false }: CityRequest): TownCommunity[] {
  const numbers = inventedNumbers(seed);
  const communities = site.command({ seed }, (work, changed) => {
    checkMayInvent(work);
    const before = work.rows.read('organisation', work.actor.communityId);
    const territory = writeTerritory(work, work.clock.now().toISOString());
    changed(work.rows.change('organisation', work.actor.communityId, before));
    return territory.communities.slice(0, size.communities ?? territory.communities.length);
  });
  const lots = lotsOf(communities, size.grids);
  const perTransaction = Math.max(1, Math.floor((PERSONS_PER_TRANSACTION * size.grids) / size.persons));
  const growing: Growing = { codes: new Map(communities.map(({ id }): [string, string[]] => [id, []])), estates: new Map(communities.map(({ id }) => [id, new Map<string, string>()])), gridIds: [], buildingIds: [] };
  const { gridIds, buildingIds } = growing;
  const buildings = Math.round((CITY_BUILDINGS * size.grids) / CITY_SIZE.grids);
  site.withoutIndexes({ of: ['person', 'household', 'dwelling'] }, () => {
    for (let from = 0; from < lots.length; from += perTransaction) {
      site.step(Math.round((size.persons * from) / lots.length), size.persons);
      const batch = lots.slice(from, from + perTransaction);
      site.command({ grids: batch.length }, (work) => {
        for (const lot of batch) writeLot(work, seed, numbers, size, lot, growing);
      });
    }
    site.step(size.persons, size.persons);
  });
  site.command({ shapes: gridIds.length }, (work) => {
    const now = work.clock.now().toISOString();
    for (const community of communities) {
      const mine = lots.filter((lot) => lot.community === community);
      writeInventedMap(work, { seed, community, gridIds: mine.flatMap(({ part }) => gridIds[part] ?? []), buildings: (at) => fairShare(buildings, size.grids, mine[at]?.part ?? 0), standing: (at) => buildingIds[mine[at]?.part ?? -1] ?? [], now });
    }
  });
  const [own] = communities;
  if (withGround && own) site.command({ communities: 1 }, (work) => fillGround(work, own, { random: randomOfPart(seed, GROUND_PART), numbers }));
  return communities.map(({ id, index }) => ({ id, index, gridIds: lots.filter(({ community }) => community.id === id).flatMap(({ part }) => gridIds[part] ?? []) }));
}
