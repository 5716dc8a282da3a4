import { begun } from '#electron/database/record-store.ts';
import { localDay } from '#electron/database/unit-of-work.ts';
import { askedFor, isForPosts } from '#shared/modules/staff/rewards/nomination.rules.ts';
import { destinationOf, rulesFor } from '#shared/modules/training-assessment/assessment/follow.rules.ts';
import type { FollowRecord } from '../results.repository.ts';
import type { SheetRecord } from '../sheets.repository.ts';
import type { Given } from './write-plan.ts';

export const REASON = '经站务会讨论同意';
const NOTHING = { caseId: null, needId: null } as const;

/** What a consequence of the year that is over became: a case that the head approved, or a need that was met. */
export function handOnInvented({ work, written, officer }: Given, sheet: SheetRecord, code: string): Pick<FollowRecord, 'caseId' | 'needId'> {
  const to = destinationOf(code, sheet.subjectKind);
  const day = localDay(new Date(sheet.archivedAt ?? sheet.updatedAt));
  const member = work.gridMembers.find(sheet.subjectId);
  if (to === 'sheet' || !member) return NOTHING;
  if (to === 'training') {
    const need = { ...begun(work), removedAt: null, kind: 'low-indicator' as const, memberId: member.id, subject: '网格走访与登记', reason: REASON, raisedOn: day, dueOn: null, state: 'met' as const, classId: null, outcome: '已参加网格员业务培训班' };
    work.trainingNeeds.insert(need);
    written('training_need', need.id);
    return { caseId: null, needId: need.id };
  }
  const rule = rulesFor(code, work.rewardRules.list()).find((one) => isForPosts(one, work.posts.heldBy(member.id, day)));
  if (!rule) return NOTHING;
  const one = {
    ...begun(work), ...askedFor({ ...rule, gradeStep: 0 }, member.grade, [], null), removedAt: null, memberId: member.id, happenedOn: day, facts: REASON, proposedBy: officer, proposerName: '演示站长', proposedOn: day,
    status: 'approved' as const, decidedBy: work.clock.newId(), deciderName: '街道联系社区干部', decidedOn: day, decision: '同意',
  };
  work.rewardCases.insert(one);
  written('reward_case', one.id);
  return { caseId: one.id, needId: null };
}
