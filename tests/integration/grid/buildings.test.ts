import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { Rental } from '#shared/modules/grid/register/rentals/rental.schema.ts';
import type { Building } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import type { Room, ShownProposal } from '#shared/modules/grid/territory/buildings/room.schema.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const grid = (name: string) => ({ name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
const dwelling = (address: string, gridId: string | null) => ({
  dwellingNo: '', address, certificateAddress: '', estate: '', building: '', unit: '', floor: '', room: '', areaCentiares: null, rooms: null, use: 'housing', structure: '', category: 'self', ownerName: '', ownerPhone: '', builtYear: null, gridId, note: '',
});
const person = (name: string, dwellingId: string, gridId: string) => ({
  name, formerName: '', reading: '', sex: '0', birthOn: null, idType: '', idNumber: '', ethnic: '', nativePlace: '', marital: '', political: '', education: '', occupation: '', workplace: '', phone: '',
  category: 'registered', registeredPlace: '', registeredAddress: '', presentAddress: '', livesWhereRegistered: null, gridId, householdId: null, relationToHead: '', dwellingId, note: '',
});
const rental = (dwellingId: string, values: Record<string, unknown> = {}) => ({ dwellingId, rentalUse: 'housing', rentalType: 'suite', tenantId: null, tenantName: '贾租客', tenantIdNumber: '', tenantPhone: '13812345678', parts: ['whole'], startsOn: '2025-01-01', endsOn: null, note: '', ...values });

let desk: Workstation;
let north: string;
let south: string;
let homes: string[];
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  north = (await desk.done<{ id: string }>('grid.createGrid', grid('北网格'))).id;
  south = (await desk.done<{ id: string }>('grid.createGrid', grid('南网格'))).id;
  homes = [];
  for (const room of ['101', '102', '103', '201', '202', '203']) homes.push((await desk.done<{ id: string }>('grid.createDwelling', dwelling(`清波路9号青山小区3幢1单元${room}室`, north))).id);
  await desk.done('grid.createDwelling', dwelling('清波路11号', north));
});
afterEach(() => desk.close());

const propose = () => desk.done<ShownProposal>('grid.proposeRooms');
const take = async () => desk.done('grid.takeRooms', { estates: (await propose()).estates.map(({ estate, mark }) => ({ estate, mark })) });
const building = async (): Promise<Building> => (await desk.done<Building[]>('grid.listBuildings', {}))[0] ?? expect.fail('no building');
const rooms = async (): Promise<Room[]> => desk.done<Room[]>('grid.listRooms', { buildingId: (await building()).id });
const roomNamed = async (name: string): Promise<Room> => (await rooms()).find((room) => room.name === name) ?? expect.fail(`no room ${name}`);
const dwellingsInRooms = (all: readonly Room[]): string[] => all.flatMap((room) => room.dwellings.map(({ id }) => id)).toSorted();
const undo = async (): Promise<void> => {
  const { undo: step } = await desk.done<{ undo: { seq: number } | null }>('undo.listNext');
  await desk.done('undo.undo', { seq: step?.seq });
};
const redo = async (): Promise<void> => {
  const { redo: step } = await desk.done<{ redo: { seq: number } | null }>('undo.listNext');
  await desk.done('undo.redo', { seq: step?.seq });
};

