import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayFollow, requestActs, type RequestStep } from '#shared/modules/budget/requests/steps.rules.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import type { YearPage } from '#shared/modules/budget/year/year.schema.ts';
import { budgetDesk, CLERK, FINANCE, requestDraft, SECOND_CLERK, SECOND_FINANCE, SECOND_SUPERVISOR, SUPERVISOR, YEAR, type BudgetDesk } from '#tests/support/budget.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const PEOPLE = [CLERK, SECOND_CLERK, SUPERVISOR, SECOND_SUPERVISOR, FINANCE, SECOND_FINANCE] as const;
const act = fc.record({ what: fc.constantFrom('create', 'adjust', 'voucher', 'voucher', 'reverse', 'approve', 'approve', 'approve', 'submit', 'submit', 'disburse', ...requestActs), who: fc.nat(PEOPLE.length - 1), which: fc.nat(5), fen: fc.integer({ min: 1, max: 120_000 }), line: fc.nat(2), /** Whether the request goes on as it should, by whoever may. */ isNext: fc.boolean() });
type Act = { readonly what: string; readonly who: number; readonly which: number; readonly fen: number; readonly line: number; readonly isNext: boolean };
type Station = { readonly desk: Workstation; readonly money: BudgetDesk; readonly lineIds: readonly string[]; count: number };

async function prepare(): Promise<Station> {
  const desk = await openWorkstation({ roles: ['supervisor'] });
  const money = budgetDesk(desk);
  const sources = [await money.source({ name: '不可超' }), await money.source({ name: '只提醒', overspend: 'warn' }), await money.source({ name: '可以超', overspend: 'allow', overspendRoles: ['supervisor'] })];
  await money.by(FINANCE, 'openYear', { year: YEAR, sourceId: sources[0]?.id, copyLines: false });
  const lineIds: string[] = [];
  for (const [at, { id }] of sources.entries()) {
    await money.receive(id, 250_000);
    lineIds.push((await money.line(id, 200_000, { code: `P${at}` })).id);
  }
  return { desk, money, lineIds, count: 0 };
}

/** What a person sends for an act; whether it may be done is the program's to say. */
function inputOf({ what, fen, line }: Act, one: RequestSheet, { lineIds, count }: Station): readonly [string, Record<string, unknown>] {
  const at = { id: one.id, version: one.version };
  const reason = { overspendReason: fen % 2 === 0 ? '抢修' : '' };
  const decision = (name: string) => ['decideRequest', { ...at, decision: name, reasonCode: name === 'approve' ? '' : 'other', note: '看过了', ...reason }] as const;
  switch (what) {
    case 'budget':
      return ['budgetRequest', { ...at, lineId: lineIds[line], ...reason }];
    case 'submit':
      return ['submitRequest', { ...at, ...reason }];
    case 'approve':
    case 'return':
    case 'reject':
      return decision(what);
    case 'appeal':
    case 'withdraw':
    case 'urge':
      return [`${what}Request`, { ...at, note: '说明' }];
    case 'split':
      return ['splitRequest', { ...at, parts: [{ title: '一期', lineId: lineIds[line], fen: Math.max(1, one.amountFen - 1) }, { title: '二期', lineId: null, fen: 1 }] }];
    case 'disburse':
      return ['disburseRequest', { ...at, fen: fen % 3 === 0 ? fen : Math.max(1, one.amountFen - one.disbursedFen), paidOn: '2026-03-02', memo: '' }];
    case 'spend':
    case 'voucher':
      return ['recordVoucher', { ...at, kind: fen % 7 === 0 ? 'refund' : 'invoice', voucherNo: String(fen % 5 === 0 ? 1 : count), issuedOn: '2026-03-02', payee: '店', fen: fen % 2 === 0 ? fen : Math.max(1, one.onHandFen), note: '' }];
    case 'propose-change':
      return ['proposeChange', { ...at, fen, reason: '变化' }];
    case 'decide-change':
      return ['decideChange', { ...at, agree: fen % 2 === 0, note: '', ...reason }];
    case 'accept':
      return ['acceptRequest', { ...at, acceptedOn: '2026-03-02', acceptedBy: '监督委员会', note: '' }];
    case 'settle':
      return ['settleRequest', { ...at, settledOn: '2026-03-02', goal: '', done: '完成', satisfaction: null }];
    case 'publish':
      return ['publishRequest', { ...at, fromOn: '2026-03-02', untilOn: '2026-03-09', place: '公开栏' }];
    default:
      return ['updateRequest', { ...requestDraft({ amountFen: fen, lineId: one.lineId ?? lineIds[line] }), ...at, ...reason }];
  }
}

type Done = { readonly what: string; readonly refusals: readonly string[] };

