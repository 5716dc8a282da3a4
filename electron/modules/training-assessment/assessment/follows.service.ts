import { begun, current, rewritten } from '#electron/database/record-store.ts';
import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { askedFor, isForPosts } from '#shared/modules/staff/rewards/nomination.rules.ts';
import { destinationOf } from '#shared/modules/training-assessment/assessment/follow.rules.ts';
import type { FollowDecision, FollowRow, HandOn } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { insertNeed } from '../training/needs.service.ts';
import type { FollowRecord } from './results.repository.ts';
import { notOwn, seen } from './sheet.service.ts';
import type { SheetRecord } from './sheets.repository.ts';

type Handed = Pick<FollowRecord, 'caseId' | 'needId'> & { readonly change: RecordChange };

/** A case of the ledger, put up by whoever decided; the chain of command decides it. Errors: `assessment/rule-unsuited`, `reward/rule-not-for-post`. */
function handToLedger(work: Work, sheet: SheetRecord, to: 'reward' | 'penalty', ruleId: string, facts: string): Handed {
  const rule = work.rewardRules.find(ruleId);
  const member = work.gridMembers.find(sheet.subjectId);
  if (rule?.removedAt !== null || member?.removedAt !== null) return fail('record/not-found', {});
  const happenedOn = localDay(new Date(sheet.archivedAt ?? sheet.updatedAt));
  if (rule.kind !== to) fail('assessment/rule-unsuited', { rule: rule.name });
  if (!isForPosts(rule, work.posts.heldBy(member.id, happenedOn))) fail('reward/rule-not-for-post', { rule: rule.name, name: member.name });
  const order = work.codeTables.items('staff-grade').filter(({ active }) => active).map(({ code }) => code);
  const one = {
    ...begun(work), ...askedFor(rule, member.grade, order, null), removedAt: null, memberId: member.id, happenedOn, facts,
    proposedBy: work.actor.userId, proposerName: work.actor.displayName, proposedOn: work.today, status: 'proposed' as const, decidedBy: null, deciderName: '', decidedOn: null, decision: '',
  };
  work.rewardCases.insert(one);
  return { caseId: one.id, needId: null, change: work.rows.change('reward_case', one.id, undefined) };
}

function handToTraining(work: Work, { subjectId }: SheetRecord, { subject, dueOn }: { readonly subject: string; readonly dueOn: string | null }, reason: string): Handed {
  const { id, change } = insertNeed(work, { kind: 'low-indicator', memberId: subjectId, subject, reason, raisedOn: work.today, dueOn });
  return { caseId: null, needId: id, change };
}

/** Hands a confirmed consequence on, once: what it became before stands. Error: `assessment/hand-on-missing`. */
function handOn(work: Work, follow: FollowRecord, sheet: SheetRecord, asked: HandOn | null, reason: string): Handed | null {
  const to = destinationOf(follow.code, sheet.subjectKind);
  if (to === 'sheet' || follow.caseId !== null || follow.needId !== null) return null;
  if (to === 'training') return asked?.to === 'training' ? handToTraining(work, sheet, asked, reason) : fail('assessment/hand-on-missing', { to });
  return asked?.to === 'ledger' ? handToLedger(work, sheet, to, asked.ruleId, reason) : fail('assessment/hand-on-missing', { to });
}

/**
 * What the rule proposed is done or left by a person, with the reason; done, it is handed on in the same act (domain.md 3.4, M6, M9).
 * Errors: `assessment/already-decided`, `assessment/not-now`, and those of handing on.
 */
export function decideFollow(work: Work, { confirmed, reason, handOn: asked, ...one }: FollowDecision): FollowRow {
  const follow = current(work, work.assessmentResults.follow, one);
  if (follow.state !== 'proposed') fail('assessment/already-decided', {});
  const { sheet } = seen(work, follow.sheetId);
  notOwn(work, sheet);
  if (sheet.state !== 'archived') fail('assessment/not-now', { state: sheet.state });
  const handed = confirmed ? handOn(work, follow, sheet, asked, reason) : null;
  const change = rewritten(work, work.assessmentResults.follow, follow, {
    state: confirmed ? 'confirmed' : 'dismissed', reason, decidedBy: work.actor.userId, decidedName: work.actor.displayName, decidedAt: work.clock.now().toISOString(), ...(handed && { caseId: handed.caseId, needId: handed.needId }),
  });
  work.record({ action: confirmed ? 'assessment-follow.confirmed' : 'assessment-follow.dismissed', entity: 'assessment_follow', entityId: follow.id, detail: { code: follow.code, handedOn: handed !== null }, changes: [change, ...(handed ? [handed.change] : [])] });
  return work.assessmentResults.follows({ id: follow.id })[0] ?? fail('record/not-found', {});
}

const UNDECIDED = { state: 'proposed' as const, reason: '', decidedBy: null, decidedName: '', decidedAt: null };

/**
 * A result that is opened again takes back what was handed on from it and still waits: a case nobody decided, a need nobody planned. What the chain of
 * command approved stays in the ledger, which says that its result was opened again.
 */
export function takeBackFollows(work: Work, sheetId: string): RecordChange[] {
  const removedAt = work.clock.now().toISOString();
  return work.assessmentResults.followsOf(sheetId).filter(({ state }) => state === 'confirmed').flatMap((follow) => {
    const handed = follow.caseId === null ? undefined : work.rewardCases.find(follow.caseId);
    const need = follow.needId === null ? undefined : work.trainingNeeds.find(follow.needId);
    const waits = [
      ...(handed?.status === 'proposed' && handed.removedAt === null ? [rewritten(work, work.rewardCases, handed, { removedAt })] : []),
      ...(need?.state === 'open' && need.removedAt === null ? [rewritten(work, work.trainingNeeds, need, { removedAt })] : []),
    ];
    return waits.length === 0 ? [] : [rewritten(work, work.assessmentResults.follow, follow, { ...UNDECIDED, caseId: null, needId: null }), ...waits];
  });
}

/**
 * Brings what follows into line with a new result: what no longer follows goes, or is put before people again when they had decided it; what newly
 * follows is proposed.
 */
export function proposeFollows(work: Work, sheetId: string, wanted: readonly string[]): RecordChange[] {
  const present = work.assessmentResults.followsOf(sheetId);
  const stale = present.filter(({ code }) => !wanted.includes(code)).map((follow) => rewritten(work, work.assessmentResults.follow, follow, follow.state === 'proposed' ? { removedAt: work.clock.now().toISOString() } : UNDECIDED));
  const fresh = wanted.filter((code) => !present.some((follow) => follow.code === code)).map((code) => {
    const follow: FollowRecord = { ...begun(work), ...UNDECIDED, removedAt: null, sheetId, code, caseId: null, needId: null };
    work.assessmentResults.follow.insert(follow);
    return work.rows.change('assessment_follow', follow.id, undefined);
  });
  return [...stale, ...fresh];
}
