import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseRow, RuleRow } from '#shared/modules/staff/rewards/reward.schema.ts';
import type { AppealRow, FollowRow, Sheet } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import type { NeedRow } from '#shared/modules/training-assessment/training/need.schema.ts';
import { accountOf, archivedSheet, member, sheetOf, versioned } from '#tests/support/assessment.ts';
import { COLLEAGUE, staffOf } from '#tests/support/staff.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const A = 'trainingAssessment';
const THIRD = { roles: ['supervisor'], userId: accountOf(3), sessionId: accountOf(93) } as const;
const RULES = { bonus: { name: '年度优秀', kind: 'reward', form: 'bonus', amountFen: 100_000 }, talk: { name: '不合格约谈', kind: 'penalty', form: 'talk', amountFen: 0 } } as const;
let desk: Workstation;
let memberId: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  const head = await staffOf(desk).member('站长', { accountId: COLLEAGUE.userId });
  memberId = (await desk.done<{ id: string }>('staff.createGridMember', member('张磊', null, { superiorId: head.id }))).id;
  desk.sqlite().prepare(`INSERT INTO account (id, community_id, created_at, updated_at, name, display_name, roles, grid_ids, status, must_change_password) VALUES (?, 'c', '', '', 'u3', '用户3', '["supervisor"]', '[]', 'active', 0)`).run(accountOf(3));
});
afterEach(() => desk.close());

const ruleOf = (kind: keyof typeof RULES, values: Record<string, unknown> = {}) => desk.done<RuleRow>('staff.addRewardRule', { gradeStep: 0, basis: '奖惩办法第六条', ...RULES[kind], ...values });
const decided = (follow: FollowRow | undefined, handOn: unknown, confirmed = true) => ({ ...versioned(follow ?? { id: '', version: 0 }), confirmed, reason: '站务会讨论同意', handOn });
const cases = () => desk.done<CaseRow[]>('staff.listRewardCases', { filter: { memberId } });
const needs = () => desk.done<NeedRow[]>(`${A}.listTrainingNeeds`, { filter: { memberId } });
const followOf = async (sheet: Sheet, code: string) => (await sheetOf(desk, sheet.id)).follows.find((follow) => follow.code === code);
const approve = (row: CaseRow | undefined) => desk.callAs(COLLEAGUE, 'staff.decideReward', { id: row?.id, version: row?.version, approve: true, decision: '同意' });

