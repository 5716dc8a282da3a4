import { begun } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity } from '#electron/kernel/demo/demo-writer.ts';
import { randomOfPart, type Random } from '#electron/kernel/demo/random.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { moneyAccounts } from '#shared/modules/budget/ledger/ledger.rules.ts';
import type { PledgeStage } from '#shared/modules/budget/partners/partner.schema.ts';
import type { SourceRecord } from '../sources/sources.repository.ts';
import { shownEffort } from '../sources/sources.service.ts';
import { STANDING } from '../year/year.service.ts';
import type { LineRecord } from '../year/year.repository.ts';
import { workingCalendar, type WorkingCalendar } from './working-calendar.ts';
import { inventRequest, type Staff } from './write-requests.ts';
import { INVENTED_LINES, INVENTED_PARTNERS, INVENTED_SOURCES, taskSource, type InventedLine } from './invented-sources.ts';

type Written = DemoCommunity['written'];
export type BudgetPlan = { readonly seed: number; readonly gridIds: readonly string[]; readonly requestsOfYear: number; readonly years: number; /** Of each request that was paid. */ readonly vouchers: number; readonly written: Written };

/** No part of the community has this number, so these draws disturb nobody else's. */
const PART = -40;
export const DEMO_YEARS = 5;
export const DEMO_REQUESTS = 1000;

/** Five years of money for the demo: sources, lines, a thousand requests with their ways and proofs, partners, and time given. Drawn from seed and day alone. */
export function writeBudget(work: Work, { seed, gridIds, written }: DemoCommunity): void {
  writeAll(work, { seed, gridIds, written, years: DEMO_YEARS, requestsOfYear: DEMO_REQUESTS / DEMO_YEARS, vouchers: 2 });
}

/** Writes an invented budget in one go; requests of closed years are done, those of the running year stand where the day finds them. */
function writeAll(work: Work, plan: BudgetPlan): void {
  const { frames, random, sources, staff } = openBudget(work, plan);
  for (const frame of frames) {
    const year = openYear(work, plan, frame);
    writeRequests(work, plan, year, { from: 0, count: plan.requestsOfYear });
    closeYear(work, plan, year);
  }
  writePartners(work, { random, sources, staff }, plan.written);
  writeTaskSource(work, staff, plan.written);
}

/** What the years of an invented budget share: sources, people, the calendar and the numbers that are next. */
export function openBudget(work: Work, plan: BudgetPlan): { readonly frames: readonly YearFrame[]; readonly random: Random; readonly sources: readonly SourceRecord[]; readonly staff: Staff } {
  const random = randomOfPart(plan.seed, PART);
  const staff = staffOf(work);
  const sources = writeSources(work, plan.written);
  const thisYear = Number(work.today.slice(0, 4));
  const first = thisYear - plan.years + 1;
  const calendar = workingCalendar(work.calendar.published(), first, thisYear + 1);
  const counter = { no: 0, voucher: 0 };
  return { random, sources, staff, frames: Array.from({ length: plan.years }, (_none, at) => ({ year: first + at, random, staff, sources, calendar, counter })) };
}

/** Those of the demo's accounts that do this work; where an account lacks, somebody invented. */
function staffOf(work: Work): Staff {
  const accounts = work.accounts.list();
  const holder = (role: 'clerk' | 'supervisor' | 'finance', name: string) => {
    const account = accounts.find(({ roles }) => roles.includes(role));
    return account ? { id: account.id, name: account.displayName } : { id: work.clock.newId(), name };
  };
  return { applicants: [holder('clerk', '陈静'), { id: work.clock.newId(), name: '张磊' }, { id: work.clock.newId(), name: '刘洋' }], supervisor: holder('supervisor', '王芳'), finance: holder('finance', '李敏') };
}

function writeSources(work: Work, written: Written): SourceRecord[] {
  return INVENTED_SOURCES.map((draft) => {
    const source: SourceRecord = { ...draft, ...begun(work), removedAt: null };
    work.fundingSources.insert(source);
    written('funding_source', source.id);
    return source;
  });
}

const RECEIPTS_SHOWN = 100;

/** One of the admitted tasks that money came for gets its source: what was received lies in the book from then on (decision 0015). */
export function writeTaskSource(work: Work, staff: Staff, written: Written): void {
  const task = work.admissions.listAdmittedWithMoney({ today: work.today, redBefore: work.today }, { offset: 0, limit: RECEIPTS_SHOWN }).findLast(({ receivedFen, promisedFen }) => receivedFen > 0 && receivedFen <= promisedFen);
  if (!task) return;
  const source: SourceRecord = { ...begun(work), ...taskSource(task.bodyName), removedAt: null, taskId: task.id, taskName: task.title };
  work.fundingSources.insert(source);
  written('funding_source', source.id);
  for (const payment of work.admissions.paymentsOf(task.id)) {
    writeReceipt(work, { source, staff, pledgeId: null, fen: payment.amountFen, on: payment.receivedOn, memo: payment.voucherNo }, written);
    work.admissions.payments.replace({ ...payment, removedAt: work.clock.now().toISOString() });
    written('admission_payment', payment.id);
  }
}

