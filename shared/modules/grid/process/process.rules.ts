import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { EFFECT_DAYS, effectOf, FEWEST_CASES, type Effect } from '#shared/kernel/statistics/effect.rules.ts';
import { middleOf } from '#shared/kernel/statistics/middle.rules.ts';
import type { UnitRef } from '../matters/matter.schema.ts';

/** What becomes of a step: it stays, it goes, or it is done in one go with the step that stays before it. */
export const stepVerdicts = ['keep', 'remove', 'merge'] as const;
export type StepVerdict = (typeof stepVerdicts)[number];

/** What is counted of a step: who does it (a unit of the desk, or one named by words), working days, what the resident must bring. */
export type CountedStep = { readonly unit: UnitRef | null; readonly who: string; readonly days: number; readonly documents: readonly string[] };
export type NamedStep = CountedStep & { readonly name: string };
export type JudgedStep = NamedStep & { readonly verdict: StepVerdict; readonly reason: string };
/** A step of the simpler way, with the places (from 1) of the steps it came from. */
export type LeftStep = NamedStep & { readonly places: readonly number[] };
export type StepTotals = { readonly steps: number; readonly days: number; readonly handOvers: number; readonly documents: number };

const distinct = (words: readonly string[]): string[] => [...new Set(words)];
const doerOf = ({ unit, who }: CountedStep): string => (unit === null ? `/${who}` : `${unit.kind}/${unit.id}`);

/**
 * The simpler way: what stays, in its order. A merged step belongs to the one that stays before it and is done by its unit: it takes the longer of
 * the two times, the hand-over to it falls away, and a document that both asked for is brought once (domain.md 4, G10 and M16).
 */
export function leftSteps(steps: readonly JudgedStep[]): LeftStep[] {
  const left: LeftStep[] = [];
  for (const [at, { name, unit, who, days, documents, verdict }] of steps.entries()) {
    const before = left.at(-1);
    if (verdict === 'keep') left.push({ name, unit, who, days, documents: distinct(documents), places: [at + 1] });
    else if (verdict === 'merge' && before) left[left.length - 1] = { ...before, name: `${before.name}、${name}`, days: Math.max(before.days, days), documents: distinct([...before.documents, ...documents]), places: [...before.places, at + 1] };
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

/** Both ways in sums, and what the simpler one spares; never negative, because steps only go or join. */
export function comparedTotals(steps: readonly JudgedStep[]): { readonly before: StepTotals; readonly after: StepTotals; readonly saved: StepTotals } {
  const [before, after] = [totalsOf(steps), totalsOf(leftSteps(steps))];
  return { before, after, saved: savedBetween(before, after) };
}

export type StepsProblem = { readonly problem: 'empty' | 'detached' | 'unexplained'; /** From 1. */ readonly place: number };

/** The first thing that keeps steps from being a map: nothing stays, a step would join one that is not there, or goes without a reason. Null: sound. */
export function stepsProblem(steps: readonly JudgedStep[]): StepsProblem | null {
  if (leftSteps(steps).length === 0) return { problem: 'empty', place: 1 };
  const lost = steps.findIndex(({ verdict }, at) => verdict === 'merge' && !steps.slice(0, at).some((step) => step.verdict === 'keep'));
  if (lost >= 0) return { problem: 'detached', place: lost + 1 };
  const silent = steps.findIndex(({ verdict, reason }) => verdict !== 'keep' && reason.trim() === '');
  return silent >= 0 ? { problem: 'unexplained', place: silent + 1 } : null;
}

/** What the next edition begins with: the way it is done now, every step kept. */
export const nextSteps = (steps: readonly JudgedStep[]): (JudgedStep & { readonly documents: string[] })[] => leftSteps(steps).map(({ places: _p, documents, ...step }) => ({ ...step, documents: [...documents], verdict: 'keep', reason: '' }));

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
