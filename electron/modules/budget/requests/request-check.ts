import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import { verdictOnUse } from '#shared/modules/budget/requests/check.rules.ts';
import type { CheckFinding, checkInputSchema } from '#shared/modules/budget/requests/request.schema.ts';
import { freeOf, moneyOf, potOf } from './request-money.ts';

type Question = z.output<typeof checkInputSchema>;

const finding = (severity: CheckFinding['severity'], code: string, params: CheckFinding['params'] = {}): CheckFinding => ({ severity, code, params });

/** Whether a request would go through, said before it is typed: year, source, use, day, money, and how such requests fared. Nothing is written and nothing refused. */
export function checkRequest(work: Work, { requestId, lineId, useCode, amountFen, neededOn }: Question): CheckFinding[] {
  const { line, source } = potOf(work, lineId);
  const found: CheckFinding[] = [];
  const year = work.budgetYears.findYear(work.actor.communityId, line.year);
  if (year?.closedAt !== null) found.push(finding('stop', 'year-closed', { year: line.year }));
  if (source.endedOn !== null && source.endedOn < work.today) found.push(finding('stop', 'source-ended', { source: source.name, day: source.endedOn }));
  if (neededOn !== null && Number(neededOn.slice(0, 4)) !== line.year) found.push(finding('stop', 'day-outside-year', { year: line.year }));
  if (useCode !== '') {
    const use = verdictOnUse(source, useCode);
    found.push(use === 'allowed' ? finding('good', 'use-allowed') : finding('stop', `use-${use}`, { rule: source.ruleText }));
  }
  const own = requestId === null ? undefined : work.fundingRequests.find(work.actor, requestId);
  const bound = own?.lineId === lineId ? moneyOf(work.budgetEntries.ofRequest(own.id), source.form) : { reserved: 0, committed: 0 };
  const free = freeOf(work, lineId) + bound.reserved + bound.committed;
  if (amountFen === null) found.push(finding('good', 'free', { free: yuanText(free) }));
  else if (amountFen <= free) found.push(finding('good', 'covered', { left: yuanText(free - amountFen) }));
  else {
    const mayOverspend = source.overspend === 'allow' && source.overspendRoles.some((role) => work.actor.roles.includes(role));
    found.push(finding(source.overspend === 'warn' || mayOverspend ? 'warn' : 'stop', mayOverspend ? 'overspend-asks' : 'not-covered', { free: yuanText(free), missing: yuanText(amountFen - free) }));
  }
  const rivals = work.fundingRequests.wanting(work.actor, lineId).filter(({ id }) => id !== requestId);
  if (rivals.length > 0) found.push(finding('warn', 'rivals', { count: rivals.length, wanted: yuanText(rivals.reduce((sum, { amountFen: fen }) => sum + fen, 0)) }));
  const before = work.budgetFigures.fortune(work.actor.communityId, source.id, Number(work.today.slice(0, 4)));
  if (before.decided > 0) found.push(finding(before.approved * 2 >= before.decided ? 'good' : 'warn', 'fortune', { ...before, percent: Math.round((before.approved * 100) / before.decided) }));
  const limit = source.levels.reduce((sum, level) => sum + level.limitDays, source.disburseDays);
  found.push(finding('good', 'way', { levels: source.levels.length, days: limit }));
  return found;
}
