import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { EFFECT_DAYS, effectOf, FEWEST_CASES, type Effect } from '#shared/kernel/statistics/effect.rules.ts';
import { middleOf } from '#shared/kernel/statistics/middle.rules.ts';
import type { UnitRef } from '../matters/matter.schema.ts';

/** What becomes of a step: it stays, it stays and takes fewer days, it goes, or it is done in one go with the step that stays before it. */
export const stepVerdicts = ['keep', 'shorten', 'remove', 'merge'] as const;
export type StepVerdict = (typeof stepVerdicts)[number];

/** What is counted of a step: who does it (a unit of the desk, or one named by words), working days, what the resident must bring. */
export type CountedStep = { readonly unit: UnitRef | null; readonly who: string; readonly days: number; readonly documents: readonly string[] };
export type NamedStep = CountedStep & { readonly name: string };
export type JudgedStep = NamedStep & { readonly verdict: StepVerdict; /** Working days in the simpler way; only of a step that is shortened. */ readonly shortenedTo?: number | undefined; readonly reason: string };
/** A step of the simpler way, with the places (from 1) of the steps it came from and the working days these take today. */
export type LeftStep = NamedStep & { readonly places: readonly number[]; readonly daysBefore: number };
export type StepTotals = { readonly steps: number; readonly days: number; readonly handOvers: number; readonly documents: number };

const distinct = (words: readonly string[]): string[] => [...new Set(words)];
/** Whether a step stays a step of its own. */
export const stays = ({ verdict }: Pick<JudgedStep, 'verdict'>): boolean => verdict === 'keep' || verdict === 'shorten';
const doerOf = ({ unit, who }: CountedStep): string => (unit === null ? `/${who}` : `${unit.kind}/${unit.id}`);

/**
 * The simpler way: what stays, in its order. A shortened step takes the days that were set for it. A merged step belongs to the one that stays before it and is done by its unit: it takes the longer of
 * the two times, the hand-over to it falls away, and a document that both asked for is brought once (domain.md 4, G10 and M16).
 */
export function leftSteps(steps: readonly JudgedStep[]): LeftStep[] {
  const left: LeftStep[] = [];
  for (const [at, step] of steps.entries()) {
    const { name, unit, who, days, documents, verdict, shortenedTo } = step;
    const before = left.at(-1);
    if (stays(step)) left.push({ name, unit, who, days: shortenedTo ?? days, documents: distinct(documents), places: [at + 1], daysBefore: days });
    else if (verdict === 'merge' && before) left[left.length - 1] = { ...before, name: `${before.name}、${name}`, days: Math.max(before.days, days), documents: distinct([...before.documents, ...documents]), places: [...before.places, at + 1], daysBefore: before.daysBefore + days };
  }
  return left;
}

/** Sums of a way: steps, working days, hand-overs between different units, documents (each once a step). */
export const totalsOf = (steps: readonly CountedStep[]): StepTotals => ({
  steps: steps.length,
  days: steps.reduce((sum, { days }) => sum + days, 0),
  handOvers: steps.filter((step, at) => at > 0 && steps[at - 1] !== undefined && doerOf(steps[at - 1] ?? step) !== doerOf(step)).length,
  documents: steps.reduce((sum, { documents }) => sum + distinct(documents).length, 0),
});

export const savedBetween = (before: StepTotals, after: StepTotals): StepTotals => ({ steps: before.steps - after.steps, days: before.days - after.days, handOvers: before.handOvers - after.handOvers, documents: before.documents - after.documents });

/** Both ways in sums, and what the simpler one spares; never negative, because steps only go, join or get shorter. */
export function comparedTotals(steps: readonly JudgedStep[]): { readonly before: StepTotals; readonly after: StepTotals; readonly saved: StepTotals } {
  const [before, after] = [totalsOf(steps), totalsOf(leftSteps(steps))];
  return { before, after, saved: savedBetween(before, after) };
}

export type StepsProblem = { readonly problem: 'empty' | 'detached' | 'longer' | 'unexplained'; /** From 1. */ readonly place: number };

/** The first thing that keeps steps from being a map: nothing stays, a step would join one that is not there, is shortened to no fewer days, or changes without a reason. Null: sound. */
export function stepsProblem(steps: readonly JudgedStep[]): StepsProblem | null {
  if (leftSteps(steps).length === 0) return { problem: 'empty', place: 1 };
  const lost = steps.findIndex(({ verdict }, at) => verdict === 'merge' && !steps.slice(0, at).some(stays));
  if (lost >= 0) return { problem: 'detached', place: lost + 1 };
  const longer = steps.findIndex(({ verdict, days, shortenedTo }) => verdict === 'shorten' && (shortenedTo === undefined || shortenedTo >= days));
  if (longer >= 0) return { problem: 'longer', place: longer + 1 };
  const silent = steps.findIndex(({ verdict, reason }) => verdict !== 'keep' && reason.trim() === '');
  return silent >= 0 ? { problem: 'unexplained', place: silent + 1 } : null;
}

