import { begun } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { CLOCK_OF } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { locator } from '#shared/modules/grid/territory/map/inside.rules.ts';
import { originOf, placeKeyOf } from '#shared/modules/grid/matters/matter-words.rules.ts';
import type { MatterChange, MatterDraft, MatterFilter, MatterRow, MatterSheet, UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { isGridInScope } from '../register/scope.ts';
import { daysOf, workingDays } from './matter-clock.ts';
import { isEditable, matterSheet, shownMatters } from './matter-sheet.ts';
import { checkUnit } from './matter-units.ts';
import type { MatterOrder, MatterRecord, MatterValues } from './matters.repository.ts';
import { matterAt, takeStep } from './move.service.ts';

type Window = { readonly offset: number; readonly limit: number };

/** The first day that is not late enough for a filter of so many working days; 0 asks for anything that is late. */
export const overdueBefore = (work: Work, { overdueDays }: MatterFilter): string | null => (overdueDays === null ? null : workingDays(work).before(work.today, Math.max(0, overdueDays - 1)));

export const listMatters = (work: Work, { filter, sort, ...window }: { readonly filter: MatterFilter; readonly sort: MatterOrder } & Window): MatterRow[] =>
  shownMatters(work, work.matters.list(work.actor, filter, overdueBefore(work, filter), sort, window));

const MICRO = 1e6;
type Point = { readonly lngMicro: number; readonly latMicro: number };
const pointOf = ({ lngMicro, latMicro }: { readonly lngMicro: number | null; readonly latMicro: number | null }): Point | null => (lngMicro === null || latMicro === null ? null : { lngMicro, latMicro });

/** The grid of the community whose shape holds a point; null outside all of them. */
const gridAt = (work: Work, { lngMicro, latMicro }: Point): string | null =>
  locator(work.shapes.list(work.actor.communityId).flatMap(({ gridId, shape }) => (gridId === null ? [] : [{ id: gridId, shape }])))([lngMicro / MICRO, latMicro / MICRO]);

/**
 * A resident that can be seen, a building and a dwelling that exist: their grid and point are taken over where the desk left them open. A point picked
 * on the map stands before the building's, and gives the grid that holds it where nothing else does. Error: `record/not-found`.
 */
function placed(work: Work, draft: Pick<MatterDraft, 'gridId' | 'buildingId' | 'dwellingId' | 'lngMicro' | 'latMicro' | 'personId' | 'place'>) {
  const building = draft.buildingId === null ? null : (work.buildings.find({ ...work.actor, scope: 'all' }, draft.buildingId) ?? fail('record/not-found', {}));
  const dwelling = draft.dwellingId === null ? null : (work.dwellings.find({ ...work.actor, scope: 'all' }, draft.dwellingId) ?? fail('record/not-found', {}));
  if (draft.personId !== null && !work.persons.find(work.actor, draft.personId)) fail('record/not-found', {});
  const picked = pointOf(draft);
  const gridId = draft.gridId ?? dwelling?.gridId ?? building?.gridId ?? (picked && gridAt(work, picked));
  if (gridId !== null && !work.grids.find(gridId)) fail('record/not-found', {});
  return { gridId, buildingId: draft.buildingId, dwellingId: draft.dwellingId, ...(picked ?? (building && pointOf(building)) ?? { lngMicro: null, latMicro: null }), placeKey: placeKeyOf(draft.place) };
}

function checkHappened(work: Work, occurredOn: string | null): void {
  if (occurredOn !== null && occurredOn > work.today) fail('matter/not-begun', { today: work.today });
}

/** Who created it: the unit that handed it over, the grid that found it, or the desk. It is the one that verifies the work. */
function originUnit(work: Work, draft: MatterDraft, gridId: string | null, station: string): UnitRef {
  if (draft.fromUnit) return checkUnit(work, draft.fromUnit);
  return gridId !== null && originOf(draft.channel) === 'found' ? { kind: 'grid', id: gridId } : { kind: 'station', id: station };
}

const UNTOUCHED = {
  number: '', reportedAt: null, reportedOn: null, moves: 0, touchedAt: null, clock: CLOCK_OF.draft, clockFrom: null, clockUsed: 0, limitDays: null, redDays: null, extraDays: 0, dueOn: null, redOn: null, promisedFirst: null, promisedOn: null,
  extension: 'none', askedDays: 0, suspendedUntil: null, card: 'none', cardOn: null, urges: 0, urgedOn: null, returns: 0, wrong: 0, reworks: 0, reopens: 0, wentUp: false, isJoint: false, mergedInto: null, pinned: false, isModel: false, isLegacy: false,
  result: '', outcome: '', endedAt: null, endedOn: null, inTime: null, rating: null, ratingText: '', ratedOn: null,
} as const satisfies Partial<MatterValues>;

/** Writes a matter down as a draft of the desk, routed to the station of its kind. Errors: `record/not-found`, `matter/not-begun`, those of units. */
function takeDown(work: Work, draft: MatterDraft): { readonly id: string; readonly made: RecordChange } {
  checkHappened(work, draft.occurredOn);
  const { fromUnit: _from, submit: _submit, ...facts } = draft;
  const where = placed(work, draft);
  const { station } = work.matterSettings.kind(draft.kind);
  const origin = originUnit(work, draft, where.gridId, station);
  const row = begun(work);
  work.matters.insert({
    ...UNTOUCHED, ...facts, ...row, ...where, partyPhone: normalisePhone(draft.partyPhone), origin: originOf(draft.channel), station, originUnitKind: origin.kind, originUnitId: origin.id, reportedBy: work.actor.userId,
    unitKind: 'station', unitId: station, ownerId: work.actor.userId, state: 'draft', open: false, stateAt: row.createdAt, stateOn: work.today,
  });
  return { id: row.id, made: work.rows.change('matter', row.id, undefined) };
}

/** A matter taken down and brought in one, without the entry: whoever makes one of something else records these changes with their own. */
export function bringMatter(work: Work, draft: MatterDraft): { readonly id: string; readonly number: string; readonly changes: readonly RecordChange[] } {
  const { id, made } = takeDown(work, draft);
  const [brought, ...rest] = takeStep(work, daysOf(work), work.matters.find(work.actor, id) ?? fail('record/not-found', {}), { move: 'submit', id, version: 1, text: '' });
  return { id, number: work.matters.find(work.actor, id)?.number ?? '', changes: [{ ...(brought ?? made), fields: {} }, ...rest] }; // made and brought in one act: the log keeps it as one record as it is at the end
}

/**
 * A matter as the desk takes it: routed to the station of its kind, in whose hands it is until it is dispatched; with `submit` it gets its number and
 * its clock in the same act. A matter without a grid is taken too and waits to be placed. Errors: `record/not-found`, `matter/not-begun`, those of units.
 */
export function createMatter(work: Work, draft: MatterDraft): MatterSheet {
  if (!draft.submit) {
    const { id, made } = takeDown(work, draft);
    work.record({ action: 'matter.drafted', entity: 'matter', entityId: id, changes: [made] });
    return matterSheet(work, id);
  }
  const { id, number, changes } = bringMatter(work, draft);
  work.record({ action: 'matter.reported', entity: 'matter', entityId: id, detail: { number }, changes });
  return matterSheet(work, id);
}

/** Corrects what was taken down, until the next level has accepted it. Its route follows its kind only while it still lies at the desk. Error: `matter/not-editable`. */
export function updateMatter(work: Work, { id, version, partyPhone, ...facts }: MatterChange): MatterSheet {
  const matter = matterAt(work, { id, version });
  if (!isEditable(matter)) fail('matter/not-editable', {});
  checkHappened(work, facts.occurredOn);
  const where = placed(work, facts);
  if (matter.gridId !== where.gridId && where.gridId !== null && !isGridInScope(work.actor, where.gridId) && matter.reportedBy !== work.actor.userId) fail('record/not-found', {});
  const isAtDesk = matter.state !== 'dispatched';
  const station = isAtDesk ? work.matterSettings.kind(facts.kind).station : matter.station;
  const after: MatterRecord = {
    ...matter, ...facts, ...where, station, origin: originOf(facts.channel), ...(isAtDesk && matter.unitKind === 'station' ? { unitId: station } : {}),
    ...(partyPhone === undefined ? {} : { partyPhone: normalisePhone(partyPhone) }), version: version + 1, updatedAt: work.clock.now().toISOString(),
  };
  const before = work.rows.read('matter', id);
  work.matters.replace(after);
  work.record({ action: 'matter.changed', entity: 'matter', entityId: id, detail: { number: matter.number }, changes: [work.rows.change('matter', id, before)] });
  return matterSheet(work, id);
}

/** Puts a matter on top of the queue, or on the lists of model cases and legacy matters. */
export function flagMatter(work: Work, { id, version, ...flags }: { readonly id: string; readonly version: number; readonly pinned: boolean; readonly isModel: boolean; readonly isLegacy: boolean }): MatterSheet {
  const matter = matterAt(work, { id, version });
  const before = work.rows.read('matter', id);
  work.matters.move({ ...matter, ...flags, version: version + 1, updatedAt: work.clock.now().toISOString() });
  work.record({ action: 'matter.flagged', entity: 'matter', entityId: id, detail: { number: matter.number, ...flags }, changes: [work.rows.change('matter', id, before)] });
  return matterSheet(work, id);
}
