import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { Board, CheckFinding, Conflict, RequestRow } from '#shared/modules/budget/requests/request.schema.ts';
import type { LineRow } from '#shared/modules/budget/year/year.schema.ts';
import { budgetDesk, CLERK, FINANCE, requestDraft, SECOND_CLERK, SECOND_FINANCE, SECOND_SUPERVISOR, SUPERVISOR, YEAR, type BudgetDesk } from '#tests/support/budget.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const DAY = 86_400_000;
let desk: Workstation;
let money: BudgetDesk;
let sourceId: string;
let line: LineRow;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  money = budgetDesk(desk);
  sourceId = (await money.source()).id;
  await money.by(FINANCE, 'openYear', { year: YEAR, sourceId, copyLines: false });
  await money.receive(sourceId, 1_000_000);
  line = await money.line(sourceId, 300_000);
});
afterEach(() => desk.close());

const figures = async () => (await money.lineNow(line.id)).figures;

describe('a funding request', () => {
  it('takes the seven steps, each with its days, and its money follows', async () => {
    const made = await money.request({ lineId: line.id });
    expect(made).toMatchObject({ no: '2026-00001', step: 'budgeted', needScore: 56 });
    expect(await figures()).toMatchObject({ approved: 300_000, free: 300_000, reserved: 0 });
    const handed = await money.submit(made);
    expect(handed).toMatchObject({ step: 'review', level: 0, waitingFor: '社区', limitDays: 3, dueOn: '2026-03-05' });
    expect(await figures()).toMatchObject({ free: 200_000, reserved: 100_000 });
    desk.advance(2 * DAY);
    const second = await money.decide(SUPERVISOR, handed, 'approve');
    expect(second).toMatchObject({ step: 'review', level: 1, waitingFor: '街道', dueOn: '2026-03-11' });
    const approved = await money.decide(FINANCE, second, 'approve');
    expect(approved).toMatchObject({ step: 'approved', committedFen: 100_000, payers: [{ fen: 33_000 }, { fen: 33_000 }, { fen: 34_000 }] });
    const paid = await money.disburse(approved);
    expect(paid).toMatchObject({ step: 'spending', disbursedFen: 100_000, onHandFen: 100_000 });
    expect(desk.count('budget_entry', "kind = 'disbursed'")).toBe(3);
    const voucher = await money.voucher(paid, 60_000, '0001');
    expect(voucher).toMatchObject({ onHandFen: 40_000 });
    expect(await money.voucher(paid, 30_000, '0002')).toMatchObject({ onHandFen: 10_000 });
    const accepted = await money.by<Record<string, never>>(SUPERVISOR, 'acceptRequest', { ...money.at(await money.get(made.id)), acceptedOn: '2026-03-04', acceptedBy: '居务监督委员会', note: '' });
    expect(accepted).toMatchObject({ step: 'accepted', waitingFor: '@finance' });
    await money.by(FINANCE, 'settleRequest', { ...money.at(await money.get(made.id)), settledOn: '2026-03-04', goal: '', done: '三个楼道已装', satisfaction: 98 });
    expect(await figures()).toMatchObject({ free: 210_000, committed: 0, spent: 90_000 });
    expect(await money.by(FINANCE, 'getSource', { id: sourceId })).toMatchObject({ storeFen: 910_000, outFen: 0, usedFen: 90_000 });
    const published = await money.by<{ steps: { step: string; days: number }[] }>(SUPERVISOR, 'publishRequest', { ...money.at(await money.get(made.id)), fromOn: '2026-03-05', untilOn: '2026-03-12', place: '居务公开栏' });
    expect(published.steps.map(({ step, days }) => `${step} ${days}`)).toEqual(['agreed 0', 'budgeted 0', 'review 2', 'review 0', 'approved 0', 'spending 0', 'accepted 0', 'settled 0', 'published 0']);
  });

  it('is checked at save: what is not free, not allowed or outside the year is refused and nothing is kept', async () => {
    expect(await money.refused(CLERK, 'createRequest', requestDraft({ lineId: line.id, amountFen: 300_001 }))).toBe('budget/over-free');
    expect(await desk.callAs(CLERK, 'budget.createRequest', requestDraft({ lineId: line.id, useCode: 'office' }))).toMatchObject({ error: { code: 'budget/use-forbidden', params: { rule: '“八用七不用”' } } });
    expect(await money.refused(CLERK, 'createRequest', requestDraft({ lineId: line.id, neededOn: '2025-12-31', endsOn: '2026-12-31' }))).toBe('budget/day-outside-year');
    for (const amountFen of [-1, 0, 1.5, 10_000_000_000_001]) expect(await money.refused(CLERK, 'createRequest', requestDraft({ lineId: line.id, amountFen }))).toBe('validation/failed');
    expect(desk.count('funding_request')).toBe(0);
    const narrow = await money.line((await money.source({ name: '专项', allowedUses: ['culture'] })).id, 50_000, { code: 'P09' });
    expect(await money.refused(CLERK, 'createRequest', requestDraft({ lineId: narrow.id, amountFen: 1 }))).toBe('budget/use-not-listed');
    const findings = await money.by<CheckFinding[]>(CLERK, 'checkRequest', { requestId: null, lineId: line.id, useCode: 'office', amountFen: 300_001, neededOn: '2027-01-01' });
    expect(findings.filter(({ severity }) => severity === 'stop').map(({ code }) => code)).toEqual(['day-outside-year', 'use-forbidden', 'not-covered']);
  });

  it('of two people at the same moment takes one and tells the other what is left', async () => {
    const [one, two] = [await money.request({ lineId: line.id, amountFen: 200_000 }), await money.request({ lineId: line.id, amountFen: 200_000 }, SECOND_CLERK)];
    const results = await Promise.all([desk.callAs(CLERK, 'budget.submitRequest', money.at(one)), desk.callAs(SECOND_CLERK, 'budget.submitRequest', money.at(two))]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'budget/over-free', params: { available: '1,000.00', requested: '2,000.00' } } });
    expect(await figures()).toMatchObject({ reserved: 200_000, free: 100_000 });
  });

  it('is never decided by who asked, nor twice by one person, nor by another role than the level wants', async () => {
    const own = await money.submit(await money.request({ lineId: line.id }, SUPERVISOR), SUPERVISOR);
    expect(await money.refused(SUPERVISOR, 'decideRequest', money.decision(own, 'approve'))).toBe('budget/own-request');
    expect(await money.refused(FINANCE, 'decideRequest', money.decision(own, 'approve'))).toBe('budget/role-of-level');
    const both = { roles: ['supervisor', 'finance'] as const, userId: SECOND_SUPERVISOR.userId };
    const second = await money.decide(both, own, 'approve');
    expect(await money.refused(both, 'decideRequest', money.decision(second, 'approve'))).toBe('budget/decided-before');
    expect(await money.refused({ roles: ['clerk'] }, 'decideRequest', money.decision(second, 'approve'))).toBe('auth/forbidden');
  });

  it('returned and rejected needs a reason, gives its money free, and can go again, elsewhere, in parts, or to an appeal', async () => {
    const handed = await money.submit(await money.request({ lineId: line.id }));
    expect(await money.refused(SUPERVISOR, 'decideRequest', { ...money.decision(handed, 'return'), reasonCode: '' })).toBe('validation/failed');
    expect(await money.refused(SUPERVISOR, 'decideRequest', { ...money.decision(handed, 'return'), note: '' })).toBe('validation/failed');
    const returned = await money.decide(SUPERVISOR, handed, 'return');
    expect(returned).toMatchObject({ step: 'returned', waitingFor: '王芳', limitDays: 5 });
    expect(await figures()).toMatchObject({ free: 300_000, reserved: 0 });
    const rejected = await money.decide(SUPERVISOR, await money.submit(returned), 'reject', { reasonCode: 'other-source', note: '走捐赠' });
    expect(rejected).toMatchObject({ step: 'rejected', needScore: 61 });
    const appealed = await money.by<typeof rejected>(CLERK, 'appealRequest', { ...money.at(rejected), note: '情况有变' });
    expect(await money.refused(SUPERVISOR, 'decideRequest', money.decision(appealed, 'approve'))).toBe('budget/decided-before');
    const again = await money.decide(SECOND_SUPERVISOR, appealed, 'reject');
    const other = await money.line((await money.source({ name: '捐赠', levels: [{ name: '社区', role: 'supervisor', limitDays: 2 }] })).id, 100_000, { code: 'P02' });
    const moved = await money.by<typeof rejected>(CLERK, 'budgetRequest', { ...money.at(again), lineId: other.id });
    expect(moved).toMatchObject({ step: 'budgeted', sourceName: '捐赠' });
    expect(await money.refused(CLERK, 'splitRequest', { ...money.at(moved), parts: [{ title: '一', lineId: null, fen: 1 }, { title: '二', lineId: null, fen: 1 }] })).toBe('validation/failed');
    expect(await money.refused(CLERK, 'splitRequest', { ...money.at(moved), parts: [{ title: '一期', lineId: null, fen: 1 }, { title: '二期', lineId: null, fen: 1 }] })).toBe('budget/parts-do-not-sum');
    const split = await money.by<typeof rejected>(CLERK, 'splitRequest', { ...money.at(moved), parts: [{ title: '一期', lineId: other.id, fen: 60_000 }, { title: '二期', lineId: null, fen: 40_000 }] });
    expect(split).toMatchObject({ step: 'split', children: [{ amountFen: 60_000, step: 'budgeted' }, { amountFen: 40_000, step: 'agreed' }] });
    expect(split.steps.map(({ outcome }) => outcome)).toEqual(['budgeted', 'submitted', 'returned', 'resubmitted', 'rejected', 'appealed', 'rejected', 'budgeted', 'split', '']);
    expect(await money.refused(CLERK, 'submitRequest', money.at(split))).toBe('budget/act-not-now');
  });

  it('changed after approval waits for a second person', async () => {
    const approved = await money.approved({ lineId: line.id });
    const proposed = await money.by<typeof approved>(SECOND_SUPERVISOR, 'proposeChange', { ...money.at(approved), fen: 150_000, reason: '涨价' });
    expect(await money.refused(SECOND_SUPERVISOR, 'decideChange', { ...money.at(proposed), agree: true, note: '' })).toBe('budget/own-request');
    expect(await money.refused(CLERK, 'proposeChange', { ...money.at(proposed), fen: 1, reason: '再改' })).toBe('budget/change-open');
    const changed = await money.by<typeof approved>(SUPERVISOR, 'decideChange', { ...money.at(proposed), agree: true, note: '' });
    expect(changed).toMatchObject({ amountFen: 150_000, committedFen: 150_000, changeFen: null });
    const more = await money.by<typeof approved>(CLERK, 'proposeChange', { ...money.at(changed), fen: 400_000, reason: '再加' });
    expect(await money.refused(FINANCE, 'decideChange', { ...money.at(more), agree: true, note: '' })).toBe('budget/over-free');
    const paid = await money.disburse(await money.by<typeof approved>(FINANCE, 'decideChange', { ...money.at(more), agree: false, note: '不加' }));
    expect(await money.refused(CLERK, 'proposeChange', { ...money.at(paid), fen: 100_000, reason: '减少' })).toBe('budget/below-disbursed');
  });

  it('lets a line go below zero only by a role that may, with a reason that stands in the log', async () => {
    const open = await money.line((await money.source({ name: '可超', overspend: 'allow', overspendRoles: ['supervisor'] })).id, 50_000, { code: 'P03' });
    const draft = requestDraft({ lineId: open.id, amountFen: 80_000 });
    expect(await money.refused(CLERK, 'createRequest', draft)).toBe('budget/over-free');
    expect(await money.refused(SUPERVISOR, 'createRequest', draft)).toBe('budget/overspend-reason');
    const made = await money.by<{ id: string; version: number }>(SUPERVISOR, 'createRequest', { ...draft, overspendReason: '台风抢修' });
    await money.by(SUPERVISOR, 'submitRequest', { ...money.at(made), overspendReason: '台风抢修' });
    expect((await money.lineNow(open.id)).figures.free).toBe(-30_000);
    expect(desk.sqlite().prepare("SELECT detail FROM audit_entry WHERE action = 'funding-request.submitted'").pluck().get()).toContain('台风抢修');
  });

  it('of a source that only warns competes, is laid side by side, and the last approval is stopped', async () => {
    const pot = await money.line((await money.source({ name: '专项', overspend: 'warn', levels: [{ name: '社区', role: 'supervisor', limitDays: 3 }] })).id, 100_000, { code: 'P04' });
    const [one, two] = [await money.request({ lineId: pot.id, amountFen: 80_000, urgency: 5 }), await money.request({ lineId: pot.id, amountFen: 70_000, urgency: 1, department: '街道民生办' }, SECOND_CLERK)];
    const [first, second] = [await money.submit(one), await money.submit(two, SECOND_CLERK)];
    const [conflict] = await money.by<Conflict[]>(CLERK, 'listConflicts', { year: YEAR });
    expect(conflict).toMatchObject({ freeFen: 100_000, wantedFen: 150_000, requests: [{ department: '社区居委会', needScore: 80 }, { department: '街道民生办', needScore: 32 }] });
    expect(await money.by(CLERK, 'joinRequests', { requests: [money.at(first), money.at(second)] })).toEqual({ joined: 2 });
    expect(await money.get(one.id)).toMatchObject({ jointNo: one.no, joint: [{ no: two.no }] });
    await money.decide(SUPERVISOR, await money.get(one.id), 'approve');
    expect(await desk.callAs(SUPERVISOR, 'budget.decideRequest', money.decision(await money.get(two.id), 'approve'))).toMatchObject({ error: { code: 'budget/over-free', params: { available: '200.00' } } });
    desk.advance(1000);
    await money.by(FINANCE, 'adjustLines', { fromLineId: pot.id, toLineId: line.id, fen: 10_000, reason: '调剂' });
    expect(await desk.callAs(SUPERVISOR, 'budget.decideRequest', money.decision(await money.get(two.id), 'approve'))).toMatchObject({ error: { code: 'budget/line-adjusted', params: { available: '100.00' } } });
  });

  it('says how long it waits, is urged once a day, and what the delay cost', async () => {
    const handed = await money.submit(await money.request({ lineId: line.id }));
    const now = async () => (await money.by<RequestRow[]>(CLERK, 'listRequests', {}))[0];
    expect(await now()).toMatchObject({ days: 0, clock: 'calm' });
    desk.advance(3 * DAY);
    expect(await now()).toMatchObject({ days: 3, clock: 'near' });
    desk.advance(DAY);
    expect(await now()).toMatchObject({ days: 4, clock: 'overdue' });
    expect(await money.by(CLERK, 'countRequests', { filter: { clock: 'overdue' } })).toEqual({ count: 1 });
    expect(await money.by(CLERK, 'countRequests', { filter: { clock: 'near' } })).toEqual({ count: 0 });
    expect((await money.by<Board>(CLERK, 'getBoard', { year: YEAR })).columns.find(({ step }) => step === 'review')).toMatchObject({ count: 1, fen: 100_000, overdue: 1, near: 0 });
    const today = (await desk.callAs(SUPERVISOR, 'notifications.listToday', {})) as { data: TodayItem[] };
    expect(today.data.find(({ kind }) => kind === 'requests-to-review')).toMatchObject({ urgency: 'overdue', params: { count: 1, overdue: 1 } });
    const urged = await money.by<typeof handed>(CLERK, 'urgeRequest', { ...money.at(handed), note: '请尽快' });
    expect(await money.refused(CLERK, 'urgeRequest', { ...money.at(urged), note: '再催' })).toBe('budget/urged-today');
    const step = urged.steps.at(-1);
    const lost = await money.by<typeof handed>(CLERK, 'recordLoss', { id: step?.id, version: step?.version, note: '错过施工期', fen: 5_000 });
    expect(lost.steps.at(-1)).toMatchObject({ urges: 1, lossNote: '错过施工期', lossFen: 5_000, days: 4, clock: 'overdue' });
  });

  it('is seen by a clerk only in the own grids, or when it is the own', async () => {
    const made = await money.request({ lineId: line.id });
    const scoped = { roles: ['clerk'] as const, scope: ['019c0000-0000-7000-8000-00000000aaaa'], userId: SECOND_CLERK.userId };
    expect(await money.refused(scoped, 'getRequest', { id: made.id })).toBe('record/not-found');
    expect(await money.by(scoped, 'listRequests', {})).toEqual([]);
    const own = await money.request({ lineId: line.id }, scoped);
    expect(await money.by(scoped, 'listRequests', {})).toMatchObject([{ id: own.id }]);
    expect(await money.refused(scoped, 'submitRequest', money.at(made))).toBe('record/not-found');
    expect(await money.refused(CLERK, 'updateRequest', { ...requestDraft({ lineId: line.id }), id: made.id, version: 7 })).toBe('record/conflict');
  });

  it('pays no more than is approved and than lies in the account, by who keeps the money', async () => {
    const poor = await money.line((await money.source({ name: '未到账' })).id, 90_000, { code: 'P05' });
    const approved = await money.approved({ lineId: poor.id, amountFen: 90_000 });
    expect(await money.refused(FINANCE, 'disburseRequest', { ...money.at(approved), fen: 90_000, paidOn: '2026-03-02', memo: '' })).toBe('budget/account-short');
    await money.receive(poor.sourceId, 200_000);
    expect(await money.refused(FINANCE, 'disburseRequest', { ...money.at(approved), fen: 90_001, paidOn: '2026-03-02', memo: '' })).toBe('budget/over-disbursed');
    expect(await money.refused(FINANCE, 'disburseRequest', { ...money.at(approved), fen: 1, paidOn: '2026-03-03', memo: '' })).toBe('budget/day-ahead');
    expect(await money.refused(FINANCE, 'disburseRequest', { ...money.at(approved), fen: 1, paidOn: '2025-12-31', memo: '' })).toBe('budget/day-outside-year');
    expect(await money.refused(SECOND_SUPERVISOR, 'disburseRequest', { ...money.at(approved), fen: 1, paidOn: '2026-03-02', memo: '' })).toBe('auth/forbidden');
    const part = await money.disburse(approved, 50_001);
    expect(part).toMatchObject({ step: 'spending', disbursedFen: 50_001 });
    expect(desk.sqlite().prepare("SELECT fen FROM budget_entry WHERE kind = 'disbursed' ORDER BY fen").pluck().all()).toEqual([16_500, 16_500, 17_001]);
    expect(await money.refused(SECOND_FINANCE, 'disburseRequest', { ...money.at(approved), fen: 1, paidOn: '2026-03-02', memo: '' })).toBe('record/conflict');
  });
});
