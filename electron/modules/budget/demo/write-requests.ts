import type { Random } from '#electron/kernel/demo/random.ts';
import { moneyAccounts } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { allocate } from '#shared/modules/budget/ledger/money.rules.ts';
import { needParts, needScore, reservesAtSubmit } from '#shared/modules/budget/requests/check.rules.ts';
import { nearAfter } from '#shared/modules/budget/requests/steps.rules.ts';
import type { EntryRecord } from '../ledger/entries.repository.ts';
import type { RequestRecord, StepRecord } from '../requests/requests.repository.ts';
import type { SourceRecord } from '../sources/sources.repository.ts';
import type { VoucherRecord } from '../vouchers/vouchers.repository.ts';
import type { LineRecord } from '../year/year.repository.ts';
import { inventedWay, type WayStep } from './invented-way.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export type Person = { readonly id: string; readonly name: string };
export type Staff = { readonly applicants: readonly Person[]; readonly supervisor: Person; readonly finance: Person };
export type Invented = { readonly request: RequestRecord; readonly steps: readonly StepRecord[]; readonly vouchers: readonly VoucherRecord[]; readonly entries: readonly EntryRecord[] };
type Frame = { readonly communityId: string; readonly newId: () => string; readonly today: string; readonly calendar: WorkingCalendar; readonly staff: Staff };
export type Wanted = {
  readonly no: string; readonly line: LineRecord; readonly source: SourceRecord; readonly title: string; readonly useCode: string; readonly department: string; readonly amountFen: number; readonly gridId: string | null;
  readonly from: string; readonly doneBy: string | null; readonly vouchers: number; readonly voucherNo: () => string; readonly payee: string;
};

/** In the morning of a day; what happens in a row on one day is seconds apart. */
const at = (day: string, second = 0): string => `${day}T02:00:${String(second).padStart(2, '0')}.000Z`;
const LAST_SECOND = 59;
const SPAN_DAYS = 25;

/** One request with everything that belongs to it, as it would stand had people typed it; the caller writes it. Sums of its entries are those of its steps. */
export function inventRequest(random: Random, { communityId, newId, today, calendar, staff }: Frame, wanted: Wanted): Invented {
  const { line, source } = wanted;
  const way = inventedWay(random, source, calendar, { from: wanted.from, today, doneBy: wanted.doneBy, span: SPAN_DAYS });
  const id = newId();
  const applicant = random.pick(staff.applicants);
  const urgency = random.between(1, 5);
  const beneficiaries = random.between(5, 400);
  const refusals = way.some(({ outcome }) => outcome === 'rejected') ? 1 : 0;
  const last = way.at(-1) ?? { step: 'agreed' as const, level: 0, from: wanted.from, limit: null };
  const found = (step: WayStep['step']): WayStep | undefined => way.find((one) => one.step === step);
  const isOnLine = last.step !== 'agreed';
  const accepted = found('accepted');
  const settled = found('settled');
  const notice = found('published');
  const stamp = { communityId, version: way.length, createdAt: at(wanted.from), updatedAt: at(last.from) };
  const waiter = (step: WayStep['step'], level: number): string => (step === 'review' ? (source.levels[level]?.name ?? '') : step === 'approved' || step === 'accepted' ? '@finance' : step === 'settled' ? '@reviewer' : ['published', 'withdrawn'].includes(step) ? '' : applicant.name);
  const dueOf = (from: string, limit: number | null): string | null => (limit === null ? null : calendar.add(from, limit));
  const request: RequestRecord = {
    ...stamp, id, no: wanted.no, title: wanted.title, purpose: `${wanted.title}，${beneficiaries} 户居民受益，经居民议事会讨论通过。`, useCode: wanted.useCode, year: isOnLine ? line.year : null, lineId: isOnLine ? line.id : null, sourceId: isOnLine ? source.id : null,
    amountFen: wanted.amountFen, gridId: wanted.gridId, department: wanted.department, urgency, beneficiaries, refusals, needScore: needScore(needParts(urgency, beneficiaries, refusals)),
    neededOn: `${line.year}-${wanted.from.slice(5)}`, endsOn: calendar.plus(wanted.from, 120), agreedOn: wanted.from, agreement: `居民议事会应到 ${random.between(15, 25)} 人，表决通过`, applicantId: applicant.id, applicantName: applicant.name,
    step: last.step, level: last.level, waitingFor: waiter(last.step, last.level), sinceAt: at(last.from), limitDays: last.limit, nearOn: last.limit === null ? null : calendar.add(last.from, nearAfter(last.limit)), dueOn: dueOf(last.from, last.limit),
    parentId: null, jointId: null, changeFen: null, changeReason: '', changeById: null, changeBy: '', acceptedOn: accepted?.from ?? null, acceptedBy: accepted ? '居务监督委员会 3 人' : '', acceptanceNote: '', settledOn: settled?.from ?? null,
    resultGoal: settled ? '按议定内容完成' : '', resultDone: settled ? '已完成，居民满意' : '', satisfaction: settled ? random.between(86, 100) : null,
    publishedFrom: notice?.from ?? null, publishedUntil: notice ? calendar.plus(notice.from, 7) : null, publishedAt: notice ? '居务公开栏' : '',
  };
  const steps = way.map((one, place): StepRecord => {
    const decider = one.outcome === '' ? null : one.step === 'review' ? (source.levels[one.level]?.role === 'finance' ? staff.finance : staff.supervisor) : one.step === 'approved' || one.step === 'accepted' ? staff.finance : one.step === 'settled' ? staff.supervisor : applicant;
    const isLost = one.limit !== null && one.days > one.limit + 3 && random.chance(40);
    return {
      communityId, version: one.until === null ? 1 : 2, createdAt: at(one.from), updatedAt: at(one.until ?? one.from), id: newId(), requestId: id, place: place + 1, step: one.step, level: one.level, levelName: one.step === 'review' ? (source.levels[one.level]?.name ?? '') : '',
      sourceId: one.step === 'agreed' ? null : source.id, enteredAt: at(one.from), leftAt: one.until === null ? null : at(one.until), leftYear: one.until === null ? null : Number(one.until.slice(0, 4)), limitDays: one.limit, dueOn: dueOf(one.from, one.limit),
      days: one.until === null ? null : one.days, waitingFor: waiter(one.step, one.level), outcome: one.outcome, reasonCode: one.reasonCode, note: one.note, deciderId: decider?.id ?? null, decidedBy: decider?.name ?? '',
      urges: isLost ? 1 : 0, urgedAt: isLost ? at(dueOf(one.from, one.limit) ?? one.from) : null, lossNote: isLost ? '错过施工季节，报价上涨' : '', lossFen: isLost ? Math.round(wanted.amountFen / 20) : 0,
    };
  });
  return { request, steps, ...moneyOfWay(random, { communityId, newId, staff }, wanted, request, way) };
}

