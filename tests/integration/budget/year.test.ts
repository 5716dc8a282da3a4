import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Figures, Forecast, Ways, Alarm } from '#shared/modules/budget/figures/figures.contract.ts';
import type { PartnerRow, PledgeRow } from '#shared/modules/budget/partners/partner.schema.ts';
import type { LineRow, YearPage, YearRow } from '#shared/modules/budget/year/year.schema.ts';
import { budgetDesk, CLERK, FINANCE, SUPERVISOR, YEAR, requestDraft, sourceDraft, type BudgetDesk } from '#tests/support/budget.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let money: BudgetDesk;
let sourceId: string;
let year: YearRow;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  money = budgetDesk(desk);
  sourceId = (await money.source()).id;
  year = await money.by<YearRow>(FINANCE, 'openYear', { year: YEAR, sourceId, copyLines: false });
});
afterEach(() => desk.close());
const page = (of: number) => money.by<YearPage>(FINANCE, 'getYearPage', { year: of });

describe('an annual budget', () => {
  it('always has its two standing lines, takes last year as it was, and every column is a sum of entries', async () => {
    expect((await page(YEAR)).lines.map(({ kind }) => kind)).toEqual(['salary', 'platform']);
    const line = await money.line(sourceId, 300_000, { normFen: 1000, quantity: 300, unit: '人' });
    expect(await money.refused(FINANCE, 'approveLine', { ...money.at(line), fen: 1, note: '' })).toBe('budget/already-approved');
    await money.by(FINANCE, 'askForLine', { ...money.at(line), fen: 250_000 });
    const other = await money.line(sourceId, 100_000, { code: 'P02', name: '其他项目' });
    await money.by(FINANCE, 'adjustLines', { fromLineId: line.id, toLineId: other.id, fen: 20_000, reason: '调剂使用' });
    expect(await money.refused(FINANCE, 'adjustLines', { fromLineId: line.id, toLineId: null, fen: 280_001, reason: '收回' })).toBe('budget/over-free');
    expect(await money.lineNow(line.id)).toMatchObject({ figures: { asked: 250_000, approved: 300_000, adjusted: -20_000, free: 280_000 } });
    expect(await money.lineNow(other.id)).toMatchObject({ figures: { approved: 100_000, adjusted: 20_000, free: 120_000 } });
    await money.by(FINANCE, 'openYear', { year: YEAR + 1, sourceId, copyLines: true });
    expect(await money.refused(FINANCE, 'openYear', { year: YEAR + 1, sourceId, copyLines: true })).toBe('budget/year-exists');
    expect((await page(YEAR + 1)).lines.find(({ code }) => code === 'P01')).toMatchObject({ lastYearFen: 280_000, lastYearSpentFen: 0, normFen: 1000, quantity: 300, figures: { approved: 0, free: 0 } });
    expect(await money.refused(FINANCE, 'createLine', { year: YEAR, sourceId, code: 'P01', name: '重复', kind: 'project', normFen: null, quantity: null, unit: '', basis: '', askedFen: null })).toBe('budget/code-taken');
    const salary = (await page(YEAR)).lines[0];
    if (!salary) throw new Error('no standing line');
    const { id, version, code, name, unit, basis } = salary;
    expect(await money.refused(FINANCE, 'updateLine', { id, version, year: YEAR, sourceId, code, name, kind: 'project', normFen: null, quantity: null, unit, basis })).toBe('budget/standing-line');
  });

  it('is closed for everybody once it is closed, in the file itself, and carries over what was ticked', async () => {
    const line = await money.line(sourceId, 300_000);
    await money.receive(sourceId, 300_000);
    const approved = await money.approved({ lineId: line.id });
    expect(await money.refused(SUPERVISOR, 'closeYear', { ...money.at(year), carryLineIds: [] })).toBe('budget/year-has-open');
    await money.disburse(approved);
    await money.voucher(approved, 90_000, '0001');
    await money.by(SUPERVISOR, 'acceptRequest', { ...money.at(await money.get(approved.id)), acceptedOn: '2026-03-02', acceptedBy: '监督委员会', note: '' });
    await money.by(FINANCE, 'settleRequest', { ...money.at(await money.get(approved.id)), settledOn: '2026-03-02', goal: '', done: '完成', satisfaction: null });
    expect(await money.refused(SUPERVISOR, 'closeYear', { ...money.at(year), carryLineIds: [line.id] })).toBe('budget/year-missing');
    await money.by(FINANCE, 'openYear', { year: YEAR + 1, sourceId, copyLines: true });
    expect(await money.refused(FINANCE, 'closeYear', { ...money.at(year), carryLineIds: [line.id] })).toBe('auth/forbidden');
    await money.by(SUPERVISOR, 'closeYear', { ...money.at(year), carryLineIds: [line.id] });
    expect((await page(YEAR)).lines.find(({ id }) => id === line.id)?.figures).toMatchObject({ spent: 90_000, carriedOut: 210_000, free: 0 });
    expect((await page(YEAR + 1)).lines.find(({ code }) => code === 'P01')?.figures).toMatchObject({ carriedIn: 210_000, free: 210_000 });
    const closed = ['budget/year-closed', 'budget/year-closed', 'budget/year-closed', 'budget/year-closed'];
    expect([
      await money.refused(CLERK, 'createRequest', requestDraft({ lineId: line.id, amountFen: 1 })),
      await money.refused(FINANCE, 'recordReceipt', { sourceId, way: 'received', fen: 1, receivedOn: '2026-02-01', memo: '补记' }),
      await money.refused(FINANCE, 'adjustLines', { fromLineId: null, toLineId: line.id, fen: 1, reason: '追加' }),
      await money.refused(SUPERVISOR, 'closeYear', { ...money.at(year), carryLineIds: [] }),
    ]).toEqual(closed);
    for (const sql of [`UPDATE budget_year SET closed_at = NULL WHERE year = ${YEAR}`, `UPDATE budget_line SET name = 'x' WHERE year = ${YEAR}`, `INSERT INTO budget_line SELECT 'x', community_id, 1, created_at, updated_at, NULL, year, source_id, 'X', name, kind, norm_fen, quantity, unit, basis FROM budget_line WHERE id = '${line.id}'`]) expect(() => desk.sqlite().exec(sql), sql).toThrow('closed');
    for (const sql of ['UPDATE budget_entry SET fen = fen + 1', 'DELETE FROM budget_entry']) expect(() => desk.sqlite().exec(sql)).toThrow('only added');
    for (const sql of ['DELETE FROM voucher', 'DELETE FROM funding_request', 'DELETE FROM budget_line', 'UPDATE voucher SET fen = 1']) expect(() => desk.sqlite().exec(sql), sql).toThrow();
    expect(await money.by(SUPERVISOR, 'publishRequest', { ...money.at(await money.get(approved.id)), fromOn: '2026-03-02', untilOn: '2026-03-09', place: '公开栏' })).toMatchObject({ step: 'published' });
  });
});

