import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeXlsx, type CellValue } from 'hucre';
import type { FormColumn, ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import type { Block } from '#shared/modules/grid/register/blocks/block.schema.ts';
import { filledForm, hasForms, rowsOf, stage, stageBytes, withGrids } from '#tests/support/forms.ts';
import { inventedPeople } from '#tests/support/ledgers.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor', 'administrator'] });
  await withGrids(desk);
});
afterEach(() => desk.close());

const PEOPLE = inventedPeople(3);
const book = async (...rows: CellValue[][]): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets: [{ name: '台账', rows }] }));
const commit = (batch: ImportBatch): Promise<ImportBatch> => desk.done('imports.commitStaged', { batchId: batch.id });
const switchOn = async () => desk.done('settings.updateSettings', { ...(await desk.done<object>('settings.getSettings')), sensitiveFields: true });
const fieldsOf = (batch: ImportBatch): Record<string, string | null> => Object.fromEntries(batch.columns.map(({ title, field }) => [title, field]));
const person = (name: string) => desk.sqlite().prepare('SELECT id, id_type, id_number, category, extra FROM person WHERE name = ? AND removed_at IS NULL').get(name) as { id: string; id_type: string; id_number: string; category: string; extra: string }; // the columns named
const blockOf = async (name: string): Promise<Block> => (await desk.done<{ block: Block }>('grid.getPersonBlock', { id: person(name).id })).block;
const blocks = (): unknown[] => desk.sqlite().prepare('SELECT * FROM person_block WHERE removed_at IS NULL ORDER BY id').all();
const codesIn = async (batch: ImportBatch): Promise<string[]> => (await rowsOf(desk, batch.id)).flatMap(({ findings }) => findings.map(({ code }) => code));

const LEFT_BEHIND = ['居民姓名', '公民身份号码', '责任网格', '留守类别', '监护人', '监护人电话', '父母务工地', '困难诉求', '年收入（万元）', '身体状况'];
const leftBehind = (need: string): CellValue[][] => [LEFT_BEHIND, ...PEOPLE.map(({ name, id }, at): CellValue[] => [name, id, '第一网格', at === 0 ? '留守儿童' : '留守老人', '贾大山', '13812345678', '宁波', need, '3.5', '良好'])];

describe.skipIf(!hasForms)('the official form of floating residents', () => {
  it('fills the block of every row as the file has it, and an undo takes it away again', async () => {
    const batch = await commit(await stage(desk, filledForm('FLOATINGPOPULATION')));
    expect(batch.counts).toMatchObject({ new: 1000, bad: 0 });
    const sums = (column: string) => desk.sqlite().prepare(`SELECT ${column} AS value, count(*) AS n FROM person_block GROUP BY 1 ORDER BY 1`).all();
    expect(sums('inflow_reason')).toEqual([{ value: 'relatives', n: 233 }, { value: 'study', n: 242 }, { value: 'trade', n: 260 }, { value: 'work', n: 265 }]);
    expect([sums('stay_place'), sums('permit_until_on')]).toEqual([[{ value: 'rented', n: 1000 }], [{ value: '2027-06-30', n: 1000 }]]);
    expect(JSON.parse(person('蔡贵芳').extra)).toEqual({ 流入时间: '2025-02-16' });
    expect(await desk.done('imports.undoBatch', { batchId: batch.id })).toMatchObject({ undone: 2000, kept: 0 });
    expect([blocks(), desk.count('person', 'removed_at IS NULL')]).toEqual([[], 0]);
    expect(await desk.done('audit.verifyAudit', { auditKey: desk.auditKey })).toMatchObject({ problems: [] });
  });
});

