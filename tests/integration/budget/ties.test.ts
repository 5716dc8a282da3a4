import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceRow } from '#shared/modules/budget/sources/source.schema.ts';
import { normOfStaff } from '#shared/modules/budget/year/staff-norm.rules.ts';
import type { LineRow, StaffReckoning, YearPage } from '#shared/modules/budget/year/year.schema.ts';
import type { AdmissionRow, AdmissionSheet } from '#shared/modules/grid/admission/admission.schema.ts';
import type { AdmittedTask } from '#shared/modules/grid/admission/admitted-task.schema.ts';
import { budgetDesk, CLERK, FINANCE, SUPERVISOR, YEAR, sourceDraft, type BudgetDesk } from '#tests/support/budget.ts';
import { staffOf } from '#tests/support/staff.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let money: BudgetDesk;
let sourceId: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  money = budgetDesk(desk);
  sourceId = (await money.source()).id;
  await money.by(FINANCE, 'openYear', { year: YEAR, sourceId, copyLines: false });
});
afterEach(() => desk.close());
const lastUndo = async () => (await desk.done<{ undo: { seq: number } | null }>('undo.listNext')).undo?.seq ?? null;

describe('money that follows an admitted task', () => {
  const bodyDraft = { kind: 'department', name: '区卫生健康局', contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [], isActive: true, note: '' };
  const TASK = { title: '慢性病随访登记', content: '每季度入户', legalBasis: '基本医疗卫生法', authority: '可查询登记信息', isTemporary: false, startsOn: '2026-04-20', endsOn: null, moneyFen: 500_000, moneyDueOn: '2026-05-11', staff: '', training: '', exempt: 'none', exemptReason: '' };
  let bodyId: string;
  const admitted = async (values: Record<string, unknown> = {}): Promise<AdmissionRow> => {
    const made = await desk.done<AdmissionRow>('grid.createAdmission', { bodyId, ...TASK, ...values });
    const handed = await desk.done<AdmissionRow>('grid.moveAdmission', { id: made.id, version: made.version, move: 'submit', reason: '' });
    const checked = await desk.done<AdmissionRow>('grid.checkAdmission', { id: handed.id, version: handed.version, itemId: null });
    return desk.done<AdmissionRow>('grid.moveAdmission', { id: checked.id, version: checked.version, move: 'approve', reason: '联席会议同意' });
  };
  const taskSource = (taskId: string | null, values: Record<string, unknown> = {}) => sourceDraft({ name: '随访经费', kind: 'task-money', taskId, taskName: '', ...values });
  const pay = (admissionId: string, amountFen: number, receivedOn = '2026-02-10') => desk.call('grid.recordPayment', { admissionId, receivedOn, amountFen, voucherNo: '记12', note: '' });
  const sheet = (id: string) => desk.done<AdmissionSheet>('grid.getAdmission', { id });
  beforeEach(async () => {
    bodyId = (await desk.done<{ id: string }>('grid.createBody', bodyDraft)).id;
  });

  it('picks its task by id, brings its receipts into the book, and both sides tell the same story from then on', async () => {
    const task = await admitted();
    await pay(task.id, 120_000, '2025-12-20');
    await pay(task.id, 80_000);
    expect(await money.by<AdmittedTask[]>(FINANCE, 'listSourceTasks', { sourceId: null })).toMatchObject([{ id: task.id, bodyName: '区卫生健康局', promisedFen: 500_000, receivedFen: 200_000 }]);
    const source = await money.by<SourceRow>(FINANCE, 'createSource', taskSource(task.id));
    expect(source).toMatchObject({ taskName: '慢性病随访登记', receivedFen: 200_000, storeFen: 200_000, task: { promisedFen: 500_000, receivedFen: 200_000, dueOn: '2026-05-11', isMoneyLate: false } });
    expect(desk.count('admission_payment', 'removed_at IS NULL')).toBe(0);
    expect(desk.sqlite().prepare('SELECT posted_on, year, fen FROM budget_entry ORDER BY posted_on').raw().all()).toEqual([['2025-12-20', YEAR, 120_000], ['2026-02-10', YEAR, 80_000]]);
    expect(await money.by<AdmittedTask[]>(FINANCE, 'listSourceTasks', { sourceId: null })).toEqual([]);
    expect(await money.by<AdmittedTask[]>(FINANCE, 'listSourceTasks', { sourceId: source.id })).toHaveLength(1);

    expect(await pay(task.id, 1)).toMatchObject({ error: { code: 'admission/money-in-budget', params: { source: '随访经费' } } });
    await money.by(FINANCE, 'recordReceipt', { sourceId: source.id, way: 'received', fen: 100_000, receivedOn: '2026-03-02', memo: '第二笔' });
    await money.by(FINANCE, 'recordReceipt', { sourceId: source.id, way: 'given-back', fen: 30_000, receivedOn: '2026-03-02', memo: '多付退回' });
    const seen = await sheet(task.id);
    expect(seen).toMatchObject({ receivedFen: 270_000, money: 'due', source: { id: source.id, name: '随访经费' } });
    expect(seen.payments.map(({ receivedOn, amountFen, note }) => [receivedOn, amountFen, note])).toEqual([['2025-12-20', 120_000, '记12'], ['2026-02-10', 80_000, '记12'], ['2026-03-02', 100_000, '第二笔'], ['2026-03-02', -30_000, '多付退回']]);
    const now = await money.by<SourceRow>(FINANCE, 'getSource', { id: source.id });
    expect([now.receivedFen, now.task?.receivedFen]).toEqual([270_000, 270_000]);
    expect(await money.by<SourceRow[]>(FINANCE, 'listSources', { filter: { taskId: task.id } })).toHaveLength(1);
    // all of it came: no side says that it is late, however far the day
    await money.by(FINANCE, 'recordReceipt', { sourceId: source.id, way: 'received', fen: 230_000, receivedOn: '2026-03-02', memo: '付清' });
    expect((await sheet(task.id)).money).toBe('arrived');
  });

  it('is late on both sides, belongs to one source, and stays with its task once money moved', async () => {
    const task = await admitted({ moneyDueOn: '2026-01-12' });
    const other = await admitted({ title: '另一事项' });
    const source = await money.by<SourceRow>(FINANCE, 'createSource', taskSource(task.id));
    expect(source.task?.isMoneyLate).toBe(true);
    expect((await sheet(task.id)).money).toBe('red');
    expect(await money.refused(FINANCE, 'createSource', taskSource(task.id, { name: '第二个' }))).toBe('budget/task-taken');
    expect(await money.refused(FINANCE, 'createSource', taskSource(bodyId, { name: '没有准入' }))).toBe('budget/task-not-admitted');
    expect(await money.refused(FINANCE, 'createSource', taskSource(other.id, { name: '财政', kind: 'upper-government' }))).toBe('validation/failed');
    const { task: _t, receivedFen: _r, storeFen: _s, outFen: _o, usedFen: _u, updatedAt: _a, ...draft } = source;
    const moved = await money.by<SourceRow>(FINANCE, 'updateSource', { ...draft, taskId: other.id });
    expect(moved.taskName).toBe('另一事项');
    await money.receive(source.id, 1_000);
    expect(await money.refused(FINANCE, 'updateSource', { ...draft, version: moved.version, taskId: null })).toBe('budget/task-fixed');
    expect(await money.refused(CLERK, 'listSourceTasks', { sourceId: null })).toBe('auth/forbidden');
    expect((await desk.done<{ problems: unknown[] }>('audit.verifyAudit', { auditKey: desk.auditKey })).problems).toEqual([]);
  });

  it('keeps the receipts of a task without a source in admission, and is not untied by an undo once money moved', async () => {
    const task = await admitted();
    await pay(task.id, 5_000);
    expect(await sheet(task.id)).toMatchObject({ receivedFen: 5_000, source: null });
    const tied = await desk.done<SourceRow>('budget.createSource', taskSource(task.id));
    const seq = await lastUndo();
    if (seq !== null) expect(await desk.call('undo.undo', { seq })).not.toMatchObject({ ok: true });
    expect(await sheet(task.id)).toMatchObject({ receivedFen: 5_000, source: { id: tied.id } });
  });
});