describe('rooms from addresses', () => {
  it('are shown before they are taken, taken in one act, and undone and given again whole', async () => {
    const shown = await propose();
    expect(shown).toMatchObject({ estates: [{ estate: '青山小区', isNew: true, dwellings: 6, buildings: [{ name: '3幢', isNew: true, gridName: '北网格', grids: 1, units: 1, floors: 2, rooms: 6 }] }], unplaced: [{ address: '清波路11号', reason: 'no-building' }], unplacedCount: 1 });
    expect(desk.count('room') + desk.count('building')).toBe(0);
    const acts = desk.count('audit_entry');
    expect(await take()).toEqual({ buildings: 1, rooms: 6, dwellings: 6 });
    expect(desk.count('audit_entry')).toBe(acts + 1);
    expect(await building()).toMatchObject({ estateName: '青山小区', name: '3幢', gridName: '北网格', rooms: 6, dwellings: 6, elsewhere: 0 });
    expect(dwellingsInRooms(await rooms())).toEqual(homes.toSorted());
    expect((await propose()).estates).toEqual([]);
    await undo();
    expect([await desk.done('grid.countBuildings', {}), await desk.done('grid.countEstates', {})]).toEqual([{ count: 0 }, { count: 0 }]);
    expect((await propose()).estates).toEqual(shown.estates);
    await redo();
    expect(dwellingsInRooms(await rooms())).toEqual(homes.toSorted());
    expect(desk.count('dwelling', 'removed_at IS NULL')).toBe(7);
  });
  it('are not taken when they are no more what was shown', async () => {
    const { estates } = await propose();
    await desk.done('grid.createDwelling', dwelling('青山小区3幢2单元101室', north));
    expect(await desk.refused('grid.takeRooms', { estates: estates.map(({ estate, mark }) => ({ estate, mark })) })).toBe('room/proposal-changed');
    expect(desk.count('room')).toBe(0);
  });
  it('join the building that stands already', async () => {
    await take();
    const late = await desk.done<{ id: string }>('grid.createDwelling', dwelling('青山小区03栋1单元301室', south));
    expect((await propose()).estates).toMatchObject([{ isNew: false, buildings: [{ name: '3幢', isNew: false }] }]);
    await take();
    expect((await roomNamed('301')).dwellings.map(({ id }) => id)).toEqual([late.id]);
    expect(await building()).toMatchObject({ rooms: 7, elsewhere: 1 });
  });
});

describe('merging and splitting', () => {
  it('keep every dwelling and person in exactly one room, however often, and undo gives the same rooms again', async () => {
    await take();
    for (const id of homes) await desk.done('grid.createPerson', person(`住户${id.slice(-2)}`, id, north));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ merge: fc.boolean(), at: fc.nat(20), parts: fc.integer({ min: 2, max: 3 }) }), { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const { merge, at, parts } of steps) {
          const before = await rooms();
          const room = before[at % before.length] ?? expect.fail('no room');
          const next = before.find((other) => other.floor === room.floor && other.leftEdge === room.leftEdge + room.width);
          const pieces = Array.from({ length: parts }, (_, index) => ({ name: `${room.name}-${index}`.slice(0, 40), dwellingIds: room.dwellings.map(({ id }) => id).filter((_id, place) => place % parts === index) }));
          const result = merge
            ? next && (await desk.call('grid.mergeRooms', { rooms: [next, room].map(({ id, version }) => ({ id, version })), name: room.name }))
            : await desk.call('grid.splitRoom', { id: room.id, version: room.version, parts: pieces });
          const after = await rooms();
          expect(dwellingsInRooms(after)).toEqual(homes.toSorted());
          expect(after.flatMap(({ dwellings }) => dwellings).reduce((sum, { residents }) => sum + residents, 0)).toBe(homes.length);
          if (!result?.ok) continue;
          await undo();
          expect((await rooms()).map(({ version: _v, ...same }) => same)).toEqual(before.map(({ version: _v, ...same }) => same));
          await redo();
          expect((await rooms()).map(({ version: _v, ...same }) => same)).toEqual(after.map(({ version: _v, ...same }) => same));
        }
      }),
      { numRuns: 12 },
    );
  });
  it('refuse what would lose a dwelling or leap over a room', async () => {
    await take();
    const [first, second, third] = [await roomNamed('101'), await roomNamed('102'), await roomNamed('103')];
    const seen = ({ id, version }: Room) => ({ id, version });
    expect(await desk.refused('grid.mergeRooms', { rooms: [seen(first), seen(third)], name: '商铺' })).toBe('room/not-side-by-side');
    expect(await desk.refused('grid.mergeRooms', { rooms: [seen(first), seen(second)], name: '103' })).toBe('room/name-taken');
    const shop = await desk.done<Room>('grid.mergeRooms', { rooms: [seen(second), seen(first)], name: '商铺1' });
    expect(shop).toMatchObject({ id: first.id, leftEdge: 0, width: 24, dwellings: [{ id: homes[0] }, { id: homes[1] }] });
    expect(await desk.refused('grid.splitRoom', { ...seen(shop), parts: [{ name: 'A', dwellingIds: [homes[0]] }, { name: 'B', dwellingIds: [] }] })).toBe('room/dwelling-left-out');
    expect(await desk.refused('grid.splitRoom', { ...seen(shop), parts: [{ name: 'A', dwellingIds: [homes[0]] }, { name: 'B', dwellingIds: [homes[0], homes[1]] }] })).toBe('room/dwelling-left-out');
    expect(await desk.refused('grid.mergeRooms', { rooms: [seen(first), seen(third)], name: '商铺' })).toBe('record/conflict');
  });
});