describe('columns that mean a field of a category', () => {
  it('go to its block, are compared field by field later, and come back exactly by an undo', async () => {
    await switchOn();
    const staged = await stageBytes(desk, '关爱台账.xlsx', await book(...leftBehind('就医不便')));
    expect(staged).toMatchObject({ profile: 'left-behind-persons', asksKind: false, counts: { new: 3, bad: 0 } });
    expect(fieldsOf(staged)).toEqual({ 居民姓名: 'name', 公民身份号码: 'idNumber', 责任网格: 'grid', 留守类别: 'leftBehindKind', 监护人: 'familyName', 监护人电话: 'familyPhone', 父母务工地: 'familyWorkplace', 困难诉求: 'difficulties', '年收入（万元）': 'incomeFen', 身体状况: 'health' });
    await commit(staged);
    const name = PEOPLE[0]?.name ?? '';
    expect(person(name)).toMatchObject({ category: 'left-behind', extra: '{}' });
    expect(await blockOf(name)).toMatchObject({ leftBehindKind: 'child', familyName: '贾大山', familyPhone: '138****5678', familyWorkplace: '宁波', difficulties: '就医不便', incomeFen: 3_500_000, health: '良好' });
    const before = blocks();
    const changed = leftBehind('无人接送').map((row, at) => (at === 1 ? row.with(5, '13900000000') : row));
    const again = await stageBytes(desk, '下季度.xlsx', await book(...changed));
    expect(again.counts).toMatchObject({ changed: 3, undecided: 3 });
    const [row] = await rowsOf(desk, again.id, ['changed']);
    expect(row?.differences.map(({ field, ours, theirs }) => [field, ours, theirs])).toEqual([['familyPhone', '138****5678', '13900000000'], ['difficulties', '就医不便', '无人接送']]);
    await desk.done('imports.chooseDifferences', { batchId: again.id, choice: 'ours' });
    await desk.done('imports.chooseDifferences', { batchId: again.id, sheet: '台账', row: row?.row, fields: ['difficulties'], choice: 'theirs' });
    await commit(again);
    expect(await blockOf(name)).toMatchObject({ familyPhone: '138****5678', difficulties: '无人接送', health: '良好' });
    expect(await blockOf(PEOPLE[1]?.name ?? '')).toMatchObject({ difficulties: '就医不便' });
    await desk.done('imports.undoBatch', { batchId: again.id });
    const bare = (rows: readonly unknown[]) => rows.map((one) => ({ ...(one as object), version: 0, updated_at: '' })); // rows of unnamed shape
    expect(bare(blocks())).toEqual(bare(before));
  });

  it('that are sensitive are kept out while the station does not keep them, also from what is kept aside', async () => {
    const staged = await stageBytes(desk, '关爱台账.xlsx', await book(...leftBehind('就医不便')));
    expect((await codesIn(staged)).toSorted()).toEqual(Array.from({ length: 6 }, () => 'sensitive-off'));
    await commit(staged);
    const registered = await stageBytes(desk, '户籍台账.xlsx', await book(['姓名', '身份证号码', '网格', '户号', '与户主关系', '户口类别', '外出原因', '健康情况', '备用'], ...inventedPeople(5).slice(3).map(({ name, id }): CellValue[] => [name, id, '第二网格', 'H1', '户主', '居民家庭户口', '务工经商', '高血压', '甲'])));
    expect(registered).toMatchObject({ profile: 'registered-persons', counts: { new: 2, bad: 0 } });
    expect(await codesIn(registered)).toContain('sensitive-off');
    await commit(registered);
    expect(await blockOf(inventedPeople(5)[3]?.name ?? '')).toMatchObject({ registrationType: 'resident-family', absenceReason: 'work' });
    expect(JSON.parse(person(inventedPeople(5)[3]?.name ?? '').extra)).toEqual({ 备用: '甲' });
    expect(JSON.stringify([blocks(), desk.sqlite().prepare('SELECT extra FROM person').all()])).not.toMatch(/良好|高血压|3500000/);
    const { columns } = await desk.done<{ columns: FormColumn[] }>('imports.describeForm', { profile: 'left-behind-persons' });
    expect(columns.map(({ title }) => title)).not.toContain('健康状况');
    await switchOn();
    const asked = await desk.done<{ columns: FormColumn[] }>('imports.describeForm', { profile: 'left-behind-persons' });
    expect(asked.columns.map(({ title }) => title)).toContain('健康状况');
  });

  it('take in who has another document, or none, and ask for its kind where a number does not tell it', async () => {
    const abroad = (kind: string): Promise<Buffer> => book(['姓名', '证件类型', '证件号码', '网格', '外文姓', '外文名', '国籍', '来华目的', '入境日期', '证件有效期至'], ['马丁', kind, '05CK02237', '第一网格', 'Martin', 'Jean', '法国', '工作', '2026-01-05', '2031/5/1']);
    const open = await stageBytes(desk, '境外.xlsx', await abroad(''));
    expect([open.profile, await codesIn(open)]).toEqual(['overseas-persons', expect.arrayContaining(['required-missing'])]);
    await desk.done('imports.discardBatch', { batchId: open.id });
    await commit(await stageBytes(desk, '境外.xlsx', await abroad('护照')));
    expect(person('马丁')).toMatchObject({ id_type: '414', id_number: '05CK02237', category: 'overseas' });
    expect(await blockOf('马丁')).toMatchObject({ foreignSurname: 'Martin', foreignGivenName: 'Jean', nationality: 'FRA', entryPurpose: 'work', arrivedOn: '2026-01-05', documentUntilOn: '2031-05-01' });
    const born = await stageBytes(desk, '未落户.xlsx', await book(['姓名', '性别', '出生日期', '网格', '未入户原因'], ['小宝', '男', '2026-02-01', '第一网格', '出生未落'], ['大宝', '女', '2020-02-01', '第二网格', '证件遗失']));
    expect(born).toMatchObject({ profile: 'no-hukou-persons', counts: { new: 2, bad: 0 } });
    await commit(born);
    expect(person('小宝')).toMatchObject({ id_type: '', id_number: '', category: 'no-hukou' });
    expect((await blockOf('大宝')).noHukouReason).toBe('papers-lost');
  });
});
