import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import type { PlanItem, PlanSheet, Simulated } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import type { RatingRow, TwoWay } from '#shared/modules/training-assessment/assessment/two-way.schema.ts';
import type { SheetRow } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { aPlan, enabled, grid, itemDraft, member, planDraft, versioned } from '#tests/support/assessment.ts';
import { matterDraft } from '#tests/support/matters.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const A = 'trainingAssessment';
let desk: Workstation;
let north: string;
let south: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  north = (await desk.done<{ id: string }>('grid.createGrid', grid('北网格'))).id;
  south = (await desk.done<{ id: string }>('grid.createGrid', grid('南网格'))).id;
  await desk.done('staff.createGridMember', member('张磊', north));
  await desk.done('staff.createGridMember', member('陈静', south));
});
afterEach(() => desk.close());
const undo = async () => desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });

describe('a plan', () => {
  it('refuses incidents reported, log-ins, points and distance, by id and by title, and says why', async () => {
    const plan = await aPlan(desk);
    for (const values of [{ sourceId: 'incidents' }, { sourceId: 'points' }, { title: '平台登录次数', kind: 'scored', sourceId: '' }, { title: '每日步数', kind: 'scored', sourceId: '' }]) {
      const answer = await desk.call(`${A}.addItem`, itemDraft(plan.id, { fullScore: 1, ...values }));
      expect(answer).toMatchObject({ ok: false, error: { code: 'assessment/indicator-refused' } });
    }
    expect(await desk.refused(`${A}.addItem`, itemDraft(plan.id, { fullScore: 1, sourceId: 'rated-by-communities' }))).toBe('assessment/indicator-unsuited');
  });

  it('never holds more than the whole, is enabled only when every part adds up, and then stays as it is', async () => {
    const plan = await aPlan(desk);
    const facts = plan.items.find(({ title }) => title === '工作事实');
    const visits = plan.items.find(({ title }) => title === '走访到位');
    expect(await desk.refused(`${A}.addItem`, itemDraft(plan.id, { parentId: facts?.id, fullScore: 1 }))).toBe('assessment/children-exceed');
    expect(await desk.refused(`${A}.updatePlan`, { ...planDraft({ fullScore: 99_000 }), ...versioned(plan) })).toBe('assessment/children-exceed');
    expect(await desk.refused(`${A}.addItem`, itemDraft(plan.id, { title: '又一个加扣分', kind: 'adjust', sourceId: '', fullScore: 1 }))).toBe('assessment/adjust-once');
    expect(await desk.refused(`${A}.updatePlan`, { ...planDraft({ bands: planDraft().bands.toReversed() }), ...versioned(plan) })).toBe('assessment/bands-out-of-order');
    const { sortNo: _sortNo, ...item } = (visits ?? (await Promise.reject(new Error('no visits')))) as PlanItem; // the plan's own item, as it was read
    const changed = await desk.done<PlanItem>(`${A}.updateItem`, { ...item, fullScore: 29_999 });
    expect(await desk.refused(`${A}.enablePlan`, versioned(plan))).toBe('assessment/weights-do-not-sum');
    await undo();
    expect(changed.fullScore).toBe(29_999);
    await desk.done(`${A}.enablePlan`, versioned(plan));
    expect(await desk.refused(`${A}.updateItem`, { ...item, version: 3, fullScore: 1 })).toBe('assessment/plan-enabled');
    expect(await desk.refused(`${A}.updatePlan`, { ...planDraft(), ...versioned(plan), version: 2 })).toBe('assessment/plan-enabled');
    expect(() => desk.sqlite().exec(`UPDATE assessment_item SET full_score = 1 WHERE plan_id = '${plan.id}'`)).toThrow('the plan is enabled');
  });

  it('is copied with its tree for the next year, as a draft of its own', async () => {
    const { plan } = await enabled(desk);
    const copy = await desk.done<PlanSheet>(`${A}.copyPlan`, { id: plan.id, year: 2027 });
    expect(copy).toMatchObject({ title: '2027年网格员考评', fromOn: '2027-01-01', selfUntil: '2027-12-10', state: 'draft', copiedFromId: plan.id });
    const shape = (sheet: PlanSheet) => sheet.items.map(({ title, fullScore, parentId }) => [title, fullScore, sheet.items.find(({ id }) => id === parentId)?.title]);
    expect(shape(copy)).toEqual(shape(plan));
    await undo();
    expect(await desk.refused(`${A}.getPlan`, { id: copy.id })).toBe('record/not-found');
  });

  it('shows who moves when a weight changes, and stores nothing', async () => {
    const person = await desk.done<{ id: string }>('grid.createPerson', personDraft({ gridId: north }));
    await desk.done('grid.addToCareGroup', { personId: person.id, kind: 'living-alone', fromOn: '2026-01-05', untilOn: null, level: '', allowanceFen: null, helper: '', nextVisitOn: '2026-02-20', note: '' });
    const plan = await aPlan(desk, { bands: [{ band: 'excellent', floor: 60_000, follows: [] }, { band: 'fail', floor: 0, follows: [] }] });
    const before = desk.count('audit_entry');
    const visits = plan.items.find(({ title }) => title === '走访到位')?.id;
    const simulated = await desk.done<Simulated>(`${A}.simulatePlan`, { planId: plan.id, changes: [{ itemId: visits, fullScore: 0 }] });
    expect(simulated).toMatchObject({ subjects: 2, moved: 1, countedBefore: 50_000, countedAfter: 20_000 });
    const [zhang, chen] = ['张磊', '陈静'].map((name) => simulated.rows.find((row) => row.name === name));
    expect((chen?.before ?? 0) - (zhang?.before ?? 0)).toBe(30_000);
    expect(chen?.after).toBe(zhang?.after);
    expect(zhang).toMatchObject({ rankBefore: 2, rankAfter: 1 });
    // 陈静 has at least three fifths of the points that can be told; of the grid's checks alone both have fewer
    expect(simulated.rows.map(({ name, bandBefore, bandAfter }) => [name, bandBefore, bandAfter])).toEqual([['陈静', 'excellent', 'fail'], ['张磊', 'fail', 'fail']]);
    expect(simulated.bandMoves).toEqual([{ from: 'excellent', to: 'fail', count: 1 }]);
    expect(desk.count('audit_entry')).toBe(before);
  });
});