describe('the standing line of salaries', () => {
  const salary = async (year = YEAR): Promise<LineRow> => {
    const line = (await money.by<YearPage>(FINANCE, 'getYearPage', { year })).lines.find(({ kind }) => kind === 'salary');
    if (!line) throw new Error('no salary line');
    return line;
  };
  const roster = async (): Promise<void> => {
    const staff = staffOf(desk);
    await staff.member('甲', { grade: '1', startedOn: '2025-01-10' });
    await staff.member('乙', { grade: '2', startedOn: '2026-06-02' });
    for (const [grade, monthlyFen] of [['1', 10_000], ['2', 20_000]] as const) await desk.done('staff.addSubsidy', { grade, fromOn: '2025-01-01', monthlyFen, basis: '' });
  };
  const compare = async (raises: readonly { readonly grade: string; readonly monthlyFen: number }[] = []) => money.by<StaffReckoning>(FINANCE, 'compareWithStaff', { lineId: (await salary()).id, raises });

  it('shows both figures and their difference, and takes norm, quantity and what is asked from staff to the fen', async () => {
    expect(await compare()).toMatchObject({ line: { askedFen: 0, normFen: null }, staff: { totalFen: 0, people: 0 }, differenceFen: 0 });
    expect(await money.refused(FINANCE, 'takeFromStaff', { ...money.at(await salary()), raises: [], totalFen: 0 })).toBe('budget/staff-empty');
    await roster();
    const seen = await compare();
    // 甲: twelve months at 100.00; 乙: in service on the first of July to December, six at 200.00
    expect(seen).toMatchObject({ staff: { totalFen: 240_000, people: 2, months: 18, normFen: 120_000, quantity: 2, unit: '人' }, differenceFen: 240_000 });
    expect(await money.refused(FINANCE, 'takeFromStaff', { ...money.at(await salary()), raises: [], totalFen: 239_999 })).toBe('budget/staff-changed');
    const taken = await money.by<LineRow>(FINANCE, 'takeFromStaff', { ...money.at(await salary()), raises: [], totalFen: seen.staff.totalFen });
    expect(taken).toMatchObject({ normFen: 120_000, quantity: 2, unit: '人', figures: { asked: 240_000 } });
    expect(taken.basis).toMatch(/^按人员台账和现行标准：.+合计 2,400\.00 元$/);
    expect((await compare()).differenceFen).toBe(0);
  });

  it('takes a raise over as staff simulates it, by an entry of the difference, and back again', async () => {
    await roster();
    const raises = [{ grade: '2', monthlyFen: 25_000 }];
    const simulated = await desk.done<{ raised: { totalFen: number } }>('staff.simulateRaise', { year: YEAR, raises });
    const seen = await compare(raises);
    expect(seen.staff.totalFen).toBe(simulated.raised.totalFen);
    await money.by(FINANCE, 'takeFromStaff', { ...money.at(await salary()), raises: [], totalFen: 240_000 });
    const raised = await money.by<LineRow>(FINANCE, 'takeFromStaff', { ...money.at(await salary()), raises, totalFen: 270_000 });
    expect(raised.figures.asked).toBe(270_000);
    await money.by(FINANCE, 'takeFromStaff', { ...money.at(raised), raises: [], totalFen: 240_000 });
    expect(desk.sqlite().prepare("SELECT from_account, fen FROM budget_entry WHERE kind = 'asked' ORDER BY id").raw().all()).toEqual([['plan', 240_000], ['plan', 30_000], ['asked', 30_000]]);
    const page = await money.by<YearPage>(FINANCE, 'getYearPage', { year: YEAR });
    const platform = page.lines.find(({ kind }) => kind === 'platform');
    expect(platform).toMatchObject({ figures: { asked: 0 } });
    expect(await money.refused(FINANCE, 'compareWithStaff', { lineId: platform?.id })).toBe('budget/not-salary-line');
    expect(await money.refused(CLERK, 'compareWithStaff', { lineId: page.lines[0]?.id })).toBe('auth/forbidden');
    await money.by(SUPERVISOR, 'closeYear', { ...money.at(page.year), carryLineIds: [] });
    expect(await money.refused(FINANCE, 'takeFromStaff', { ...money.at(await salary()), raises, totalFen: 270_000 })).toBe('budget/year-closed');
  });

  it('never asks for another sum than staff reckons, whoever serves how long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), fc.nat(400), fc.nat(4800), (totalFen, people, months) => {
        const { normFen, quantity } = normOfStaff({ totalFen, people, months });
        expect(normFen * quantity).toBe(totalFen);
      }),
    );
  });
});
