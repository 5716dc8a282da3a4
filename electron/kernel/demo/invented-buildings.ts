import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { writeProposal } from '#electron/modules/grid/territory/buildings/take-rooms.ts';
import { mergedPlace } from '#shared/modules/grid/territory/buildings/room-layout.rules.ts';
import { proposeRooms } from '#shared/modules/grid/territory/buildings/room-proposal.rules.ts';
import type { InventedNumbers, Sex } from './invented-numbers.ts';
import { pickGivenName, pickSurname } from './person-names.ts';
import { randomOfPart, type Random } from './random.ts';

/** So many of a hundred buildings have a head, and of a hundred let dwellings a letting on record. */
const HEADED = 85;
const RECORDED = 70;
/** Days from today of a letting's start and agreed end; one in twelve is past it. */
const LETTINGS = [{ from: -700, until: 30 }, { from: -400, until: 330 }, { from: -300, until: 65 }, { from: -120, until: 245 }, { from: -90, until: null }, { from: -380, until: -15 }] as const;
const DAY_MS = 86_400_000;
const companies = ['安居物业', '翠屏物业', '和润物业', '邻里物业'] as const;

const dayFrom = (today: string, days: number): string => new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

function inventHead(work: Work, buildingId: string, random: Random, numbers: InventedNumbers): void {
  const building = work.buildings.find(work.actor, buildingId);
  if (!building || !random.chance(HEADED)) return;
  const sex: Sex = random.chance(35) ? '1' : '2';
  const [floors, units] = [building.floors ?? 1, building.units ?? 1];
  const headBirthOn = `${1952 + ((floors * 3 + units * 7 + building.name.charCodeAt(0)) % 18)}-${String(1 + ((floors + units * 5) % 12)).padStart(2, '0')}-15`;
  work.buildings.replace({ ...building, headBirthOn, headPolitical: sex === '1' ? '01' : '13', headEducation: floors % 2 === 0 ? '60' : '70', headName: pickSurname(random) + pickGivenName(random, sex, 1958), headSex: sex, headPhone: numbers.phone() });
}

/** The first two ground-floor rooms side by side in which nobody lives become a shop. */
function inventShop(work: Work, buildingIds: readonly string[]): void {
  for (const buildingId of buildingIds) {
    const ground = work.rooms.ofBuilding(buildingId).filter(({ id, floor }) => floor === 1 && work.rooms.countPersons(id) === 0);
    for (const [index, kept] of ground.entries()) {
      const next = ground[index + 1];
      const place = next && mergedPlace([kept, next]);
      if (!place) continue;
      work.rooms.replace({ ...kept, ...place, name: '商铺1', use: 'commerce' });
      work.rooms.replace({ ...next, removedAt: kept.createdAt });
      for (const dwellingId of work.rooms.tiedTo(next.id)) {
        const link = work.rooms.linkOf(dwellingId);
        if (link) work.rooms.replaceLink({ ...link, roomId: kept.id });
      }
      return;
    }
  }
}

/** Buildings stand at the points of their own grid, one after the other. */
function placeBuildings(work: Work, buildingIds: readonly string[]): void {
  const points = work.points.ofCommunity(work.actor.communityId);
  const used = new Set<string>();
  for (const id of buildingIds) {
    const building = work.buildings.find(work.actor, id);
    const point = points.find(({ id: pointId, gridId }) => gridId === building?.gridId && !used.has(pointId));
    if (!building || !point) continue;
    used.add(point.id);
    work.buildings.place(id, [point.lon, point.lat]);
  }
}

/** Lettings of the dwellings that are let: their first resident is the tenant. */
function inventRentals(work: Work, random: Random): RecordChange[] {
  const now = work.clock.now().toISOString();
  return work.rentals.letDwellings().flatMap(({ id: dwellingId, tenantId, tenantName }) => {
    if (!random.chance(RECORDED)) return [];
    const { from, until } = random.pick(LETTINGS);
    const rental = {
      id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null, dwellingId, rentalUse: 'housing', rentalType: 'suite', tenantId, tenantName, tenantIdNumber: '', tenantPhone: '',
      parts: [random.chance(80) ? 'whole' : 'bedroom'], startsOn: dayFrom(work.today, from), endsOn: until === null ? null : dayFrom(work.today, until), leftOn: null, note: '',
    };
    return [work.rows.creation(work.rentals.insert(rental))];
  });
}

/**
 * Estates, buildings and rooms from the addresses of the demo's dwellings, with property companies and building heads, lettings, and one
 * shop on a ground floor that was two rooms. Part of the one act that fills the demo: answers what the log keeps of every record.
 */
export function writeBuildings(work: Work, seed: number, numbers: InventedNumbers): RecordChange[] {
  const random = randomOfPart(seed, -2);
  const taken = writeProposal(work, proposeRooms(work.rooms.untied(work.actor.communityId)).buildings);
  for (const { entityId } of taken.estates) {
    const estate = work.estates.find(entityId);
    if (estate) work.estates.replace({ ...estate, propertyCompany: random.pick(companies), propertyPhone: numbers.phone(), committee: random.chance(70) ? '业主委员会' : '' });
  }
  for (const { entityId } of taken.buildings) inventHead(work, entityId, random, numbers);
  placeBuildings(work, taken.buildings.map(({ entityId }) => entityId));
  inventShop(work, taken.buildings.map(({ entityId }) => entityId));
  return [...taken.changes.map(({ entity, entityId }) => work.rows.change(entity, entityId, undefined)), ...inventRentals(work, random)];
}
