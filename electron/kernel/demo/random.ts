import type { WeightedGroup } from './names/weighted.ts';

/** Chance that repeats itself: the same seed gives the same row of values on every machine. Not for secrets. */
export type Random = {
  /** From 0 up to, but without, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
  pick<T>(values: readonly T[]): T;
};

/** A generator with 32 bits of state, stepped by a constant and mixed twice (Mulberry32, published into the public domain by Tommy Ettinger). */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const once = Math.imul(state ^ (state >>> 15), state | 1);
    const twice = (once + Math.imul(once ^ (once >>> 7), once | 61)) ^ once;
    return ((twice ^ (twice >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (percent) => next() * 100 < percent,
    pick: (values) => {
      const value = values[between(0, values.length - 1)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
}

/** A generator of its own for part `index` of a larger whole, so that a part comes out the same whatever was made before it. */
export const randomOfPart = (seed: number, index: number): Random => seededRandom(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35));

/** A drawer from groups of values; a value's chance is its group's weight against the weights of all values. */
export function weightedPick(groups: readonly WeightedGroup[]): (random: Random) => string {
  const upTo = groups.map((_group, index) => groups.slice(0, index + 1).reduce((sum, { weight, values }) => sum + weight * values.length, 0));
  const total = upTo.at(-1) ?? 0;
  return (random) => {
    const at = random.next() * total;
    return random.pick(groups[upTo.findIndex((end) => at < end)]?.values ?? []);
  };
}

/** How much of a whole falls to part `index` when it is dealt out evenly; the parts add up exactly. */
export const fairShare = (whole: number, parts: number, index: number): number => Math.floor(((index + 1) * whole) / parts) - Math.floor((index * whole) / parts);

/** The part of a list that falls to part `index`, in order. */
export const slicePart = <T>(list: readonly T[], parts: number, index: number): readonly T[] => list.slice(Math.floor((index * list.length) / parts), Math.floor(((index + 1) * list.length) / parts));