describe('departments', () => {
  const body = { kind: 'department', name: '城管执法中队', contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [], isActive: true, note: '' };
  it('are rated over a matter by grids and the community, with a reason for a low mark, and reply; both directions stand on one page', async () => {
    const department = await desk.done<{ id: string }>('grid.createBody', body);
    const matter = await desk.done<MatterSheet>('grid.createMatter', matterDraft({ gridId: north }));
    const rate = (values: Record<string, unknown>) => ({ departmentId: department.id, gridId: north, matterNo: matter.number, ratedOn: '2026-03-01', stars: 5, comment: '', ...values });
    expect(await desk.refused(`${A}.rateDepartment`, rate({ stars: 2 }))).toBe('validation/failed');
    expect(await desk.refused(`${A}.rateDepartment`, rate({ matterNo: '' }))).toBe('validation/failed');
    expect(await desk.refused(`${A}.rateDepartment`, rate({ matterNo: 'LY20260001' }))).toBe('assessment/matter-unknown');
    expect(await desk.refused(`${A}.rateDepartment`, rate({ ratedOn: '2026-03-03' }))).toBe('assessment/outside-period');
    const clerk = { roles: ['clerk'], scope: [south], userId: '019c0000-0000-7000-8000-0000000000b2' } as const;
    expect(await desk.callAs(clerk, `${A}.rateDepartment`, rate({}))).toMatchObject({ error: { code: 'record/not-found' } });
    const low = await desk.done<RatingRow>(`${A}.rateDepartment`, rate({ stars: 1, comment: '三次退回' }));
    expect(low).toMatchObject({ matterId: matter.id, matterSubject: matter.subject });
    expect(await desk.callAs({ roles: ['trainer'] }, `${A}.listDepartmentRatings`, {})).toMatchObject({ data: [{ matterNo: matter.number, matterId: null, matterSubject: '' }] });
    await desk.done(`${A}.rateDepartment`, rate({ gridId: null, stars: 5 }));
    expect(await desk.done<RatingRow>(`${A}.replyToRating`, { id: low.id, version: low.version, reply: '已重新办理' })).toMatchObject({ reply: '已重新办理', repliedOn: '2026-03-02' });
    expect(await desk.callAs(clerk, `${A}.listDepartmentRatings`, {})).toMatchObject({ data: [{ gridName: '', stars: 5 }] });
    const plan = await desk.done<PlanSheet>(`${A}.createPlan`, planDraft({ title: '部门双向考评', subjectKind: 'department' }));
    await desk.done(`${A}.addItem`, itemDraft(plan.id, { title: '事项评价', fullScore: 100_000, sourceId: 'rated-by-communities', floorShare: 0, targetShare: 10_000 }));
    await desk.done(`${A}.enablePlan`, versioned(plan));
    const [row] = await desk.done<SheetRow[]>(`${A}.listSheets`, { filter: { planId: plan.id } });
    expect(await desk.done(`${A}.getSheet`, { id: row?.id })).toMatchObject({ lines: [{ earned: 4, due: 8, score: 50_000 }] });
    const both = await desk.done<TwoWay>(`${A}.summariseTwoWay`, { year: 2026 });
    expect(both.up).toMatchObject([{ name: '城管执法中队', ratings: 2, low: 1, answered: 1, starsTenths: 30 }]);
    await enabled(desk);
    expect((await desk.done<TwoWay>(`${A}.summariseTwoWay`, { year: 2026 })).down).toMatchObject([{ subjectKind: 'member', subjects: 2, archived: 0 }]);
  });
});
