import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { reservesAtSubmit, needParts, needScore } from '#shared/modules/budget/requests/check.rules.ts';
import type { RequestChange, RequestDraft, RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import { post } from '../ledger/post.ts';
import type { SourceRecord } from '../sources/sources.repository.ts';
import { callCalendar } from './call-calendar.ts';
import { checkPot, checkRequestPot, moneyOf, onLine, overspendDetail, potOf, releases, type Checked, type Pot } from './request-money.ts';
import { getRequest, sheetOf } from './request-sheet.ts';
import { moveOn, newStep, placed, requestFor, rewrite, type Versioned } from './request-way.ts';
import type { RequestRecord } from './requests.repository.ts';

type Overspend = { readonly overspendReason: string };

/** `2026-00042`: the year and a running number; it is given once and never again. */
export function nextNo(work: Work, year: number): string {
  const last = work.fundingRequests.lastNo(work.actor.communityId, year);
  return `${year}-${String(Number(last?.slice(5) ?? 0) + 1).padStart(5, '0')}`;
}

export type RequestValues = Omit<RequestDraft, 'overspendReason'>;
const values = ({ overspendReason: _o, ...draft }: RequestDraft): RequestValues => draft;

/** A request as it begins: agreed by the meeting, waiting for whoever wants it. */
export function beginRequest(work: Work, draft: RequestValues, { year, sourceId, parentId }: { readonly year: number | null; readonly sourceId: string | null; readonly parentId: string | null }): RequestRecord {
  const now = work.clock.now().toISOString();
  return {
    ...draft, id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, no: nextNo(work, Number(work.today.slice(0, 4))), year, sourceId, refusals: 0,
    needScore: needScore(needParts(draft.urgency, draft.beneficiaries, 0)), applicantId: work.actor.userId, applicantName: work.actor.displayName, step: 'agreed', level: 0, waitingFor: work.actor.displayName, sinceAt: now,
    limitDays: null, nearOn: null, dueOn: null, parentId, jointId: null, changeFen: null, changeReason: '', changeById: null, changeBy: '', acceptedOn: null, acceptedBy: '', acceptanceNote: '', settledOn: null,
    resultGoal: '', resultDone: '', satisfaction: null, publishedFrom: null, publishedUntil: null, publishedAt: '',
  };
}

/** Writes a new request with its first step; on a line it has passed the first and stands at the second. */
export function insertRequest(work: Work, draft: RequestRecord, source: SourceRecord | null): { readonly request: RequestRecord; readonly changes: RecordChange[] } {
  const request = placed(work, draft, source ? 'budgeted' : 'agreed', 0, source, callCalendar(work).published);
  const made = work.rows.creation(work.fundingRequests.insert(request));
  const steps: RecordChange[] = [];
  if (source) {
    const agreed = newStep(work, { ...request, step: 'agreed' }, 1, null);
    steps.push(work.rows.creation(work.fundingSteps.insert({ ...agreed, leftAt: request.sinceAt, leftYear: Number(work.today.slice(0, 4)), days: 0, outcome: 'budgeted', deciderId: work.actor.userId, decidedBy: work.actor.displayName })));
  }
  steps.push(work.rows.creation(work.fundingSteps.insert(newStep(work, request, source ? 2 : 1, source))));
  return { request, changes: [made, ...steps] };
}

const checkDraft = (work: Work, pot: Pot, draft: RequestDraft, bound: number): Checked =>
  checkPot(work, pot, { amount: draft.amountFen, useCode: draft.useCode, neededOn: draft.neededOn, overspendReason: draft.overspendReason, bound, binds: false, since: null });

/** A grid somebody may ask for: one of the station the actor sees. */
function checkGrid(work: Work, gridId: string | null): void {
  if (gridId === null) return;
  if (work.grids.find(gridId) === undefined || (work.actor.scope !== 'all' && !work.actor.scope.includes(gridId))) fail('record/not-found', {});
}

/** The check is made here, not at the end of the way. Errors: see checkPot. */
export function createRequest(work: Work, draft: RequestDraft): RequestSheet {
  checkGrid(work, draft.gridId);
  const pot = draft.lineId === null ? null : potOf(work, draft.lineId);
  const check = pot ? checkDraft(work, pot, draft, 0) : null;
  const begun = beginRequest(work, values(draft), { year: pot?.line.year ?? null, sourceId: pot?.source.id ?? null, parentId: null });
  const { request, changes } = insertRequest(work, begun, pot?.source ?? null);
  work.record({ action: 'funding-request.created', entity: 'funding_request', entityId: request.id, detail: { no: request.no, ...(check && overspendDetail(check)) }, changes });
  return sheetOf(work, request, { pot, freeFen: check?.freeFen ?? null });
}

/** Details change while it is in the hands of who wants it; another line puts it on that line. */
export function updateRequest(work: Work, { id, version, ...draft }: RequestChange): RequestSheet {
  const request = requestFor(work, { id, version }, 'edit');
  checkGrid(work, draft.gridId);
  const pot = draft.lineId === null ? null : potOf(work, draft.lineId);
  const check = pot ? checkDraft(work, pot, draft, 0) : null;
  const changed = { ...values(draft), year: pot?.line.year ?? null, sourceId: pot?.source.id ?? null, needScore: needScore(needParts(draft.urgency, draft.beneficiaries, request.refusals)) };
  if (draft.lineId === null && request.lineId !== null) fail('budget/no-line', {});
  const isMoved = draft.lineId !== request.lineId;
  const { changes } = isMoved ? moveOn(work, request, { step: 'budgeted' }, { outcome: 'budgeted' }, changed) : rewrite(work, request, changed);
  work.record({ action: 'funding-request.changed', entity: 'funding_request', entityId: id, detail: { no: request.no, ...(check && overspendDetail(check)) }, changes });
  return getRequest(work, { id });
}

/** Puts it on a line as it is, the first time or on another source after a refusal. */
export function budgetRequest(work: Work, { id, version, lineId, overspendReason }: Versioned & Overspend & { readonly lineId: string }): RequestSheet {
  const request = requestFor(work, { id, version }, 'budget');
  const pot = potOf(work, lineId);
  const check = checkPot(work, pot, { amount: request.amountFen, useCode: request.useCode, neededOn: request.neededOn, overspendReason, bound: 0, binds: false, since: null });
  const { changes } = moveOn(work, request, { step: 'budgeted' }, { outcome: 'budgeted' }, { lineId, year: pot.line.year, sourceId: pot.source.id });
  work.record({ action: 'funding-request.budgeted', entity: 'funding_request', entityId: id, detail: { no: request.no, line: pot.line.name, ...overspendDetail(check) }, changes });
  return getRequest(work, { id });
}

/** Hands it in at the first level. Its money is reserved at once, unless the source lets requests compete. */
export function submitRequest(work: Work, { id, version, overspendReason }: Versioned & Overspend): RequestSheet {
  const request = requestFor(work, { id, version }, 'submit');
  const pot = potOf(work, request.lineId);
  const check = checkRequestPot(work, request, pot, { binds: reservesAtSubmit(pot.source.overspend), overspendReason });
  const { changes } = moveOn(work, request, { step: 'review', level: 0 }, { outcome: request.step === 'budgeted' ? 'submitted' : 'resubmitted' });
  const reserved = reservesAtSubmit(pot.source.overspend) ? post(work, [onLine(work, request, pot, 'reserved', 'free', 'reserved', request.amountFen)]) : [];
  work.record({ action: 'funding-request.submitted', entity: 'funding_request', entityId: id, detail: { no: request.no, ...overspendDetail(check) }, changes: [...changes, ...reserved] });
  return getRequest(work, { id });
}

type DecisionInput = Versioned & Overspend & { readonly decision: 'approve' | 'return' | 'reject'; readonly reasonCode: string; readonly note: string };

/** Four eyes: who passed the first level decides no later one of the same round, and who rejected does not decide the appeal. Error: `budget/decided-before`; `budget/role-of-level`. */
function checkDecider(work: Work, request: RequestRecord, source: SourceRecord): void {
  const steps = work.fundingSteps.ofRequest(request.id);
  const here = steps.at(-2);
  const isAppeal = here?.outcome === 'appealed';
  if (isAppeal && steps.some(({ deciderId, outcome }) => outcome === 'rejected' && deciderId === work.actor.userId)) fail('budget/decided-before', {});
  const level = source.levels[request.level];
  if (level && !isAppeal && !work.actor.roles.includes(level.role)) fail('budget/role-of-level', { level: level.name });
  const begun = steps.findLastIndex(({ step }) => step !== 'review');
  const first = steps.slice(begun + 1).find(({ level: of }) => of === 0);
  if (request.level > 0 && first?.deciderId === work.actor.userId) fail('budget/decided-before', {});
}

/** One level decides: on to the next, back for a supplement, or no. The last level binds the money. */
export function decideRequest(work: Work, { id, version, decision, reasonCode, note, overspendReason }: DecisionInput): RequestSheet {
  const request = requestFor(work, { id, version }, decision);
  const pot = potOf(work, request.lineId);
  checkDecider(work, request, pot.source);
  if (decision === 'approve') return approve(work, request, pot, { note, overspendReason });
  const isRejected = decision === 'reject';
  const refusals = request.refusals + (isRejected ? 1 : 0);
  const { changes } = moveOn(work, request, { step: isRejected ? 'rejected' : 'returned', level: request.level }, { outcome: isRejected ? 'rejected' : 'returned', reasonCode, note }, { refusals, needScore: needScore(needParts(request.urgency, request.beneficiaries, refusals)) });
  const released = post(work, releases(work, request));
  work.record({ action: `funding-request.${isRejected ? 'rejected' : 'returned'}`, entity: 'funding_request', entityId: id, detail: { no: request.no, reason: reasonCode }, changes: [...changes, ...released] });
  return getRequest(work, { id });
}

function approve(work: Work, request: RequestRecord, pot: Pot, { note, overspendReason }: Overspend & { readonly note: string }): RequestSheet {
  const isLast = request.level + 1 >= pot.source.levels.length;
  const check = checkRequestPot(work, request, pot, { binds: isLast, overspendReason });
  const { changes } = moveOn(work, request, isLast ? { step: 'approved' } : { step: 'review', level: request.level + 1 }, { outcome: 'approved', note });
  const { reserved } = moneyOf(work.budgetEntries.ofRequest(request.id), pot.source.form);
  const bound = isLast ? post(work, [onLine(work, request, pot, 'committed', 'reserved', 'committed', reserved), onLine(work, request, pot, 'committed', 'free', 'committed', request.amountFen - reserved)]) : [];
  work.record({ action: 'funding-request.approved', entity: 'funding_request', entityId: request.id, detail: { no: request.no, level: request.level + 1, ...overspendDetail(check) }, changes: [...changes, ...bound] });
  return getRequest(work, request);
}
