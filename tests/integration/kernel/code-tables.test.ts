import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeItem } from '#shared/kernel/code-tables/code-tables.contract.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const shared: CodeItem = { table: 'dwelling-category', code: 'shared', zh: '群租', en: 'Shared', active: true };
type Table = { readonly table: string; readonly standard: string; readonly editable: boolean; readonly items: number };

describe('code tables', () => {
  let station: Workstation;
  beforeEach(async () => {
    station = await openWorkstation();
  });
  afterEach(() => station.close());

  const codes = async (table: string): Promise<string[]> => (await station.done<CodeItem[]>('codeTables.listItems', { table })).map(({ code }) => code);

  it('lists the tables with their standards and the number of their values', async () => {
    const tables = await station.done<Table[]>('codeTables.listTables');
    expect(tables.find(({ table }) => table === 'ethnic')).toMatchObject({ standard: 'GB/T 3304-1991', editable: false, items: 58 });
    expect(await codes('ethnic')).toHaveLength(58);
  });

  it('adds a value, counts it, records it with its change, and keeps it over a restart', async () => {
    const before = station.count('audit_entry');
    expect(await station.done('codeTables.saveItem', shared)).toEqual(shared);
    expect(await codes('dwelling-category')).toContain('shared');
    expect((await station.done<Table[]>('codeTables.listTables')).find(({ table }) => table === 'dwelling-category')?.items).toBe((await codes('dwelling-category')).length);
    expect(station.count('audit_entry')).toBe(before + 1);
    expect(station.count('record_change', "entity = 'code_item'")).toBe(1);
    station.reopen();
    expect(await codes('dwelling-category')).toContain('shared');
  });

  it('renames a shipped value of an open table and takes it out of use', async () => {
    const all = await codes('dwelling-category');
    await station.done('codeTables.saveItem', { table: 'dwelling-category', code: 'vacant', zh: '空关', en: 'Shut up', active: false });
    const items = await station.done<CodeItem[]>('codeTables.listItems', { table: 'dwelling-category' });
    expect(items.map(({ code }) => code)).toEqual(all);
    expect(items.find(({ code }) => code === 'vacant')).toMatchObject({ zh: '空关', active: false });
  });

  it('refuses to touch what a standard fixes, and what the program works with', async () => {
    expect(await station.refused('codeTables.saveItem', { table: 'sex', code: '3', zh: '其他', en: 'Other', active: true })).toBe('code-table/fixed-by-standard');
    expect(await station.refused('codeTables.saveItem', { table: 'person-category', code: 'guest', zh: '访客', en: 'Guest', active: true })).toBe('code-table/fixed-by-standard');
    expect(await station.refused('codeTables.saveItem', { ...shared, table: 'no-such-table' })).toBe('record/not-found');
    expect(station.count('code_item')).toBe(0);
  });

  it.each([
    ['the same Chinese label', { ...shared, zh: '闲 置' }],
    ['the same English label', { ...shared, en: 'VACANT' }],
    ['a code that differs in case only', { ...shared, code: 'Vacant' }],
  ])('refuses a second value with %s', async (_why, value) => {
    expect(await station.refused('codeTables.saveItem', value)).toBe('code-table/label-taken');
    expect(station.count('code_item')).toBe(0);
  });

  it('a label may be used again once its value is out of use, and that value may then not come back', async () => {
    const vacant: CodeItem = { table: 'dwelling-category', code: 'vacant', zh: '闲置', en: 'Vacant', active: false };
    await station.done('codeTables.saveItem', vacant);
    await station.done('codeTables.saveItem', { ...shared, zh: '闲置' });
    expect(await station.refused('codeTables.saveItem', { ...vacant, active: true })).toBe('code-table/label-taken');
  });

  it('a clerk reads the tables and changes none', async () => {
    expect(await station.callAs({ roles: ['clerk'] }, 'codeTables.listItems', {})).toMatchObject({ ok: true });
    expect(await station.callAs({ roles: ['clerk'] }, 'codeTables.saveItem', shared)).toMatchObject({ ok: false, error: { code: 'auth/forbidden' } });
  });
});
