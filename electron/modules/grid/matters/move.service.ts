import { begun, begunRemovable } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { guardsOf, isOpen, MARK_POINTS, mayMove, stateAfter, type MatterMove, type MatterState } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { MatterMoveInput } from '#shared/modules/grid/matters/matter-move.schema.ts';
import { nextNumber, numberEnd, numberStart } from '#shared/modules/grid/matters/matter-words.rules.ts';
import type { MatterSheet, UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import { daysOf, promisedDay, startedClock, usedToday, type Days } from './matter-clock.ts';
import { EFFECTS, type Effect } from './matter-effects.ts';
import { checkGuards } from './matter-guards.ts';
import { matterSheet } from './matter-sheet.ts';
import { stepId } from './matter-moves.repository.ts';
import type { MatterRecord } from './matters.repository.ts';

const HOUR_MS = 3_600_000;
/** The matter at the version it was seen at. Errors: `record/not-found`, `record/conflict`. */
export function matterAt(work: Work, { id, version }: { readonly id: string; readonly version: number }): MatterRecord {
  const matter = work.matters.find(work.actor, id) ?? fail('record/not-found', {});
  checkVersion(work, 'matter', matter, version);
  return matter;
}

/** The machine itself: a move that leads nowhere from here, or is not this person's, is refused. Errors: `matter/move-not-possible`, `matter/move-not-yours`. */
function nextState(work: Work, matter: MatterRecord, move: MatterMove): MatterState {
  const to = stateAfter(matter.state, move) ?? fail('matter/move-not-possible', { move, state: matter.state });
  if (!mayMove(work.actor.roles, move)) fail('matter/move-not-yours', { move });
  return to;
}

/** What is written when a matter is brought: its number, and the day promised for it. */
function submitted(work: Work, days: Days, matter: MatterRecord, unit: UnitRef): Partial<MatterRecord> {
  const rule = work.matterSettings.rules().numberRule;
  const promised = promisedDay(days, { kind: matter.kind, level: matter.level, unit }, work.today);
  return {
    number: matter.number === '' ? nextNumber(rule, work.today, work.matters.lastNumber(numberStart(rule, work.today), numberEnd(rule, work.today))) : matter.number,
    reportedAt: work.clock.now().toISOString(), reportedOn: work.today, promisedFirst: promised, promisedOn: promised,
  };
}

/** The columns a move leaves, before they are written. */
function columnsAfter(work: Work, days: Days, matter: MatterRecord, to: MatterState, effect: Effect, move: MatterMove): MatterRecord {
  const now = work.clock.now().toISOString();
  const unit = effect.unit ?? { kind: matter.unitKind, id: matter.unitId };
  const entersAnew = to !== matter.state || effect.unit !== undefined;
  return {
    ...matter,
    touchedAt: now,
    ...(entersAnew ? { state: to, open: isOpen(to), stateAt: now, stateOn: work.today } : {}),
    ...(entersAnew && !effect.keepsClock ? startedClock(days, to, { kind: matter.kind, level: matter.level, unit }, work.today) : {}),
    ...effect.values,
    ...(move === 'submit' ? { ...submitted(work, days, matter, unit), touchedAt: null } : {}),
    unitKind: unit.kind, unitId: unit.id, moves: matter.moves + 1, version: matter.version + 1, updatedAt: now,
  };
}

function stepOf(work: Work, days: Days, matter: MatterRecord, after: MatterRecord, { move, text, extra, automatic }: { readonly move: MatterMove; readonly text: string; readonly extra: Effect['extra']; readonly automatic: boolean }): RecordChange {
  const now = work.clock.now();
  const leaves = matter.reportedAt !== null && (after.state !== matter.state || after.unitKind !== matter.unitKind || after.unitId !== matter.unitId);
  return work.rows.creation(work.matterMoves.insert({
    ...begun(work), id: stepId(matter.id, after.moves), matterId: matter.id, seq: after.moves, move, fromState: matter.state, toState: after.state, movedAt: now.toISOString(), movedOn: work.today, byId: automatic ? '' : work.actor.userId, byName: automatic ? '' : work.actor.displayName,
    unitKind: matter.unitKind, unitId: matter.unitId, toUnitKind: after.unitKind, toUnitId: after.unitId, ownerId: after.ownerId, said: text,
    days: leaves ? (usedToday(days.days, matter, work.today) ?? days.days.between(matter.stateOn, work.today)) : null,
    hours: leaves ? Math.max(0, Math.floor((now.getTime() - Date.parse(matter.stateAt)) / HOUR_MS)) : null,
    limitDays: matter.limitDays === null ? null : matter.limitDays + matter.extraDays, extra: extra ?? {},
  }));
}

/** A step that lies before the last one would turn the wait round. Error: `matter/clock-set-back`. */
function checkClock(work: Work, matter: MatterRecord): void {
  const last = work.matterMoves.last(matter.id);
  if (last && last.movedOn > work.today) fail('matter/clock-set-back', { lastOn: last.movedOn, today: work.today });
}

/**
 * One step of a matter: the matter, the step itself, the units that come beside it and the marks it leaves, as the log keeps them. The act is
 * recorded by the caller, so that several steps can be one act. Errors: those of the machine and its guards.
 */
export function takeStep(work: Work, days: Days, matter: MatterRecord, input: MatterMoveInput, automatic = false): RecordChange[] {
  const to = nextState(work, matter, input.move);
  checkClock(work, matter);
  checkGuards(work, matter, input, guardsOf(input.move));
  const apply = EFFECTS[input.move] as (one: Parameters<(typeof EFFECTS)['note']>[0], given: MatterMoveInput) => Effect; // the entry of the move the input names
  const effect = apply({ work, matter, days, to, now: work.clock.now().toISOString() }, input);
  const after = columnsAfter(work, days, matter, to, effect, input.move);
  const before = work.rows.read('matter', matter.id);
  work.matters.move(after);
  const step = stepOf(work, days, matter, after, { move: input.move, text: input.text, extra: effect.extra, automatic });
  const beside = (effect.beside ?? []).map((unit) => work.rows.creation(work.matterMoves.insertBeside({ ...begunRemovable(work), matterId: matter.id, role: 'joint', unitKind: unit.kind, unitId: unit.id, readAt: null, readBy: '' })));
  const marks = (effect.marks ?? []).map(({ unit, kind }) => work.rows.creation(work.matterMoves.insertMark({ ...begun(work), unitKind: unit.kind, unitId: unit.id, matterId: matter.id, kind, markedOn: work.today, points: MARK_POINTS[kind], automatic })));
  return [work.rows.change('matter', matter.id, before), step, ...beside, ...marks];
}

/** Moves a matter as the machine allows, in one act. Of two people who move at once the second gets `record/conflict`. */
export function moveMatter(work: Work, input: MatterMoveInput): MatterSheet {
  const matter = matterAt(work, input);
  const changes = takeStep(work, daysOf(work), matter, input);
  work.record({ action: `matter.${input.move}`, entity: 'matter', entityId: matter.id, detail: { number: matter.number }, changes });
  return matterSheet(work, matter.id);
}