describe('vouchers', () => {
  it('are taken once, never beyond what is at hand, and turned round instead of removed', async () => {
    const line = await money.line(sourceId, 300_000);
    await money.receive(sourceId, 300_000);
    const paid = await money.disburse(await money.approved({ lineId: line.id }));
    const first = await money.voucher(paid, 60_000, '0001');
    const draft = (values: Record<string, unknown>) => ({ kind: 'invoice', voucherNo: '0002', issuedOn: '2026-03-02', payee: '店', fen: 40_000, note: '', ...values });
    const now = async () => money.at(await money.get(paid.id));
    expect(await desk.callAs(CLERK, 'budget.recordVoucher', { ...(await now()), ...draft({ voucherNo: '0001' }) })).toMatchObject({ error: { code: 'budget/voucher-twice', params: { voucherNo: '0001', requestNo: paid.no, day: '2026-03-02' } } });
    expect(await money.refused(CLERK, 'recordVoucher', { ...(await now()), ...draft({ fen: 40_001 }) })).toBe('budget/over-on-hand');
    expect(await money.refused(CLERK, 'recordVoucher', { ...(await now()), ...draft({ issuedOn: '2026-03-03' }) })).toBe('budget/day-ahead');
    expect(await money.refused(CLERK, 'recordVoucher', { ...money.at(paid), ...draft({}) })).toBe('record/conflict');
    expect(await money.voucher(paid, 10_000, 'R1', { kind: 'refund' })).toMatchObject({ onHandFen: 50_000 });
    expect(await money.refused(FINANCE, 'reverseVoucher', { id: first.id, version: first.version, reason: '已退过款' })).toBe('budget/over-on-hand');
    await money.voucher(paid, 20_000, '0003');
    const reversed = await money.by<typeof first>(FINANCE, 'reverseVoucher', { id: first.id, version: first.version, reason: '开错抬头' });
    expect(reversed).toMatchObject({ reversalReason: '开错抬头' });
    expect(await money.refused(FINANCE, 'reverseVoucher', { id: first.id, version: first.version + 1, reason: '再冲' })).toBe('budget/voucher-reversed');
    expect(await money.get(paid.id)).toMatchObject({ onHandFen: 90_000, usedFen: 10_000 });
    expect(desk.count('voucher')).toBe(3);
    await money.voucher(paid, 60_000, '0001');
  });
});

