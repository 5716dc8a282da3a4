import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { giving, takingAll } from '#electron/modules/grid/territory/grid-life/grid-events.ts';
import { placesOf } from '#electron/modules/grid/territory/grid-life/grid-places.repository.ts';
import { rowMover } from '#electron/modules/grid/territory/grid-life/move-rows.ts';
import type { GridRecord } from '#electron/modules/grid/territory/grids.repository.ts';
import { suggestGridCode } from '#electron/modules/grid/territory/grids.service.ts';
import { isStaffPlace, namelessPlaces, TEAM_TABLE } from '#shared/modules/grid/territory/grid-life/grid-team.schema.ts';
import type { InventedNumbers } from './invented-numbers.ts';
import type { Community } from './invented-territory.ts';
import { inventedBodies } from './names/bodies.ts';
import { pickGivenName, pickSurname } from './person-names.ts';
import type { Random } from './random.ts';

type Source = { readonly random: Random; readonly numbers: InventedNumbers };

const dayFrom = (today: string, days: number): string => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const SPLIT_DAYS_AGO = 420;
const HANDED_OVER_DAYS_AGO = 130;
/** How many of a hundred cards have somebody in a place; some are rare everywhere. */
const FILLED: Readonly<Record<string, number>> = { 'four-community': 100, 'four-police': 85, 'four-street': 60, 'four-assigned': 35, 'six-party': 75, 'six-volunteer': 70, 'six-4050': 45, 'six-allowance': 25 };

/**
 * What stands on the ground of the demo besides its people: organisations, cards partly filled, deputies, a grid that was split long ago, a
 * hand-over. Answers the changes for the entry of the fill.
 */
export function fillGround(work: Work, own: Community, source: Source): RecordChange[] {
  const grids = work.grids.ofCommunity(own.id);
  return [...writeBodies(work, own, grids, source), ...writeCards(work, own, grids, source), ...writePast(work, own, grids), ...writeBoardLine(work, own)];
}

const stored = (work: Work, own: Community, at = work.clock.now().toISOString()) => ({ id: work.clock.newId(), communityId: own.id, version: 1, createdAt: at, updatedAt: at });
const nameOf = (random: Random): string => pickSurname(random) + pickGivenName(random, random.chance(50) ? '1' : '2', random.between(1965, 1998));

function writeBodies(work: Work, own: Community, grids: readonly GridRecord[], { random, numbers }: Source): RecordChange[] {
  return inventedBodies.map(({ from, until, ...facts }) => {
    const day = (days: number | null): string | null => (days === null ? null : dayFrom(work.today, days));
    const gridIds = facts.kind === 'department' ? grids.map(({ id }) => id) : grids.filter(() => random.chance(40)).map(({ id }) => id);
    const body = { ...facts, ...stored(work, own), contact: nameOf(random), contactPhone: numbers.phone(), address: '', agreementFrom: day(from), agreementUntil: day(until), gridIds, isActive: true, note: '', extra: {}, importBatchId: null };
    work.bodies.insert(body);
    return work.rows.change('body', body.id, undefined);
  });
}

function writeCards(work: Work, own: Community, grids: readonly GridRecord[], { random, numbers }: Source): RecordChange[] {
  const kinds = work.codeTables.items(TEAM_TABLE).filter(({ code }) => !namelessPlaces.includes(code));
  const officer = { name: nameOf(random), phone: numbers.phone() }; // one police officer for the whole community
  return grids.flatMap((grid) =>
    kinds.flatMap(({ code }) => {
      if (!random.chance(FILLED[code] ?? 0)) return [];
      const isStaff = isStaffPlace(code);
      const person = code === 'four-police' ? officer : { name: nameOf(random), phone: isStaff ? numbers.phone() : '' };
      const slot = { ...stored(work, own), gridId: grid.id, kind: code, ...person, unit: code === 'four-police' ? '柳荫派出所' : '', since: dayFrom(work.today, -random.between(60, 900)), note: '' };
      work.gridSlots.insert(slot);
      return [work.rows.change('grid_slot', slot.id, undefined)];
    }),
  );
}