export type YearFrame = { readonly year: number; readonly random: Random; readonly staff: Staff; readonly sources: readonly SourceRecord[]; readonly calendar: WorkingCalendar; readonly counter: { no: number; voucher: number } };
/** A year that was begun: its lines with their sources, and how an entry of its own is written. */
export type OpenYear = { readonly frame: YearFrame; readonly pots: readonly Pot[]; readonly entry: (work: Work, values: Record<string, unknown>) => void };
type Pot = { readonly line: LineRecord; readonly source: SourceRecord; readonly invented: InventedLine };

/** A year with its lines, what was approved and received for them, and what was moved between two of them. */
export function openYear(work: Work, plan: BudgetPlan, frame: YearFrame): OpenYear {
  const { year, staff, sources } = frame;
  const first = `${year}-01-01`;
  const entry = (work: Work, values: Record<string, unknown>): void => {
    const id = work.clock.newId();
    const at = `${first}T02:00:00.000Z`;
    work.budgetEntries.insert({ communityId: work.actor.communityId, version: 1, createdAt: at, updatedAt: at, postedOn: first, year, sourceId: null, lineId: null, requestId: null, voucherId: null, pledgeId: null, gridId: null, reversesId: null, actorId: staff.finance.id, actorName: staff.finance.name, memo: '', ...values, id, postingId: id } as never); // every column is given here or by the caller
    plan.written('budget_entry', id);
  };
  // a larger community asks for more money of the same lines
  const scale = Math.max(1, Math.ceil(plan.requestsOfYear / 200));
  const pots = INVENTED_LINES.flatMap((invented): Pot[] => {
    const source = sources[invented.source];
    if (!source) return [];
    const { code, name, kind, normFen, unit } = invented;
    const line: LineRecord = { ...begun(work), removedAt: null, year, sourceId: source.id, code, name, kind, normFen, quantity: invented.quantity * scale, unit, basis: STANDING.some((standing) => standing.kind === kind) ? '常设科目' : '居民议事会议定的年度项目' };
    work.budgetLines.insert(line);
    plan.written('budget_line', line.id);
    const asked = normFen * invented.quantity * scale;
    const place = { sourceId: source.id, lineId: line.id };
    entry(work, { ...place, kind: 'asked', fromAccount: 'plan', toAccount: 'asked', fen: asked });
    entry(work, { ...place, kind: 'approved', fromAccount: 'authority', toAccount: 'free', fen: Math.round(asked * 0.96) });
    entry(work, { sourceId: source.id, kind: 'received', fromAccount: source.form === 'cash' ? 'income' : 'gift', toAccount: source.form === 'cash' ? 'bank' : 'goods', fen: Math.round(asked * 0.96), memo: `${year} 年${name}` });
    return [{ line, source, invented }];
  });
  const [, , , facilities, , , safety] = pots;
  if (facilities && safety) {
    entry(work, { sourceId: safety.source.id, lineId: safety.line.id, kind: 'adjusted', fromAccount: 'free', toAccount: 'adjustment', fen: 500_000 * scale, memo: '灭火器集中采购节约，调剂到便民设施' });
    entry(work, { sourceId: facilities.source.id, lineId: facilities.line.id, kind: 'adjusted', fromAccount: 'adjustment', toAccount: 'free', fen: 500_000 * scale, memo: '路灯维修增加' });
  }
  return { frame, pots, entry };
}

/** Part of a year's requests, with their ways, vouchers and entries. */
export function writeRequests(work: Work, plan: BudgetPlan, { frame, pots }: OpenYear, { from, count }: { readonly from: number; readonly count: number }): void {
  const { year, random, staff } = frame;
  const isClosed = year < Number(work.today.slice(0, 4));
  const last = isClosed ? `${year}-09-20` : work.today;
  const days = Math.max(1, Math.round((Date.parse(last) - Date.parse(`${year}-01-05`)) / 86_400_000));
  for (let at = from; at < from + count; at += 1) {
    const pot = pots[at % pots.length];
    if (!pot) continue;
    frame.counter.no = at === 0 ? 1 : frame.counter.no + 1;
    const invented = inventRequest(random, { communityId: work.actor.communityId, newId: () => work.clock.newId(), today: work.today, calendar: frame.calendar, staff }, {
      no: `${year}-${String(frame.counter.no).padStart(5, '0')}`, line: pot.line, source: pot.source, title: random.pick(pot.invented.titles), useCode: pot.invented.use, department: random.pick(pot.invented.department),
      amountFen: random.between(20, 140) * Math.max(5000, Math.floor((pot.invented.normFen * pot.invented.quantity) / 3000 / 1000) * 1000), gridId: random.chance(80) ? random.pick(plan.gridIds) : null,
      from: addDays(`${year}-01-05`, Math.floor((at * days) / plan.requestsOfYear)), doneBy: isClosed ? `${year}-12-25` : null, vouchers: plan.vouchers, voucherNo: () => `${year}${String((frame.counter.voucher += 1)).padStart(8, '0')}`, payee: pot.invented.payee,
    });
    work.fundingRequests.insert(invented.request);
    plan.written('funding_request', invented.request.id);
    for (const step of invented.steps) work.fundingSteps.insert(step); // a step and an entry tell their own history
    for (const voucher of invented.vouchers) {
      work.vouchers.insert(voucher);
      plan.written('voucher', voucher.id);
    }
    for (const one of invented.entries) work.budgetEntries.insert(one);
  }
}