describe('sources and partners', () => {
  it('have shares that make a hundred, keep their form, and goods and time stand apart from cash', async () => {
    expect(await money.refused(FINANCE, 'createSource', sourceDraft({ name: '另一个', payers: [{ name: '市', percent: 50 }, { name: '区', percent: 49 }] }))).toBe('budget/shares-do-not-sum');
    expect(await money.refused(FINANCE, 'createSource', sourceDraft())).toBe('budget/source-name-taken');
    const goods = await money.source({ name: '物资', kind: 'donation', form: 'in-kind' });
    await money.receive(goods.id, 50_000);
    await money.receive(sourceId, 300_000);
    const { task: _t, receivedFen: _r, storeFen: _s, outFen: _o, usedFen: _u, updatedAt: _a, ...draft } = goods;
    expect(await money.refused(FINANCE, 'updateSource', { ...draft, form: 'cash' })).toBe('budget/source-form-fixed');
    expect(await money.refused(FINANCE, 'recordReceipt', { sourceId: goods.id, way: 'given-back', fen: 50_001, receivedOn: '2026-03-01', memo: '退还' })).toBe('budget/account-short');
    await money.by(CLERK, 'recordEffort', { doneOn: '2026-03-01', people: 10, minutes: 90, hourFen: 2000, what: '楼道巡查' });
    expect(await money.by<Figures>(FINANCE, 'summariseYear', { year: YEAR })).toMatchObject({ mix: [{ receivedFen: 300_000 }], dependencePermille: 1000, goodsFen: 50_000, volunteerFen: 3000, volunteerMinutes: 90 });
    expect(await money.by<Forecast>(FINANCE, 'forecastCash', { year: YEAR })).toMatchObject({ nowFen: 300_000 });
  });

  it('show the phone of who speaks for a partner only masked, and whole to who keeps the money, with a reason on record', async () => {
    const draft = { name: '示例商场', kind: 'enterprise', contact: '周明', contactPhone: '139 0000 0101', bodyId: null, note: '' };
    expect(await money.refused(FINANCE, 'createPartner', { ...draft, contactPhone: '1390000' })).toBe('budget/partner-phone');
    const partner = await money.by<PartnerRow>(FINANCE, 'createPartner', draft);
    expect(partner).toMatchObject({ contactPhoneMasked: '139****0101' });
    expect(JSON.stringify(await money.by(CLERK, 'listPartners', {}))).not.toContain('13900000101');
    const { contactPhone: _phone, ...same } = draft;
    const renamed = await money.by<PartnerRow>(FINANCE, 'updatePartner', { ...money.at(partner), ...same, contact: '周亮' }); // a form that did not touch the number
    expect(renamed).toMatchObject({ contact: '周亮', contactPhoneMasked: '139****0101' });
    const asked = { table: 'funding_partner', id: partner.id, field: 'phone', reason: '约定签协议' };
    expect(await desk.callAs(FINANCE, 'numbers.revealNumber', asked)).toMatchObject({ data: { value: '13900000101' } });
    expect(await desk.callAs(CLERK, 'numbers.revealNumber', asked)).toMatchObject({ error: { code: 'auth/forbidden', params: { permission: 'budget.manage' } } });
    expect(await desk.callAs(FINANCE, 'numbers.revealNumber', { ...asked, table: 'person' })).toMatchObject({ error: { code: 'auth/forbidden', params: { permission: 'register.read' } } });
    const told = desk.sqlite().prepare("SELECT group_concat(detail) FROM audit_entry WHERE entity = 'funding_partner'").pluck().get();
    expect(told).toContain('约定签协议');
    expect(told).not.toContain('13900000101');
    expect(JSON.stringify(await desk.callAs(FINANCE, 'audit.listChanges', { entity: 'funding_partner', id: partner.id }))).not.toContain('13900000101');
    await money.by(FINANCE, 'updatePartner', { ...money.at(renamed), ...same, contactPhone: '021-55550000' });
    expect(await money.by(FINANCE, 'listPartners', {})).toMatchObject([{ contactPhoneMasked: '021*****0000' }]);
  });

  it('move a pledge one stage at a time, enter what came in, and keep a partner with promises open', async () => {
    const partner = await money.by<PartnerRow>(FINANCE, 'createPartner', { name: '示例商场', kind: 'enterprise', contact: '周明', bodyId: null, note: '' });
    let pledge = await money.by<PledgeRow>(FINANCE, 'createPledge', { partnerId: partner.id, what: '邻里节', sourceId: null, fen: 80_000, agreementNo: '', nextOn: '2026-03-01', note: '' });
    expect(await desk.callAs(FINANCE, 'budget.removePartner', money.at(partner))).toMatchObject({ error: { code: 'budget/partner-has-pledges', params: { count: 1 } } });
    const move = (to: string, fen: number | null = null) => ({ ...money.at(pledge), to, on: '2026-03-02', fen, note: '' });
    expect(await money.refused(FINANCE, 'movePledge', move('agreement'))).toBe('budget/pledge-not-next');
    for (const to of ['talk', 'pledge', 'agreement']) pledge = await money.by<PledgeRow>(FINANCE, 'movePledge', move(to));
    expect(await money.refused(FINANCE, 'movePledge', move('received', 80_000))).toBe('budget/pledge-needs-source');
    pledge = await money.by<PledgeRow>(FINANCE, 'updatePledge', { ...money.at(pledge), partnerId: partner.id, what: '邻里节', sourceId, fen: 80_000, agreementNo: 'X-1', nextOn: null, note: '' });
    expect(await money.refused(FINANCE, 'movePledge', move('received'))).toBe('budget/pledge-needs-sum');
    pledge = await money.by<PledgeRow>(FINANCE, 'movePledge', move('received', 75_000));
    expect(pledge).toMatchObject({ stage: 'received', receivedFen: 75_000 });
    expect(await money.by(FINANCE, 'getSource', { id: sourceId })).toMatchObject({ storeFen: 75_000 });
    for (const to of ['used', 'thanked']) pledge = await money.by<PledgeRow>(FINANCE, 'movePledge', move(to));
    await money.by(FINANCE, 'removePartner', money.at(partner));
    expect(await money.by(FINANCE, 'countPartners', {})).toEqual({ count: 0 });
  });
});