/** What comes next for a request on its way; now and then it comes back from a review, or proves less than all. */
function nextOf(one: RequestSheet, { fen, what }: Act): string {
  const isBack = fen % 5 === 0;
  switch (one.step) {
    case 'agreed':
    case 'rejected':
      return 'budget';
    case 'review':
      return isBack ? (fen % 2 === 0 ? 'return' : 'reject') : 'approve';
    case 'approved':
      return 'disburse';
    case 'spending':
      return one.onHandFen > 0 && fen % 3 !== 0 ? 'voucher' : 'accept';
    case 'accepted':
      return 'settle';
    case 'settled':
      return 'publish';
    case 'budgeted':
    case 'returned':
      return 'submit';
    case 'published':
    case 'withdrawn':
    case 'split':
      return what;
  }
}

/** The act of one request that was drawn, or the next on its way by the first person who may. */
async function onRequest(step: Act, id: string, station: Station): Promise<Done> {
  const { desk, money } = station;
  const one = await money.get(id);
  const what = step.isNext ? nextOf(one, step) : step.what;
  const call = inputOf({ ...step, what }, one, station);
  const people = step.isNext ? PEOPLE.map((_, at) => PEOPLE[(step.who + at) % PEOPLE.length] ?? CLERK) : [PEOPLE[step.who] ?? CLERK];
  const refusals: string[] = [];
  for (const person of people) {
    const result = await desk.callAs(person, `budget.${call[0]}`, call[1]);
    if (result.ok) return { what, refusals };
    refusals.push(result.error.code);
  }
  return { what: '', refusals };
}

async function perform(step: Act, station: Station): Promise<Done> {
  const { desk, lineIds } = station;
  station.count += 1;
  const person = PEOPLE[step.who] ?? CLERK;
  const ids = desk.sqlite().prepare('SELECT id FROM funding_request ORDER BY id').pluck().all() as string[]; // the one column
  const vouchers = desk.sqlite().prepare('SELECT id, version FROM voucher WHERE reversed_at IS NULL ORDER BY id').all() as { id: string; version: number }[]; // columns named
  const isMade = step.what === 'create' || ids.length === 0;
  if (!isMade && !['adjust', 'reverse'].includes(step.what)) return onRequest(step, ids[step.which % ids.length] ?? '', station);
  let call: readonly [string, unknown];
  if (step.what === 'adjust') call = ['adjustLines', { fromLineId: lineIds[step.line], toLineId: lineIds[(step.line + 1) % lineIds.length], fen: step.fen, reason: '调剂' }];
  else if (step.what === 'reverse') call = ['reverseVoucher', { ...(vouchers[step.which % Math.max(1, vouchers.length)] ?? { id: '019c0000-0000-7000-8000-0000000000ff', version: 1 }), reason: '开错了' }];
  else call = ['createRequest', { ...requestDraft({ amountFen: step.fen, lineId: lineIds[step.line] }), overspendReason: step.fen % 2 === 0 ? '抢修' : '' }];
  const result = await desk.callAs(person, `budget.${call[0]}`, call[1]);
  if (!result.ok) return { what: '', refusals: [result.error.code] };
  return { what: isMade ? 'create' : step.what, refusals: [] };
}

/** Every figure once more, from the rows of the book alone and by nobody's sum but this one. */
function recount(desk: Workstation): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  const rows = desk.sqlite().prepare('SELECT line_id AS line, source_id AS source, request_id AS request, from_account AS "from", to_account AS "to", fen FROM budget_entry').all() as { line: string | null; source: string | null; request: string | null; from: string; to: string; fen: number }[]; // columns named
  const add = (key: string, fen: number): void => void held.set(key, (held.get(key) ?? 0) + fen);
  for (const { line, source, request, from, to, fen } of rows) {
    for (const owner of [line, request, line === null ? source : null]) {
      if (owner === null) continue;
      add(`${owner} ${from}`, -fen);
      add(`${owner} ${to}`, fen);
    }
  }
  return held;
}

/** The way of money, in the only order there is. */
const WAY: readonly RequestStep[] = ['approved', 'spending', 'accepted', 'settled', 'published'];

/** How far each line was let below zero, by what the log says: only by a supervisor, never without a reason. */
function overspentBy(desk: Workstation): ReadonlyMap<string, number> {
  const said = desk.sqlite().prepare("SELECT e.actor_id AS actor, r.line_id AS line, e.detail FROM audit_entry e JOIN funding_request r ON r.id = e.entity_id WHERE e.detail LIKE '%overspentFen%'").all() as { actor: string; line: string; detail: string }[]; // columns named
  const sums = new Map<string, number>();
  for (const { actor, line, detail } of said) {
    const { overspentFen, overspendReason } = JSON.parse(detail) as { overspentFen: number; overspendReason: string }; // written by the program
    expect([[SUPERVISOR.userId, SECOND_SUPERVISOR.userId].includes(actor as typeof SUPERVISOR.userId), overspendReason]).toEqual([true, '抢修']);
    sums.set(line, (sums.get(line) ?? 0) + overspentFen);
  }
  return sums;
}

