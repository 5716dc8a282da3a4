import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { MatterMove, MarkKind, MatterState } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { MatterMoveInput } from '#shared/modules/grid/matters/matter-move.schema.ts';
import type { UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import { extendedClock, resumedClock, stoppedClock, type Days } from './matter-clock.ts';
import type { MatterRecord } from './matters.repository.ts';
import { checkUnit, directlyAbove } from './matter-units.ts';

/** Days: what cannot be done for a year is looked at again, and suspended again if need be. */
const LONGEST_SUSPENSION = 366;

type InputOf<M extends MatterMove> = Extract<MatterMoveInput, { move: M }> | Extract<MatterMoveInput, { move: unknown }> & { move: M };
export type Effect = {
  readonly values: Partial<MatterRecord>;
  /** The unit that has the matter after the move; absent: the same one. */
  readonly unit?: UnitRef;
  /** Goes on with the clock that runs instead of starting the one of the new state. */
  readonly keepsClock?: true;
  readonly beside?: readonly UnitRef[];
  readonly marks?: readonly { readonly unit: UnitRef; readonly kind: MarkKind }[];
  /** What the step keeps beside its words. */
  readonly extra?: Readonly<Record<string, string | number>>;
};
type Case = { readonly work: Work; readonly matter: MatterRecord; readonly days: Days; readonly to: MatterState; readonly now: string };
type Effects = { readonly [M in MatterMove]: (one: Case, input: InputOf<M>) => Effect };

const holder = (matter: MatterRecord): UnitRef => ({ kind: matter.unitKind, id: matter.unitId });
const nothing = (): Effect => ({ values: {} });
const desk = (matter: MatterRecord): UnitRef => ({ kind: 'station', id: matter.station });
/** Handed to another unit: nobody there has it yet. */
const handed = (work: Work, unit: UnitRef): Effect => ({ values: { ownerId: null, touchedAt: null, ...(unit.kind === 'department' || unit.kind === 'superior' ? { wentUp: true } : {}) }, unit: checkUnit(work, unit) });
const ended = (outcome: MatterRecord['outcome']) => ({ work, matter, now }: Case, { text }: { readonly text: string }): Effect => ({
  values: { outcome, endedAt: now, endedOn: work.today, inTime: matter.promisedOn === null ? null : work.today <= matter.promisedOn, card: 'none', cardOn: null, extension: 'none', ...(outcome === 'recorded' ? { result: text } : {}) },
});
const mark = (matter: MatterRecord, kind: MarkKind) => [{ unit: holder(matter), kind }];

/** Found again where it ended: everything the end wrote is taken away. */
const unended: Partial<MatterRecord> = { outcome: '', endedAt: null, endedOn: null, inTime: null, rating: null, ratingText: '', ratedOn: null, mergedInto: null };

/** What each move writes besides its state and its clock; a move without an entry does not compile. */
export const EFFECTS: Effects = {
  submit: nothing,
  accept: ({ work }) => ({ values: { ownerId: work.actor.userId } }),
  refer: ended('returned'),
  merge: (one, input) => {
    const { work, matter } = one;
    if (input.intoId === matter.id) fail('matter/merge-into-itself', {});
    const into = work.matters.find(work.actor, input.intoId) ?? fail('record/not-found', {});
    if (!into.open) fail('matter/merge-target-gone', { number: into.number });
    return { values: { ...ended('merged')(one, input).values, mergedInto: into.id }, extra: { into: into.number } };
  },
  void: ended('void'),
  restore: ({ matter }) => (matter.reportedOn === null ? fail('matter/move-not-possible', { move: 'restore', state: matter.state }) : { values: { ...unended, touchedAt: null }, unit: desk(matter) }),
  record: ended('recorded'),
  file: nothing,
  'refuse-filing': ended('not-filed'),
  dispatch: ({ work }, { unit }) => handed(work, unit),
  join: ({ work }, { unit, others }) => ({ ...handed(work, unit), values: { ...handed(work, unit).values, isJoint: true }, beside: others.filter((other) => other.kind !== unit.kind || other.id !== unit.id).map((other) => checkUnit(work, other)) }),
  'report-up': ({ work, matter }) => handed(work, directlyAbove(work, matter)),
  assign: ({ work }, { unit }) => handed(work, unit),
  sign: ({ work }) => ({ values: { ownerId: work.actor.userId } }),
  return: ({ matter }) => ({ values: { returns: matter.returns + 1, wrong: matter.wrong + (matter.state === 'dispatched' ? 1 : 0), ownerId: null, touchedAt: null, extension: 'none' }, unit: desk(matter), marks: mark(matter, 'returned') }),
  note: nothing,
  take: ({ work }) => ({ values: { ownerId: work.actor.userId } }),
  'hand-over': ({ work }, { ownerId }) => {
    const account = work.accounts.find(ownerId);
    return account?.status === 'active' ? { values: { ownerId }, extra: { owner: account.displayName } } : fail('matter/owner-unknown', {});
  },
  'ask-extension': (_one, { days }) => ({ values: { extension: 'asked', askedDays: days }, extra: { days } }),
  'grant-extension': ({ matter, days }, input) => ({
    values: { ...extendedClock(days, matter, input.days), extension: 'granted', askedDays: 0, promisedOn: matter.promisedOn && days.days.after(matter.promisedOn, input.days) },
    extra: { days: input.days },
  }),
  'refuse-extension': () => ({ values: { extension: 'refused', askedDays: 0 } }),
  suspend: ({ work, matter, days }, { until }) => {
    if (until <= work.today) fail('matter/until-not-ahead', { today: work.today });
    const latest = addDays(work.today, LONGEST_SUSPENSION);
    if (until > latest) fail('matter/until-too-far', { latest });
    return { values: { ...stoppedClock(days, matter, work.today), suspendedUntil: until, extension: 'none', askedDays: 0 }, keepsClock: true, extra: { until } };
  },
  resume: ({ work, matter, days }) => ({
    values: { ...resumedClock(days, matter, work.today), suspendedUntil: null, promisedOn: matter.promisedOn && days.days.after(matter.promisedOn, days.days.between(matter.stateOn, work.today)) },
    keepsClock: true,
  }),
  done: ({ matter, work }, { text }) => ({ values: { result: text, extension: 'none', askedDays: 0 }, marks: mark(matter, matter.dueOn !== null && work.today > matter.dueOn ? 'late' : 'on-time') }),
  pass: ended('closed'),
  fail: ({ matter }) => ({ values: { reworks: matter.reworks + 1, touchedAt: null }, marks: mark(matter, 'rework') }),
  redo: () => ({ values: {}, keepsClock: true }),
  rate: ({ work }, { rating, text }) => ({ values: { rating, ratingText: text, ratedOn: work.today }, extra: { rating } }),
  reopen: ({ work, matter, days }) => ({
    values: { ...unended, reopens: matter.reopens + 1, ownerId: null, touchedAt: null, promisedOn: days.days.after(work.today, days.days.between(matter.reportedOn ?? work.today, matter.promisedFirst ?? work.today)) },
    unit: desk(matter),
  }),
  archive: nothing,
  urge: ({ work, matter }) => ({ values: { urges: matter.urges + 1, urgedOn: work.today, touchedAt: matter.touchedAt }, marks: mark(matter, 'urged') }),
  supervise: ({ work, matter }, { card }) => ({
    values: { card, cardOn: work.today, touchedAt: matter.touchedAt, ...(card === 'red' && matter.extension === 'asked' ? { extension: 'refused', askedDays: 0 } : {}) },
    marks: card === 'ordinary' ? [] : mark(matter, card),
    extra: { card },
  }),
  'lift-card': ({ matter }) => ({ values: { card: 'none', cardOn: null, touchedAt: matter.touchedAt }, extra: { card: matter.card } }),
  escalate: ({ matter }) => ({ values: { touchedAt: matter.touchedAt }, marks: mark(matter, 'escalated') }),
};
