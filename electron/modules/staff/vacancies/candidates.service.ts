import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { gridMemberDraftSchema } from '#shared/modules/staff/grid-member.schema.ts';
import { checkConditions, mayBeAppointed, unmet, type ConditionResult } from '#shared/modules/staff/posts/condition.rules.ts';
import type { Candidate, CandidateChange, CandidateDraft, Exemption } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import { inService, memberOf, putMember } from '../people/people.service.ts';
import { appointed } from '../posts/appointments.service.ts';
import { factsOf } from '../posts/posts.service.ts';
import { added, begunRemovable, current, present, rewritten } from '#electron/database/record-store.ts';
import type { CandidateRecord, ExemptionRecord, VacancyRecord } from './vacancies.repository.ts';

type Versioned = { readonly id: string; readonly version: number };

/** Each condition of the post against a candidate: of the team by the record, of others by what was written down. */
function resultsOf(work: Work, candidate: CandidateRecord, vacancy: VacancyRecord): ConditionResult[] {
  const member = candidate.memberId === null ? undefined : work.gridMembers.find(candidate.memberId);
  const facts = member ? factsOf(work, member, candidate.met) : candidate;
  return checkConditions(present(work.posts, vacancy.postId).conditions, facts, work.today);
}

const shownExemption = (work: Work, { id, version, conditions, reason, proposerName, proposedAt, proposedBy, status, deciderName, decidedAt, decision }: ExemptionRecord): Exemption => ({
  id, version, conditions: [...conditions], reason, proposerName, proposedAt, isOwn: proposedBy === work.actor.userId, status, deciderName, decidedAt, decision,
});
const exempted = (work: Work, candidateId: string): string[] => work.candidates.exemptionsOf(candidateId).filter(({ status }) => status === 'approved').flatMap(({ conditions }) => conditions);

function shown(work: Work, candidate: CandidateRecord): Candidate {
  const results = resultsOf(work, candidate, present(work.vacancies, candidate.vacancyId));
  const { id, version, vacancyId, memberId, name, sex, birthOn, education, profession, gridMonths, privatePhone, met, appliedOn, note, status, decision } = candidate;
  return {
    id, version, vacancyId, memberId, name, sex, birthOn, education, profession, gridMonths, privatePhone: null, privatePhoneMasked: maskPhone(privatePhone), met: [...met], appliedOn, note, status, decision,
    results,
    isFit: mayBeAppointed(results, exempted(work, id)),
    exemptions: work.candidates.exemptionsOf(id).map((exemption) => shownExemption(work, exemption)),
  };
}
const candidateOf = (work: Work, id: string): Candidate => shown(work, present(work.candidates, id));
export const listCandidates = (work: Work, { vacancyId }: { readonly vacancyId: string }): Candidate[] => work.candidates.ofVacancy(present(work.vacancies, vacancyId).id).map((candidate) => shown(work, candidate));

function openVacancyOf(work: Work, id: string): VacancyRecord {
  const vacancy = present(work.vacancies, id);
  return vacancy.status === 'open' ? vacancy : fail('vacancy/ended', {});
}

/** One of the team stands under the name of the record; nobody applies twice. Errors: `vacancy/ended`, `candidate/already-there`, `grid-member/has-left`. */
function checked(work: Work, draft: CandidateDraft, ownId: string | null): CandidateDraft {
  openVacancyOf(work, draft.vacancyId);
  const name = draft.memberId === null ? draft.name : inService(work, draft.memberId, work.today).name;
  const same = draft.memberId === null ? undefined : work.candidates.ofVacancy(draft.vacancyId).find(({ memberId, id }) => memberId === draft.memberId && id !== ownId);
  if (same) fail('candidate/already-there', { name });
  return { ...draft, name, privatePhone: normalisePhone(draft.privatePhone) };
}

export function addCandidate(work: Work, draft: CandidateDraft): Candidate {
  const candidate = { ...begunRemovable(work), ...checked(work, draft, null), status: 'applied' as const, decision: '' };
  work.record({ action: 'candidate.added', entity: 'candidate', entityId: candidate.id, changes: [added(work, work.candidates, candidate)] });
  return candidateOf(work, candidate.id);
}

function undecided(work: Work, one: Versioned): CandidateRecord {
  const candidate = current(work, work.candidates, one);
  return candidate.status === 'applied' ? candidate : fail('candidate/decided', { name: candidate.name });
}

export function updateCandidate(work: Work, { id, version, ...draft }: CandidateChange): Candidate {
  const candidate = undecided(work, { id, version });
  if (draft.vacancyId !== candidate.vacancyId) fail('record/not-found', {});
  const values = checked(work, { ...draft, privatePhone: draft.privatePhone ?? candidate.privatePhone }, id);
  work.record({ action: 'candidate.changed', entity: 'candidate', entityId: id, changes: [rewritten(work, work.candidates, candidate, values)] });
  return candidateOf(work, id);
}