describe('a room with people in it', () => {
  it('cannot be deleted, nor its building; nothing is lost by trying', async () => {
    await take();
    const [home] = homes;
    await desk.done('grid.createPerson', person('贾涛一', home ?? '', north));
    const { id, version } = await roomNamed('101');
    expect(await desk.call('grid.removeRoom', { id, version, reason: '登记错' })).toMatchObject({ ok: false, error: { code: 'room/has-people', params: { name: '101', persons: 1 } } });
    const house = await building();
    expect(await desk.refused('grid.removeBuilding', { id: house.id, version: house.version, reason: '拆除' })).toBe('building/has-people');
    expect(await desk.refused('grid.removeEstate', { id: house.estateId, version: 1, reason: '拆除' })).toBe('estate/has-buildings');
    expect(await rooms()).toHaveLength(6);
  });
  it('can when it is empty; the dwelling stays and can be put into a room again', async () => {
    await take();
    const [home] = homes;
    const room = await roomNamed('101');
    await desk.done('grid.removeRoom', { id: room.id, version: room.version, reason: '不存在' });
    expect(await desk.done('grid.findRoomOfDwelling', { id: home })).toBeNull();
    expect(desk.count('dwelling', 'removed_at IS NULL')).toBe(7);
    const { id: roomId } = await roomNamed('102');
    await desk.done('grid.tieDwelling', { dwellingId: home, roomId });
    expect(await desk.refused('grid.tieDwelling', { dwellingId: home, roomId })).toBe('room/dwelling-elsewhere');
    expect(await desk.done('grid.findRoomOfDwelling', { id: home })).toMatchObject({ roomId, building: '青山小区3幢' });
  });
});

describe('a building', () => {
  it('moves to another grid with its dwellings and people in one act, and back by one undo', async () => {
    await take();
    const [home] = homes;
    const { id: personId } = await desk.done<{ id: string }>('grid.createPerson', person('贾涛一', home ?? '', north));
    const stays = await desk.done<{ id: string }>('grid.createPerson', person('贾南南', home ?? '', south));
    const { id, version } = await building();
    const gridsOf = () => desk.sqlite().prepare('SELECT grid_id FROM dwelling WHERE id IN (SELECT dwelling_id FROM dwelling_room) UNION SELECT grid_id FROM person WHERE id = ? UNION SELECT grid_id FROM building').pluck().all(personId);
    const acts = desk.count('audit_entry');
    expect(await desk.done('grid.moveBuilding', { id, version, gridId: south })).toMatchObject({ gridName: '南网格', elsewhere: 0 });
    expect(desk.count('audit_entry')).toBe(acts + 1);
    expect(gridsOf()).toEqual([south]);
    await undo();
    expect(gridsOf()).toEqual([north]);
    expect(desk.count('person', `id = '${stays.id}' AND grid_id = '${south}'`)).toBe(1);
  });
  it('keeps its dwellings: one alone is not put into another grid, and may come back to that of the building', async () => {
    await take();
    const [home = ''] = homes;
    const before = await building();
    const change = (version: number, gridId: string | null) => ({ ...dwelling('清波路9号青山小区3幢1单元101室', gridId), ownerPhone: undefined, id: home, version });
    const { version } = await desk.done<{ version: number }>('grid.getDwelling', { id: home });
    expect(await desk.call('grid.updateDwelling', change(version, south))).toMatchObject({ error: { code: 'dwelling/grid-of-building', params: { building: '青山小区3幢', grid: '北网格' } } });
    expect(await desk.refused('grid.updateDwelling', change(version, null))).toBe('dwelling/grid-of-building');
    expect(await desk.done('grid.getDwelling', { id: home })).toMatchObject({ version, gridId: north });
    desk.sqlite().prepare('UPDATE dwelling SET grid_id = ? WHERE id = ?').run(south, home); // as an import leaves it
    await desk.done('grid.updateDwelling', change(version, north));
    expect((await building()).elsewhere).toBe(0);
    expect((await building()).version).toBe(before.version);
  });

  it('of another grid does not exist for a clerk, and its rooms are not found', async () => {
    await take();
    const { id } = await building();
    const clerk = { roles: ['clerk'] as const, scope: [south], userId: '019c0000-0000-7000-8000-0000000000b2' };
    expect(await desk.callAs(clerk, 'grid.listBuildings', {})).toEqual({ ok: true, data: [] });
    for (const [name, input] of [['grid.getBuilding', { id }], ['grid.listRooms', { buildingId: id }], ['audit.listChanges', { entity: 'building', id }]] as const) expect(await desk.callAs(clerk, name, input), name).toMatchObject({ ok: false, error: { code: 'record/not-found' } });
    const kinds = async (who: Parameters<Workstation['callAs']>[0], text: string): Promise<string[]> => {
      const found = await desk.callAs(who, 'search.findEverywhere', { text });
      return found.ok ? (found.data as SearchHit[]).map((hit) => hit.entity) : []; // the output of the search
    };
    expect(await kinds({}, '青山小区3幢')).toContain('building');
    expect(await kinds({}, '青山小区3幢1单元202')).toContain('room');
    expect(await kinds({}, '202')).toContain('room');
    for (const text of ['青山小区3幢', '青山小区3幢1单元202', '202']) expect(await kinds(clerk, text)).toEqual([]);
  });
  it('has one name in its estate and a whole point or none', async () => {
    await take();
    const { estateId } = await building();
    const draft = { estateId, name: '3幢', address: '', floors: null, units: null, headName: '', headSex: '0', headPhone: '', lngMicro: null, latMicro: null, note: '', gridId: north };
    expect(await desk.refused('grid.createBuilding', draft)).toBe('building/name-taken');
    expect(await desk.refused('grid.createBuilding', { ...draft, name: '4幢', lngMicro: 120_000_000 })).toBe('building/half-a-point');
  });
});

