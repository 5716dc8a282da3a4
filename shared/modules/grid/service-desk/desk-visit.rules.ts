import type { OpenPeriod, VisitState } from './desk-visit.schema.ts';

const MINUTE_MS = 60_000;

type Times = { readonly cameAt: string; readonly servedAt: string | null; readonly leftAt: string | null };

/** Where a visitor stands: waits, is attended to, or has gone. Who went away without being attended to has gone. */
export const visitStateOf = ({ servedAt, leftAt }: Pick<Times, 'servedAt' | 'leftAt'>): VisitState => (leftAt !== null ? 'left' : servedAt === null ? 'waiting' : 'at-desk');

/** Whole minutes from coming until attended to, rounded down; null while nobody attended (domain.md D3, waiting time). */
export const waitMinutesOf = ({ cameAt, servedAt }: Pick<Times, 'cameAt' | 'servedAt'>): number | null => (servedAt === null ? null : Math.floor((Date.parse(servedAt) - Date.parse(cameAt)) / MINUTE_MS));

/** True when nobody is attended to before coming or leaves before that. */
export function timesInOrder({ cameAt, servedAt, leftAt }: Times): boolean {
  const at = [cameAt, servedAt, leftAt].flatMap((time) => (time === null ? [] : [Date.parse(time)]));
  return at.every((time, index) => index === 0 || time >= (at[index - 1] ?? time));
}

/** The middle of values in any order, the mean of the two middle ones when they are even in number; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

/** True when no two periods of a weekday share a minute; one may begin when another ends. */
export function periodsApart(periods: readonly OpenPeriod[]): boolean {
  const sorted = periods.toSorted((a, b) => a.weekday - b.weekday || a.opens.localeCompare(b.opens));
  return sorted.every((period, at) => {
    const before = sorted[at - 1];
    return before === undefined || before.weekday !== period.weekday || before.closes <= period.opens;
  });
}

export type WallClock = { readonly weekday: number; /** `HH:MM` */ readonly clock: string; readonly isHoliday: boolean };

/** Whether the desk is open at a moment of the station's own clock; the minute of closing is outside. */
export const isDeskOpen = ({ periods, isOpenOnHolidays }: { readonly periods: readonly OpenPeriod[]; readonly isOpenOnHolidays: boolean }, { weekday, clock, isHoliday }: WallClock): boolean =>
  (!isHoliday || isOpenOnHolidays) && periods.some((period) => period.weekday === weekday && period.opens <= clock && clock < period.closes);
