import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { GridPlan } from './grid-plan.ts';
import type { Community } from './invented-territory.ts';
import { workplaces } from './names/work.ts';
import type { InventedNumbers } from './invented-numbers.ts';
import { pickGivenName, pickSurname } from './person-names.ts';
import { randomOfPart, type Random } from './random.ts';

/** Ids of what `writeGrid` stored, in the order of the plan. */
export type WrittenGrid = { readonly dwellingIds: readonly string[]; readonly personIds: readonly (readonly string[])[] };
export type ExtrasOfGrid = { readonly seed: number; readonly part: number; readonly community: Community; readonly gridId: string; readonly now: string; readonly estateIds: Map<string, string> };

/** Parts of the seed beyond those of grids, maps and counts. */
const PART = 1_000_000;
/** So many of a hundred: let dwellings with a letting on record, people of eighty and more who are helped, of those who were visited. */
const [RECORDED, HELPED, VISITED] = [30, 25, 70];
const OLD = 80;
const BUSINESSES_OF_A_GRID = 3;
const KINDS = ['living-alone', 'very-old', 'disabled', 'minimum-living', 'empty-nest'] as const;
const HELPERS = ['张磊', '王芳', '陈静', '刘洋'] as const;

type Stored = () => { readonly id: string; readonly communityId: string; readonly version: number; readonly createdAt: string; readonly updatedAt: string; readonly removedAt: null };
type Context = { readonly work: Work; readonly random: Random; readonly stored: Stored; readonly numbers: InventedNumbers };

function dayIn(work: Work, days: number): string {
  const day = work.clock.now();
  day.setDate(day.getDate() + days);
  return localDay(day);
}

/** One record a building of the plan's flats; answers their ids in the order of the walk. */
function writeBuildings({ work, stored }: Context, plan: GridPlan, { gridId, estateIds }: ExtrasOfGrid): string[] {
  const found = new Map<string, { estate: string; name: string; address: string; units: Set<string>; floors: number }>();
  for (const { estate, building, address, unit, floor } of plan.dwellings) {
    const key = `${estate} ${building}`;
    const known = found.get(key) ?? { estate, name: building, address: address.slice(0, Math.max(0, address.indexOf(estate))), units: new Set<string>(), floors: 1 };
    known.units.add(unit);
    found.set(key, { ...known, floors: Math.max(known.floors, Number(floor) || 1) });
  }
  return [...found.values()].map(({ estate, name, address, units, floors }) => {
    if (!estateIds.has(estate)) {
      const row = { ...stored(), name: estate, address, propertyCompany: '安居物业', propertyPhone: '', committee: '', note: '' };
      work.estates.insert(row);
      estateIds.set(estate, row.id);
    }
    const row = { ...stored(), estateId: estateIds.get(estate) ?? null, gridId, name, address, floors, units: units.size, headName: '', headSex: '0' as const, headBirthOn: null, headPolitical: '', headEducation: '', headPhone: '', lngMicro: null, latMicro: null, note: '' };
    work.buildings.insert(row);
    return row.id;
  });
}

function writeRentals({ work, random, stored }: Context, plan: GridPlan, { dwellingIds, personIds }: WrittenGrid): void {
  for (const [at, household] of plan.households.entries()) {
    const [tenant, tenantId] = [household.members[0], personIds[at]?.[0]];
    const dwellingId = dwellingIds[household.home];
    if (!tenant || !tenantId || !dwellingId || plan.dwellings[household.home]?.category !== 'rented' || !random.chance(RECORDED)) continue;
    const from = -random.between(60, 900);
    work.rentals.insert({ ...stored(), dwellingId, rentalUse: 'housing', rentalType: 'suite', tenantId, tenantName: tenant.name, tenantIdNumber: '', tenantPhone: '', parts: ['whole'], startsOn: dayIn(work, from), endsOn: random.chance(80) ? dayIn(work, random.between(-20, 400)) : null, leftOn: null, note: '' });
  }
}

function writeHelp({ work, random, stored }: Context, plan: GridPlan, { personIds }: WrittenGrid): void {
  const oldest = `${String(Number(work.today.slice(0, 4)) - OLD)}${work.today.slice(4)}`;
  for (const [at, household] of plan.households.entries()) {
    for (const [no, person] of household.members.entries()) {
      const personId = personIds[at]?.[no];
      if (!personId || person.birthOn === null || person.birthOn > oldest || !random.chance(HELPED)) continue;
      const helper = random.pick(HELPERS);
      work.careGroups.insert({ ...stored(), personId, kind: random.pick(KINDS), fromOn: dayIn(work, -random.between(60, 900)), untilOn: null, level: '', allowanceFen: random.chance(50) ? 20_000 : null, helper, nextVisitOn: dayIn(work, random.between(-4, 45)), note: '' });
      if (random.chance(VISITED)) work.services.insert({ ...stored(), servedOn: dayIn(work, -random.between(1, 80)), place: person.presentAddress.slice(0, 100), kind: 'visit', staff: [helper], personIds: [personId], content: '入户看望，一切正常。', followUp: '' });
    }
  }
}

function writeBusinesses({ work, random, stored, numbers }: Context, { community, gridId, part }: ExtrasOfGrid): void {
  for (let no = 0; no < BUSINESSES_OF_A_GRID; no += 1) {
    const { removedAt: _never, ...row } = stored();
    const name = `${community.stem}${workplaces[(part * BUSINESSES_OF_A_GRID + no) % workplaces.length] ?? ''}${String(part + 1)}号店`;
    work.bodies.insert({ ...row, kind: 'economic', name, contact: pickSurname(random) + pickGivenName(random, '1', 1980), contactPhone: numbers.phone(), address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [gridId], isActive: true, note: '', extra: {}, importBatchId: null });
  }
}

/** What stands around the people of one grid of a large area: buildings, lettings, businesses, help and visits. Answers the ids of its buildings. */
export function writeGridExtras(work: Work, numbers: InventedNumbers, plan: GridPlan, written: WrittenGrid, grid: ExtrasOfGrid): string[] {
  const { now, community } = grid;
  const stored: Stored = () => ({ id: work.clock.newId(), communityId: community.id, version: 1, createdAt: now, updatedAt: now, removedAt: null });
  const context: Context = { work, stored, numbers, random: randomOfPart(grid.seed, PART + grid.part) };
  const buildingIds = writeBuildings(context, plan, grid);
  writeRentals(context, plan, written);
  writeHelp(context, plan, written);
  writeBusinesses(context, grid);
  return buildingIds;
}
