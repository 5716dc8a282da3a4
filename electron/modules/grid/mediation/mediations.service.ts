import { begun, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { confirmUntil, isMediationOpen, mediationNo, stateAfter, type MediationMove } from '#shared/modules/grid/mediation/mediation.rules.ts';
import type { Agree, FollowUp, MediationChange, MediationDraft, MediationSheet, SessionDraft } from '#shared/modules/grid/mediation/mediation.schema.ts';
import { isGridInScope } from '../register/scope.ts';
import type { MediationRecord, StepRecord } from './mediations.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const TABLE = 'mediation';

export function getMediation(work: Work, { id }: { readonly id: string }): MediationSheet {
  const row = work.mediations.row(work.actor, id) ?? fail('record/not-found', {});
  return { ...row, steps: work.mediations.steps.of(id), confirmUntil: confirmUntil(row) };
}

/** The stored case the actor may see. */
function caseOf(work: Work, one: Versioned): MediationRecord {
  if (!work.mediations.row(work.actor, one.id)) fail('record/not-found', {});
  return current<MediationRecord>(work, work.mediations, one);
}

/** Errors: `mediation/grid-needed` for who sees only some grids, `record/not-found` for a party or grid nobody knows. */
function checkCase(work: Work, draft: MediationDraft, own: MediationRecord | null): void {
  if (!isGridInScope(work.actor, draft.gridId)) fail('mediation/grid-needed', {});
  if (draft.gridId !== null && draft.gridId !== own?.gridId && work.grids.find(draft.gridId)?.status !== 'active') fail('record/not-found', {});
  checkPast(work, draft.appliedOn);
  const before = own?.parties ?? [];
  for (const { personId, bodyId } of draft.parties) {
    if (personId !== null && !before.some((party) => party.personId === personId) && work.persons.find(work.actor, personId)?.removedAt !== null) fail('record/not-found', {});
    if (bodyId !== null && !before.some((party) => party.bodyId === bodyId) && !work.bodies.find(bodyId)) fail('record/not-found', {});
  }
}

/** What lies ahead has not happened. Error: `mediation/lies-ahead`. */
function checkPast(work: Work, day: string): void {
  if (day > work.today) fail('mediation/lies-ahead', { today: work.today });
}

/** Error: `mediation/not-possible-now` where the state machine knows no such move. */
function movedTo(mediation: MediationRecord, move: MediationMove, form: MediationRecord['form'] = null): MediationRecord['state'] {
  return stateAfter(mediation.state, move, form) ?? fail('mediation/not-possible-now', { no: mediation.no, state: mediation.state });
}

function written(work: Work, mediation: MediationRecord, action: string, values: Partial<MediationRecord>, more: readonly RecordChange[] = []): MediationSheet {
  const change = rewritten<MediationRecord>(work, work.mediations, mediation, values);
  work.record({ action, entity: TABLE, entityId: mediation.id, detail: { no: mediation.no, state: values.state ?? mediation.state }, changes: [change, ...more] });
  return getMediation(work, mediation);
}

export function createMediation(work: Work, draft: MediationDraft): MediationSheet {
  checkCase(work, draft, null);
  const year = draft.appliedOn.slice(0, 4);
  const mediation: MediationRecord = {
    ...begun(work), removedAt: null, ...draft, no: mediationNo(year, work.mediations.given(work.actor.communityId, year) + 1), state: 'open',
    form: null, agreement: '', performance: '', agreedOn: null, signedOn: null, performBy: null, followUpOn: null, performed: null, endReason: '',
  };
  work.mediations.insert(mediation);
  work.record({ action: 'mediation.created', entity: TABLE, entityId: mediation.id, detail: { no: mediation.no }, changes: [work.rows.change(TABLE, mediation.id, undefined)] });
  return getMediation(work, mediation);
}

/** A case that was agreed on or has ended stays as it was written. Error: `mediation/not-possible-now`. */
export function updateMediation(work: Work, { id, version, ...draft }: MediationChange): MediationSheet {
  const mediation = caseOf(work, { id, version });
  if (!isMediationOpen(mediation.state)) fail('mediation/not-possible-now', { no: mediation.no, state: mediation.state });
  checkCase(work, draft, mediation);
  return written(work, mediation, 'mediation.changed', draft);
}

function addStep(work: Work, mediation: MediationRecord, step: Omit<StepRecord, keyof ReturnType<typeof begun> | 'removedAt' | 'mediationId'>): RecordChange {
  const record = { ...begun(work), removedAt: null, mediationId: mediation.id, ...step };
  work.mediations.steps.insert(record);
  return work.rows.change('mediation_step', record.id, undefined);
}

/** What was said at one sitting; it settles the day that was fixed for it. */
export function addMediationSession(work: Work, { id, version, nextSessionOn, ...session }: SessionDraft): MediationSheet {
  const mediation = caseOf(work, { id, version });
  if (!isMediationOpen(mediation.state)) fail('mediation/not-possible-now', { no: mediation.no, state: mediation.state });
  checkPast(work, session.heldOn);
  const step = addStep(work, mediation, { kind: 'session', performed: null, ...session });
  return written(work, mediation, 'mediation.session-held', { nextSessionOn }, [step]);
}

/** Errors: `mediation/not-possible-now`, `mediation/lies-ahead`, `mediation/days-reversed` for a follow-up or a term before the agreement. */
export function agreeMediation(work: Work, { id, version, ...agreed }: Agree): MediationSheet {
  const mediation = caseOf(work, { id, version });
  checkPast(work, agreed.agreedOn);
  if (agreed.followUpOn < agreed.agreedOn || (agreed.performBy !== null && agreed.performBy < agreed.agreedOn) || agreed.agreedOn < mediation.appliedOn) fail('mediation/days-reversed', {});
  return written(work, mediation, 'mediation.agreed', { ...agreed, state: movedTo(mediation, 'agree', agreed.form), signedOn: null, nextSessionOn: null, performed: null, endReason: '' });
}

/** The parties have signed: from here on the agreement is in force. */
export function signMediation(work: Work, { id, version, signedOn }: Versioned & { readonly signedOn: string }): MediationSheet {
  const mediation = caseOf(work, { id, version });
  checkPast(work, signedOn);
  if (signedOn < (mediation.agreedOn ?? signedOn)) fail('mediation/days-reversed', {});
  return written(work, mediation, 'mediation.signed', { signedOn, state: movedTo(mediation, 'sign') });
}

export function endMediation(work: Work, { id, version, how, reason }: Versioned & { readonly how: 'fail' | 'withdraw'; readonly reason: string }): MediationSheet {
  const mediation = caseOf(work, { id, version });
  return written(work, mediation, 'mediation.ended', { state: movedTo(mediation, how), endReason: reason, nextSessionOn: null, followUpOn: null });
}

/** What was agreed stays to be read until there is a new agreement. */
export function reopenMediation(work: Work, { id, version, reason }: Versioned & { readonly reason: string }): MediationSheet {
  const mediation = caseOf(work, { id, version });
  return written(work, mediation, 'mediation.reopened', { state: movedTo(mediation, 'reopen'), endReason: reason, followUpOn: null });
}

/** Looks after an agreement in force (People's Mediation Law, article 31): fixes the next day, or closes the case. */
export function followUpMediation(work: Work, { id, version, nextOn, ...followUp }: FollowUp): MediationSheet {
  const mediation = caseOf(work, { id, version });
  const state = movedTo(mediation, nextOn === null ? 'close' : 'follow-up');
  checkPast(work, followUp.heldOn);
  if (nextOn !== null && nextOn <= followUp.heldOn) fail('mediation/days-reversed', {});
  const step = addStep(work, mediation, { kind: 'follow-up', place: '', present: [], ...followUp });
  return written(work, mediation, 'mediation.followed-up', { state, performed: followUp.performed, followUpOn: nextOn }, [step]);
}

export function removeMediation(work: Work, one: Versioned): Record<string, never> {
  const mediation = caseOf(work, one);
  const change = rewritten<MediationRecord>(work, work.mediations, mediation, { removedAt: work.clock.now().toISOString() });
  work.record({ action: 'mediation.removed', entity: TABLE, entityId: one.id, detail: { no: mediation.no }, changes: [change] });
  return {};
}
