import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { clockOf } from '#shared/kernel/calendar/clock.rules.ts';
import { allocate } from '#shared/modules/budget/ledger/money.rules.ts';
import { needParts } from '#shared/modules/budget/requests/check.rules.ts';
import type { Board, Conflict, RequestRow, RequestSheet, StepRow } from '#shared/modules/budget/requests/request.schema.ts';
import { openSteps, requestActs } from '#shared/modules/budget/requests/steps.rules.ts';
import { callCalendar } from './call-calendar.ts';
import { freeOf, moneyOf, potOf, type Pot } from './request-money.ts';
import { obstacleTo, requestOf } from './request-way.ts';
import type { RequestRecord, StepRecord, StoredRequestRow } from './requests.repository.ts';

const isOpen = (step: StoredRequestRow['step']): boolean => openSteps.some((open) => open === step);

/** Days and clock of rows, with one reading of the calendar for all. A request that is done waits for nobody: its days stand still at 0. */
export function rowsShown(work: Work, rows: readonly StoredRequestRow[]): RequestRow[] {
  const { count } = callCalendar(work);
  return rows.map(({ nearOn: _near, ...row }) => {
    const days = isOpen(row.step) ? count(localDay(new Date(row.since)), work.today) : 0;
    return { ...row, days, clock: isOpen(row.step) ? clockOf(days, row.limitDays) : 'calm' };
  });
}

function stepsShown(work: Work, steps: readonly StepRecord[]): StepRow[] {
  const { count } = callCalendar(work);
  return steps.map((step) => {
    const { id, version, step: name, level, levelName, enteredAt, leftAt, limitDays, dueOn, waitingFor, outcome, reasonCode, note, decidedBy, urges, urgedAt, lossNote, lossFen } = step;
    const days = step.days ?? (isOpen(name) ? count(localDay(new Date(enteredAt)), work.today) : 0);
    return { id, version, step: name, level, levelName, enteredAt, leftAt, limitDays, dueOn, days, clock: clockOf(days, limitDays), waitingFor, outcome, reasonCode, note, decidedBy, urges, urgedAt, lossNote, lossFen };
  });
}

const ROWS_OF_COLUMN = 25;

/** Every open step with its sums and the rows that wait longest; the rest is the list's. */
export function getBoard(work: Work, { year }: { readonly year: number | null }): Board {
  const sums = new Map(work.fundingRequests.boardSums(work.actor, work.today, year).map((sum) => [sum.step, sum]));
  return {
    columns: openSteps.map((step) => {
      const { count = 0, fen = 0, overdue = 0, near = 0 } = sums.get(step) ?? {};
      return { step, count, fen, overdue, near, rows: count === 0 ? [] : rowsShown(work, work.fundingRequests.boardRows(work.actor, year, step, ROWS_OF_COLUMN)) };
    }),
  };
}

/** What whoever made the request a moment ago knows of it, so that it is not read again. */
type Fresh = { readonly pot: Pot | null; readonly freeFen: number | null };

/** The whole way of one request. */
export const getRequest = (work: Work, { id }: { readonly id: string }): RequestSheet => sheetOf(work, requestOf(work, id), null);

/** The sheet of a request at hand; one that was just made has no money, parts or partners yet. */
export function sheetOf(work: Work, request: RequestRecord, fresh: Fresh | null): RequestSheet {
  const { id } = request;
  const stored = work.fundingRequests.row(work.actor, id) ?? fail('record/not-found', {});
  const [row] = rowsShown(work, [stored]);
  if (!row) return fail('record/not-found', {});
  const pot = fresh ? fresh.pot : request.lineId === null ? null : potOf(work, request.lineId);
  const form = pot?.source.form ?? 'cash';
  const money = moneyOf(fresh ? [] : work.budgetEntries.ofRequest(id), form);
  const payers = pot?.source.payers ?? [];
  const parts = payers.length === 0 ? [] : allocate(request.amountFen, payers.map(({ percent }) => percent));
  const parent = request.parentId === null ? null : (work.fundingRequests.find(work.actor, request.parentId) ?? null);
  const { purpose, lineId, gridId, urgency, beneficiaries, endsOn, agreedOn, agreement, year, sourceId, changeFen, changeReason, changeBy, acceptedOn, acceptedBy, acceptanceNote, settledOn, publishedFrom, publishedUntil, publishedAt, createdAt } = request;
  return {
    ...row, purpose, lineId, gridId, urgency, beneficiaries, endsOn, agreedOn, agreement, year, sourceId, form, changeFen, changeReason, changeBy, acceptedOn, acceptedBy, acceptanceNote, settledOn, publishedFrom, publishedUntil, publishedAt, createdAt,
    freeFen: fresh ? fresh.freeFen : lineId === null ? null : freeOf(work, lineId) + money.reserved,
    reservedFen: money.reserved, committedFen: money.committed, disbursedFen: money.disbursed, usedFen: money.used, onHandFen: money.onHand,
    payers: payers.map((payer, at) => ({ ...payer, fen: parts[at] ?? 0 })),
    need: needParts(urgency, beneficiaries, request.refusals),
    steps: stepsShown(work, work.fundingSteps.ofRequest(id)),
    levels: (pot?.source.levels ?? []).map(({ name, limitDays }) => ({ name, limitDays })),
    acts: requestActs.filter((act) => obstacleTo(work, request, act) === null),
    isOwn: request.applicantId === work.actor.userId,
    parent: parent && { id: parent.id, no: parent.no },
    children: (fresh ? [] : work.fundingRequests.children(id)).map(({ id: childId, no, title, amountFen, step }) => ({ id: childId, no, title, amountFen, step })),
    joint: request.jointId === null ? [] : work.fundingRequests.joined(request.jointId).filter((other) => other.id !== id).map(({ id: otherId, no, department, amountFen }) => ({ id: otherId, no, department, amountFen })),
    performance: { goal: request.resultGoal, done: request.resultDone, satisfaction: request.satisfaction },
  };
}

/** Requests that want money of one line side by side, the most needed first (P14). Only lines that more than one wants. */
export function listConflicts(work: Work, { year }: { readonly year: number }): Conflict[] {
  const { count } = callCalendar(work);
  return work.fundingRequests.contestedLines(work.actor.communityId, year).flatMap((lineId): Conflict[] => {
    const { line, source } = potOf(work, lineId);
    const requests = work.fundingRequests.wanting(work.actor, lineId);
    if (requests.length < 2) return [];
    return [{
      lineId, lineName: line.name, sourceName: source.name, year: line.year, freeFen: freeOf(work, lineId),
      wantedFen: requests.reduce((sum, { amountFen }) => sum + amountFen, 0),
      requests: requests.map(({ id, version, no, title, department, amountFen, needScore, beneficiaries, urgency, step, jointId, sinceAt }) => ({ id, version, no, title, department, amountFen, needScore, beneficiaries, urgency, step, jointId, days: count(localDay(new Date(sinceAt)), work.today) })),
    }];
  });
}
