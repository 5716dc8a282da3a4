import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import { reservesAtSubmit } from '#shared/modules/budget/requests/check.rules.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import { post } from '../ledger/post.ts';
import { checkRequestPot, onLine, potOf, releases } from './request-money.ts';
import { getRequest } from './request-sheet.ts';
import { moveOn, requestFor, requestOf, rewrite, type Versioned } from './request-way.ts';
import { beginRequest, insertRequest } from './requests.service.ts';

type Noted = Versioned & { readonly note: string };

/** Asks the level that said no once more; somebody else decides. Its money is reserved again. */
export function appealRequest(work: Work, { id, version, note }: Noted): RequestSheet {
  const request = requestFor(work, { id, version }, 'appeal');
  const pot = potOf(work, request.lineId);
  const reserves = reservesAtSubmit(pot.source.overspend);
  checkRequestPot(work, request, pot, { binds: reserves, overspendReason: '' });
  const { changes } = moveOn(work, request, { step: 'review', level: request.level }, { outcome: 'appealed', note });
  const reserved = reserves ? post(work, [onLine(work, request, pot, 'reserved', 'free', 'reserved', request.amountFen)]) : [];
  work.record({ action: 'funding-request.appealed', entity: 'funding_request', entityId: id, detail: { no: request.no }, changes: [...changes, ...reserved] });
  return getRequest(work, { id });
}

export function withdrawRequest(work: Work, { id, version, note }: Noted): RequestSheet {
  const request = requestFor(work, { id, version }, 'withdraw');
  const { changes } = moveOn(work, request, { step: 'withdrawn' }, { outcome: 'withdrawn', note });
  const released = post(work, releases(work, request));
  work.record({ action: 'funding-request.withdrawn', entity: 'funding_request', entityId: id, detail: { no: request.no }, changes: [...changes, ...released] });
  return getRequest(work, { id });
}

type Part = { readonly title: string; readonly lineId: string | null; readonly fen: number };

/** Parts that go their own ways and together are the whole, to the fen. Error: `budget/parts-do-not-sum`. */
export function splitRequest(work: Work, { id, version, parts }: Versioned & { readonly parts: readonly Part[] }): RequestSheet {
  const request = requestFor(work, { id, version }, 'split');
  const sum = parts.reduce((total, { fen }) => total + fen, 0);
  if (sum !== request.amountFen) fail('budget/parts-do-not-sum', { sum: yuanText(sum), total: yuanText(request.amountFen) });
  const { title: _t, purpose, useCode, gridId, department, urgency, beneficiaries, neededOn, endsOn, agreedOn, agreement } = request;
  const made = parts.flatMap(({ title, lineId, fen }) => {
    const pot = lineId === null ? null : potOf(work, lineId);
    const part = beginRequest(work, { title, purpose, useCode, lineId, amountFen: fen, gridId, department, urgency, beneficiaries, neededOn, endsOn, agreedOn, agreement }, { year: pot?.line.year ?? null, sourceId: pot?.source.id ?? null, parentId: id });
    if (pot) checkRequestPot(work, part, pot, { binds: false, overspendReason: '' });
    return insertRequest(work, part, pot?.source ?? null).changes;
  });
  const { changes } = moveOn(work, request, { step: 'split' }, { outcome: 'split' });
  work.record({ action: 'funding-request.split', entity: 'funding_request', entityId: id, detail: { no: request.no, parts: parts.length }, changes: [...changes, ...made] });
  return getRequest(work, { id });
}

/** Reminds whoever holds it, once a day. Error: `budget/urged-today`. */
export function urgeRequest(work: Work, { id, version, note }: Noted): RequestSheet {
  const request = requestFor(work, { id, version }, 'urge');
  const step = work.fundingSteps.ofRequest(id).at(-1) ?? fail('record/not-found', {});
  if (step.urgedAt !== null && localDay(new Date(step.urgedAt)) === work.today) fail('budget/urged-today', {});
  const now = work.clock.now().toISOString();
  const before = work.rows.read('funding_step', step.id);
  work.fundingSteps.replace({ ...step, version: step.version + 1, updatedAt: now, urges: step.urges + 1, urgedAt: now });
  work.record({ action: 'funding-request.urged', entity: 'funding_request', entityId: id, detail: { no: request.no, note, waitingFor: step.waitingFor }, changes: [work.rows.change('funding_step', step.id, before)] });
  return getRequest(work, { id });
}

/** What a step's delay cost, said beside the step. */
export function recordLoss(work: Work, { id, version, note, fen }: Noted & { readonly fen: number }): RequestSheet {
  const step = work.fundingSteps.find(id) ?? fail('record/not-found', {});
  const request = requestOf(work, step.requestId);
  checkVersion(work, 'funding_step', step, version);
  const before = work.rows.read('funding_step', id);
  work.fundingSteps.replace({ ...step, version: version + 1, updatedAt: work.clock.now().toISOString(), lossNote: note, lossFen: fen });
  work.record({ action: 'funding-request.loss-recorded', entity: 'funding_request', entityId: request.id, detail: { no: request.no, fen }, changes: [work.rows.change('funding_step', id, before)] });
  return getRequest(work, request);
}

/** Requests of several for one pot that are asked for together. Error: `budget/not-one-pot`. */
export function joinRequests(work: Work, { requests }: { readonly requests: readonly Versioned[] }): { joined: number } {
  const joined = [...new Map(requests.map((one) => [one.id, one])).values()].map((one) => requestFor(work, one, 'join'));
  const [first] = joined;
  if (!first || joined.length < 2 || joined.some(({ lineId }) => lineId === null || lineId !== first.lineId)) return fail('budget/not-one-pot', {});
  const changes = joined.flatMap((request) => rewrite(work, request, { jointId: first.id }).changes);
  work.record({ action: 'funding-request.joined', entity: 'funding_request', entityId: first.id, detail: { no: first.no, count: joined.length }, changes });
  return { joined: joined.length };
}

/** Leaves a joint application; who would stay in it alone leaves with it. */
export function leaveJoint(work: Work, { id, version }: Versioned): RequestSheet {
  const request = requestFor(work, { id, version }, 'join');
  const others = request.jointId === null ? [] : work.fundingRequests.joined(request.jointId).filter((other) => other.id !== id);
  const left = others.length === 1 ? others : [];
  const changes = [request, ...left].flatMap((one) => rewrite(work, one, { jointId: null }).changes);
  work.record({ action: 'funding-request.left-joint', entity: 'funding_request', entityId: id, detail: { no: request.no }, changes });
  return getRequest(work, { id });
}
