import { describe, expect, it } from 'vitest';
import { planSplit } from '#electron/modules/grid/territory/grid-life/split-plan.ts';
import { buildingsOf, dealt, figuresOf, withoutShare } from '#renderer/modules/grid/territory/grid-life/split-state.ts';

const place = (building: string, unit: string, persons = 1) => ({ key: `b|苑|${building}|${unit}`, estate: '苑', building, unit, address: '', dwellings: 1, households: 1, persons });
const places = [place('1', '1'), place('1', '2', 2), place('2', '', 4)];
const [a, b, c] = places.map(({ key }) => key) as [string, string, string]; // three places above

describe('a plan of a split', () => {
  it('deals every place out once', () => {
    expect([...planSplit(places, [[a], [b, c]])]).toEqual([[a, 0], [b, 1], [c, 1]]);
    expect([...planSplit(places, [[], [a, b], [c]]).values()]).toEqual([1, 1, 2]);
  });
  it.each([['leaves-out', [[a], [b]]], ['place-twice', [[a], [b, c, a]]], ['place-unknown', [[a], [b, c, 'b|苑|9|9']]]])('is refused: %s', (code, shares) => {
    expect(() => planSplit(places, shares)).toThrow(`grid/split-${code}`);
  });
});

describe('the split page', () => {
  it('adds up what each share would hold', () => {
    const deal = dealt(dealt({}, places.slice(0, 2), 1), places.slice(1, 2), 2);
    expect([0, 1, 2].map((share) => figuresOf(places, deal, share).persons)).toEqual([4, 1, 2]);
  });
  it('leaves in the grid what a removed share had, and moves those behind it up', () => {
    expect(withoutShare({ [a]: 1, [b]: 2, [c]: 3 }, 2)).toEqual({ [a]: 1, [c]: 2 });
  });
  it('puts units under their building', () => {
    expect(buildingsOf(places).map(({ building, places: units }) => [building, units.length])).toEqual([['1', 2], ['2', 1]]);
  });
});
