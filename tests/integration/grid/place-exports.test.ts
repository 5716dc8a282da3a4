import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Building } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { dwellingDraft, gridDraft } from '#tests/support/grids.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let north: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  north = (await desk.done<{ id: string }>('grid.createGrid', gridDraft('北网格'))).id;
  for (const room of ['101', '102']) {
    const { id: dwellingId } = await desk.done<{ id: string }>('grid.createDwelling', dwellingDraft(`清波路9号青山小区3幢1单元${room}室`, { gridId: north, estate: '', building: '', unit: '' }));
    if (room === '101') await desk.done('grid.createPerson', personDraft({ gridId: north, dwellingId, idNumber: '', idType: '' }));
    else await desk.done('grid.createRental', { dwellingId, rentalUse: 'housing', rentalType: 'suite', tenantId: null, tenantName: '贾租客', tenantIdNumber: '11010519491231002X', tenantPhone: '13812345678', parts: ['whole'], startsOn: '2025-01-01', endsOn: '2026-01-01', note: '' });
  }
  const { estates } = await desk.done<{ estates: { estate: string; mark: string }[] }>('grid.proposeRooms');
  await desk.done('grid.takeRooms', { estates: estates.map(({ estate, mark }) => ({ estate, mark })) });
});
afterEach(() => desk.close());

async function written(who: Parameters<Workstation['callAs']>[0], list: string, query: Record<string, unknown>, fields: readonly string[]): Promise<readonly (readonly unknown[])[]> {
  const path = join(desk.folder, `${list}.xlsx`);
  const answer = await desk.callAs(who, 'exports.writeList', { list, query, columns: fields.map((field) => ({ field, title: field })), reason: '核对', path, mark: '王芳' });
  if (!answer.ok) throw new Error(answer.error.code);
  return ((await read(readFileSync(path))).sheets[0]?.rows ?? []).slice(1, -1);
}

describe('estates and buildings', () => {
  it('leave the desk as they are listed, of the own grids only', async () => {
    const nowhere = { roles: ['clerk'] as const, scope: ['019c0000-0000-7000-9000-0000000000ff'] };
    expect(await written({}, 'grid.estates', {}, ['name', 'buildings'])).toEqual([['青山小区', 1]]);
    const fields = ['estateName', 'name', 'gridName', 'rooms', 'dwellings', 'persons', 'headSex', 'lng'];
    expect(await written({}, 'grid.buildings', {}, fields)).toEqual([['青山小区', '3幢', '北网格', 2, 2, 1, '', null]]);
    expect(await written(nowhere, 'grid.buildings', {}, fields)).toEqual([]);
  });
});

describe('records that lack something', () => {
  it('leave the desk with what is missing in words, the worst first, of the own grids only', async () => {
    await desk.done('grid.createPerson', personDraft({ name: '马丁', category: 'overseas', gridId: north, idType: '414', idNumber: 'E12345678', birthOn: '1980-01-01', phone: '13812345678', presentAddress: '清波路9号', education: '20', block: { nationality: 'FRA', documentUntilOn: '2030-01-01', entryPurpose: 'work' } }));
    const [first, ...others] = await written({}, 'grid.completeness', { filter: { categories: ['overseas'] } }, ['name', 'score', 'missing', 'category']);
    expect([first, others]).toEqual([['马丁', '87%', '现住房屋、抵达日期', '境外人员'], []]);
    expect(await written({ roles: ['clerk'], scope: ['019c0000-0000-7000-9000-0000000000ff'] }, 'grid.completeness', {}, ['name'])).toEqual([]);
  });
});

describe('rooms and lettings', () => {
  it('leave the desk with what lies in each room, of one building or of the own grids', async () => {
    const [building] = await desk.done<Building[]>('grid.listBuildings', {});
    const fields = ['building', 'unit', 'floor', 'name', 'dwellings', 'residents', 'rented'];
    expect(await written({}, 'grid.rooms', { buildingId: building?.id }, fields)).toEqual([['青山小区3幢', '1单元', 1, '101', 1, 1, ''], ['青山小区3幢', '1单元', 1, '102', 1, 0, '是']]);
    expect(await written({ roles: ['clerk'], scope: ['019c0000-0000-7000-9000-0000000000ff'] }, 'grid.rooms', {}, fields)).toEqual([]);
  });

  it('leave with masked numbers and the state in words', async () => {
    expect(await written({}, 'grid.rentals', {}, ['address', 'state', 'tenantName', 'tenantIdNumber', 'tenantPhone'])).toEqual([['清波路9号青山小区3幢1单元102室', '已到期', '贾租客', '110***********002X', '138****5678']]);
    expect(await written({ roles: ['clerk'], scope: ['019c0000-0000-7000-9000-0000000000ff'] }, 'grid.rentals', {}, ['address'])).toEqual([]);
  });
});
