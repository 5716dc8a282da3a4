import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, writeXlsx, type CellValue } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportBatch, ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import type { LineRow, YearPage, YearRow } from '#shared/modules/budget/year/year.schema.ts';
import { badRowsWorkbook, type FormSheet } from '#electron/kernel/imports/bad-rows-workbook.ts';
import { budgetDesk, FINANCE, SUPERVISOR, YEAR, type BudgetDesk } from '#tests/support/budget.ts';
import { stageBytes } from '#tests/support/forms.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let money: BudgetDesk;
let sourceId: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  money = budgetDesk(desk);
  sourceId = (await money.source({ name: '街道财政拨款' })).id;
});
afterEach(() => desk.close());

const TITLES = ['科目编号', '科目名称', '经费来源', '上年预算数', '申报数', '批复数', '测算依据'];
const TEN_THOUSAND = [['柳荫社区 2026 年度经费预算表'], ['编制单位：柳荫社区', null, null, null, null, '单位：万元']];
const book = async (rows: CellValue[][]): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets: [{ name: '预算', rows }] }));
const stage = async (rows: CellValue[][], name = '预算.xlsx') => stageBytes(desk, name, await book(rows), FINANCE);
const by = async <T>(name: string, input: unknown): Promise<T> => {
  const result = await desk.callAs(FINANCE, `imports.${name}`, input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.data as T; // the caller names the operation's output
};
const rowsOf = async ({ id }: ImportBatch): Promise<ImportRow[]> => (await by<{ rows: ImportRow[] }>('listRows', { batchId: id, limit: 200 })).rows;
const said = (rows: readonly ImportRow[]) => rows.map(({ verdict, findings }) => [verdict, ...findings.map(({ code, column }) => `${code}@${column}`)]);
const page = (year: number) => money.by<YearPage>(FINANCE, 'getYearPage', { year });
const lineOf = async (year: number, code: string): Promise<LineRow | undefined> => (await page(year)).lines.find((line) => line.code === code);
/** The book once more, line by line, by nobody's sum but this one. */
const held = (lineId: string | undefined, account: string): number =>
  desk.sqlite().prepare('SELECT coalesce(sum(CASE WHEN to_account = @account THEN fen ELSE 0 END) - sum(CASE WHEN from_account = @account THEN fen ELSE 0 END), 0) FROM budget_entry WHERE line_id = @lineId').pluck().get({ account, lineId }) as number; // the sum

describe('a budget of an office', () => {
  it('comes in with its unit, its columns in whatever order, both years through the book, in one entry of the log', async () => {
    const order = [5, 1, 3, 0, 2, 4, 6];
    const put = (cells: CellValue[]): CellValue[] => order.map((at) => cells[at] ?? null);
    const batch = await stage([...TEN_THOUSAND, put(TITLES), order.map((_, at) => at + 1), put(['P01', '便民设施维修', '街道财政拨款', 1.2, '1.5', '1.35', '按楼栋数']), put(['P02', '邻里节', '街道财政拨款', null, 0.5, null, '']), put([null, '合 计', null, 1.2, 2, 1.35, null]), ['单位负责人：', null, null, '制表：']]);
    expect(batch).toMatchObject({ profile: 'budget-lines', asksKind: false, counts: { new: 2, bad: 0, skipped: 3 } });
    expect(said(await rowsOf(batch))).toEqual([['skipped', 'no-record@-1'], ['new', 'budget-year-will-open@1'], ['new', 'budget-year-will-open@1'], ['skipped', 'no-record@-1'], ['skipped', 'no-record@-1']]);
    const entries = desk.count('audit_entry');
    await by('commitStaged', { batchId: batch.id });
    expect(desk.count('audit_entry')).toBe(entries + 1);
    const line = await lineOf(YEAR, 'P01');
    expect(line).toMatchObject({ name: '便民设施维修', sourceName: '街道财政拨款', basis: '按楼栋数', lastYearFen: 1_200_000, figures: { asked: 1_500_000, approved: 1_350_000, free: 1_350_000 } });
    expect([held(line?.id, 'asked'), held(line?.id, 'free')]).toEqual([1_500_000, 1_350_000]);
    expect((await lineOf(YEAR - 1, 'P01'))?.figures).toMatchObject({ asked: 0, approved: 1_200_000 });
    expect((await page(YEAR)).lines.map(({ kind }) => kind).toSorted()).toEqual(['platform', 'project', 'project', 'salary']);
    expect((await page(YEAR - 1)).lines.map(({ kind }) => kind).toSorted()).toEqual(['platform', 'project', 'salary']);
    expect(await stage([...TEN_THOUSAND, TITLES, ['P01', '便民设施维修', '街道财政拨款', 1.2, 1.5, 1.35, '按楼栋数']])).toMatchObject({ counts: { same: 1, new: 0, changed: 0 } });
  });

  it('says at each bad cell what is wrong, tells a sum that is not its lines, and gives the bad rows back', async () => {
    await money.by(FINANCE, 'openYear', { year: YEAR, sourceId, copyLines: false });
    await money.by(FINANCE, 'openYear', { year: YEAR - 1, sourceId, copyLines: false });
    const rows: CellValue[][] = [
      ['2026年预算'], TITLES,
      ['P01', '便民设施', '街道财政拨款', 100, -5, 100, ''], ['P02', '邻里节', '街道财政拨款', '约一千', 10, 10.005, ''], ['P03', '没有的科目', null, null, 10, 10, ''], ['P04', '另一个', '民政局', null, 10, 10, ''],
      ['P05', '好的一行', '街道财政拨款', null, 10, 10, ''], ['P05', '同一编号', '街道财政拨款', null, 10, 10, ''], ['P06', '太多', '街道财政拨款', null, 1e15, null, ''], [null, '合计', null, 100, 50, 40.01, null],
    ];
    const batch = await stage(rows);
    const found = await rowsOf(batch);
    expect(said(found)).toEqual([
      ['bad', 'unit-assumed@5', 'amount-negative@4'], ['bad', 'amount-not-a-number@3', 'amount-rounded@5'], ['bad', 'line-unknown@1'], ['bad', 'source-unknown@2'],
      ['new'], ['bad', 'duplicate-in-file@0'], ['bad', 'amount-too-large@4'], ['skipped', 'sum-differs@5'],
    ]);
    expect(found.at(-1)?.findings[0]).toMatchObject({ params: { text: '40.01', expected: '150.01' } });
    const { sheets } = await by<{ sheets: FormSheet[] }>('readLayout', { batchId: batch.id });
    const back = (await read(await badRowsWorkbook(sheets, found.filter(({ verdict }) => verdict === 'bad'), '原因', ({ code }) => code))).sheets[0]?.rows ?? [];
    expect(back.slice(0, 2).map((row) => row[0])).toEqual(['2026年预算', '科目编号']);
    expect(back.slice(2).map((row) => row.at(-1))).toEqual(['amount-negative', 'amount-not-a-number', 'line-unknown', 'source-unknown', 'duplicate-in-file', 'amount-too-large']);
    // a cell put right is a line again, and the sum is looked at anew
    const fixed = await by<ImportRow>('fixCell', { batchId: batch.id, sheet: '预算', row: 8, column: 5, text: '0.01' });
    expect(fixed.verdict).toBe('bad');
    await by('fixCell', { batchId: batch.id, sheet: '预算', row: 3, column: 4, text: '5' });
    expect(said(await rowsOf(batch)).at(0)).toEqual(['new', 'unit-assumed@5']);
    expect((await rowsOf(batch)).at(-1)?.findings.map(({ params }) => params['expected'])).toEqual(['55.00', '140.02']);
  });

  it('compares with what is there, writes the difference of what was chosen, and never takes what is bound', async () => {
    await money.by(FINANCE, 'openYear', { year: YEAR, sourceId, copyLines: false });
    const line = await money.line(sourceId, 300_000);
    await money.receive(sourceId, 300_000);
    await money.approved({ lineId: line.id, amountFen: 100_000 });
    const sheet = (approved: number, asked: number): CellValue[][] => [['2026 年度预算', '单位：元'], TITLES, ['P01', '便民设施', '街道财政拨款', null, asked, approved, '新依据']];
    expect(said(await rowsOf(await stage(sheet(999.99, 3000))))).toEqual([['bad', 'approved-below-bound@5']]);
    const batch = await stage(sheet(1000, 3500));
    expect((await rowsOf(batch))[0]?.differences).toMatchObject([{ field: 'basis', ours: '', theirs: '新依据' }, { field: 'asked', ours: '3,000.00', theirs: '3,500.00' }, { field: 'approved', ours: '3,000.00', theirs: '1,000.00' }]);
    expect(await desk.callAs(FINANCE, 'imports.commitStaged', { batchId: batch.id })).toMatchObject({ error: { code: 'import/undecided-left' } });
    await by('chooseDifferences', { batchId: batch.id, choice: 'theirs' });
    await money.by(FINANCE, 'adjustLines', { fromLineId: null, toLineId: line.id, fen: 5_000, reason: '追加' });
    expect(await desk.callAs(FINANCE, 'imports.commitStaged', { batchId: batch.id })).toMatchObject({ error: { code: 'import/nothing-to-commit' } });
    const again = await stage(sheet(1000, 3500));
    await by('chooseDifferences', { batchId: again.id, choice: 'theirs' });
    await by('commitStaged', { batchId: again.id });
    expect(await money.lineNow(line.id)).toMatchObject({ basis: '新依据', figures: { asked: 350_000, approved: 100_000, adjusted: 5_000, committed: 100_000, free: 5_000 } });
    await by('undoBatch', { batchId: again.id });
    expect(await money.lineNow(line.id)).toMatchObject({ basis: '', figures: { asked: 300_000, approved: 300_000, free: 205_000 } });
  });

  it('is taken back as a whole: lines go, entries are turned round, what is bound by now stays', async () => {
    const rows: CellValue[][] = [...TEN_THOUSAND, TITLES, ['P01', '便民设施', '街道财政拨款', 2, 3, 3, ''], ['P02', '邻里节', '街道财政拨款', null, 1, 1, '']];
    const batch = await stage(rows);
    await by('commitStaged', { batchId: batch.id });
    const kept = await lineOf(YEAR, 'P01');
    await money.receive(sourceId, 3_000_000);
    await money.approved({ lineId: kept?.id, amountFen: 100_000 });
    const undone = await by<{ undone: number; kept: number; reasons: unknown[] }>('undoBatch', { batchId: batch.id });
    expect((await page(YEAR)).lines.map(({ code }) => code)).toEqual(['B01', 'B02', 'P01']);
    expect((await lineOf(YEAR, 'P01'))?.figures).toMatchObject({ asked: 0, approved: 3_000_000, committed: 100_000 });
    // the year before was opened by the import and holds nothing by now: it goes with its standing lines; this year is used and says so
    expect(await money.refused(FINANCE, 'getYearPage', { year: YEAR - 1 })).toBe('budget/year-missing');
    expect(undone).toMatchObject({ undone: 9, kept: 5, reasons: [{ code: 'budget-year-used', params: { year: YEAR, lines: 1, names: '便民设施', entries: 1 } }] });
    expect(desk.sqlite().prepare('SELECT count(*) FROM budget_entry WHERE reverses_id IS NOT NULL').pluck().get()).toBe(4);
    expect((await stage(rows)).counts).toMatchObject({ new: 1, changed: 1 });
    expect((await desk.done<{ problems: unknown[] }>('audit.verifyAudit', { auditKey: desk.auditKey })).problems).toEqual([]);
  });

  it('takes the years it opened back, and they can be opened again', async () => {
    const rows: CellValue[][] = [...TEN_THOUSAND, TITLES, ['B01', '网格员工资和补贴', '街道财政拨款', null, 4, 4, ''], ['P01', '便民设施', '街道财政拨款', 2, 3, 3, '']];
    const bring = async (): Promise<ImportBatch> => {
      const batch = await stage(rows);
      await by('commitStaged', { batchId: batch.id });
      return batch;
    };
    const undo = async ({ id }: ImportBatch) => by<{ kept: number; reasons: unknown[] }>('undoBatch', { batchId: id });
    const years = async () => (await money.by<YearRow[]>(FINANCE, 'listYears', {})).map(({ year }) => year);
    const first = await bring();
    expect(await years()).toEqual([YEAR, YEAR - 1]);
    expect(await undo(first)).toMatchObject({ kept: 0, reasons: [] });
    expect(await years()).toEqual([]);
    expect(await money.refused(FINANCE, 'createLine', { year: YEAR, sourceId, code: 'P09', name: '新科目', kind: 'project', normFen: null, quantity: null, unit: '', basis: '', askedFen: null })).toBe('budget/year-missing');
    const second = await bring();
    await money.line(sourceId, 100, { code: 'P09', name: '后来的科目' });
    expect(await undo(second)).toMatchObject({ kept: 3, reasons: [{ code: 'budget-year-used', params: { year: YEAR, lines: 1, names: '后来的科目', entries: 0 } }] });
    expect(await years()).toEqual([YEAR]);
    expect((await desk.done<{ problems: unknown[] }>('audit.verifyAudit', { auditKey: desk.auditKey })).problems).toEqual([]);
  });

  it('keeps a year of an import that money came into, and one that was closed since', async () => {
    const rows: CellValue[][] = [...TEN_THOUSAND, TITLES, ['P01', '便民设施', '街道财政拨款', 2, 3, 3, '']];
    const batch = await stage(rows);
    await by('commitStaged', { batchId: batch.id });
    await money.receive(sourceId, 500);
    const before = (await money.by<YearRow[]>(FINANCE, 'listYears', {})).find(({ year }) => year === YEAR - 1);
    if (!before) throw new Error('no year before');
    await money.by(SUPERVISOR, 'closeYear', { ...money.at(before), carryLineIds: [] });
    const { reasons } = await by<{ reasons: unknown[] }>('undoBatch', { batchId: batch.id });
    expect(reasons).toHaveLength(2);
    expect(reasons).toEqual(expect.arrayContaining([{ code: 'budget-year-used', params: { year: YEAR, lines: 0, names: '', entries: 1 } }, { code: 'budget-year-closed', params: { year: YEAR - 1 } }]));
    expect((await page(YEAR)).lines.map(({ code }) => code)).toEqual(['B01', 'B02']);
    expect((await lineOf(YEAR - 1, 'P01'))?.figures.approved).toBe(2_000_000);
  });

  it('leaves a closed year alone', async () => {
    const closed = await money.by<YearRow>(FINANCE, 'openYear', { year: YEAR - 1, sourceId, copyLines: false });
    await money.by(SUPERVISOR, 'closeYear', { ...money.at(closed), carryLineIds: [] });
    expect(said(await rowsOf(await stage([['2025年度经费预算表', '单位：元'], TITLES, ['P01', '便民设施', '街道财政拨款', null, 1, 1, '']])))).toEqual([['bad', 'budget-year-closed@1']]);
    const batch = await stage([['2026年度经费预算表', '单位：元'], TITLES, ['P01', '便民设施', '街道财政拨款', 7, 1, 1, '']]);
    expect(said(await rowsOf(batch))).toEqual([['new', 'budget-year-will-open@1', 'last-year-closed@3']]);
    await by('commitStaged', { batchId: batch.id });
    expect(await lineOf(YEAR, 'P01')).toMatchObject({ lastYearFen: 0, figures: { approved: 100 } });
  });

  it('is for who keeps the money', async () => {
    const bytes = await book([...TEN_THOUSAND, TITLES, ['P01', '便民设施', '街道财政拨款', 2, 3, 3, '']]);
    await expect(stageBytes(desk, '预算.xlsx', bytes, { roles: ['clerk'] })).rejects.toThrow('auth/forbidden');
    const batch = await stage([...TEN_THOUSAND, TITLES, ['P01', '便民设施', '街道财政拨款', 2, 3, 3, '']]);
    expect(await desk.callAs({ roles: ['clerk'] }, 'imports.getBatch', { batchId: batch.id })).toMatchObject({ error: { code: 'auth/forbidden' } });
  });
});

describe('the table that goes out', () => {
  const FIELDS = { code: '科目编号', name: '科目名称', kind: '类别', sourceName: '经费来源', lastYear: '上年预算数', norm: '定额标准', quantity: '数量', unit: '单位', asked: '申报数', approved: '批复数', basis: '测算依据' };
  const exported = async (of: Workstation, list = 'budget.year', fields: Readonly<Record<string, string>> = FIELDS): Promise<Buffer> => {
    const path = join(of.folder, `${list}.xlsx`);
    const result = await of.callAs(FINANCE, 'exports.writeList', { list, query: { year: YEAR }, columns: Object.entries(fields).map(([field, title]) => ({ field, title })), reason: '上报街道', path, mark: 'GridDesk · 王芳 #1' });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return readFileSync(path);
  };
  const fill = async (): Promise<void> => {
    const goods = await money.source({ name: '爱心物资', kind: 'donation', form: 'in-kind' });
    await money.by(FINANCE, 'openYear', { year: YEAR - 1, sourceId, copyLines: false });
    await money.by(FINANCE, 'openYear', { year: YEAR, sourceId, copyLines: false });
    await money.line(sourceId, 1_234_567, { normFen: 12_345, quantity: 100, unit: '户', basis: '每户 123.45 元' });
    await money.line(goods.id, 50_001, { code: 'P02', name: '助老物资' });
    const last = await money.by<LineRow>(FINANCE, 'createLine', { year: YEAR - 1, sourceId, code: 'P01', name: '便民设施', kind: 'project', normFen: null, quantity: null, unit: '', basis: '', askedFen: null });
    await money.by(FINANCE, 'approveLine', { ...money.at(last), fen: 987_654, note: '' });
  };

  it('has title, unit, year and organisation above, numbered columns, sums of cash and of goods apart, and places to sign', async () => {
    await fill();
    const sheet = (await read(await exported(desk), { readStyles: true })).sheets[0];
    const rows = (sheet?.rows ?? []).map((row) => row.map((cell) => cell ?? null));
    expect(rows[0]?.[0]).toBe('2026 年度经费预算表');
    expect(rows[1]?.filter((cell) => cell !== null && cell !== '')).toEqual([expect.stringContaining('编制单位（盖章）：'), '预算年度：2026 年', '单位：元']);
    expect(rows[2]).toEqual(Object.values(FIELDS));
    expect(rows[3]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    const sums = rows.filter((row) => String(row[1]).endsWith('合计'));
    expect(sums.map((row) => [row[1], row[4], row[8], row[9]])).toEqual([['合计', 9876.54, 12_345.67, 12_345.67], ['实物合计', 0, 500.01, 500.01]]);
    expect(rows.find((row) => row[0] === '单位负责人：')?.filter((cell) => cell !== null && cell !== '')).toEqual(['单位负责人：', '复核：', '制表：', '填报日期：']);
    expect(rows.at(-1)?.[0]).toBe('GridDesk · 王芳 #1');
    expect(sheet?.merges?.some(({ startRow, endCol }) => startRow === 0 && endCol === 10)).toBe(true);
    expect(sheet?.cells?.get('4,9')?.style?.numFmt).toBe('#,##0.00');
    const settlement = (await read(await exported(desk, 'budget.settlement', { code: '科目编号', name: '科目名称', approved: '批复数', spent: '决算支出数', rate: '执行率' }))).sheets[0]?.rows ?? [];
    expect(settlement[0]?.[0]).toBe('2026 年度经费决算表');
    expect(settlement.find((row) => row[1] === '合计')?.slice(2)).toEqual([12_345.67, 0, '0%']);
  });

  it('comes in again with the same figures, at the same station and at another', async () => {
    await fill();
    const bytes = await exported(desk);
    const { counts } = await stageBytes(desk, '预算.xlsx', bytes, FINANCE);
    expect(counts).toMatchObject({ same: 4, new: 0, changed: 0, bad: 0 });
    const other = await openWorkstation({ roles: ['supervisor'] });
    try {
      const there = budgetDesk(other);
      await there.source({ name: '街道财政拨款' });
      await there.source({ name: '爱心物资', kind: 'donation', form: 'in-kind' });
      const batch = await stageBytes(other, '预算.xlsx', bytes, FINANCE);
      expect(batch.counts).toMatchObject({ new: 4, bad: 0 });
      await other.callAs(FINANCE, 'imports.commitStaged', { batchId: batch.id });
      const figures = ({ lines }: YearPage) => lines.map(({ code, name, kind, sourceName, form, lastYearFen, normFen, quantity, unit, basis, figures: sums }) => ({ code, name, kind, sourceName, form, lastYearFen, normFen, quantity, unit, basis, sums }));
      expect(figures(await there.by<YearPage>(FINANCE, 'getYearPage', { year: YEAR }))).toEqual(figures(await page(YEAR)));
      const table = async (of: Buffer) => (await read(of)).sheets[0]?.rows.slice(2, -1);
      expect(await table(await exported(other))).toEqual(await table(bytes));
    } finally {
      other.close();
    }
  });
});
