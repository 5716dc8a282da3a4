import { read, writeXlsx } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formWorkbook } from '#electron/kernel/imports/form-workbook.ts';
import { importProfiles, type FormColumn, type ImportProfile } from '#shared/kernel/imports/imports.contract.ts';
import { rowsOf, stageBytes } from '#tests/support/forms.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  await desk.done('grid.createGrid', { name: '第一网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
});
afterEach(() => desk.close());

async function emptyForm(profile: ImportProfile): Promise<{ bytes: Uint8Array; columns: FormColumn[] }> {
  const { columns, isPlain } = await desk.done<{ columns: FormColumn[]; isPlain: boolean }>('imports.describeForm', { profile });
  return { columns, bytes: await formWorkbook(profile, isPlain ? '' : '登记表', columns) };
}

const REGISTERED: Readonly<Record<string, string>> = { 姓名: '贾涛一', 所属网格: '第一网格', 性别: '女', 身份证号码: '11010519491231002X', 户号: '000123', 与户主关系: '户主' };

/** The empty form with one line typed under its titles, as a spreadsheet program would save it. */
async function filled(bytes: Uint8Array, columns: readonly FormColumn[], values: Readonly<Record<string, string>>): Promise<Buffer> {
  const book = await read(bytes);
  const [form, lists] = book.sheets;
  const rows = (form?.rows ?? []).filter((row) => row.some((cell) => cell !== null && cell !== '')).map((row) => [...row]);
  return Buffer.from(await writeXlsx({ sheets: [{ name: form?.name ?? '', rows: [...rows, columns.map(({ title }) => values[title] ?? null)] }, { name: lists?.name ?? '', rows: (lists?.rows ?? []).map((row) => [...row]) }] }));
}

describe('an empty form', () => {
  it('names its kind and version, marks what must be filled and offers the lists of the station', async () => {
    const { bytes, columns } = await emptyForm('registered-persons');
    const { sheets } = await read(bytes, { readStyles: true });
    expect(sheets[1]?.rows.slice(0, 3).map((row) => row[0])).toEqual(['GridDesk', 'registered-persons', 2]);
    expect(sheets[0]?.rows[1]).toContain('*姓名');
    expect(columns.find(({ title }) => title === '所属网格')?.values).toEqual(['第一网格']);
    const ranges = sheets[0]?.dataValidations?.map(({ type, formula1 }) => `${type} ${formula1}`) ?? [];
    expect(ranges.length).toBe(columns.filter(({ values }) => values.length > 0).length);
    expect(ranges[0]).toMatch(/^list '字典'!\$B\$2:\$B\$2$/);
    const at = columns.findIndex(({ title }) => title === '身份证号码');
    expect(sheets[0]?.cells?.get(`10,${at}`)?.style?.numFmt).toBe('@');
  });
  it.each(['registered-persons', 'floating-persons', 'left-behind-persons', 'overseas-persons', 'no-hukou-persons', 'dwellings', 'grid-members', 'companies'] as const)('of %s is known again when it comes back', async (profile) => {
    const { bytes, columns } = await emptyForm(profile);
    const batch = await stageBytes(desk, '表.xlsx', await filled(bytes, columns, { ...REGISTERED, 流入原因: '务工', 流入时间: '2020-01-01', 留守人员类型: '留守老人', 国籍: '法国', 未落户原因: '出生未落', 房屋准确地址: '清波街1号', 专兼职情况: '专职', 单位名称: '清波面馆', 单位地址: '清波街1号' }));
    expect(batch.profile).toBe(profile);
    expect(batch.columns.filter(({ field }) => field === null)).toEqual([]);
  });
  it('of organisations is known by its first line', async () => {
    const { bytes } = await emptyForm('organisations');
    expect((await read(bytes)).sheets[0]?.rows[0]?.slice(0, 4)).toEqual(['组织机构名', '编号', '组织机构名', '编号']);
  });
  it('is imported when it is filled, also by somebody who kept an older one without its version', async () => {
    const { bytes, columns } = await emptyForm('registered-persons');
    const older = columns.filter(({ title }) => title !== '备注' && title !== '职业').toReversed();
    const old = Buffer.from(await writeXlsx({ sheets: [{ name: '旧表', rows: [older.map(({ title }) => title.split('/').at(-1) ?? ''), older.map(({ title }) => REGISTERED[title] ?? null)] }] }));
    for (const book of [await filled(bytes, columns, REGISTERED), old]) {
      const batch = await stageBytes(desk, '表.xlsx', book);
      expect((await rowsOf(desk, batch.id)).map(({ verdict, findings }) => [verdict, findings.filter(({ severity }) => severity === 'error')])).toEqual([['new', []]]);
    }
  });
  it('is refused to who may not import what it holds', async () => {
    for (const profile of importProfiles) {
      const mayNot = ['grid-members', 'team-members', 'companies', 'organisations', 'admission-items'].includes(profile) ? ('clerk' as const) : ('administrator' as const);
      expect(await desk.callAs({ roles: [mayNot] }, 'imports.describeForm', { profile })).toMatchObject({ ok: false, error: { code: 'auth/forbidden' } });
    }
  });
});