describe('the invented years', () => {
  it('agree in every figure with a recount of their entries, and leave nothing below zero', async () => {
    const demo = await openWorkstation({ demo: true });
    await demo.done('session.fillDemo', { seed: 20_261_123 });
    const there = budgetDesk(demo);
    expect(demo.count('funding_request')).toBe(1000);
    const sums = demo.sqlite().prepare("SELECT line_id AS id, sum(CASE WHEN to_account = 'free' THEN fen WHEN from_account = 'free' THEN -fen ELSE 0 END) AS free, sum(CASE WHEN to_account = 'spent' THEN fen WHEN from_account = 'spent' THEN -fen ELSE 0 END) AS spent FROM budget_entry WHERE line_id IS NOT NULL GROUP BY line_id").all() as { id: string; free: number; spent: number }[]; // columns named
    const lines: LineRow[] = [];
    for (let of = YEAR - 4; of <= YEAR; of += 1) lines.push(...(await there.by<YearPage>(FINANCE, 'getYearPage', { year: of })).lines);
    expect(lines.map(({ id, figures }) => ({ id, free: figures.free, spent: figures.spent })).toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(sums.toSorted((a, b) => a.id.localeCompare(b.id)));
    expect(sums.filter(({ free }) => free < 0)).toEqual([]);
    const bySource = demo.sqlite().prepare("SELECT source_id, sum(CASE WHEN to_account IN ('bank', 'goods') THEN fen WHEN from_account IN ('bank', 'goods') THEN -fen ELSE 0 END) AS held FROM budget_entry GROUP BY source_id").all() as { held: number }[]; // columns named
    expect(bySource.filter(({ held }) => held < 0)).toEqual([]);
    const vouchers = demo.sqlite().prepare('SELECT sum(fen) FROM voucher').pluck().get();
    expect(sums.reduce((sum, { spent }) => sum + spent, 0)).toBe(vouchers);
    const figures = await there.by<Figures>(FINANCE, 'summariseYear', { year: YEAR - 1 });
    const cash = lines.filter(({ year: of, form }) => of === YEAR - 1 && form === 'cash');
    const spentInCash = cash.reduce((sum, line) => sum + line.figures.spent, 0);
    for (const rows of [figures.byLine, figures.bySource, figures.byGrid]) expect(rows.reduce((sum, { spentFen }) => sum + spentFen, 0)).toBe(spentInCash);
    const ways = await there.by<Ways>(FINANCE, 'summariseWays', { year: YEAR - 1 });
    const ended = (where: string): number => demo.count('funding_step', `left_year = ${YEAR - 1} AND ${where}`);
    expect(ways.byLevel.reduce((sum, { decided }) => sum + decided, 0)).toBe(ended("step = 'review' AND outcome IN ('approved', 'returned', 'rejected')"));
    expect(ways.byReason.reduce((sum, { returned, rejected }) => sum + returned + rejected, 0)).toBe(ended("reason_code <> ''"));
    const days = demo.sqlite().prepare(`SELECT days FROM funding_step WHERE left_year = ${YEAR - 1} AND step = 'approved' ORDER BY days`).pluck().all() as number[]; // the one column
    expect(ways.byStep.find(({ step }) => step === 'approved')).toMatchObject({ left: days.length, medianDays: days[Math.ceil(days.length / 2) - 1] });
    expect((await there.by<Alarm[]>(FINANCE, 'listAlarms', {})).map(({ kind }) => kind)).not.toContain('line-below-zero');
    const checked = await demo.callAs({ roles: ['auditor'] }, 'audit.verifyAudit', { auditKey: demo.auditKey });
    expect(checked).toMatchObject({ ok: true, data: { problems: [] } });
    demo.close();
  });
});
