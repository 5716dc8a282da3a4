import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { chainAbove, mayDecideAbout } from '#shared/modules/staff/people/chain.rules.ts';
import { gradeAfter } from '#shared/modules/staff/rewards/grade.rules.ts';
import { askedFor, isForPosts } from '#shared/modules/staff/rewards/nomination.rules.ts';
import type { CaseRow, Nomination, RuleDraft, RuleRow } from '#shared/modules/staff/rewards/reward.schema.ts';
import { lastDayToAppeal } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import { memberOf, rewriteMember } from '../people/people.service.ts';
import { added, begunRemovable, current, present, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { StoredCase } from './rewards.repository.ts';

type Versioned = { readonly id: string; readonly version: number };

const ruleRow = (work: Work, id: string): RuleRow => work.rewardRules.row(id) ?? fail('record/not-found', {});

function checkName(work: Work, name: string, ownId: string | null): void {
  const same = work.rewardRules.findByName(work.actor.communityId, name);
  if (same && same.id !== ownId) fail('reward/rule-name-taken', { name });
}

export function addRewardRule(work: Work, draft: RuleDraft): RuleRow {
  checkName(work, draft.name, null);
  const rule = { ...begunRemovable(work), ...draft };
  work.record({ action: 'reward-rule.added', entity: 'reward_rule', entityId: rule.id, detail: { name: draft.name }, changes: [added(work, work.rewardRules, rule)] });
  return ruleRow(work, rule.id);
}

export function updateRewardRule(work: Work, { id, version, ...draft }: Versioned & RuleDraft): RuleRow {
  const rule = current(work, work.rewardRules, { id, version });
  checkName(work, draft.name, id);
  work.record({ action: 'reward-rule.changed', entity: 'reward_rule', entityId: id, detail: { name: draft.name }, changes: [rewritten(work, work.rewardRules, rule, draft)] });
  return ruleRow(work, id);
}

export function removeRewardRule(work: Work, one: Versioned): Record<string, never> {
  const rule = current(work, work.rewardRules, one);
  work.record({ action: 'reward-rule.removed', entity: 'reward_rule', entityId: one.id, detail: { name: rule.name }, changes: [takenOut(work, work.rewardRules, rule)] });
  return {};
}

/** Whether the actor may decide a case: signed in as somebody of the team who stands above the person, and not the one who proposed it. */
export function mayDecideCase(work: Work, { memberId, proposedBy }: { readonly memberId: string; readonly proposedBy: string }): boolean {
  const own = work.gridMembers.findByAccount(work.actor.userId);
  return mayDo(work.actor.roles, 'rewards.decide') && own !== undefined && own.leftOn === null && proposedBy !== work.actor.userId && mayDecideAbout(own.id, memberId, work.gridMembers.superiorOf);
}

/** A case with who stands above the person. */
export function shownCase(work: Work, { proposedBy, ...row }: StoredCase): CaseRow {
  const chain = chainAbove(row.memberId, work.gridMembers.superiorOf).flatMap((id) => work.gridMembers.find(id)?.name ?? []);
  return { ...row, chain, mayDecide: row.status === 'proposed' && mayDecideCase(work, { memberId: row.memberId, proposedBy }) };
}
export const getRewardCase = (work: Work, { id }: { readonly id: string }): CaseRow => shownCase(work, work.rewardCases.row(id) ?? fail('record/not-found', {}));

/** The grades that can be given, in their order. */
const gradeOrder = (work: Work): string[] => work.codeTables.items('staff-grade').filter(({ active }) => active).map(({ code }) => code);

/** Puts somebody up for what a rule says. Errors: `reward/lies-ahead`, `reward/rule-not-for-post`, `record/not-found`. */
export function nominate(work: Work, { memberId, ruleId, happenedOn, facts, amountFen }: Nomination): CaseRow {
  const member = memberOf(work, memberId);
  const rule = present(work.rewardRules, ruleId);
  if (happenedOn > work.today) fail('reward/lies-ahead', { today: work.today });
  if (!isForPosts(rule, work.posts.heldBy(memberId, happenedOn))) fail('reward/rule-not-for-post', { rule: rule.name, name: member.name });
  const nominated = {
    ...begunRemovable(work), ...askedFor(rule, member.grade, gradeOrder(work), amountFen), memberId, happenedOn, facts,
    proposedBy: work.actor.userId, proposerName: work.actor.displayName, proposedOn: work.today, status: 'proposed' as const, decidedBy: null, deciderName: '', decidedOn: null, decision: '',
  };
  work.record({ action: 'reward.proposed', entity: 'reward_case', entityId: nominated.id, detail: { name: member.name, rule: rule.name }, changes: [added(work, work.rewardCases, nominated)] });
  return getRewardCase(work, nominated);
}

/**
 * What follows from an assessment is approved only while its result stands: nobody appeals, and for a penalty the time to appeal is over.
 * Errors: `reward/result-open`, `reward/appeal-time`.
 */
function checkResult(work: Work, { id, kind }: { readonly id: string; readonly kind: string }, name: string): void {
  const ground = work.assessmentResults.groundOf(id);
  if (!ground) return;
  if (ground.followState !== 'confirmed' || ground.sheetState !== 'archived' || ground.archivedAt === null || ground.openAppeals > 0) return fail('reward/result-open', { name });
  const until = lastDayToAppeal(localDay(new Date(ground.archivedAt)), ground.appealDays, work.calendar.published());
  if (kind === 'penalty' && work.today <= until) fail('reward/appeal-time', { name, until });
}

/**
 * Decides a case along the chain of command; the grade follows in the same act, from the grade the person has now.
 * Errors: `reward/decided`, `reward/own-proposal`, `reward/decider-unknown` when the account belongs to nobody of the team, `reward/not-in-chain`, and those of a result that does not stand.
 */
export function decideReward(work: Work, { approve, decision, ...one }: Versioned & { readonly approve: boolean; readonly decision: string }): CaseRow {
  const proposed = current(work, work.rewardCases, one);
  if (proposed.status !== 'proposed') fail('reward/decided', {});
  if (proposed.proposedBy === work.actor.userId) fail('reward/own-proposal', {});
  const own = work.gridMembers.findByAccount(work.actor.userId) ?? fail('reward/decider-unknown', {});
  const member = memberOf(work, proposed.memberId);
  if (!mayDecideCase(work, proposed)) fail('reward/not-in-chain', { name: member.name });
  if (approve) checkResult(work, proposed, member.name);
  const order = gradeOrder(work);
  const step = order.indexOf(proposed.gradeBecomes) - order.indexOf(proposed.gradeWas);
  const grade = proposed.gradeBecomes === proposed.gradeWas ? member.grade : gradeAfter(member.grade, Math.sign(step), order);
  const values = { status: approve ? ('approved' as const) : ('refused' as const), decidedBy: work.actor.userId, deciderName: own.name, decidedOn: work.today, decision, ...(approve && { gradeWas: member.grade, gradeBecomes: grade }) };
  const changes = [rewritten(work, work.rewardCases, proposed, values), ...(approve && grade !== member.grade ? [rewriteMember(work, member, { grade })] : [])];
  work.record({ action: approve ? 'reward.approved' : 'reward.refused', entity: 'reward_case', entityId: one.id, detail: { name: member.name }, changes });
  return getRewardCase(work, one);
}
