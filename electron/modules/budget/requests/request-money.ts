import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { balanceOf, moneyAccounts, type Flow } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import { moneyVerdict, verdictOnUse } from '#shared/modules/budget/requests/check.rules.ts';
import { checkDayInYear, checkYearOpen, type Movement } from '../ledger/post.ts';
import type { SourceRecord } from '../sources/sources.repository.ts';
import { sourceOf } from '../sources/sources.service.ts';
import type { LineRecord } from '../year/year.repository.ts';
import { lineOf } from '../year/year.service.ts';
import type { RequestRecord } from './requests.repository.ts';

export type Pot = { readonly line: LineRecord; readonly source: SourceRecord };
/** What a request binds and holds, each a sum of its entries. */
export type RequestMoney = { readonly reserved: number; readonly committed: number; readonly spent: number; readonly disbursed: number; readonly onHand: number; readonly used: number };

export function moneyOf(flows: readonly Flow[], form: SourceRecord['form']): RequestMoney {
  const { store, out, used } = moneyAccounts(form);
  return { reserved: balanceOf(flows, 'reserved'), committed: balanceOf(flows, 'committed'), spent: balanceOf(flows, 'spent'), disbursed: 0 - balanceOf(flows, store), onHand: balanceOf(flows, out), used: balanceOf(flows, used) };
}

/** The line a request stands on and its source. Error: `budget/no-line`. */
export function potOf(work: Work, lineId: string | null): Pot {
  const line = lineOf(work, lineId ?? fail('budget/no-line', {}));
  return { line, source: sourceOf(work, line.sourceId) };
}

/** Free money of a line. */
export const freeOf = (work: Work, lineId: string): number => work.budgetEntries.freeOf(lineId);

type Asked = { readonly amount: number; readonly useCode: string; readonly neededOn: string; readonly overspendReason: string; /** What the request already binds of this line. */ readonly bound: number; /** The act binds the money for good. */ readonly binds: boolean; /** Since when the line may have been adjusted behind the request. */ readonly since: string | null };

/** What the check found: by how much the line goes below zero and why, and what was free on it. */
export type Checked = { readonly overspentFen: number; readonly reason: string; readonly freeFen: number };

/**
 * The check at save and at every later step, in the transaction of the act. Answers by how much the line goes below zero with a role's leave, and why.
 * Errors: `budget/use-forbidden`, `budget/use-not-listed`, `budget/source-ended`, `budget/day-outside-year`, `budget/over-free`, `budget/line-adjusted`, `budget/overspend-reason`, those of the year.
 */
export function checkPot(work: Work, { line, source }: Pot, asked: Asked): Checked {
  checkYearOpen(work, line.year);
  checkDayInYear(asked.neededOn, line.year);
  if (source.endedOn !== null && source.endedOn < work.today) fail('budget/source-ended', { source: source.name, day: source.endedOn });
  const use = verdictOnUse(source, asked.useCode);
  if (use === 'forbidden') fail('budget/use-forbidden', { source: source.name, rule: source.ruleText });
  if (use === 'not-listed') fail('budget/use-not-listed', { source: source.name, rule: source.ruleText });
  const freeFen = freeOf(work, line.id);
  const free = freeFen + asked.bound;
  const verdict = moneyVerdict({ policy: source.overspend, overspendRoles: source.overspendRoles, free, amount: asked.amount, roles: work.actor.roles, overspendReason: asked.overspendReason, binds: asked.binds });
  const words = { line: line.name, available: yuanText(free), requested: yuanText(asked.amount) };
  if (verdict === 'ask') fail('budget/overspend-reason', words);
  if (verdict === 'refused') {
    const adjusted = work.budgetEntries.lastAdjustment(line.id);
    if (asked.since !== null && adjusted !== null && adjusted > asked.since) fail('budget/line-adjusted', words);
    fail('budget/over-free', words);
  }
  return verdict === 'overspent' ? { overspentFen: asked.amount - Math.max(0, free), reason: asked.overspendReason, freeFen } : { overspentFen: 0, reason: '', freeFen };
}

/** The check of a request as it stands, before one of its later steps. */
export function checkRequestPot(work: Work, request: RequestRecord, pot: Pot, { binds, overspendReason }: { readonly binds: boolean; readonly overspendReason: string }): Checked {
  const { reserved, committed } = moneyOf(work.budgetEntries.ofRequest(request.id), pot.source.form);
  return checkPot(work, pot, { amount: request.amountFen, useCode: request.useCode, neededOn: request.neededOn, overspendReason, bound: reserved + committed, binds, since: request.step === 'review' ? request.createdAt : null });
}

/** Movements on the line of a request, and on the money of its source. */
export const onLine = (work: Work, request: RequestRecord, { line }: Pot, kind: Movement['kind'], from: Movement['from'], to: Movement['to'], fen: number): Movement => ({
  kind, from, to, fen, year: line.year, on: work.today, sourceId: line.sourceId, lineId: line.id, requestId: request.id, gridId: request.gridId,
});
export const onMoney = (request: RequestRecord, { line, source }: Pot, kind: Movement['kind'], from: Movement['from'], to: Movement['to'], fen: number, on: string): Movement => ({
  kind, from, to, fen, year: line.year, on, sourceId: source.id, requestId: request.id, gridId: request.gridId,
});

/** Gives back what a request reserved; nothing when it only competed for the pot. */
export function releases(work: Work, request: RequestRecord): Movement[] {
  if (request.lineId === null) return [];
  const pot = potOf(work, request.lineId);
  return [onLine(work, request, pot, 'released', 'reserved', 'free', moneyOf(work.budgetEntries.ofRequest(request.id), pot.source.form).reserved)];
}

/** What the log says of a line that a role let go below zero. */
export const overspendDetail = ({ overspentFen, reason }: Checked): Readonly<Record<string, string | number>> => (overspentFen === 0 ? {} : { overspentFen, overspendReason: reason });
