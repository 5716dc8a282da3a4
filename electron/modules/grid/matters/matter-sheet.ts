import type { Work } from '#electron/database/unit-of-work.ts';
import { clockOf } from '#shared/kernel/calendar/clock.rules.ts';
import { fail } from '#shared/errors/app-error.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { isOpen, movesFrom, statesAhead } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { WorkingDays } from '#shared/modules/grid/matters/matter-clock.rules.ts';
import type { MatterMoveRow, MatterRow, MatterSheet, MatterStep, UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import { maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import { usedToday, workingDays } from './matter-clock.ts';
import type { ListedMatter, MatterRecord } from './matters.repository.ts';
import type { MoveRecord } from './matter-moves.repository.ts';
import { unitNamed, type NamedUnit } from './matter-units.ts';

/** A listed row with the clock of today laid on it. */
export function shownMatter(days: WorkingDays, today: string, row: ListedMatter): MatterRow {
  const { clockFrom, clockUsed, limitDays, extraDays, touchedAt, open, pinned, isModel, isLegacy, isJoint, ...facts } = row;
  const used = usedToday(days, { clockFrom, clockUsed, state: row.state }, today);
  const limit = limitDays === null || used === null ? null : limitDays + extraDays;
  return {
    ...facts, unitName: facts.unitName ?? '', used, limit, clock: row.state === 'suspended' || used === null ? 'calm' : clockOf(used, limit), isEstimate: row.dueOn !== null && !days.isPublished(row.dueOn),
    untouched: open === 1 && touchedAt === null, pinned: pinned === 1, isModel: isModel === 1, isLegacy: isLegacy === 1, isJoint: isJoint === 1,
  };
}

export const shownMatters = (work: Work, rows: readonly ListedMatter[]): MatterRow[] => {
  const days = workingDays(work);
  return rows.map((row) => shownMatter(days, work.today, row));
};

type Namer = (unit: UnitRef) => NamedUnit;
/** Each unit is looked up once for a sheet. */
function namer(work: Work): Namer {
  const known = new Map<string, NamedUnit>();
  return (unit) => {
    const key = `${unit.kind}/${unit.id}`;
    const named = known.get(key) ?? unitNamed(work, unit);
    known.set(key, named);
    return named;
  };
}

const moveRow = (name: Namer) => ({ id, seq, move, fromState, toState, movedAt, byName, unitKind, unitId, toUnitKind, toUnitId, said, days }: MoveRecord): MatterMoveRow =>
  ({ id, seq, move, fromState, toState, movedAt, byName, unit: name({ kind: unitKind, id: unitId }), toUnit: name({ kind: toUnitKind, id: toUnitId }), said, days });

/**
 * Who had the matter in which state from when to when, computed from the steps alone; then who has it now, and the ordinary way ahead. A step
 * that changed neither state nor unit belongs to the one it was taken in.
 */
function stepsOf(moves: readonly MoveRecord[], matter: MatterRecord, row: MatterRow, name: Namer): MatterStep[] {
  const done = moves.flatMap((move, at): MatterStep[] => {
    if (move.days === null) return [];
    const entered = moves.slice(0, at).findLast((one) => one.days !== null || one.fromState !== one.toState);
    const used = move.days;
    return [{
      id: move.id, state: move.fromState, phase: 'done', unit: name({ kind: move.unitKind, id: move.unitId }), person: move.byName, since: entered?.movedAt ?? matter.reportedAt, until: move.movedAt, days: used, limit: move.limitDays,
      clock: move.fromState === 'suspended' ? 'calm' : clockOf(used, move.limitDays) === 'overdue' ? 'overdue' : 'calm',
    }];
  });
  const now: MatterStep = {
    id: 'now', state: matter.state, phase: isOpen(matter.state) || matter.state === 'draft' ? 'now' : 'done', unit: name({ kind: matter.unitKind, id: matter.unitId }), person: row.ownerName, since: matter.stateAt, until: null, days: row.used, limit: row.limit, clock: row.clock,
  };
  const ahead = statesAhead(matter.state).map((state): MatterStep => ({ id: `ahead-${state}`, state, phase: 'ahead', unit: null, person: '', since: null, until: null, days: null, limit: null, clock: 'calm' }));
  return [...done, now, ...ahead];
}

const mergedOf = (work: Work, id: string | null): MatterSheet['mergedInto'] => {
  const into = id === null ? undefined : work.matters.find({ ...work.actor, scope: 'all' }, id);
  return into ? { id: into.id, number: into.number } : null;
};

/** The sheet for the sub-district is due: a red card, and the red limit passed by the station's number of working days. */
const isEscalationDue = (work: Work, days: WorkingDays, matter: MatterRecord): boolean =>
  matter.open && matter.card === 'red' && matter.redOn !== null && days.between(matter.redOn, work.today) >= work.matterSettings.rules().escalateDays;

/** A matter may be corrected until the next level has accepted it, and never after its end. */
export const isEditable = (matter: MatterRecord): boolean => ['draft', 'reported', 'accepted', 'filed', 'dispatched'].includes(matter.state);

/** One matter whole, with what this person may do with it now. Error: `record/not-found`. */
export function matterSheet(work: Work, id: string): MatterSheet {
  const matter = work.matters.find(work.actor, id) ?? fail('record/not-found', {});
  const listed = work.matters.row(work.actor, id) ?? fail('record/not-found', {});
  const days = workingDays(work);
  const row = shownMatter(days, work.today, listed);
  const name = namer(work);
  const moves = work.matterMoves.ofMatter(id);
  const { content, scale, peopleCount, amountFen, occurredOn, buildingId, dwellingId, lngMicro, latMicro, personId, redOn, promisedFirst, extraDays, extension, askedDays, suspendedUntil, reopens, result, ratingText } = matter;
  const mayAct = mayDo(work.actor.roles, 'matters.edit');
  return {
    ...row, content, scale, peopleCount, amountFen, occurredOn, buildingId, dwellingId, lngMicro, latMicro, personId, redOn, promisedFirst, extraDays, extension, askedDays, suspendedUntil, reopens, result, ratingText,
    partyPhoneMasked: maskPhone(matter.partyPhone),
    originUnit: name({ kind: matter.originUnitKind, id: matter.originUnitId }),
    reportedByName: work.accounts.find(matter.reportedBy)?.displayName ?? '',
    mergedInto: mergedOf(work, matter.mergedInto),
    merged: work.matters.mergedInto(id),
    steps: stepsOf(moves, matter, row, name),
    moves: moves.map(moveRow(name)),
    beside: work.matterMoves.besideOf(id).map(({ id: besideId, version, role, unitKind, unitId, readAt, readBy }) => ({ id: besideId, version, role, unit: name({ kind: unitKind, id: unitId }), readAt, readBy })),
    marks: work.matterMoves.marksOf(id).map(({ id: markId, kind, markedOn, points, automatic, unitKind, unitId }) => ({ id: markId, kind, markedOn, points, automatic, unit: name({ kind: unitKind, id: unitId }) })),
    legal: mayAct ? movesFrom(matter.state, work.actor.roles) : [],
    editable: mayAct && isEditable(matter),
    escalationDue: isEscalationDue(work, days, matter),
  };
}
