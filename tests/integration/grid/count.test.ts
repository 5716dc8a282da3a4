import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packWorkbook } from '#electron/kernel/imports/workbook.ts';
import { parseWorkbook } from '#electron/kernel/imports/workbook-parse.ts';
import { countSheetWorkbook, type SheetRows } from '#electron/modules/grid/register/count/count-sheet-workbook.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { sheetFields, type SheetField } from '#shared/modules/grid/register/count/count-sheet.rules.ts';
import type { SheetVerdict } from '#shared/modules/grid/register/count/count.contract.ts';
import { coverageOf, personsIn, totalsOf } from '#shared/modules/grid/register/count/count.rules.ts';
import { outcomes, type CampaignSheet, type DoorRow } from '#shared/modules/grid/register/count/count.schema.ts';
import { dwellingDraft, gridDraft, householdDraft } from '#tests/support/grids.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let north: string;
let south: string;
const NOTHING = { households: 0, registered: 0, floating: 0, leftBehind: 0, overseas: 0, noHukou: 0, businesses: 0 };

async function home(gridId: string, at: number, people: number): Promise<void> {
  const { id: dwellingId } = await desk.done<{ id: string }>('grid.createDwelling', dwellingDraft(`清波街1号${String(at)}幢1单元101室`, { gridId, building: `${String(at)}幢`, unit: '1单元', floor: '1', room: '101室', use: 'housing' }));
  if (people === 0) return;
  const { id: householdId } = await desk.done<{ id: string }>('grid.createHousehold', householdDraft(`${gridId.slice(-4)}${String(at)}`, { gridId, dwellingId }));
  for (let no = 0; no < people; no += 1) await desk.done('grid.createPerson', personDraft({ gridId, householdId, dwellingId, name: `居民${String(no)}`, idNumber: '', idType: '', category: no === 0 ? 'registered' : 'floating' }));
}

beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  north = (await desk.done<{ id: string }>('grid.createGrid', gridDraft('北网格'))).id;
  south = (await desk.done<{ id: string }>('grid.createGrid', gridDraft('南网格'))).id;
  for (const [at, people] of [[10, 2], [2, 3], [1, 0]] as const) await home(north, at, people);
  await home(south, 1, 1);
});
afterEach(() => desk.close());

const start = (values: Record<string, unknown> = {}) => desk.done<CampaignSheet>('grid.createCountCampaign', { name: '年度清查', startsOn: '2026-03-01', endsOn: '2026-03-08', note: '', gridIds: [north, south], ...values });
const sheet = (id: string) => desk.done<CampaignSheet>('grid.getCountCampaign', { id });
const doors = (campaignId: string, filter: Record<string, unknown> = {}) => desk.done<DoorRow[]>('grid.listDoors', { filter: { campaignId, ...filter } });
const visit = ({ id, version }: DoorRow, values: Record<string, unknown> = {}) => ({ id, version, outcome: 'counted', ...NOTHING, households: 1, registered: 1, foundUse: 'housing', countedOn: '2026-03-02', countedBy: '张磊', note: '', ...values });
const record = (...visits: unknown[]) => desk.done('grid.recordVisits', { visits });
const undo = async () => desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });

describe('a count', () => {
  it('takes down every dwelling in the order of the walk, with what the register says of it', async () => {
    const { id, doors: all } = await start();
    expect(all).toBe(4);
    expect((await doors(id)).map(({ gridName, no, block, registerPersons, registerHouseholds, state }) => [gridName, no, block, registerPersons, registerHouseholds, state])).toEqual([
      ['北网格', 1, '清波苑1幢', 0, 0, 'open'], ['北网格', 2, '清波苑2幢', 3, 1, 'open'], ['北网格', 3, '清波苑10幢', 2, 1, 'open'], ['南网格', 1, '清波苑1幢', 1, 1, 'open'],
    ]);
    expect(await desk.refused('grid.createCountCampaign', { name: '空', startsOn: '2026-03-01', endsOn: '2026-02-01', note: '', gridIds: [north] })).toBe('validation/failed');
    const bare = (await desk.done<{ id: string }>('grid.createGrid', gridDraft('空网格'))).id;
    expect(await desk.refused('grid.createCountCampaign', { name: '空网格清查', startsOn: '2026-03-01', endsOn: '2026-03-02', note: '', gridIds: [bare] })).toBe('count/no-doors');
    expect(desk.count('count_campaign')).toBe(1);
  });

  it('takes visits one by one, refuses what cannot be, and takes them back', async () => {
    const { id } = await start();
    const [empty, first, second] = await doors(id);
    if (!empty || !first || !second) throw new Error('doors are missing');
    for (const [values, code] of [
      [{ households: 0, registered: 0 }, 'count/counted-nobody'], [{ registered: 0, businesses: 1 }, 'count/households-without-persons'], [{ households: 2 }, 'count/more-households-than-persons'], [{ countedOn: '2026-03-03' }, 'count/visit-ahead'],
    ] as const) expect(await desk.refused('grid.recordVisits', { visits: [visit(second), visit(first, values)] })).toBe(code);
    expect((await doors(id, { states: ['counted'] })).length).toBe(0);
    await record(visit(first, { floating: 2 }));
    await record(visit(empty, { outcome: 'vacant', registered: 7 }));
    expect(await doors(id, { states: ['vacant'] })).toMatchObject([{ persons: 0, households: 0, countedBy: '张磊' }]);
    expect(await desk.refused('grid.recordVisits', { visits: [visit(first)] })).toBe('record/conflict');
    await undo();
    await undo();
    expect((await doors(id)).map(({ state, persons }) => [state, persons])).toEqual(Array.from({ length: 4 }, () => ['open', 0]));
    await start({ name: '建错了' });
    await undo();
    expect(await desk.done('grid.listCountCampaigns')).toMatchObject([{ id }]);
    expect(desk.count('count_door', 'removed_at IS NULL')).toBe(4);
  });

  it('has figures that equal a recount, live and frozen, and changes no more once it is closed', async () => {
    const first = await start({ name: '上次' });
    for (const door of await doors(first.id)) await record(visit(door, { registered: Math.max(1, door.registerPersons) }));
    desk.advance(60_000);
    const closed = await desk.done<CampaignSheet>('grid.closeCountCampaign', { id: first.id, version: first.version });
    const { id, version, previous } = await start();
    expect(previous).toMatchObject({ id: first.id });
    const [empty, full, other, far] = await doors(id);
    if (!empty || !full || !other || !far) throw new Error('doors are missing');
    await record(visit(empty, { outcome: 'vacant' }), visit(full, { registered: 2, floating: 2, businesses: 1 }), visit(other, { outcome: 'nobody' }), visit(far, { registered: 1, overseas: 1, households: 2 }));
    const live = await sheet(id);
    const all = await doors(id);
    const total = totalsOf(live.figures.grids);
    const settled = all.filter(({ state }) => state === 'counted' || state === 'vacant' || state === 'gone');
    const again = settled.filter(({ lastPersons }) => lastPersons !== null);
    const add = (rows: readonly DoorRow[], of: (row: DoorRow) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
    for (const state of ['open', ...outcomes] as const) expect(total[state], state).toBe(all.filter((door) => door.state === state).length);
    expect(total).toMatchObject({ doors: all.length, households: add(all, (row) => row.households), businesses: 1, registerPersons: add(settled, (row) => row.registerPersons), againPersons: add(again, (row) => row.persons), lastPersons: add(again, (row) => row.lastPersons ?? 0) });
    expect(personsIn(total)).toBe(add(all, (row) => row.persons));
    expect(coverageOf(total)).toBe(75);
    expect(live.figures.uses.reduce((sum, { dwellings }) => sum + dwellings, 0)).toBe(3);
    expect((await doors(id, { differs: ['register'] })).map(({ no, gridName }) => gridName + String(no))).toEqual(['北网格2', '南网格1']);
    expect((await doors(id, { differs: ['last'] })).map(({ no, gridName }) => gridName + String(no))).toEqual(['北网格1', '北网格2', '南网格1']);
    const frozen = await desk.done<CampaignSheet>('grid.closeCountCampaign', { id, version });
    expect(frozen.figures).toEqual(live.figures);
    expect(await desk.refused('grid.recordVisits', { visits: [visit(other, { version: other.version + 1 })] })).toBe('count/closed');
    expect(await desk.refused('grid.addDoor', { campaignId: id, gridId: north, address: '屋顶' })).toBe('count/closed');
    desk.sqlite().exec("UPDATE count_door SET registered = 50 WHERE state = 'counted'"); // even behind the desk's back
    expect((await sheet(id)).figures).toEqual(live.figures);
    expect((await sheet(first.id)).figures).toEqual(closed.figures);
  });

  it('shows a clerk the doors of the own grids only, and stands on Today until nothing is left', async () => {
    const { id } = await start({ endsOn: '2026-03-01', startsOn: '2026-02-20' });
    const clerk = { roles: ['clerk'] as const, scope: [south], userId: '019c0000-0000-7000-8000-0000000000b2' };
    const today = async () => (await desk.done<TodayItem[]>('notifications.listToday')).filter(({ kind }) => kind === 'count-open');
    expect(await desk.callAs(clerk, 'grid.listDoors', { filter: { campaignId: id } })).toMatchObject({ data: [{ gridId: south }] });
    expect(await desk.callAs(clerk, 'grid.getCountCampaign', { id })).toMatchObject({ data: { doors: 1, figures: { grids: [{ gridId: south }] } } });
    const all = await doors(id);
    const [north1] = all;
    if (!north1) throw new Error('doors are missing');
    expect(await desk.callAs(clerk, 'grid.recordVisits', { visits: [visit(north1)] })).toMatchObject({ error: { code: 'record/not-found' } });
    expect(await desk.callAs(clerk, 'grid.closeCountCampaign', { id, version: 1 })).toMatchObject({ error: { code: 'auth/forbidden' } });
    expect(await today()).toMatchObject([{ urgency: 'overdue', params: { left: 4, doors: 4 }, to: `/grid/counts/${id}` }]);
    await record(...all.map((door) => visit(door, { outcome: 'refused' })));
    expect(await today()).toEqual([]);
    await desk.done('grid.closeCountCampaign', { id, version: 1 });
    expect(await desk.callAs(clerk, 'grid.getCountCampaign', { id })).toMatchObject({ data: { figures: { grids: [{ gridId: south }] } } });
  });

  it('takes a door that the register does not know', async () => {
    const { id } = await start();
    expect(await desk.done('grid.addDoor', { campaignId: id, gridId: south, address: '清波街1号屋顶' })).toMatchObject({ no: 2, dwellingId: null, registerPersons: 0 });
    expect((await sheet(id)).doors).toBe(5);
  });
});

describe('a count sheet', () => {
  /** The sheet as somebody brings it back: exported, filled row by row, written and read as a file. */
  async function filled(id: string, fill: (row: Record<SheetField, unknown>, at: number) => Record<string, unknown>, from = id) {
    const described = await desk.host().call(desk.actorOf({}), 'grid.describeCountSheet', { campaignId: from, gridIds: [], blocks: [] });
    if (!described.ok) throw new Error(described.error.code);
    const rows = described.data as SheetRows; // the operation's own output
    const written = rows.rows.map((row, at) => {
      const named = Object.fromEntries(sheetFields.map((field, column) => [field, row[column]])) as Record<SheetField, unknown>; // one cell a field
      const next = { ...named, ...fill(named, at) };
      return sheetFields.map((field) => (next[field] ?? null) as string | number | null); // what a cell holds
    });
    return packWorkbook(await parseWorkbook(Buffer.from(await countSheetWorkbook({ ...rows, rows: written }))));
  }
  const good = { outcome: '已清点', households: 1, registered: 2, countedOn: '2026-03-02', countedBy: '张磊', foundUse: '住宅' };
  const weigh = (campaignId: string, workbook: Uint8Array, overwrite = false) => desk.done<SheetVerdict>('grid.weighCountSheet', { campaignId, overwrite, workbook });
  const write = (campaignId: string, workbook: Uint8Array, overwrite = false) => desk.done<SheetVerdict>('grid.writeCountSheet', { campaignId, overwrite, workbook });

  it('comes back door by door, lists its bad rows, never overwrites unasked, and is one act to undo', async () => {
    const { id } = await start();
    const [first] = await doors(id);
    if (!first) throw new Error('doors are missing');
    await record(visit(first, { outcome: 'vacant' }));
    const workbook = await filled(id, (_row, at) => [good, { ...good, outcome: '4' }, { ...good, outcome: '大概有人', registered: '两个' }, {}][at] ?? {});
    expect(await weigh(id, workbook)).toMatchObject({ fresh: 1, same: 0, blank: 1, differing: [{ row: 4, ours: '空置' }], bad: [{ row: 6, faults: [{ field: 'outcome', fault: 'outcome-unknown' }, { field: 'registered', fault: 'number-wrong' }] }], written: 0 });
    expect((await doors(id)).map(({ state }) => state)).toEqual(['vacant', 'open', 'open', 'open']);
    expect(await write(id, workbook)).toMatchObject({ written: 1 });
    expect((await doors(id)).map(({ state }) => state)).toEqual(['vacant', 'vacant', 'open', 'open']);
    expect(await write(id, workbook, true)).toMatchObject({ written: 1 });
    expect((await doors(id)).map(({ state, persons }) => [state, persons])).toEqual([['counted', 2], ['vacant', 0], ['open', 0], ['open', 0]]);
    await undo();
    await undo();
    expect((await doors(id)).map(({ state }) => state)).toEqual(['vacant', 'open', 'open', 'open']);
    expect(await weigh(id, await filled(id, () => ({})))).toMatchObject({ fresh: 0, same: 1, blank: 3, bad: [] });
  });

  it('is refused with its code when it is of another count or none at all', async () => {
    const [one, other] = [await start(), await start({ name: '另一次' })];
    const workbook = await filled(one.id, () => good);
    expect(await desk.call('grid.writeCountSheet', { campaignId: other.id, overwrite: true, workbook })).toMatchObject({ error: { code: 'count/other-campaign', params: { name: '年度清查', wanted: '另一次' } } });
    const stranger = packWorkbook({ sheets: [{ name: 'x', merges: [], rows: [['姓名', '电话'], ['贾一', '1']] }] });
    expect(await desk.refused('grid.writeCountSheet', { campaignId: one.id, overwrite: false, workbook: stranger })).toBe('count/not-a-sheet');
    const mixed = await filled(one.id, (_row, at) => ({ ...good, ...(at === 1 && { doorId: '019c0000-0000-7000-9000-00000000ffff' }) }));
    expect(await weigh(one.id, mixed)).toMatchObject({ fresh: 3, bad: [{ faults: [{ fault: 'unknown-door' }] }] });
    expect(desk.count('count_door', "state <> 'open'")).toBe(0);
  });
});
