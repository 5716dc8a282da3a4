import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppealRow, FactRows, FollowRow, Sheet, SheetRow } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { accountOf, enabled, grid, itemDraft, member, planDraft, sheetOf, versioned } from '#tests/support/assessment.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const A = 'trainingAssessment';
const TRAINER = { roles: ['trainer'], userId: accountOf(2), sessionId: accountOf(92) } as const;
const SECOND = { roles: ['supervisor'], userId: accountOf(3), sessionId: accountOf(93) } as const;
let desk: Workstation;
let gridId: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  gridId = (await desk.done<{ id: string }>('grid.createGrid', grid('北网格'))).id;
  await desk.done('staff.createGridMember', member('张磊', gridId));
  const person = await desk.done<{ id: string }>('grid.createPerson', personDraft({ gridId }));
  await desk.done('grid.addToCareGroup', { personId: person.id, kind: 'living-alone', fromOn: '2026-01-05', untilOn: null, level: '', allowanceFen: null, helper: '张磊', nextVisitOn: '2026-02-20', note: '' });
  for (const no of [2, 3, 4, 5, 6]) desk.sqlite().prepare(`INSERT INTO account (id, community_id, created_at, updated_at, name, display_name, roles, grid_ids, status, must_change_password) VALUES (?, 'c', '', '', ?, ?, '["clerk"]', '[]', 'active', 0)`).run(accountOf(no), `u${String(no)}`, `用户${String(no)}`);
});
afterEach(() => desk.close());

const as = async <T>(who: Parameters<Workstation['callAs']>[0], name: string, input: unknown): Promise<T> => {
  const answer = await desk.callAs(who, `${A}.${name}`, input);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.data as T; // the caller names the operation's output
};
const refusedAs = async (who: Parameters<Workstation['callAs']>[0], name: string, input: unknown) => {
  const answer = await desk.callAs(who, `${A}.${name}`, input);
  return answer.ok ? 'done' : answer.error.code;
};
const one = async (): Promise<{ sheet: Sheet; line: (title: string) => string }> => {
  const { sheets: [row] } = await enabled(desk);
  const sheet = await sheetOf(desk, row?.id ?? '');
  return { sheet, line: (title) => sheet.lines.find((item) => item.title === title)?.itemId ?? '' };
};
/** Through all of the cycle up to the scored sheet. */
async function scored(points = 27_000): Promise<{ sheet: Sheet; line: (title: string) => string }> {
  const { sheet: fresh, line } = await one();
  const reported = await desk.done<Sheet>(`${A}.reportSheet`, versioned(fresh));
  for (const [no, rating] of [[4, 90], [5, 80], [6, 10]] as const) await as({ roles: ['clerk'], userId: accountOf(no) }, 'ratePeer', { sheetId: fresh.id, rating });
  await as(TRAINER, 'recordReview', { sheetId: fresh.id, heldOn: '2026-03-01', place: '活动室', satisfied: 8, fair: 2, unsatisfied: 0, note: '' });
  const marked = await as<Sheet>(TRAINER, 'saveSuperior', { ...versioned(reported), marks: [{ itemId: line('上级评分'), score: points, basis: '台账第 3 册', matterNo: '' }] });
  return { sheet: await as<Sheet>(TRAINER, 'scoreSheet', versioned(marked)), line };
}
const sumOf = (sheet: Sheet): number => sheet.lines.reduce((sum, { score }) => sum + (score ?? 0), 0);