async function checkAll(station: Station, seen: Map<string, RequestStep[]>): Promise<void> {
  const { desk, money, lineIds } = station;
  const held = recount(desk);
  const of = (owner: string, account: string): number => held.get(`${owner} ${account}`) ?? 0;
  const page = await money.by<YearPage>(FINANCE, 'getYearPage', { year: YEAR });
  const overspent = overspentBy(desk);
  for (const { id, figures, kind } of page.lines) {
    if (kind !== 'project') continue;
    expect([figures.free, figures.reserved, figures.committed, figures.spent]).toEqual(['free', 'reserved', 'committed', 'spent'].map((account) => of(id, account)));
    for (const fen of [figures.reserved, figures.committed, figures.spent]) expect(fen).toBeGreaterThanOrEqual(0);
    if (figures.free < 0) expect([id, -figures.free <= (overspent.get(id) ?? 0)]).toEqual([lineIds[2], true]);
  }
  for (const id of desk.sqlite().prepare('SELECT id FROM funding_request').pluck().all() as string[]) { // the one column
    const sheet = await money.get(id);
    expect([sheet.reservedFen, sheet.committedFen, sheet.onHandFen, sheet.usedFen, sheet.disbursedFen]).toEqual([of(id, 'reserved'), of(id, 'committed'), of(id, 'paid-out'), of(id, 'used'), 0 - of(id, 'bank')]);
    if (sheet.lineId !== null) expect(sheet.freeFen).toBe(of(sheet.lineId, 'free') + sheet.reservedFen);
    expect(Math.min(sheet.reservedFen, sheet.committedFen, sheet.onHandFen, sheet.usedFen)).toBeGreaterThanOrEqual(0);
    const steps = sheet.steps.map(({ step }) => step);
    for (const [at, step] of steps.entries()) if (at > 0) expect(mayFollow(steps[at - 1] ?? 'agreed', step), `${steps[at - 1] ?? ''} → ${step}`).toBe(true);
    const afterReview = steps.slice(steps.lastIndexOf('review') + 1);
    if (WAY.some((step) => steps.includes(step))) expect(afterReview).toEqual(WAY.slice(0, afterReview.length));
    const before = seen.get(id) ?? [];
    expect(steps.slice(0, before.length)).toEqual(before);
    seen.set(id, steps);
  }
  expect(desk.count('funding_step', "outcome IN ('approved', 'returned', 'rejected', 'disbursed', 'accepted') AND decider_id = (SELECT applicant_id FROM funding_request WHERE id = request_id)")).toBe(0);
  expect(desk.count('funding_step', 'left_at IS NULL')).toBe(desk.count('funding_request'));
  // four eyes: one person never passes both levels of a round, and nobody agrees to the change they proposed
  expect(desk.count('funding_step a JOIN funding_step b ON b.request_id = a.request_id AND b.place = a.place + 1', "a.outcome = 'approved' AND b.outcome = 'approved' AND a.step = 'review' AND b.step = 'review' AND a.decider_id = b.decider_id")).toBe(0);
  expect(desk.count('audit_entry agreed', "action = 'funding-request.change-agreed' AND actor_id = (SELECT actor_id FROM audit_entry proposed WHERE proposed.entity_id = agreed.entity_id AND proposed.action = 'funding-request.change-proposed' AND proposed.seq < agreed.seq ORDER BY seq DESC LIMIT 1)")).toBe(0);
}

describe('random histories', () => {
  it('keep every line at or above zero unless a role allowed it, every balance equal to its entries, the steps in order and nobody deciding their own', async () => {
    const refusals = new Set<string>();
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 30, maxLength: 60 }), async (acts) => {
        const station = await prepare();
        const seen = new Map<string, RequestStep[]>();
        for (const [at, step] of acts.entries()) {
          const { what, refusals: told } = await perform(step, station);
          if (what !== '') done.add(what);
          for (const code of told) refusals.add(code);
          if (at % 10 === 9) await checkAll(station, seen);
        }
        await checkAll(station, seen);
        expect(station.desk.logged).toEqual([]);
        station.desk.close();
      }),
      { numRuns: 8, seed: 20_261_126, endOnFailure: true },
    );
    expect([...refusals]).toEqual(expect.arrayContaining(['budget/act-not-now', 'budget/own-request', 'budget/over-free', 'auth/forbidden']));
    expect([...done]).toEqual(expect.arrayContaining(['create', 'submit', 'approve', 'adjust', 'return', 'reject', 'disburse', 'voucher', 'accept', 'settle', 'publish']));
  }, 120_000);
});
