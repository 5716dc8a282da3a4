import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorOf, roomAddress } from '#shared/modules/grid/territory/buildings/room-address.rules.ts';
import { doorOf, mergedPlace, placeRooms, ROOM_WIDTH, splitPlace, type NamedRoom, type RoomPlace } from '#shared/modules/grid/territory/buildings/room-layout.rules.ts';
import { proposeRooms, type UntiedDwelling } from '#shared/modules/grid/territory/buildings/room-proposal.rules.ts';
import { rentalState } from '#shared/modules/grid/register/rentals/rental-state.rules.ts';

const at = (address: string, parts: Partial<Omit<UntiedDwelling, 'id' | 'address'>> = {}) => ({ id: address, address, estate: '', building: '', unit: '', floor: '', room: '', gridId: null, ...parts });
const overlap = (one: RoomPlace, other: RoomPlace): boolean => one.unit === other.unit && one.floor === other.floor && one.leftEdge < other.leftEdge + other.width && other.leftEdge < one.leftEdge + one.width;

describe('an address', () => {
  it.each([
    ['清波路9号青山小区17幢4单元303室', { street: '清波路9号', estate: '青山小区', building: '17幢', unit: '4单元', floor: 3, room: '303' }],
    ['青山小区17号楼4单元1203', { street: '', estate: '青山小区', building: '17幢', unit: '4单元', floor: 12, room: '1203' }],
    ['青山小区 ０３ 栋 101 室', { street: '', estate: '青山小区', building: '3幢', unit: '', floor: 1, room: '101' }],
    ['翠湖花园a座2单元', 'no-room'],
    ['翠湖花园a座2单元B1', { street: '', estate: '翠湖花园', building: 'A幢', unit: '2单元', floor: 1, room: 'B1' }],
    ['清波路9号', 'no-building'],
  ])('%s', (address, expected) => {
    const found = roomAddress(at(address));
    expect(found).toEqual(expected);
  });
  it('is told by the fields of the dwelling before its own words', () => {
    expect(roomAddress(at('旧写法', { estate: '青山小区', building: '17', unit: '4', floor: '3', room: '303室' }))).toMatchObject({ building: '17幢', unit: '4单元', floor: 3, room: '303' });
  });
  it.each([['B1', 'B101', -1], ['负1层', '', -1], ['', '-101', -1], ['3', '', 3], ['', '88', null]])('floor %s of room %s', (floor, room, expected) => expect(floorOf(floor, room)).toBe(expected));
});

const part = fc.constantFrom('', '1', '2', '17', '1单元', '甲', '303', '303室', '1203', '商铺2', 'B1');
const dwellings = fc.array(fc.record({ address: fc.oneof(fc.string(), fc.constantFrom('青山小区3幢2单元303室', '清波路9号4幢101', '清波路9号')), estate: fc.constantFrom('', '青山小区'), building: part, unit: part, floor: part, room: part, gridId: fc.constantFrom(null, 'g1', 'g2') }), { maxLength: 40 });

describe('a proposal from addresses', () => {
  it('loses no dwelling: each is in exactly one room, or among the unplaced', () => {
    fc.assert(fc.property(dwellings, (rows) => {
      const all = rows.map((row, index) => ({ ...row, id: `d${index}` }));
      const { buildings, unplaced } = proposeRooms(all);
      const found = [...buildings.flatMap(({ rooms }) => rooms.flatMap(({ dwellingIds }) => dwellingIds)), ...unplaced.map(({ id }) => id)];
      expect(found.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    }));
  });
  it('makes one house of two ways of writing it, in the grid most of it lies in', () => {
    const { buildings } = proposeRooms([at('青山小区3幢1单元101室', { gridId: 'g1' }), at('青山小区3号楼1单元102', { gridId: 'g2' }), at('青山小区03栋1单元201室', { gridId: 'g2' })]);
    expect(buildings).toMatchObject([{ estate: '青山小区', name: '3幢', gridId: 'g2', grids: 2, rooms: [{ name: '101' }, { name: '102' }, { name: '201' }] }]);
  });
  it('tells two houses of one number apart by their road', () => expect(proposeRooms([at('清波路9号3幢101室'), at('西湖路2号3幢101室')]).buildings).toHaveLength(2));
});

const names = fc.array(fc.record({ unit: fc.constantFrom('', '1单元'), floor: fc.integer({ min: -1, max: 3 }), name: fc.oneof(part, fc.string({ minLength: 1, maxLength: 4 })) }), { maxLength: 30 });

describe('the layout of a floor', () => {
  it('puts no two rooms into one place, whatever stands there already', () => {
    fc.assert(fc.property(names, names, (first, second) => {
      const standing = placeRooms([], first).map((place, index) => ({ ...place, name: first[index]?.name ?? '' }));
      const all = [...standing, ...placeRooms(standing, second)];
      expect(all).toHaveLength(first.length + second.length);
      all.forEach((one, index) => expect(all.slice(index + 1).some((other) => overlap(one, other))).toBe(false));
    }));
  });
  it('keeps a door under the same door, so that a missing room is a gap', () => {
    const room = (floor: number, name: string): NamedRoom => ({ unit: '1单元', floor, name });
    const places = placeRooms([], [room(1, '101'), room(1, '103'), room(2, '201'), room(2, '202'), room(2, '203')]);
    expect(places.map(({ leftEdge }) => leftEdge / ROOM_WIDTH)).toEqual([0, 2, 0, 1, 2]);
    expect([doorOf('1203'), doorOf('商铺3'), doorOf('门卫')]).toEqual([3, 3, null]);
  });
  it('split and merged again is what it was; merging takes nothing that is not side by side', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 2, max: 12 }), (width, leftEdge, parts) => {
      const room = { unit: '1单元', floor: 1, leftEdge, width };
      const split = splitPlace(room, parts);
      expect(split?.length ?? 0).toBe(parts > width ? 0 : parts);
      if (!split) return;
      expect(mergedPlace(split.toReversed())).toEqual(room);
      if (parts > 2) expect(mergedPlace([split[0], split[2]].filter((place) => place !== undefined))).toBeNull();
    }));
  });
});

describe('a letting', () => {
  it.each([[null, null, 'running'], ['2026-03-02', null, 'running'], ['2026-03-01', null, 'overdue'], ['2026-03-01', '2026-03-01', 'left']])('that ends on %s and was left on %s is %s', (endsOn, leftOn, state) =>
    expect(rentalState({ endsOn, leftOn }, '2026-03-02')).toBe(state));
});