describe('a letting', () => {
  it('marks the dwelling as let, shows numbers only masked, and is asked about after its end', async () => {
    const [home = ''] = homes;
    const made = await desk.done<Rental>('grid.createRental', rental(home, { endsOn: '2026-03-10', tenantIdNumber: '11010519491231002X' }));
    expect(made).toMatchObject({ state: 'running', tenantPhone: null, tenantPhoneMasked: '138****5678', tenantIdNumberMasked: '110***********002X' });
    expect(await desk.done('grid.countDwellings', { filter: { rented: true, categories: ['rented'] } })).toEqual({ count: 1 });
    const asked = async (): Promise<boolean> => (await desk.done<TodayItem[]>('notifications.listToday')).some(({ kind }) => kind === 'rentals-overdue');
    expect(await asked()).toBe(false);
    desk.advance(9 * 86_400_000);
    expect(await asked()).toBe(true);
    const { dwellingId: _d, tenantPhone: _p, tenantIdNumber: _n, ...fields } = rental(home, { endsOn: '2026-03-10' });
    const { version } = await desk.done<Rental>('grid.updateRental', { ...fields, id: made.id, version: 1, note: '续租未定' });
    expect(await desk.done('grid.listRentals', { dwellingId: home })).toMatchObject([{ state: 'overdue', tenantPhoneMasked: '138****5678', note: '续租未定' }]);
    await desk.done('grid.endRental', { id: made.id, version, leftOn: '2026-03-09' });
    expect(await asked()).toBe(false);
    expect(await desk.done('grid.countDwellings', { filter: { rented: true } })).toEqual({ count: 0 });
    expect(JSON.stringify(await desk.done('audit.listChanges', { entity: 'rental', id: made.id }))).not.toContain('13812345678');
  });
  it('needs a tenant, days in order, and a sound number; a tenant of the register is told by the register', async () => {
    const [home = ''] = homes;
    expect(await desk.refused('grid.createRental', rental(home, { tenantName: '' }))).toBe('rental/no-tenant');
    expect(await desk.refused('grid.createRental', rental(home, { endsOn: '2024-12-31' }))).toBe('rental/ends-before-start');
    expect(await desk.refused('grid.createRental', rental(home, { tenantIdNumber: '110105194912310021' }))).toBe('person/id-number-invalid');
    const { id } = await desk.done<{ id: string }>('grid.createPerson', { ...person('贾涛一', home, north), phone: '13987654321' });
    expect(await desk.done('grid.createRental', rental(home, { tenantId: id, tenantName: '' }))).toMatchObject({ tenantName: '贾涛一', tenantPhoneMasked: '139****4321' });
    await undo();
    expect(await desk.done('grid.listRentals', { dwellingId: home })).toEqual([]);
    expect(desk.count('dwelling', "category = 'rented'")).toBe(0);
  });
});