/** Time given in the year, and its end where it is over: nobody edits it afterwards. */
export function closeYear(work: Work, plan: BudgetPlan, { frame, entry }: OpenYear): void {
  const { year, staff } = frame;
  const isClosed = year < Number(work.today.slice(0, 4));
  writeEfforts(work, frame, plan.written, entry);
  const closedAt = isClosed ? `${year}-12-31T08:00:00.000Z` : null;
  const yearRow = { ...begun(work), removedAt: null, year, closedAt, closedBy: isClosed ? staff.supervisor.name : '' };
  work.budgetYears.insert(yearRow);
  plan.written('budget_year', yearRow.id);
}

const EFFORTS = ['文明劝导', '上门陪伴老人', '垃圾分类宣传', '楼道巡查', '暑期护学'] as const;
const EFFORTS_OF_YEAR = 12;
const HOUR_FEN = 2_000;

function writeEfforts(work: Work, { year, random }: YearFrame, written: Written, entry: OpenYear['entry']): void {
  for (let at = 0; at < EFFORTS_OF_YEAR; at += 1) {
    const doneOn = `${year}-${String(at + 1).padStart(2, '0')}-08`;
    if (doneOn > work.today) return;
    const effort = { ...begun(work), doneOn, people: random.between(6, 30), minutes: random.between(20, 120) * 60, hourFen: HOUR_FEN, what: random.pick(EFFORTS) };
    work.volunteerEfforts.insert(effort);
    written('volunteer_effort', effort.id);
    entry(work, { kind: 'volunteered', fromAccount: 'time-given', toAccount: 'time-value', fen: shownEffort(effort).valueFen, postedOn: doneOn, memo: effort.what });
  }
}

/** How far each partner is, so that every stage is on show. */
const STAGES: readonly PledgeStage[] = ['talk', 'received', 'agreement', 'thanked', 'contact', 'pledge'];
const DAYS_A_STAGE = 9;

export function writePartners(work: Work, { random, sources, staff }: Pick<YearFrame, 'random' | 'sources' | 'staff'>, written: Written): void {
  for (const [at, draft] of INVENTED_PARTNERS.entries()) {
    const partner = { ...begun(work), ...draft, removedAt: null, bodyId: null, note: '' };
    work.fundingPartners.insert(partner);
    written('funding_partner', partner.id);
    const source = sources[draft.kind === 'enterprise' ? 3 : draft.kind === 'person' ? 5 : 4];
    const stage = STAGES[at % STAGES.length] ?? 'contact';
    const sinceOn = addDays(work.today, -(at + 1) * DAYS_A_STAGE);
    const isOpen = stage !== 'thanked' && stage !== 'dropped';
    const pledge = { ...begun(work), removedAt: null, partnerId: partner.id, sourceId: source?.id ?? null, what: ['邻里节赞助', '助餐点设备', '义诊活动', '学习用品'][at % 4] ?? '', fen: random.between(5, 40) * 100_000, stage, sinceAt: `${sinceOn}T02:00:00.000Z`, agreementNo: ['agreement', 'received', 'thanked'].includes(stage) ? `共建〔${sinceOn.slice(0, 4)}〕${at + 1}号` : '', nextOn: isOpen ? addDays(work.today, random.between(-5, 30)) : null, note: '' };
    work.fundingPartners.insertPledge(pledge);
    written('funding_pledge', pledge.id);
    if (source && (stage === 'received' || stage === 'thanked')) writeReceipt(work, { source, staff, pledgeId: pledge.id, fen: pledge.fen, on: sinceOn, memo: pledge.what }, written);
  }
}

type Receipt = { readonly source: SourceRecord; readonly staff: Staff; readonly pledgeId: string | null; readonly fen: number; readonly on: string; readonly memo: string };

/** Money, or goods, that came in for a source, in the book of the running year. */
function writeReceipt(work: Work, { source, staff: { finance }, pledgeId, fen, on, memo }: Receipt, written: Written): void {
  const id = work.clock.newId();
  const at = `${on}T02:00:00.000Z`;
  const { origin, store } = moneyAccounts(source.form);
  work.budgetEntries.insert({ id, postingId: id, communityId: source.communityId, version: 1, createdAt: at, updatedAt: at, postedOn: on, year: Number(work.today.slice(0, 4)), kind: 'received', fromAccount: origin, toAccount: store, fen, sourceId: source.id, lineId: null, requestId: null, voucherId: null, pledgeId, gridId: null, reversesId: null, actorId: finance.id, actorName: finance.name, memo });
  written('budget_entry', id);
}
