import type { ClockKind, UnitKind } from './matter-machine.rules.ts';
import { addDays, isWorkingDay, type PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';

/** A limit in working days: past `yellow` a yellow card is due, past `red` a red one. */
export type Limit = { readonly yellow: number; readonly red: number };
/** A limit set by the station: null fits everything. */
export type LimitRule = Limit & { readonly clock: ClockKind; readonly kind: string | null; readonly level: string | null; readonly unitKind: UnitKind | null; readonly unitId: string | null };

/** Accept: yellow after 1 working day, red after 2; handle: yellow after 5, red after 10 (a provincial platform, `domain.md` 3.1). Verify has the desk's own default. */
export const DEFAULT_LIMITS: Readonly<Record<ClockKind, Limit>> = { accept: { yellow: 1, red: 2 }, handle: { yellow: 5, red: 10 }, verify: { yellow: 3, red: 6 } };

export type LimitFor = { readonly clock: ClockKind; readonly kind: string; readonly level: string; readonly unitKind: UnitKind; readonly unitId: string };

/** How closely a rule names a matter; a unit weighs more than a kind, a kind more than a level. Null where it does not fit. */
function closeness(rule: LimitRule, of: LimitFor): number | null {
  const parts = [[rule.unitId, of.unitId, 8], [rule.kind, of.kind, 4], [rule.unitKind, of.unitKind, 2], [rule.level, of.level, 1]] as const;
  return rule.clock !== of.clock || parts.some(([named, has]) => named !== null && named !== has) ? null : parts.reduce((sum, [named, , weight]) => sum + (named === null ? 0 : weight), 0);
}

/** The limit that fits a matter best, the default when none was set. */
export function limitFor(rules: readonly LimitRule[], of: LimitFor): Limit {
  const fitting = rules.flatMap((rule) => ({ rule, weight: closeness(rule, of) })).filter((one): one is { rule: LimitRule; weight: number } => one.weight !== null);
  const best = fitting.toSorted((a, b) => b.weight - a.weight)[0]?.rule ?? DEFAULT_LIMITS[of.clock];
  return { yellow: best.yellow, red: best.red };
}

const DAY_MS = 86_400_000;
const FIRST_MONDAY = Date.UTC(1970, 0, 5) / DAY_MS;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
/** Mondays to Fridays up to and including a day, counted from the first Monday of 1970. */
const weekdaysUpTo = (day: number): number => {
  const weeks = Math.floor((day - FIRST_MONDAY) / 7);
  return weeks * 5 + Math.min(5, day - FIRST_MONDAY - weeks * 7 + 1);
};

export type WorkingDays = {
  /** Working days after `from` up to and including `until`; 0 when `until` is not later. */
  readonly between: (from: string, until: string) => number;
  /** The n-th working day after `from`, n ≥ 0. */
  readonly after: (from: string, n: number) => string;
  /** The last day on which exactly n working days lie between it and `until`. */
  readonly before: (until: string, n: number) => string;
  /** Whether a day lies in a year whose days were published; otherwise what was reckoned is an estimate. */
  readonly isPublished: (day: string) => boolean;
};

/** Working days of one calendar, quick enough for every row of a list: weekdays by formula, the published days that differ by binary search. */
export function workingDaysOf(published: PublishedDays): WorkingDays {
  const differing = [...published.keys()].filter((day) => isWorkingDay(day, published) !== isWorkingDay(day, new Map())).sort();
  const sums = [0];
  for (const day of differing) sums.push((sums.at(-1) ?? 0) + (isWorkingDay(day, published) ? 1 : -1));
  const years = new Set([...published.keys()].map((day) => day.slice(0, 4)));
  const differenceUpTo = (day: string): number => {
    let [low, high] = [0, differing.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((differing[middle] ?? '') <= day) low = middle + 1;
      else high = middle;
    }
    return sums[low] ?? 0;
  };
  const upTo = (day: string): number => weekdaysUpTo(numberOf(day)) + differenceUpTo(day);
  return {
    between: (from, until) => (until <= from ? 0 : upTo(until) - upTo(from)),
    after: (from, n) => {
      let day = from;
      for (let left = n; left > 0; ) {
        day = addDays(day, 1);
        if (isWorkingDay(day, published)) left -= 1;
      }
      return day;
    },
    before: (until, n) => {
      let day = until;
      for (let left = n; left > 0; day = addDays(day, -1)) if (isWorkingDay(day, published)) left -= 1;
      return day;
    },
    isPublished: (day) => years.has(day.slice(0, 4)),
  };
}

/** A running clock: since when, with how many days already used before a stop, and the limits it was started with. */
export type Clock = { readonly from: string; readonly used: number; readonly yellow: number; readonly red: number; readonly extra: number };

/** The days on which a running clock passes its limits. */
export const dueOf = (days: WorkingDays, { from, used, yellow, red, extra }: Clock): { readonly dueOn: string; readonly redOn: string } => ({
  dueOn: days.after(from, Math.max(0, yellow + extra - used)),
  redOn: days.after(from, Math.max(0, red + extra - used)),
});

/** Working days a clock has used by a day; a computer set back counts none twice. */
export const usedBy = (days: WorkingDays, { from, used }: Pick<Clock, 'from' | 'used'>, today: string): number => used + days.between(from, today);
