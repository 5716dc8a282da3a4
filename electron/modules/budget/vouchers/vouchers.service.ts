import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { moneyAccounts } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import type { VoucherDraft } from '#shared/modules/budget/vouchers/voucher.schema.ts';
import type { VoucherRow } from '#shared/modules/budget/vouchers/vouchers.contract.ts';
import { checkDayInYear, checkYearOpen, post, type Movement } from '../ledger/post.ts';
import { moneyOf, onLine, onMoney, potOf, type Pot } from '../requests/request-money.ts';
import { requestFor, requestOf, rewrite, type Versioned } from '../requests/request-way.ts';
import type { RequestRecord } from '../requests/requests.repository.ts';
import { checkNotAhead } from '../sources/sources.service.ts';
import type { VoucherRecord } from './vouchers.repository.ts';

/** A voucher proves spending; a refund is money of a seller that is at hand again and spent no more. */
function movements(work: Work, request: RequestRecord, pot: Pot, voucher: VoucherRecord, isBack: boolean): Movement[] {
  const { out, used } = moneyAccounts(pot.source.form);
  const isProof = (voucher.kind !== 'refund') !== isBack;
  const line = isProof ? onLine(work, request, pot, 'spent', 'committed', 'spent', voucher.fen) : onLine(work, request, pot, 'unspent', 'spent', 'committed', voucher.fen);
  const money = isProof ? onMoney(request, pot, 'used', out, used, voucher.fen, voucher.issuedOn) : onMoney(request, pot, 'unused', used, out, voucher.fen, voucher.issuedOn);
  return [line, money].map((movement) => ({ ...movement, voucherId: voucher.id, memo: voucher.voucherNo }));
}

const rowOf = (work: Work, id: string): VoucherRow => work.vouchers.row(work.actor, id) ?? fail('record/not-found', {});

/** Errors: `budget/voucher-twice`, `budget/over-on-hand`, `budget/day-ahead`, `budget/day-outside-year`, those of the request and the year. */
export function recordVoucher(work: Work, { id, version, ...draft }: VoucherDraft): VoucherRow {
  const request = requestFor(work, { id, version }, 'spend');
  const pot = potOf(work, request.lineId);
  checkNotAhead(work, draft.issuedOn);
  checkDayInYear(draft.issuedOn, pot.line.year);
  const same = work.vouchers.findSame(work.actor.communityId, draft.kind, draft.voucherNo);
  if (same) fail('budget/voucher-twice', { voucherNo: draft.voucherNo, requestNo: work.fundingRequests.find(work.actor, same.requestId)?.no ?? '', day: same.issuedOn });
  const { onHand, used } = moneyOf(work.budgetEntries.ofRequest(id), pot.source.form);
  const left = draft.kind === 'refund' ? used : onHand;
  if (draft.fen > left) fail('budget/over-on-hand', { left: yuanText(left), requested: yuanText(draft.fen) });
  const now = work.clock.now().toISOString();
  const voucher: VoucherRecord = { ...draft, id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, requestId: id, year: pot.line.year, byName: work.actor.displayName, reversedAt: null, reversalReason: '' };
  const made = work.rows.creation(work.vouchers.insert(voucher));
  const entries = post(work, movements(work, request, pot, voucher, false));
  const { changes } = rewrite(work, request, {});
  work.record({ action: 'voucher.recorded', entity: 'voucher', entityId: voucher.id, detail: { no: request.no, fen: voucher.fen }, changes: [made, ...changes, ...entries] });
  return rowOf(work, voucher.id);
}

/** Entries the other way round; the voucher and its first entries stay. Errors: `budget/voucher-reversed`, `budget/act-not-now` once the request is accepted. */
export function reverseVoucher(work: Work, { id, version, reason }: Versioned & { readonly reason: string }): VoucherRow {
  rowOf(work, id);
  const voucher = work.vouchers.find(id) ?? fail('record/not-found', {});
  if (voucher.reversedAt !== null) fail('budget/voucher-reversed', { voucherNo: voucher.voucherNo });
  checkVersion(work, 'voucher', voucher, version);
  const request = requestOf(work, voucher.requestId);
  if (request.step !== 'spending') fail('budget/act-not-now', { step: request.step });
  const pot = potOf(work, request.lineId);
  checkYearOpen(work, pot.line.year);
  const { onHand, used } = moneyOf(work.budgetEntries.ofRequest(request.id), pot.source.form);
  const left = voucher.kind === 'refund' ? onHand : used; // what was refunded of a voucher is not proved any more
  if (voucher.fen > left) fail('budget/over-on-hand', { left: yuanText(left), requested: yuanText(voucher.fen) });
  const before = work.rows.read('voucher', id);
  const now = work.clock.now().toISOString();
  work.vouchers.replace({ ...voucher, version: version + 1, updatedAt: now, reversedAt: now, reversalReason: reason });
  const entries = post(work, movements(work, request, pot, voucher, true));
  const { changes } = rewrite(work, request, {});
  work.record({ action: 'voucher.reversed', entity: 'voucher', entityId: id, detail: { no: request.no, fen: voucher.fen }, changes: [work.rows.change('voucher', id, before), ...changes, ...entries] });
  return rowOf(work, id);
}