describe('a cycle', () => {
  it('goes from enabled to self, reported, scored, archived, and its total is the sum of its lines at every step', async () => {
    const { sheet: fresh, line } = await one();
    expect(fresh).toMatchObject({ state: 'self', total: null, share: 10_000 });
    const self = await desk.done<Sheet>(`${A}.saveSelf`, { ...versioned(fresh), marks: [{ itemId: line('上级评分'), selfScore: 28_000, selfNote: '完成三次专项' }] });
    const reported = await desk.done<Sheet>(`${A}.reportSheet`, versioned(self));
    expect(await desk.refused(`${A}.saveSelf`, { ...versioned(reported), marks: [] })).toBe('assessment/not-now');
    expect(await refusedAs(TRAINER, 'scoreSheet', versioned(reported))).toBe('assessment/too-few-raters');
    for (const no of [4, 5, 6]) await as({ roles: ['clerk'], userId: accountOf(no) }, 'ratePeer', { sheetId: fresh.id, rating: 80 + no });
    expect(await refusedAs(TRAINER, 'scoreSheet', versioned(reported))).toBe('assessment/too-few-raters');
    await as(TRAINER, 'recordReview', { sheetId: fresh.id, heldOn: '2026-03-01', place: '活动室', satisfied: 8, fair: 2, unsatisfied: 0, note: '' });
    await as(TRAINER, 'recordAdjustment', { sheetId: fresh.id, happenedOn: '2026-02-01', points: 2000, reason: '救助老人', basis: '街道通报 12 号' });
    expect(await refusedAs(TRAINER, 'scoreSheet', versioned(reported))).toBe('assessment/not-all-scored');
    const given = (values: Record<string, unknown>) => ({ ...versioned(reported), marks: [{ itemId: line('上级评分'), score: 27_000, basis: '台账第 3 册', matterNo: '', ...values }] });
    expect(await refusedAs(TRAINER, 'saveSuperior', given({ basis: '' }))).toBe('assessment/basis-missing');
    expect(await refusedAs(TRAINER, 'saveSuperior', given({ score: 30_001 }))).toBe('assessment/score-out-of-range');
    const marked = await as<Sheet>(TRAINER, 'saveSuperior', given({}));
    expect(await refusedAs(TRAINER, 'saveSuperior', given({}))).toBe('record/conflict');
    const done = await as<Sheet>(TRAINER, 'scoreSheet', versioned(marked));
    // visits 0 of 30000, grid 2 of 3 checks (a grid nobody drew), superior 27000, peers the middle rating 85 %, residents 18 of 20, events +2000
    expect(done.lines.map(({ title, score }) => [title, score])).toEqual([['走访到位', 0], ['网格底册', expect.any(Number)], ['上级评分', 27_000], ['同事互评', 8500], ['居民评议', 9000], ['加扣分', 2000]]);
    expect(done.total).toBe(sumOf(done));
    const archived = await desk.done<Sheet>(`${A}.archiveSheet`, versioned(done));
    expect(archived).toMatchObject({ state: 'archived', band: 'fail', total: done.total });
    expect(archived.follows.map(({ code, state }) => [code, state])).toEqual([['talk', 'proposed']]);
    for (const [name, more] of [['saveSelf', { marks: [] }], ['saveSuperior', { marks: [] }], ['returnSheet', { reason: '再看看' }], ['reportSheet', {}], ['scoreSheet', {}], ['archiveSheet', {}]] as const) expect(await refusedAs(TRAINER, name, { ...versioned(archived), ...more }), name).toMatch(/assessment\/not-now|auth\/forbidden/);
  });

  it('freezes indicators with their rows at the lock, opens them again only by a return, and always shows rows that add up', async () => {
    const { sheet: fresh, line } = await one();
    const rows = () => desk.done<FactRows>(`${A}.listFactRows`, { sheetId: fresh.id, itemId: line('走访到位') });
    const visits = async () => (await sheetOf(desk, fresh.id)).lines.find(({ title }) => title === '走访到位');
    const serve = async () => desk.done('grid.recordService', { servedOn: '2026-03-02', place: '', kind: 'visit', staff: ['张磊'], personIds: [(await desk.done<{ id: string }[]>('grid.listPersons', {}))[0]?.id], content: '看望', followUp: '', nextVisitOn: null });
    expect(await visits()).toMatchObject({ earned: 0, due: 1, score: 0 });
    const reported = await desk.done<Sheet>(`${A}.reportSheet`, versioned(fresh));
    await serve();
    expect(await visits()).toMatchObject({ earned: 0, due: 1, score: 0 });
    expect(await rows()).toMatchObject({ frozen: true, earned: 0, due: 1, rows: [{ label: '贾涛一', note: 'visit-open' }] });
    const returned = await as<Sheet>(TRAINER, 'returnSheet', { ...versioned(reported), reason: '补充说明' });
    expect(returned).toMatchObject({ state: 'returned', returnedReason: '补充说明' });
    expect(await visits()).toMatchObject({ earned: 1, due: 1, score: 30_000 });
    const found = await rows();
    expect(found).toMatchObject({ frozen: false, earned: 1, due: 1 });
    expect(found.rows.reduce((sum, { earned }) => sum + earned, 0)).toBe(found.earned);
    const trainers = await as<FactRows>(TRAINER, 'listFactRows', { sheetId: fresh.id, itemId: line('走访到位') });
    expect(trainers).toMatchObject({ earned: 1, rows: [{ label: '', to: null }] });
  });

  it('ends in an appeal within working days that somebody else decides; upheld, the superior scores anew and what follows is proposed anew', async () => {
    const { sheet } = await scored(10_000);
    const archived = await desk.done<Sheet>(`${A}.archiveSheet`, versioned(sheet));
    const appealed = await as<Sheet>({ roles: ['clerk'], userId: accountOf(4), scope: [gridId] }, 'fileAppeal', { ...versioned(archived), reason: '走访记录漏记' }).catch(() => null);
    expect(appealed).toBeNull(); // not the clerk's own sheet
    const filed = await desk.done<Sheet>(`${A}.fileAppeal`, { ...versioned(archived), reason: '走访记录漏记' });
    expect(filed.appeals).toMatchObject([{ state: 'open', filedName: '王芳', dueOn: '2026-03-09' }]);
    expect(await desk.refused(`${A}.fileAppeal`, { ...versioned(archived), reason: '再来一次' })).toBe('assessment/appeal-open');
    const [appeal] = filed.appeals;
    const decision = { id: appeal?.id, version: appeal?.version, upheld: true, decision: '补记属实' };
    expect(await desk.refused(`${A}.decideAppeal`, decision)).toBe('assessment/another-person');
    expect(await refusedAs(TRAINER, 'decideAppeal', decision)).toBe('assessment/another-person');
    expect(await as<AppealRow>(SECOND, 'decideAppeal', decision)).toMatchObject({ state: 'upheld', decision: '补记属实' });
    expect(await refusedAs(SECOND, 'decideAppeal', decision)).toBe('record/conflict');
    expect(await sheetOf(desk, sheet.id)).toMatchObject({ state: 'reported', total: null });
    const late = await scored(10_000).then(({ sheet: other }) => desk.done<Sheet>(`${A}.archiveSheet`, versioned(other)));
    desk.advance(8 * 86_400_000);
    expect(await desk.refused(`${A}.fileAppeal`, { ...versioned(late), reason: '晚了' })).toBe('assessment/appeal-too-late');
  });

  it('proposes what follows from a band by rule and leaves the decision to people', async () => {
    const { sheet } = await scored();
    const archived = await desk.done<Sheet>(`${A}.archiveSheet`, versioned(sheet));
    const [follow] = archived.follows;
    const rule = await desk.done<{ id: string }>('staff.addRewardRule', { name: '不合格约谈', kind: 'penalty', form: 'talk', amountFen: 0, gradeStep: 0, basis: '奖惩办法第六条' });
    const decision = { id: follow?.id, version: follow?.version, confirmed: true, reason: '约谈并制定改进计划', handOn: { to: 'ledger', ruleId: rule.id } };
    expect(await refusedAs(TRAINER, 'decideFollow', decision)).toBe('auth/forbidden');
    expect(await desk.done<FollowRow>(`${A}.decideFollow`, decision)).toMatchObject({ state: 'confirmed', decidedName: '王芳' });
    expect(await desk.refused(`${A}.decideFollow`, { ...decision, version: 2 })).toBe('assessment/already-decided');
  });

  it('is locked as a whole when the time is over, and tells on Today who is late', async () => {
    const { plan } = await enabled(desk, { selfUntil: '2026-03-01', superiorUntil: '2026-03-20' });
    const today = async () => (await desk.done<TodayItem[]>('notifications.listToday')).filter(({ kind }) => kind.startsWith('assessment'));
    expect(await today()).toMatchObject([{ kind: 'assessment-self', urgency: 'overdue', params: { count: 1 } }, { kind: 'assessment-peers' }]);
    expect(await desk.done(`${A}.lockCycle`, { planId: plan.id })).toEqual({ count: 1 });
    expect(await today()).toMatchObject([{ kind: 'assessment-peers' }, { kind: 'assessment-superior', urgency: 'calm', dueOn: '2026-03-20' }]);
    const [sheet] = await desk.done<SheetRow[]>(`${A}.listSheets`, { filter: { planId: plan.id } });
    const visits = (await sheetOf(desk, sheet?.id ?? '')).lines.find(({ title }) => title === '走访到位');
    expect(visits).toMatchObject({ earned: 0, due: 1 });
    expect(await desk.done<FactRows>(`${A}.listFactRows`, { sheetId: sheet?.id, itemId: visits?.itemId })).toMatchObject({ frozen: true, earned: 0, due: 1, count: 1 });
    const early = await enabled(desk);
    expect(await desk.refused(`${A}.lockCycle`, { planId: early.plan.id })).toBe('assessment/not-yet');
  });

  it('sets apart who served less than half of the period, with the reason, and reckons the others by their own days', async () => {
    await desk.done('staff.createGridMember', member('新来的', gridId, { registeredOn: '2026-10-01' }));
    const { sheets } = await enabled(desk);
    expect(Object.fromEntries(sheets.map(({ subjectName, state }) => [subjectName, state]))).toEqual({ 张磊: 'self', 新来的: 'excluded' });
    const sheet = await sheetOf(desk, sheets.find(({ subjectName }) => subjectName === '张磊')?.id ?? '');
    expect(await desk.refused(`${A}.setDays`, { ...versioned(sheet), fromOn: '2025-12-01', untilOn: '2026-12-31', reason: '调动' })).toBe('assessment/outside-period');
    const later = await desk.done<Sheet>(`${A}.setDays`, { ...versioned(sheet), fromOn: '2026-03-01', untilOn: '2026-12-31', reason: '三月到岗' });
    expect(later).toMatchObject({ state: 'self', share: 8384 });
    expect(later.lines.find(({ title }) => title === '走访到位')).toMatchObject({ earned: 0, due: 0, score: 30_000 });
    expect(await desk.done<Sheet>(`${A}.setDays`, { ...versioned(later), fromOn: '2026-03-01', untilOn: '2026-06-30', reason: '六月离岗' })).toMatchObject({ state: 'excluded', excludedReason: '六月离岗' });
  });

  it('shows a clerk the own result and no other, and lets nobody score the own sheet', async () => {
    const { sheet } = await one();
    const clerk = { roles: ['clerk'], userId: accountOf(4), scope: [] } as const;
    expect(await as<SheetRow[]>(clerk, 'listSheets', {})).toEqual([]);
    expect(await refusedAs(clerk, 'getSheet', { id: sheet.id })).toBe('record/not-found');
    await desk.done(`${A}.assignSelf`, { ...versioned(sheet), accountId: accountOf(4) });
    expect(await as<Sheet>(clerk, 'getSheet', { id: sheet.id })).toMatchObject({ subjectName: '张磊', selfName: '用户4' });
    expect(await refusedAs({ ...clerk, roles: ['trainer'] }, 'recordReview', { sheetId: sheet.id, heldOn: '2026-03-01', place: '楼下', satisfied: 9, fair: 0, unsatisfied: 0, note: '' })).toBe('assessment/own-sheet');
    expect(await refusedAs(clerk, 'ratePeer', { sheetId: sheet.id, rating: 100 })).toBe('assessment/own-sheet');
  });

  it('asks of each person the hours of the approved plan for the own days up to today, and none of a resident who helps', async () => {
    const draft = await as<{ id: string; version: number }>(TRAINER, 'createTrainingPlan', { year: 2026, title: '2026年培训计划', hoursDueTenths: 365, note: '', copyOf: null });
    const joined = await desk.done<{ id: string }>('staff.createGridMember', member('林夏', gridId, { registeredOn: '2026-02-01' }));
    const helps = await desk.done<{ id: string }>('staff.createGridMember', member('周敏', gridId));
    desk.sqlite().prepare("UPDATE grid_member SET staff_class = 'helper' WHERE id = ?").run(helps.id);
    const plan = await desk.done<{ id: string; version: number }>(`${A}.createPlan`, planDraft());
    const item = await desk.done<{ id: string }>(`${A}.addItem`, itemDraft(plan.id, { title: '培训学时', sourceId: 'training-hours', fullScore: 100_000, floorShare: 0, targetShare: 10_000 }));
    await desk.done(`${A}.enablePlan`, versioned(plan));
    const sheets = await desk.done<SheetRow[]>(`${A}.listSheets`, { filter: { planId: plan.id } });
    const due = async (name: string): Promise<number> => (await desk.done<FactRows>(`${A}.listFactRows`, { sheetId: sheets.find(({ subjectName }) => subjectName === name)?.id ?? '', itemId: item.id, offset: 0, limit: 10 })).due;
    expect([await due('张磊'), await due('林夏')]).toEqual([0, 0]);
    desk.sqlite().prepare("UPDATE training_plan SET state = 'approved' WHERE id = ?").run(draft.id);
    expect([await due('张磊'), await due('林夏'), await due('周敏')], joined.id).toEqual([61, 30, 0]); // 1 January and 1 February to 2 March
  });

  it('lets a colleague be found by name or grid among more than are listed, and tells how many are left', async () => {
    await desk.done('staff.createGridMember', member('林夏', null));
    await enabled(desk);
    const found = async (text: string) => as<{ turns: { subjectName: string }[]; left: number }>({ roles: ['clerk'], userId: accountOf(4) }, 'listPeerTurns', { text });
    const names = ({ turns }: Awaited<ReturnType<typeof found>>) => turns.map(({ subjectName }) => subjectName);
    expect([names(await found('林')), names(await found('北网格')), names(await found('无此人'))]).toEqual([['林夏'], ['张磊'], []]);
    expect((await found('无此人')).left).toBe(2);
  });
});