/** What the next edition begins with: the way it is done now, every step kept. */
export const nextSteps = (steps: readonly JudgedStep[]): (JudgedStep & { readonly documents: string[] })[] => leftSteps(steps).map(({ places: _p, daysBefore: _d, documents, ...step }) => ({ ...step, documents: [...documents], verdict: 'keep', reason: '' }));

/** A draft becomes a map in force from a day, which may lie ahead: until then it is announced. A later edition replaces it, or it ends. */
export const processMapStates = ['draft', 'announced', 'in-force', 'replaced', 'ended'] as const;
export type ProcessMapState = (typeof processMapStates)[number];
/** What is kept of it: nothing changes by itself, so that the days decide whether it has begun and whether it is over. */
export const keptMapStates = ['draft', 'in-force', 'replaced', 'ended'] as const;
export type KeptMapState = (typeof keptMapStates)[number];
/** From when a map is in force, and the first day on which it is no longer. */
export type MapDays = { readonly inForceOn: string | null; readonly endedOn: string | null };

/** The furthest day ahead, counted in days from today, for which a map may be announced. */
export const MOST_DAYS_AHEAD = 366;

/** The state of a map on a day: announced before it comes into force, in force from its day until the one on which it was replaced or ended. */
export function stateOn({ state, inForceOn, endedOn }: MapDays & { readonly state: KeptMapState }, day: string): ProcessMapState {
  if (inForceOn === null) return 'draft';
  if (inForceOn > day) return 'announced';
  return endedOn === null || endedOn > day ? 'in-force' : state;
}

/** The first day on which a next edition may come into force, after every other of the same map; null where none ever was in force. */
export function firstDayAfter(editions: readonly MapDays[]): string | null {
  const days = editions.flatMap(({ inForceOn, endedOn }) => (inForceOn === null ? [] : [endedOn ?? addDays(inForceOn, 1)]));
  return days.toSorted().at(-1) ?? null;
}

/** Whether two editions of one map cannot both stand on a day: both would be prepared at once, or some day would have both in force. */
export function excludeEachOther(one: MapDays, other: MapDays, day: string): boolean {
  const isPrepared = ({ inForceOn }: MapDays): boolean => inForceOn === null || inForceOn > day;
  if (isPrepared(one) && isPrepared(other)) return true;
  const beginsWithin = (map: MapDays, span: MapDays): boolean => map.inForceOn !== null && span.inForceOn !== null && map.inForceOn >= span.inForceOn && (span.endedOn === null || map.inForceOn < span.endedOn);
  return beginsWithin(one, other) || beginsWithin(other, one);
}

export type Days = { readonly from: string; readonly until: string };

/** The ninety days before a map came into force, and those since, up to today and to the last day on which it was in force. Null: not one day since. */
export function evidenceDays({ inForceOn, endedOn }: { readonly inForceOn: string; readonly endedOn: string | null }, today: string): { readonly before: Days; readonly after: Days } | null {
  const ends = [addDays(inForceOn, EFFECT_DAYS - 1), today, ...(endedOn === null ? [] : [addDays(endedOn, -1)])];
  const until = ends.toSorted()[0] ?? today;
  return until < inForceOn ? null : { before: { from: addDays(inForceOn, -EFFECT_DAYS), until: addDays(inForceOn, -1) }, after: { from: inForceOn, until } };
}

/** So many matters took so many days; `inTime` of them ended by the promised day. */
export type DaysTaken = { readonly days: number; readonly matters: number; readonly inTime: number };

export type EvidenceSide = { readonly matters: number; readonly inTime: number; /** Null where too few were settled. */ readonly medianDays: number | null };
export type Evidence = Effect & { readonly before: EvidenceSide; readonly after: EvidenceSide };

/**
 * What the matters of a kind say of a map: how long they took and whether the share in time differs. With fewer than `FEWEST_CASES` on either side
 * nothing is claimed and no median is told.
 */
export function evidenceOf(before: readonly DaysTaken[], after: readonly DaysTaken[]): Evidence {
  const sum = (lines: readonly DaysTaken[], of: 'matters' | 'inTime'): number => lines.reduce((total, line) => total + line[of], 0);
  const isEnough = [before, after].every((lines) => sum(lines, 'matters') >= FEWEST_CASES);
  const side = (lines: readonly DaysTaken[]): EvidenceSide => ({ matters: sum(lines, 'matters'), inTime: sum(lines, 'inTime'), medianDays: isEnough ? (middleOf(lines)?.days ?? null) : null });
  const [first, second] = [side(before), side(after)];
  return { before: first, after: second, ...effectOf({ cases: first.matters, sum: first.inTime }, { cases: second.matters, sum: second.inTime }, 'higher') };
}
