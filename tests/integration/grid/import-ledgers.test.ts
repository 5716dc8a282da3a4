import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeXlsx, type CellValue, type MergeRange } from 'hucre';
import type { ForeignWord, ImportBatch, ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import { rowsOf, stageBytes } from '#tests/support/forms.ts';
import { inventedPeople } from '#tests/support/ledgers.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  for (const name of ['第一网格', '第二网格']) await desk.done('grid.createGrid', { name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
});
afterEach(() => desk.close());

const PEOPLE = inventedPeople(6);
const book = async (rows: CellValue[][], merges: MergeRange[] = []): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets: [{ name: '台账', rows, merges }] }));
const fieldsOf = (batch: ImportBatch): Record<string, string | null> => Object.fromEntries(batch.columns.map(({ title, field }) => [title, field]));
const asked = (batch: ImportBatch): string[] => batch.columns.filter(({ match }) => match?.asks).map(({ title }) => title);
const errorsOf = (rows: readonly ImportRow[]): string[] => rows.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error').map(({ code }) => code));
const commit = (batch: ImportBatch): Promise<ImportBatch> => desk.done('imports.commitStaged', { batchId: batch.id });
/** The columns as proposed, with some answers put in. */
const answer = (batch: ImportBatch, answers: Readonly<Record<string, string | null>>, constants: { field: string; text: string }[] = []): Promise<ImportBatch> =>
  desk.done('imports.setColumns', { batchId: batch.id, version: batch.version, constants, columns: batch.columns.map(({ index, title, field }) => ({ index, field: title in answers ? (answers[title] ?? null) : field })) });
const extraOf = (name: string): Record<string, string> => JSON.parse(desk.sqlite().prepare('SELECT extra FROM person WHERE name = ?').pluck().get(name) as string) as Record<string, string>; // the one column, written as JSON

/** The ledger of a police post: other titles and order, notes above and below, a sum, a stamp line. */
const POLICE: CellValue[][] = [
  ['清波派出所实有人口台账'],
  ['填报单位：清波派出所', null, null, '填报日期：2026年3月1日'],
  [],
  ['序号', '公民身份号码', '居民姓名', '户口所在地', '实际居住地', '移动电话', '受教育程度', '户主关系', '家庭编号', '责任网格', '采集民警', '信访情况'],
  ...PEOPLE.map(({ id, name, address, mobile }, at): CellValue[] => [at + 1, id, name, `杭州市上城区${address}`, address, mobile, '本科', at === 0 ? '户主' : '其他', 'H0001', at % 2 === 0 ? '第一网格' : '第二网格', '王警官', at === 2 ? '=无' : '无']),
  ['合计', 6],
  ['注：本表每季度更新一次，由社区民警核对后存档。'],
];

