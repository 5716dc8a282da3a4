import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addWorkingDays, workingDaysBetween } from '#shared/kernel/calendar/working-days.rules.ts';
import { actRules, limitOf, mayFollow, nearAfter, type RequestAct, type RequestStep } from '#shared/modules/budget/requests/steps.rules.ts';
import type { SourceRecord } from '../sources/sources.repository.ts';
import { callCalendar } from './call-calendar.ts';
import type { RequestRecord, StepRecord } from './requests.repository.ts';

export type Versioned = { readonly id: string; readonly version: number };

export const requestOf = (work: Work, id: string): RequestRecord => work.fundingRequests.find(work.actor, id) ?? fail('record/not-found', {});

/** Whether the actor may do something with a request as it stands, and why not. */
export function obstacleTo(work: Work, request: RequestRecord, act: RequestAct): 'step' | 'role' | 'own' | null {
  const { from, roles, notOwn } = actRules[act];
  if (!from.includes(request.step)) return 'step';
  if (!roles.some((role) => work.actor.roles.includes(role))) return 'role';
  return notOwn && request.applicantId === work.actor.userId ? 'own' : null;
}

/** The request an act is about, at the version it was seen. Errors: `record/conflict`, `budget/act-not-now`, `budget/own-request`, `auth/forbidden`. */
export function requestFor(work: Work, { id, version }: Versioned, act: RequestAct): RequestRecord {
  const request = requestOf(work, id);
  checkVersion(work, 'funding_request', request, version);
  const obstacle = obstacleTo(work, request, act);
  if (obstacle === 'step') fail('budget/act-not-now', { step: request.step });
  if (obstacle === 'own') fail('budget/own-request', {});
  if (obstacle === 'role') fail('auth/forbidden', { permission: act });
  return request;
}

/** Who a step waits for: a level by its name, a person by name, or a post by its word (`@finance`, `@reviewer`). */
function waiterOf(step: RequestStep, level: number, request: RequestRecord, source: SourceRecord | null): string {
  switch (step) {
    case 'review':
      return source?.levels[level]?.name ?? '';
    case 'approved':
    case 'accepted':
      return '@finance';
    case 'settled':
      return '@reviewer';
    case 'agreed':
    case 'budgeted':
    case 'returned':
    case 'rejected':
    case 'spending':
      return request.applicantName;
    case 'published':
    case 'withdrawn':
    case 'split':
      return '';
  }
}

type Timing = Pick<RequestRecord, 'limitDays' | 'nearOn' | 'dueOn'>;

/** Spending may take as long as the project was meant to; every other step as the source says. */
function timing(work: Work, step: RequestStep, level: number, request: RequestRecord, source: SourceRecord | null): Timing {
  const { today } = work;
  const promised = step === 'spending' ? Math.max(1, workingDaysBetween(today, request.endsOn, callCalendar(work).published())) : source ? limitOf(step, level, source) : null;
  if (promised === null) return { limitDays: null, nearOn: null, dueOn: null };
  const published = callCalendar(work).published();
  return { limitDays: promised, nearOn: addWorkingDays(today, nearAfter(promised), published), dueOn: addWorkingDays(today, promised, published) };
}

export type Decision = { readonly outcome: string; readonly reasonCode?: string; readonly note?: string };

export function newStep(work: Work, request: RequestRecord, place: number, source: SourceRecord | null): StepRecord {
  const now = work.clock.now().toISOString();
  return {
    id: work.clock.newId(), communityId: request.communityId, version: 1, createdAt: now, updatedAt: now, requestId: request.id, place, step: request.step, level: request.level,
    levelName: request.step === 'review' ? (source?.levels[request.level]?.name ?? '') : '', sourceId: request.sourceId, enteredAt: request.sinceAt, leftAt: null, leftYear: null, limitDays: request.limitDays,
    dueOn: request.dueOn, days: null, waitingFor: request.waitingFor, outcome: '', reasonCode: '', note: '', deciderId: null, decidedBy: '', urges: 0, urgedAt: null, lossNote: '', lossFen: 0,
  };
}

/** A request placed at a step: whom it waits for, since when, until when. */
export function placed(work: Work, request: RequestRecord, step: RequestStep, level: number, source: SourceRecord | null): RequestRecord {
  return { ...request, step, level, waitingFor: waiterOf(step, level, request, source), sinceAt: work.clock.now().toISOString(), ...timing(work, step, level, request, source) };
}

/** Ends the step a request stands at and begins the next; values that change with it are written along. Answers the request as stored and what the history keeps. */
export function moveOn(work: Work, request: RequestRecord, to: { readonly step: RequestStep; readonly level?: number }, decision: Decision, values: Partial<RequestRecord> = {}): { readonly request: RequestRecord; readonly changes: RecordChange[] } {
  if (!mayFollow(request.step, to.step)) fail('budget/act-not-now', { step: request.step });
  const now = work.clock.now().toISOString();
  const steps = work.fundingSteps.ofRequest(request.id);
  const last = steps.at(-1) ?? fail('record/not-found', {});
  const stepBefore = work.rows.read('funding_step', last.id);
  work.fundingSteps.replace({
    ...last, version: last.version + 1, updatedAt: now, leftAt: now, leftYear: Number(work.today.slice(0, 4)), days: workingDaysBetween(localDay(new Date(last.enteredAt)), work.today, callCalendar(work).published()),
    outcome: decision.outcome, reasonCode: decision.reasonCode ?? '', note: decision.note ?? '', deciderId: work.actor.userId, decidedBy: work.actor.displayName,
  });
  const before = work.rows.read('funding_request', request.id);
  const merged: RequestRecord = { ...request, ...values };
  const source = merged.sourceId === null ? null : (work.fundingSources.find(merged.sourceId) ?? null);
  const moved: RequestRecord = { ...placed(work, merged, to.step, to.level ?? 0, source), version: request.version + 1, updatedAt: now };
  work.fundingRequests.replace(moved);
  const begun = work.fundingSteps.insert(newStep(work, moved, last.place + 1, source));
  return { request: moved, changes: [work.rows.change('funding_request', request.id, before), work.rows.change('funding_step', last.id, stepBefore), work.rows.creation(begun)] };
}

/** Writes values of a request that stays where it is. */
export function rewrite(work: Work, request: RequestRecord, values: Partial<RequestRecord>): { readonly request: RequestRecord; readonly changes: RecordChange[] } {
  const before = work.rows.read('funding_request', request.id);
  const changed: RequestRecord = { ...request, ...values, version: request.version + 1, updatedAt: work.clock.now().toISOString() };
  work.fundingRequests.replace(changed);
  return { request: changed, changes: [work.rows.change('funding_request', request.id, before)] };
}