/** Vouchers and entries of a way: reserved with the first level, bound by the last, paid, proved, and what is left given back. */
function moneyOfWay(random: Random, { communityId, newId, staff }: Pick<Frame, 'communityId' | 'newId' | 'staff'>, wanted: Wanted, request: RequestRecord, way: readonly WayStep[]): Pick<Invented, 'vouchers' | 'entries'> {
  const { line, source, amountFen, gridId } = wanted;
  const { store, out, used } = moneyAccounts(source.form);
  const entries: EntryRecord[] = [];
  const vouchers: VoucherRecord[] = [];
  type Move = Pick<EntryRecord, 'kind' | 'fromAccount' | 'toAccount' | 'fen'> & { readonly on: string; readonly onLine: boolean; readonly voucherId?: string; readonly memo?: string; readonly second?: number };
  const move = ({ on, onLine, voucherId, memo = '', second = 0, ...moved }: Move): void => {
    if (moved.fen <= 0) return;
    const id = newId();
    entries.push({ ...moved, id, communityId, version: 1, createdAt: at(on, second), updatedAt: at(on, second), postingId: id, postedOn: on, year: line.year, sourceId: source.id, lineId: onLine ? line.id : null, requestId: request.id, voucherId: voucherId ?? null, pledgeId: null, gridId, reversesId: null, actorId: staff.finance.id, actorName: staff.finance.name, memo });
  };
  const reserves = reservesAtSubmit(source.overspend);
  let isReserved = false;
  for (const { step, level, from, until, outcome } of way) {
    if (step === 'review' && level === 0 && reserves && !isReserved) {
      move({ kind: 'reserved', fromAccount: 'free', toAccount: 'reserved', fen: amountFen, on: from, onLine: true });
      isReserved = true;
    }
    if (step === 'review' && until !== null && outcome !== 'approved' && isReserved) {
      move({ kind: 'released', fromAccount: 'reserved', toAccount: 'free', fen: amountFen, on: until, onLine: true });
      isReserved = false;
    }
    if (step === 'approved') move({ kind: 'committed', fromAccount: reserves ? 'reserved' : 'free', toAccount: 'committed', fen: amountFen, on: from, onLine: true });
    if (step === 'spending') {
      const parts = allocate(amountFen, source.payers.map(({ percent }) => percent));
      for (const [index, { name }] of source.payers.entries()) move({ kind: 'disbursed', fromAccount: store, toAccount: out, fen: parts[index] ?? 0, on: from, onLine: false, memo: name });
      const proved = until === null ? Math.floor(amountFen / 2) : amountFen - random.between(0, Math.floor(amountFen / 25));
      for (const fen of allocate(proved, Array.from({ length: wanted.vouchers }, (_, part) => part + 2))) {
        const on = until ?? from;
        const second = vouchers.length + 1;
        const voucher: VoucherRecord = { id: newId(), communityId, version: 1, createdAt: at(on, second), updatedAt: at(on, second), requestId: request.id, year: line.year, kind: source.form === 'cash' ? 'invoice' : 'goods-list', voucherNo: wanted.voucherNo(), issuedOn: on, payee: wanted.payee, fen, note: '', byName: request.applicantName, reversedAt: null, reversalReason: '' };
        if (fen <= 0) continue;
        vouchers.push(voucher);
        move({ kind: 'spent', fromAccount: 'committed', toAccount: 'spent', fen, on, onLine: true, voucherId: voucher.id, memo: voucher.voucherNo, second });
        move({ kind: 'used', fromAccount: out, toAccount: used, fen, on, onLine: false, voucherId: voucher.id, memo: voucher.voucherNo, second });
      }
    }
    if (step === 'settled') {
      const left = amountFen - vouchers.reduce((sum, { fen }) => sum + fen, 0);
      move({ kind: 'refunded', fromAccount: out, toAccount: store, fen: left, on: from, onLine: false, second: LAST_SECOND });
      move({ kind: 'uncommitted', fromAccount: 'committed', toAccount: 'free', fen: left, on: from, onLine: true, second: LAST_SECOND });
    }
  }
  return { vouchers, entries };
}
