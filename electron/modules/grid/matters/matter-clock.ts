import type { Work } from '#electron/database/unit-of-work.ts';
import { CLOCK_OF, isOpen, type ClockKind, type MatterState } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { dueOf, limitFor, usedBy, type LimitRule, type WorkingDays } from '#shared/modules/grid/matters/matter-clock.rules.ts';
import type { UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import type { MatterRecord } from './matters.repository.ts';

export type Days = { readonly days: WorkingDays; readonly limits: readonly LimitRule[] };
/** The working days of the desk's calendar as it stands. */
export const workingDays = (work: Work): WorkingDays => work.matterSettings.workingDays(work.calendar.published);
export const daysOf = (work: Work): Days => ({ days: workingDays(work), limits: work.matterSettings.limits() });

type ClockColumns = Pick<MatterRecord, 'clock' | 'clockFrom' | 'clockUsed' | 'limitDays' | 'redDays' | 'extraDays' | 'dueOn' | 'redOn'>;
type For = { readonly kind: string; readonly level: string; readonly unit: UnitRef };
const STILL: ClockColumns = { clock: 'none', clockFrom: null, clockUsed: 0, limitDays: null, redDays: null, extraDays: 0, dueOn: null, redOn: null };

const limitOf = ({ limits }: Days, clock: ClockKind, { kind, level, unit }: For) => limitFor(limits, { clock, kind, level, unitKind: unit.kind, unitId: unit.id });

function running(days: WorkingDays, clock: ClockKind, from: string, used: number, limit: { yellow: number; red: number }, extra: number): ClockColumns {
  return { clock, clockFrom: from, clockUsed: used, limitDays: limit.yellow, redDays: limit.red, extraDays: extra, ...dueOf(days, { from, used, extra, ...limit }) };
}

/** The clock of a matter that enters a state on a day: each step has its own, with the limits of that day. */
export function startedClock(days: Days, state: MatterState, of: For, today: string): ClockColumns {
  const clock = CLOCK_OF[state];
  return clock === 'none' || clock === 'stopped' ? STILL : running(days.days, clock, today, 0, limitOf(days, clock, of), 0);
}

/** Stops: what was used is kept, nothing is due. */
export const stoppedClock = ({ days }: Days, matter: MatterRecord, today: string): ClockColumns => ({
  ...STILL, clock: 'stopped', clockUsed: matter.clockFrom === null ? 0 : usedBy(days, { from: matter.clockFrom, used: matter.clockUsed }, today), limitDays: matter.limitDays, redDays: matter.redDays, extraDays: matter.extraDays,
});

/** Runs again from today with what was used before the stop. */
export const resumedClock = ({ days }: Days, matter: MatterRecord, today: string): ClockColumns =>
  running(days, 'handle', today, matter.clockUsed, { yellow: matter.limitDays ?? 0, red: matter.redDays ?? 0 }, matter.extraDays);

/** So many working days more, on the same clock. */
export const extendedClock = ({ days }: Days, matter: MatterRecord, more: number): ClockColumns =>
  running(days, 'handle', matter.clockFrom ?? matter.stateOn, matter.clockUsed, { yellow: matter.limitDays ?? 0, red: matter.redDays ?? 0 }, matter.extraDays + more);

const WAY = ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'to-verify'] as const satisfies readonly MatterState[];
/** The day promised to whoever brought a matter: the limits of every step of the ordinary way, one after the other. */
export function promisedDay(days: Days, of: For, today: string): string {
  const total = WAY.reduce((sum, state) => {
    const clock = CLOCK_OF[state];
    return clock === 'none' || clock === 'stopped' ? sum : sum + limitOf(days, clock, of).yellow;
  }, 0);
  return days.days.after(today, total);
}

/** Working days the present step has taken by a day; null where nothing runs. */
export const usedToday = (days: WorkingDays, matter: { readonly clockFrom: string | null; readonly clockUsed: number; readonly state: MatterState }, today: string): number | null =>
  matter.clockFrom === null ? (isOpen(matter.state) && matter.state === 'suspended' ? matter.clockUsed : null) : usedBy(days, { from: matter.clockFrom, used: matter.clockUsed }, today);
