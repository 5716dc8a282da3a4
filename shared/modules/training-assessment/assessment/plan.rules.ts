import type { Band, BandFloor, ItemKind, PlanItem } from './plan.schema.ts';
import { halfUp } from './score.rules.ts';

/** Parts of a plan that are divided further; everything else is scored itself. */
export const isGroup = (kind: ItemKind): boolean => kind === 'group';
/** Additions and deductions come on top of the full score and take no part in its division. */
const takesPart = ({ kind }: { readonly kind: ItemKind }): boolean => kind !== 'adjust';

type Divided = Pick<PlanItem, 'id' | 'parentId' | 'title' | 'fullScore' | 'kind'>;
export type Division = { readonly id: string | null; readonly title: string; readonly sum: number; readonly full: number };

/** How the full score of the plan, and of each rule that is divided, is used up by what stands below it. */
export function divisions(plan: { readonly title: string; readonly fullScore: number }, items: readonly Divided[]): Division[] {
  const below = (id: string | null): Divided[] => items.filter((item) => item.parentId === id && takesPart(item));
  const sumOf = (parts: readonly Divided[]): number => parts.reduce((sum, { fullScore }) => sum + fullScore, 0);
  return [
    { id: null, title: plan.title, sum: sumOf(below(null)), full: plan.fullScore },
    ...items.filter(({ kind }) => isGroup(kind)).map(({ id, title, fullScore }) => ({ id, title, sum: sumOf(below(id)), full: fullScore })),
  ];
}

/** The first division whose parts are worth more than the whole; a plan that is being written may hold less, never more. */
export const exceeded = (all: readonly Division[]): Division | undefined => all.find(({ sum, full }) => sum > full);
/** The first division whose parts are not exactly the whole: a plan with one cannot be enabled. */
export const unbalanced = (all: readonly Division[]): Division | undefined => all.find(({ sum, full }) => sum !== full);

/** The band of a total: the highest floor it reaches. The lowest floor is 0, so every total has one. */
export function bandOf(bands: readonly BandFloor[], total: number): Band {
  const reached = bands.toSorted((a, b) => b.floor - a.floor).find(({ floor }) => total >= floor);
  return reached?.band ?? bands.at(-1)?.band ?? 'fail';
}

/**
 * The band of somebody of whom only a part of the points can be told yet: as if the rest were earned in the same share. Null where nothing can be told.
 * `counted` is the full score of what can be told; all of them hundredths of a point.
 */
export const bandSoFar = (bands: readonly BandFloor[], earned: number, counted: number, fullScore: number): Band | null => (counted <= 0 ? null : bandOf(bands, halfUp(Math.min(earned, counted) * fullScore, counted)));

/** Floors fall from band to band and end at 0. */
export const areBandsInOrder = (bands: readonly BandFloor[], fullScore: number): boolean =>
  bands.length > 1 && bands.at(-1)?.floor === 0 && (bands[0]?.floor ?? 0) <= fullScore && bands.every(({ floor }, at) => at === 0 || floor < (bands[at - 1]?.floor ?? 0));

/** What follows from a band, given the bands of the subject's earlier cycles, newest first (domain.md 3.4: exit after two fails in a row). */
export function followsOf(bands: readonly BandFloor[], band: Band, earlier: readonly Band[]): readonly string[] {
  const unlike = earlier.findIndex((one) => one !== band);
  const inRow = 1 + (unlike === -1 ? earlier.length : unlike);
  return (bands.find((one) => one.band === band)?.follows ?? []).filter((follow) => inRow >= follow.inRow).map(({ code }) => code);
}