describe('a ledger the desk has never seen', () => {
  it('with other titles, another order and notes around it finds its columns and says why', async () => {
    const batch = await stageBytes(desk, '派出所台账.xlsx', await book(POLICE));
    expect(batch).toMatchObject({ profile: 'registered-persons', headerRow: 4, asksKind: false });
    expect(fieldsOf(batch)).toEqual({ 序号: null, 公民身份号码: 'idNumber', 居民姓名: 'name', 户口所在地: 'registeredAddress', 实际居住地: 'presentAddress', 移动电话: 'mobile', 受教育程度: 'education', 户主关系: 'relationToHead', 家庭编号: 'registerNo', 责任网格: 'grid', 采集民警: null, 信访情况: null });
    expect(batch.columns.find(({ field }) => field === 'mobile')?.match).toMatchObject({ how: 'synonym', share: 100, asks: false });
    expect(batch.counts).toMatchObject({ total: 8, new: 6, bad: 0, skipped: 2 });
    const left = await rowsOf(desk, batch.id, ['skipped']);
    expect(left.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual(['no-record', 'no-record']);
  });

  it('keeps every column it has no field for with the record, formulas and equal titles too', async () => {
    const rows = POLICE.slice(0, 10).map((row, at): CellValue[] => (at === 3 ? [...row, '信访情况'] : at > 3 ? [...row, `第二栏${at}`] : row));
    const staged = await stageBytes(desk, '派出所台账.xlsx', await book(rows));
    const batch = await answer(staged, Object.fromEntries(asked(staged).map((title) => [title, null])));
    await commit(batch);
    expect(desk.count('person')).toBe(6);
    expect(extraOf('钱三三')).toMatchObject({ 序号: '3', 采集民警: '王警官', 信访情况: '=无', '信访情况 2': '第二栏6' });
  });

  it('is asked about where a title says only half, and waits for the answer', async () => {
    const rows = POLICE.map((row, at): CellValue[] => (at === 3 ? [...row, '紧急联系人电话'] : at > 3 && at < 10 ? [...row, '13800000001'] : row));
    const batch = await stageBytes(desk, '派出所台账.xlsx', await book(rows));
    expect(asked(batch)).toEqual(['紧急联系人电话']);
    expect(fieldsOf(batch)['紧急联系人电话']).toBeNull();
    expect(batch.columns.at(-1)?.match?.alternatives.map(({ field }) => field)).toContain('phone');
    const refused = await desk.call('imports.commitStaged', { batchId: batch.id });
    expect(refused).toMatchObject({ ok: false, error: { code: 'import/columns-undecided', params: { columns: 1 } } });
    expect(desk.count('person')).toBe(0);
    await commit(await answer(batch, { 紧急联系人电话: null }));
    expect(desk.count('person')).toBe(6);
    const again = await stageBytes(desk, '下季度.xlsx', await book(rows));
    expect(asked(again)).toEqual([]);
    expect(again.columns.every(({ match }) => match?.how === 'remembered')).toBe(true);
  });

  it('whose title promises what the cells do not hold is not believed', async () => {
    const rows = POLICE.map((row, at): CellValue[] => (at > 3 && at < 10 ? row.map((cell, column) => (column === 5 ? '无业' : cell)) : row));
    const batch = await stageBytes(desk, '派出所台账.xlsx', await book(rows));
    expect(asked(batch)).toEqual(['移动电话']);
    expect(fieldsOf(batch)['移动电话']).toBeNull();
  });

  it('with two header lines and cells merged downwards is read as people read it', async () => {
    const rows: CellValue[][] = [
      ['健康档案汇总表'],
      ['户编号', '基本信息', null, null, '联系方式', null, '紧急联系人', null, '所在网格'],
      [null, '姓名', '性别', '身份证号', '手机号', '家庭住址', '姓名', '电话', null],
      ...PEOPLE.map(({ name, sex, id, mobile, address }, at): CellValue[] => [at % 3 === 0 ? `H${at}` : null, name, sex, id, mobile, address, '张三', '13800000009', '第一网格']),
    ];
    const span = (startRow: number, endRow: number, startCol: number, endCol: number): MergeRange => ({ startRow, endRow, startCol, endCol });
    const merges = [span(1, 2, 0, 0), span(1, 1, 1, 3), span(1, 1, 4, 5), span(1, 1, 6, 7), span(1, 2, 8, 8), span(3, 5, 0, 0), span(6, 8, 0, 0)];
    const batch = await stageBytes(desk, '健康档案.xlsx', await book(rows, merges));
    expect(batch.headerRow).toBe(3);
    expect(fieldsOf(batch)).toMatchObject({ 户编号: 'registerNo', '基本信息 姓名': 'name', '基本信息 身份证号': 'idNumber', '联系方式 手机号': 'mobile', '联系方式 家庭住址': 'presentAddress', '紧急联系人 姓名': null, '紧急联系人 电话': null, 所在网格: 'grid' });
    expect(asked(batch)).toEqual(['紧急联系人 电话']);
    expect(errorsOf(await rowsOf(desk, batch.id))).toEqual([]);
    await commit(await answer(batch, { '紧急联系人 电话': null }));
    expect(desk.count('household')).toBe(2);
    expect(desk.count('person', 'household_id IS NOT NULL')).toBe(6);
    expect(extraOf('贾一')['紧急联系人 姓名']).toBe('张三');
  });

  it('of the tax office in GBK, separated by semicolons and without grids, takes the grid for every row', async () => {
    const { name, sex, id, mobile } = PEOPLE[0] ?? { name: '', sex: '', id: '', mobile: '' };
    // the bytes of 姓名;性别;身份证号;移动电话 and of the row's words as a Chinese Windows writes them
    const gbk = (hex: string): Buffer => Buffer.from(hex, 'hex');
    const bytes = Buffer.concat([gbk('d0d5c3fb3bd0d4b1f03bc9edb7ddd6a4bac53bd2c6b6afb5e7bbb00d0a'), gbk('bcd6d2bb3bc4d03b'), Buffer.from(`${id};${mobile}\r\n`)]);
    expect(new TextDecoder('gbk').decode(bytes)).toContain(`${name};${sex};`);
    const batch = await stageBytes(desk, '纳税人.csv', bytes);
    expect(batch).toMatchObject({ asksKind: true, constants: [] });
    expect(errorsOf(await rowsOf(desk, batch.id))).toContain('required-missing');
    expect(await desk.refused('imports.commitStaged', { batchId: batch.id })).toBe('import/kind-undecided');
    const kind = await desk.done<ImportBatch>('imports.chooseKind', { batchId: batch.id, version: batch.version, profile: 'floating-persons' });
    expect(kind).toMatchObject({ profile: 'floating-persons', asksKind: false });
    const ready = await answer(kind, {}, [{ field: 'grid', text: '第二网格' }]);
    expect(ready).toMatchObject({ constants: [{ field: 'grid', text: '第二网格' }], counts: { new: 1, bad: 0 } });
    await commit(ready);
    expect(desk.count('person', "category = 'floating' AND grid_id IS NOT NULL AND sex = '1'")).toBe(1);
    const again = await stageBytes(desk, '纳税人.csv', bytes);
    expect(again).toMatchObject({ profile: 'floating-persons', asksKind: false, constants: [{ field: 'grid', text: '第二网格' }], counts: { same: 1 } });
  });

  it('that speaks with other words has each listed once, and the choice is remembered for its source', async () => {
    const rows: CellValue[][] = [
      ['姓名', '证件号', '学历', '网格编号', '户编号', '与户主的关系'],
      ...PEOPLE.map(({ name, id }, at): CellValue[] => [name, id, at < 4 ? '大本' : '完小', at < 5 ? '一格' : '第二网格', 'H1', at === 0 ? '户主' : '其他']),
    ];
    const batch = await stageBytes(desk, '民政台账.xlsx', await book(rows));
    expect(asked(batch)).toEqual([]);
    const words = await desk.done<ForeignWord[]>('imports.listWords', { batchId: batch.id });
    expect(words.map(({ field, text, rows: count, means }) => [field, text, count, means])).toEqual([['education', '大本', 4, null], ['education', '完小', 2, null], ['grid', '一格', 5, null]]);
    expect(batch.counts.bad).toBe(6);
    const columnOf = (field: string): number => batch.columns.find((column) => column.field === field)?.index ?? -1;
    const choices = [{ column: columnOf('education'), text: '大本', means: '大学本科' }, { column: columnOf('education'), text: '完小', means: '' }, { column: columnOf('grid'), text: '一格', means: '第一网格' }];
    expect(await desk.refused('imports.setWords', { batchId: batch.id, version: batch.version, words: [{ ...choices[0], means: '没有的学历' }] })).toBe('validation/failed');
    const ready = await desk.done<ImportBatch>('imports.setWords', { batchId: batch.id, version: batch.version, words: choices });
    expect(ready.counts).toMatchObject({ new: 6, bad: 0 });
    expect((await desk.done<ForeignWord[]>('imports.listWords', { batchId: batch.id })).map(({ text, rows: count, means }) => [text, count, means])).toEqual([['大本', 4, '大学本科'], ['完小', 2, ''], ['一格', 5, '第一网格']]);
    await commit(ready);
    expect(desk.count('person', "education = '20'")).toBe(4);
    expect(extraOf('李五')).toMatchObject({ 学历: '完小', 网格编号: '一格' });
    expect((await stageBytes(desk, '民政二季度.xlsx', await book(rows))).counts).toMatchObject({ bad: 0, same: 6 });
    const other = rows.map((row, at): CellValue[] => (at === 0 ? ['居民姓名', ...row.slice(1)] : row));
    expect((await stageBytes(desk, '另一单位.xlsx', await book(other))).counts.bad).toBe(6);
  });

  it('says what it kept aside about somebody already on record as a difference, and takes it when told', async () => {
    await commit(await stageBytes(desk, '一.xlsx', await book(POLICE)));
    const rows = POLICE.map((row, at): CellValue[] => (at === 4 ? row.map((cell, column) => (column === 10 ? '李警官' : cell)) : row));
    const again = await stageBytes(desk, '二.xlsx', await book(rows));
    expect(again.counts).toMatchObject({ changed: 1, same: 5, undecided: 1 });
    const [row] = await rowsOf(desk, again.id, ['changed']);
    expect(row?.differences).toEqual([{ field: 'extra:采集民警', ours: '王警官', theirs: '李警官', choice: 'undecided' }]);
    const done = await commit(await desk.done('imports.chooseDifferences', { batchId: again.id, choice: 'theirs' }));
    expect(extraOf('贾一')).toMatchObject({ 采集民警: '李警官', 序号: '1' });
    await desk.done('imports.undoBatch', { batchId: done.id });
    expect(extraOf('贾一')['采集民警']).toBe('王警官');
  });

  it('without a column for numbers or names is refused before anything is kept', async () => {
    const rows: CellValue[][] = [['路段', '路灯数', '备注'], ['清波街', 12, ''], ['河坊街', 20, '']];
    await expect(stageBytes(desk, '路灯.xlsx', await book(rows))).rejects.toThrow(/import\/(no-table-found|form-not-recognised)/);
    expect(desk.count('import_batch')).toBe(0);
  });
});

describe('the form of organisations at work in the community', () => {
  const rows: CellValue[][] = [
    ['1.0', '实有单位信息登记表'],
    ['单位名称*', '所属网格*', '单位地址*', '营业执照号码*', '组织机构代码*', '单位类别', '法人代表', '单位电话', '从业人数', '备注'],
    ['清波豆浆店', '第一网格', '清波街1号', '330102600000001', '', '个体工商户', '贾一', '0571-87000001', 3, ''],
    ['清波书画协会', '第二网格', '清波街2号', '无', '', '社会团体', '钱三三', '13900000001', 12, '老年人为主'],
  ];
  it('comes into the register of organisations with what it has no field for, and is taken back whole', async () => {
    const batch = await stageBytes(desk, '实有单位.xlsx', await book(rows));
    expect(batch).toMatchObject({ profile: 'companies', counts: { total: 2, new: 2, bad: 0 } });
    await commit(batch);
    const bodies = await desk.done<{ name: string; kind: string; contact: string; gridNames: string[]; extra: Record<string, string> }[]>('grid.listBodies', {});
    expect(bodies.map(({ name, kind, contact, gridNames }) => [name, kind, contact, gridNames])).toEqual([['清波豆浆店', 'economic', '贾一', ['第一网格']], ['清波书画协会', 'social', '钱三三', ['第二网格']]]);
    expect(bodies[1]?.extra).toEqual({ 营业执照号码: '无', 从业人数: '12', 单位类别: '社会团体' });
    expect((await stageBytes(desk, '又一次.xlsx', await book(rows))).counts).toMatchObject({ same: 2 });
    const moved = await stageBytes(desk, '新地址.xlsx', await book(rows.map((row, at) => (at === 2 ? row.with(2, '清波街9号') : row))));
    expect((await rowsOf(desk, moved.id, ['changed'])).map(({ differences }) => differences.map(({ field, theirs }) => [field, theirs]))).toEqual([[['companyAddress', '清波街9号']]]);
    await desk.done('imports.undoBatch', { batchId: batch.id });
    expect(desk.count('body')).toBe(0);
  });
  it('is told from the market office’s own list too', async () => {
    const list: CellValue[][] = [['市场主体名录'], ['企业名称', '法定代表人', '经营场所', '统一社会信用代码', '企业联系电话', '管辖网格'], ['清波面馆', '孙四', '清波街3号', '91330102MA00000000', '13900000002', '第一网格'], ['清波药店', '李五', '清波街4号', '91330102MA00000001', '13900000003', '第二网格']];
    const batch = await stageBytes(desk, '名录.xlsx', await book(list));
    expect(batch).toMatchObject({ profile: 'companies', asksKind: false, counts: { new: 2 } });
    expect(fieldsOf(batch)).toEqual({ 企业名称: 'companyName', 法定代表人: 'legalPerson', 经营场所: 'companyAddress', 统一社会信用代码: null, 企业联系电话: 'companyPhone', 管辖网格: 'grid' });
  });
});

describe('rows pasted from a spreadsheet', () => {
  const line = (cells: readonly string[]): string => cells.join('\t');
  it('with their titles become an import like a file', async () => {
    const text = [line(['姓名', '身份证号', '户号', '与户主关系', '网格']), ...PEOPLE.map(({ name, id }, at) => line([name, id, 'H9', at === 0 ? '户主' : '其他', '第一网格']))].join('\r\n');
    const batch = await desk.done<ImportBatch>('imports.pasteRows', { text, name: '粘贴的行' });
    expect(batch).toMatchObject({ profile: 'registered-persons', fileName: '粘贴的行', counts: { total: 6, new: 6 } });
    await commit(batch);
    expect(desk.count('person')).toBe(6);
  });
  it('without titles ask about every column and forget the answer', async () => {
    const text = PEOPLE.map(({ name, sex, id }) => line([name, sex, id, '第一网格'])).join('\n');
    const batch = await desk.done<ImportBatch>('imports.pasteRows', { text, name: '粘贴的行', profile: 'registered-persons' });
    expect(batch).toMatchObject({ headerRow: 0, counts: { total: 6 } });
    expect(asked(batch)).toEqual(['A', 'B', 'C', 'D']);
    expect(batch.columns.map(({ match }) => match?.alternatives[0]?.field)).toEqual(['name', 'sex', 'idNumber', 'grid']);
    const ready = await answer(batch, { A: 'name', B: 'sex', C: 'idNumber', D: 'grid' });
    expect(ready.counts).toMatchObject({ new: 6, bad: 0 });
    expect(asked(await desk.done('imports.pasteRows', { text, name: '又一次', profile: 'registered-persons' }))).toHaveLength(4);
  });
  it('that are no table are refused', async () => {
    expect(await desk.refused('imports.pasteRows', { text: '一句话', name: '粘贴的行' })).toBe('import/wrong-type');
  });
});