function changed(work: Work, grid: GridRecord, values: Partial<GridRecord>): RecordChange {
  const before = work.rows.read('grid', grid.id);
  work.grids.replace({ ...grid, ...values, version: grid.version + 1 });
  return work.rows.change('grid', grid.id, before);
}

/** The last two grids were one until it grew too large; a member of another grid gave over to the present one. */
function writePast(work: Work, own: Community, grids: readonly GridRecord[]): RecordChange[] {
  const heirs = grids.slice(-2);
  const [first] = heirs;
  const fourth = grids[3];
  if (!first || !fourth) return [];
  const on = dayFrom(work.today, -SPLIT_DAYS_AGO);
  const { code } = suggestGridCode(work, { type: 'basic' });
  const reason = '超过 500 户，按街巷拆分为两个网格';
  const former = { ...first, ...stored(work, own, `${on}T02:00:00.000Z`), code, name: `${own.stem}河东网格`, responsibleId: null, startedOn: dayFrom(on, -900), status: 'closed' as const, ending: 'split' as const, closedOn: on, closedReason: reason, boardPlace: '' };
  work.grids.insert(former);
  const split = { ...stored(work, own, `${on}T02:00:00.000Z`), kind: 'split' as const, happenedOn: on, reason, gives: [giving(work, former)], takes: heirs.map((heir) => takingAll(work, heir)), undoneAt: null, undoneReason: '' };
  const handedOn = dayFrom(work.today, -HANDED_OVER_DAYS_AGO);
  const handed = { ...split, ...stored(work, own, `${handedOn}T02:00:00.000Z`), kind: 'handed-over' as const, happenedOn: handedOn, reason: '', gives: [{ ...giving(work, fourth), memberName: '', memberPhone: '' }], takes: [takingAll(work, fourth)] };
  for (const event of [split, handed]) work.gridEvents.insert(event);
  return [
    work.rows.change('grid', former.id, undefined),
    ...heirs.map((heir) => changed(work, heir, { startedOn: on })),
    ...[split, handed].map(({ id }) => work.rows.change('grid_event', id, undefined)),
  ];
}

/** A little disorder for the warnings: one member on two grids, a building of which one unit lies in the next grid, a household apart from its dwelling, deputies where there are helpers. */
export function makeDisorder(work: Work): RecordChange[] {
  const grids = work.grids.ofCommunity(work.actor.communityId).filter(({ status }) => status === 'active');
  const [one, two, three, , five, six] = grids;
  if (!one || !two || !three || !five || !six) return [];
  const mover = rowMover(work);
  const living = work.gridPlaces.living(one.id);
  const places = placesOf(living);
  const units = places.filter((place) => place.building !== '' && place.households > 0 && places.some((other) => other !== place && other.estate === place.estate && other.building === place.building));
  const smallest = units.toSorted((a, b) => a.persons - b.persons || a.key.localeCompare(b.key))[0];
  for (const row of living) if (row.where.key === smallest?.key) mover.move(row.table, row.id, two.id);
  const apart = work.gridPlaces.living(three.id).find(({ table, where }) => table === 'household' && where.building !== '');
  if (apart) mover.move('household', apart.id, two.id);
  const deputies = grids.flatMap((grid) => {
    const helper = work.gridMembers.list({ text: '', gridId: grid.id, offset: 0, limit: 20 }).rows.find(({ id, employment }) => employment === 'part-time' && id !== grid.responsibleId);
    return helper ? [changed(work, grid, { deputyId: helper.id, ...(grid === six && { responsibleId: five.responsibleId }) })] : grid === six ? [changed(work, grid, { responsibleId: five.responsibleId })] : [];
  });
  return [...mover.changes, ...deputies];
}

function writeBoardLine(work: Work, own: Community): RecordChange[] {
  const line = { ...stored(work, own), line: `${own.name}便民服务站：每天 8:30–17:30，周末有人值班` };
  work.boardLines.put(line);
  return [work.rows.change('board_line', line.id, undefined)];
}
