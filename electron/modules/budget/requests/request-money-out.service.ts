import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { balanceOf, moneyAccounts } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { allocate, yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import { checkDayInYear, post } from '../ledger/post.ts';
import { checkNotAhead } from '../sources/sources.service.ts';
import { checkRequestPot, moneyOf, onLine, onMoney, overspendDetail, potOf } from './request-money.ts';
import { getRequest } from './request-sheet.ts';
import { moveOn, requestFor, rewrite, type Versioned } from './request-way.ts';

/** Pays out of the source's account, split by its payers to the fen. Errors: `budget/over-disbursed`, `budget/account-short`, `budget/day-ahead`, `budget/day-outside-year`. */
export function disburseRequest(work: Work, { id, version, fen, paidOn, memo }: Versioned & { readonly fen: number; readonly paidOn: string; readonly memo: string }): RequestSheet {
  const request = requestFor(work, { id, version }, 'disburse');
  const pot = potOf(work, request.lineId);
  checkNotAhead(work, paidOn);
  checkDayInYear(paidOn, pot.line.year);
  const { store, out } = moneyAccounts(pot.source.form);
  const left = request.amountFen - moneyOf(work.budgetEntries.ofRequest(id), pot.source.form).disbursed;
  if (fen > left) fail('budget/over-disbursed', { left: yuanText(left), requested: yuanText(fen) });
  const inStore = balanceOf(work.budgetEntries.ofSource(pot.source.id), store);
  if (fen > inStore) fail('budget/account-short', { source: pot.source.name, available: yuanText(inStore), requested: yuanText(fen) });
  const parts = allocate(fen, pot.source.payers.map(({ percent }) => percent));
  const entries = post(work, pot.source.payers.map(({ name }, at) => ({ ...onMoney(request, pot, 'disbursed', store, out, parts[at] ?? 0, paidOn), memo: memo === '' ? name : `${name} · ${memo}` })));
  const { changes } = request.step === 'approved' ? moveOn(work, request, { step: 'spending' }, { outcome: 'disbursed', note: memo }) : rewrite(work, request, {});
  work.record({ action: 'funding-request.disbursed', entity: 'funding_request', entityId: id, detail: { no: request.no, fen }, changes: [...changes, ...entries] });
  return getRequest(work, { id });
}

/** A different amount after approval waits for a second person. Error: `budget/change-open`, `budget/below-disbursed`. */
export function proposeChange(work: Work, { id, version, fen, reason }: Versioned & { readonly fen: number; readonly reason: string }): RequestSheet {
  const request = requestFor(work, { id, version }, 'propose-change');
  if (request.changeFen !== null) fail('budget/change-open', { by: request.changeBy });
  const { disbursed } = moneyOf(work.budgetEntries.ofRequest(id), potOf(work, request.lineId).source.form);
  if (fen < disbursed) fail('budget/below-disbursed', { disbursed: yuanText(disbursed) });
  const { changes } = rewrite(work, request, { changeFen: fen, changeReason: reason, changeById: work.actor.userId, changeBy: work.actor.displayName });
  work.record({ action: 'funding-request.change-proposed', entity: 'funding_request', entityId: id, detail: { no: request.no, fen }, changes });
  return getRequest(work, { id });
}

type ChangeDecision = Versioned & { readonly agree: boolean; readonly note: string; readonly overspendReason: string };

/** The second person agrees or not; who proposed it cannot. Errors: `budget/no-change`, `budget/own-request`, those of the check. */
export function decideChange(work: Work, { id, version, agree, note, overspendReason }: ChangeDecision): RequestSheet {
  const request = requestFor(work, { id, version }, 'decide-change');
  const fen = request.changeFen ?? fail('budget/no-change', {});
  if (request.changeById === work.actor.userId) fail('budget/own-request', {});
  const pot = potOf(work, request.lineId);
  const settled = { changeFen: null, changeReason: '', changeById: null, changeBy: '' };
  const { disbursed, committed } = moneyOf(work.budgetEntries.ofRequest(id), pot.source.form);
  if (agree && fen < disbursed) fail('budget/below-disbursed', { disbursed: yuanText(disbursed) });
  const grows = fen - request.amountFen;
  const check = agree && grows > 0 ? checkRequestPot(work, { ...request, amountFen: grows + committed }, pot, { binds: true, overspendReason }) : null;
  const entries = !agree ? [] : post(work, [onLine(work, request, pot, 'committed', 'free', 'committed', grows), onLine(work, request, pot, 'uncommitted', 'committed', 'free', -grows)]);
  const { changes } = rewrite(work, request, agree ? { ...settled, amountFen: fen } : settled);
  work.record({ action: agree ? 'funding-request.change-agreed' : 'funding-request.change-refused', entity: 'funding_request', entityId: id, detail: { no: request.no, fen, note, ...(check && overspendDetail(check)) }, changes: [...changes, ...entries] });
  return getRequest(work, { id });
}

/** The work is there and was looked at. Error: `budget/no-voucher` while nothing proves any spending. */
export function acceptRequest(work: Work, { id, version, acceptedOn, acceptedBy, note }: Versioned & { readonly acceptedOn: string; readonly acceptedBy: string; readonly note: string }): RequestSheet {
  const request = requestFor(work, { id, version }, 'accept');
  checkNotAhead(work, acceptedOn);
  if (request.changeFen !== null) fail('budget/change-open', { by: request.changeBy });
  if (moneyOf(work.budgetEntries.ofRequest(id), potOf(work, request.lineId).source.form).used <= 0) fail('budget/no-voucher', {});
  const { changes } = moveOn(work, request, { step: 'accepted' }, { outcome: 'accepted', note }, { acceptedOn, acceptedBy, acceptanceNote: note });
  work.record({ action: 'funding-request.accepted', entity: 'funding_request', entityId: id, detail: { no: request.no }, changes });
  return getRequest(work, { id });
}

type Settlement = Versioned & { readonly settledOn: string; readonly goal: string; readonly done: string; readonly satisfaction: number | null };

/** The final account: what was not used goes back to the account, what was not spent back to the line. */
export function settleRequest(work: Work, { id, version, settledOn, goal, done, satisfaction }: Settlement): RequestSheet {
  const request = requestFor(work, { id, version }, 'settle');
  const pot = potOf(work, request.lineId);
  checkNotAhead(work, settledOn);
  checkDayInYear(settledOn, pot.line.year);
  const { store, out } = moneyAccounts(pot.source.form);
  const { committed, onHand } = moneyOf(work.budgetEntries.ofRequest(id), pot.source.form);
  const entries = post(work, [onMoney(request, pot, 'refunded', out, store, onHand, settledOn), onLine(work, request, pot, 'uncommitted', 'committed', 'free', committed)]);
  const { changes } = moveOn(work, request, { step: 'settled' }, { outcome: 'settled' }, { settledOn, resultGoal: goal, resultDone: done, satisfaction });
  work.record({ action: 'funding-request.settled', entity: 'funding_request', entityId: id, detail: { no: request.no, backFen: onHand }, changes: [...changes, ...entries] });
  return getRequest(work, { id });
}

/** Hangs where residents pass, from one day to another. */
export function publishRequest(work: Work, { id, version, fromOn, untilOn, place }: Versioned & { readonly fromOn: string; readonly untilOn: string; readonly place: string }): RequestSheet {
  const request = requestFor(work, { id, version }, 'publish');
  const { changes } = moveOn(work, request, { step: 'published' }, { outcome: 'published', note: place }, { publishedFrom: fromOn, publishedUntil: untilOn, publishedAt: place });
  work.record({ action: 'funding-request.published', entity: 'funding_request', entityId: id, detail: { no: request.no }, changes });
  return getRequest(work, { id });
}
