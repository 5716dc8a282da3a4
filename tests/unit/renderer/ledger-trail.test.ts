import { describe, expect, it, vi } from 'vitest';
import { leaveTrail, moveTrail, rememberedPlace, rememberPlace, trailOf, type Trail } from '#renderer/components/ledger/ledger-memory.ts';
import { nothingSelected } from '#renderer/components/ledger/selection.ts';

vi.stubGlobal('window', { griddesk: {} }); // the bridge of the preload; nothing is called here
const { neighbour } = await import('#renderer/components/ledger/use-ledger-trail.ts');

const list = ['a', 'b', 'c', 'd'];
const at = (ids: readonly string[]) => async (index: number) => (ids[index] === undefined ? undefined : { id: ids[index] });
const trail = (index: number): Trail => ({ list: 'grid.persons', read: async () => [], count: list.length, index, id: list[index] ?? '' });

describe('previous and next from a sheet', () => {
  it('go one row on or back', async () => {
    expect(await neighbour(trail(1), 1, at(list))).toEqual({ index: 2, id: 'c' });
    expect(await neighbour(trail(1), -1, at(list))).toEqual({ index: 0, id: 'a' });
  });
  it('end at the ends', async () => {
    expect(await neighbour(trail(0), -1, at(list))).toBeNull();
    expect(await neighbour(trail(3), 1, at(list))).toBeNull();
  });
  it('skip nobody when the row of the sheet has left the list', async () => {
    expect(await neighbour(trail(1), 1, at(['a', 'c', 'd']))).toEqual({ index: 1, id: 'c' });
    expect(await neighbour(trail(1), -1, at(['a', 'c', 'd']))).toEqual({ index: 0, id: 'a' });
  });
});

describe('the list behind a sheet', () => {
  it('is known only to the sheet that was opened from it', () => {
    leaveTrail(trail(1));
    expect(trailOf('grid.persons', 'b')?.index).toBe(1);
    expect(trailOf('grid.persons', 'c')).toBeNull();
    expect(trailOf('grid.dwellings', 'b')).toBeNull();
  });
  it('comes along, so that "back" stands on the row seen last', () => {
    rememberPlace('grid.persons', { key: 'k', top: 320, rowHeight: 32, active: 1, selection: nothingSelected });
    moveTrail(trail(1), 3, 'd');
    expect(trailOf('grid.persons', 'd')?.index).toBe(3);
    expect(rememberedPlace('grid.persons', 'k')).toMatchObject({ active: 3, top: 384 });
    expect(rememberedPlace('grid.persons', 'another filter')).toBeUndefined();
  });
});