export function refuseCandidate(work: Work, { reason, ...one }: Versioned & { readonly reason: string }): Record<string, never> {
  const candidate = undecided(work, one);
  work.record({ action: 'candidate.refused', entity: 'candidate', entityId: one.id, detail: { reason }, changes: [rewritten(work, work.candidates, candidate, { status: 'refused', decision: reason })] });
  return {};
}

/** Asks in writing to free a candidate from conditions that are not met. Errors: `exemption/nothing-to-exempt`, `exemption/waiting`. */
export function proposeExemption(work: Work, { candidateId, conditions, reason }: { readonly candidateId: string; readonly conditions: readonly string[]; readonly reason: string }): Exemption {
  const { version } = present(work.candidates, candidateId);
  const candidate = undecided(work, { id: candidateId, version });
  const open = unmet(resultsOf(work, candidate, openVacancyOf(work, candidate.vacancyId)));
  if (conditions.some((kind) => !open.includes(kind))) fail('exemption/nothing-to-exempt', {});
  if (work.candidates.exemptionsOf(candidateId).some(({ status }) => status === 'proposed')) fail('exemption/waiting', {});
  const exemption = { ...begunRemovable(work), candidateId, conditions: [...conditions], reason, proposedBy: work.actor.userId, proposerName: work.actor.displayName, proposedAt: work.clock.now().toISOString(), status: 'proposed' as const, decidedBy: null, deciderName: '', decidedAt: null, decision: '' };
  work.record({ action: 'exemption.proposed', entity: 'condition_exemption', entityId: exemption.id, detail: { conditions: conditions.length }, changes: [added(work, work.candidates.exemptions, exemption)] });
  return shownExemption(work, exemption);
}

/** Decided by somebody else than who asked. Errors: `exemption/own-proposal`, `exemption/decided`. */
export function decideExemption(work: Work, { approve, decision, ...one }: Versioned & { readonly approve: boolean; readonly decision: string }): Exemption {
  const exemption = current(work, work.candidates.exemptions, one);
  if (exemption.status !== 'proposed') fail('exemption/decided', {});
  if (exemption.proposedBy === work.actor.userId) fail('exemption/own-proposal', {});
  const status = approve ? ('approved' as const) : ('refused' as const);
  work.record({ action: approve ? 'exemption.approved' : 'exemption.refused', entity: 'condition_exemption', entityId: one.id, changes: [rewritten(work, work.candidates.exemptions, exemption, { status, decidedBy: work.actor.userId, deciderName: work.actor.displayName, decidedAt: work.clock.now().toISOString(), decision })] });
  return shownExemption(work, present(work.candidates.exemptions, one.id));
}

/** The record of somebody who was not of the team yet; what is not known stays empty. */
function newMember(work: Work, candidate: CandidateRecord, gridId: string | null, fromOn: string): { readonly id: string; readonly change: RecordChange } {
  const { name, sex, birthOn, education, profession, gridMonths, privatePhone } = candidate;
  const draft = gridMemberDraftSchema.parse({ name, phone: '', sex, birthOn, idNumber: '', employment: 'full-time', political: '', education, registeredOn: fromOn, gridId, note: '', profession, earlierMonths: gridMonths, startedOn: fromOn, privatePhone });
  return putMember(work, draft);
}

/**
 * Appoints a candidate who meets every condition or was exempted: makes the record of a newcomer, the appointment, and ends the vacancy with
 * its last seat, in one act. Errors: `post/conditions-not-met`, and those of `appointed`.
 */
export function appointCandidate(work: Work, { fromOn, reason, ...one }: Versioned & { readonly fromOn: string; readonly reason: string }): Candidate {
  const candidate = undecided(work, one);
  const vacancy = openVacancyOf(work, candidate.vacancyId);
  const open = unmet(resultsOf(work, candidate, vacancy)).filter((kind) => !exempted(work, candidate.id).includes(kind));
  if (open.length > 0) fail('post/conditions-not-met', { name: candidate.name, count: open.length });
  const made = candidate.memberId === null ? newMember(work, candidate, vacancy.gridId, fromOn) : null;
  const memberId = made?.id ?? memberOf(work, candidate.memberId ?? '').id;
  const { changes } = appointed(work, { memberId, postId: vacancy.postId, gridId: vacancy.gridId, fromOn, untilOn: null, reason }, candidate.id);
  const own = rewritten(work, work.candidates, candidate, { status: 'appointed', memberId, decision: reason });
  const taken = work.candidates.ofVacancy(vacancy.id).filter(({ status }) => status === 'appointed').length;
  const filled = taken >= vacancy.seats ? [rewritten(work, work.vacancies, vacancy, { status: 'filled', endedOn: work.today })] : [];
  work.record({ action: 'candidate.appointed', entity: 'candidate', entityId: candidate.id, detail: { post: present(work.posts, vacancy.postId).name }, changes: [own, ...(made === null ? [] : [made.change]), ...changes, ...filled] });
  return candidateOf(work, candidate.id);
}