describe('what is decided about a result', () => {
  it('becomes one case of the ledger in the act of the decision, seen from the sheet and from the ledger', async () => {
    const rule = await ruleOf('bonus');
    const penalty = await ruleOf('talk');
    const sheet = await archivedSheet(desk, memberId, 95_000);
    const reward = await followOf(sheet, 'reward');
    expect(await desk.refused(`${A}.decideFollow`, decided(reward, null))).toBe('assessment/hand-on-missing');
    expect(await desk.refused(`${A}.decideFollow`, decided(reward, { to: 'training', subject: '走访', dueOn: null }))).toBe('assessment/hand-on-missing');
    expect(await desk.refused(`${A}.decideFollow`, decided(reward, { to: 'ledger', ruleId: penalty.id }))).toBe('assessment/rule-unsuited');
    expect(await cases()).toEqual([]);
    const entries = desk.count('audit_entry');
    const done = await desk.done<FollowRow>(`${A}.decideFollow`, decided(reward, { to: 'ledger', ruleId: rule.id }));
    expect(desk.count('audit_entry')).toBe(entries + 1);
    const [row] = await cases();
    expect(done).toMatchObject({ state: 'confirmed', caseId: row?.id, needId: null, handedState: 'proposed' });
    expect(row).toMatchObject({ status: 'proposed', kind: 'reward', amountFen: 100_000, facts: '站务会讨论同意', sheetId: sheet.id, planTitle: sheet.planTitle, band: 'excellent', isOverturned: false });
    expect(await desk.refused(`${A}.decideFollow`, decided(done, { to: 'ledger', ruleId: rule.id }))).toBe('assessment/already-decided');
    expect(await desk.refused('staff.decideReward', { id: row?.id, version: 1, approve: true, decision: '同意' })).toBe('reward/own-proposal');
    expect(await approve(row)).toMatchObject({ data: { status: 'approved' } });
    expect(await followOf(sheet, 'reward')).toMatchObject({ handedState: 'approved' });
    expect(await cases()).toHaveLength(1);
  });

  it('goes nowhere when it is left, and into no ledger for what is no person', async () => {
    await ruleOf('bonus');
    const sheet = await archivedSheet(desk, memberId, 95_000);
    expect(await desk.done<FollowRow>(`${A}.decideFollow`, decided(await followOf(sheet, 'reward'), null, false))).toMatchObject({ state: 'dismissed', caseId: null });
    const { id } = await staffOf(desk).grid('北网格');
    const ofGrid = await archivedSheet(desk, id, 95_000, { title: '网格考评', subjectKind: 'grid' });
    expect(await desk.done<FollowRow>(`${A}.decideFollow`, decided(await followOf(ofGrid, 'reward'), null))).toMatchObject({ state: 'confirmed', caseId: null });
    expect(await cases()).toEqual([]);
  });

  it('becomes a training need of the person, and an undo takes decision and need back together', async () => {
    const sheet = await archivedSheet(desk, memberId, 81_000);
    const done = await desk.done<FollowRow>(`${A}.decideFollow`, decided(await followOf(sheet, 'training'), { to: 'training', subject: '到期走访', dueOn: '2026-04-30' }));
    expect(await needs()).toMatchObject([{ id: done.needId, memberName: '张磊', kind: 'low-indicator', subject: '到期走访', dueOn: '2026-04-30', state: 'open', sheetId: sheet.id, planTitle: sheet.planTitle }]);
    await staffOf(desk).undo();
    expect(await followOf(sheet, 'training')).toMatchObject({ state: 'proposed', needId: null });
    expect(await needs()).toEqual([]);
    await desk.done('undo.redo', { seq: (await desk.done<{ redo: { seq: number } | null }>('undo.listNext')).redo?.seq });
    expect(await followOf(sheet, 'training')).toMatchObject({ state: 'confirmed', needId: done.needId });
    expect(await needs()).toHaveLength(1);
  });

  it('is no penalty before the time to appeal is over, nor while somebody appeals; an appeal that is upheld takes back what still waits', async () => {
    const rule = await ruleOf('talk');
    const sheet = await archivedSheet(desk, memberId, 40_000);
    await desk.done<FollowRow>(`${A}.decideFollow`, decided(await followOf(sheet, 'talk'), { to: 'ledger', ruleId: rule.id }));
    const [row] = await cases();
    expect(await approve(row)).toMatchObject({ error: { code: 'reward/appeal-time' } });
    const { appeals: [appeal] } = await desk.done<Sheet>(`${A}.fileAppeal`, { ...versioned(sheet), reason: '走访记录漏记' });
    desk.advance(30 * 86_400_000);
    expect(await approve(row)).toMatchObject({ error: { code: 'reward/result-open' } });
    const upheld = await desk.callAs(THIRD, `${A}.decideAppeal`, { ...versioned(appeal ?? { id: '', version: 0 }), upheld: true, decision: '补记属实' });
    expect((upheld as { data: AppealRow }).data).toMatchObject({ state: 'upheld' });
    expect(await cases()).toEqual([]);
    expect(await followOf(sheet, 'talk')).toMatchObject({ state: 'proposed', caseId: null });
  });

  it('is approved once the time to appeal is over, and stays in the ledger with a remark when the result is opened again', async () => {
    const rule = await ruleOf('bonus');
    const sheet = await archivedSheet(desk, memberId, 95_000);
    await desk.done<FollowRow>(`${A}.decideFollow`, decided(await followOf(sheet, 'reward'), { to: 'ledger', ruleId: rule.id }));
    expect(await approve((await cases())[0])).toMatchObject({ ok: true });
    const { appeals: [appeal] } = await desk.done<Sheet>(`${A}.fileAppeal`, { ...versioned(sheet), reason: '分数偏低' });
    await desk.callAs(THIRD, `${A}.decideAppeal`, { ...versioned(appeal ?? { id: '', version: 0 }), upheld: true, decision: '属实' });
    expect(await cases()).toMatchObject([{ status: 'approved', isOverturned: true }]);
    expect(await followOf(sheet, 'reward')).toMatchObject({ state: 'confirmed', handedState: 'approved' });
  });

  it('is entered only under a rule that is for the post the person held', async () => {
    const { post, appoint } = staffOf(desk);
    const [first, second] = [await post({ name: '网格员', level: 'grid' }), await post({ name: '窗口', level: 'station' })];
    await appoint(memberId, first.id, { fromOn: '2026-01-01' });
    const [fits, other] = [await ruleOf('bonus', { postId: first.id, level: 'grid' }), await ruleOf('bonus', { name: '窗口之星', postId: second.id })];
    expect(fits).toMatchObject({ postName: '网格员' });
    const nominate = (ruleId: string) => ({ memberId, ruleId, happenedOn: '2026-03-01', facts: '走访记录完整', amountFen: null });
    expect(await desk.refused('staff.nominate', nominate(other.id))).toBe('reward/rule-not-for-post');
    expect(await desk.refused('staff.nominate', { ...nominate(fits.id), happenedOn: '2025-12-31' })).toBe('reward/rule-not-for-post');
    expect(await desk.done<CaseRow>('staff.nominate', nominate(fits.id))).toMatchObject({ ruleName: '年度优秀' });
    const sheet = await archivedSheet(desk, memberId, 95_000);
    const reward = await followOf(sheet, 'reward');
    expect(await desk.refused(`${A}.decideFollow`, decided(reward, { to: 'ledger', ruleId: other.id }))).toBe('reward/rule-not-for-post');
    expect(await desk.done<FollowRow>(`${A}.decideFollow`, decided(reward, { to: 'ledger', ruleId: fits.id }))).toMatchObject({ state: 'confirmed' });
  });
});
