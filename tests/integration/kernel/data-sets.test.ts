import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyGuards } from '#electron/modules.ts';
import zhCN from '#resources/locales/zh-CN.ts';
import type { DataSet } from '#shared/kernel/data-sets/data-sets.contract.ts';
import { dwellingDraft, gridDraft } from '#tests/support/grids.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
beforeAll(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  const { id: gridId } = await desk.done<{ id: string }>('grid.createGrid', gridDraft('北网格'));
  for (let at = 0; at < 3; at += 1) await desk.done('grid.createDwelling', dwellingDraft(`清波街${String(at)}号`, { gridId }));
  await desk.done('grid.createPerson', personDraft({ gridId }));
});
afterAll(() => desk.close());

describe('the catalogue of data sets', () => {
  it('lists every table whose history can be read, each with a name, its size, its readers and the forms that fill it', async () => {
    const sets = await desk.done<DataSet[]>('dataSets.listDataSets');
    expect(sets.map(({ table }) => table).sort()).toEqual(Object.keys(historyGuards).sort());
    expect(sets.filter(({ table }) => !(`audit.entity.${table}` in zhCN)).map(({ table }) => table)).toEqual([]);
    expect(sets.filter(({ roles }) => roles.length === 0)).toEqual([]);
    for (const { table, records } of sets) expect(records, table).toBe(desk.count(table, desk.sqlite().prepare("SELECT count(*) FROM pragma_table_info(?) WHERE name = 'removed_at'").pluck().get(table) === 1 ? 'removed_at IS NULL' : '1'));
    expect(sets.find(({ table }) => table === 'dwelling')).toMatchObject({ records: 3, roles: ['clerk', 'supervisor'], forms: ['dwellings'], byRule: false, changedAt: '2026-03-02T01:00:00.000Z' });
    expect(sets.find(({ table }) => table === 'person')).toMatchObject({ records: 1, standard: 'GB/T 31000', byRule: true, forms: ['registered-persons', 'floating-persons', 'left-behind-persons', 'overseas-persons', 'no-hukou-persons'] });
    expect(sets.find(({ table }) => table === 'care_group')).toMatchObject({ records: 0, completeness: null, changedAt: null });
  });
});
