import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { ActivityRow } from '#shared/modules/grid/participation/activity.schema.ts';
import type { AskedAndDone, DemandRow } from '#shared/modules/grid/participation/demand.schema.ts';
import type { Indicators, TakingPart } from '#shared/modules/grid/participation/indicators.schema.ts';
import type { ProposalRow, ProposalSheet } from '#shared/modules/grid/participation/proposal.schema.ts';
import type { SurveyRow, SurveySheet } from '#shared/modules/grid/participation/survey.schema.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const DAY_MS = 86_400_000;
const TODAY = '2026-03-02';
const gridDraft = (name: string) => ({ name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
let desk: Workstation;
let north: string;
let south: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  north = (await desk.done<{ id: string }>('grid.createGrid', gridDraft('北网格'))).id;
  south = (await desk.done<{ id: string }>('grid.createGrid', gridDraft('南网格'))).id;
});
afterEach(() => desk.close());

const person = async (name: string, values: Record<string, unknown> = {}) => (await desk.done<{ id: string }>('grid.createPerson', personDraft({ name, gridId: north, birthOn: '1980-05-05', idNumber: '', ...values }))).id;
const demand = (values: Record<string, unknown> = {}) => ({ receivedOn: TODAY, channel: 'desk', personId: null, personName: '热心居民', gridId: north, topic: 'parking', subject: '充电棚不够', content: '', ...values });
const ask = (values: Record<string, unknown> = {}) => desk.done<DemandRow>('grid.recordDemand', demand(values));
const pick = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });
const proposal = (values: Record<string, unknown> = {}) => ({ title: '口袋公园', content: '', proposedOn: TODAY, proposerId: null, proposerName: '热心居民', gridId: north, topic: 'environment', ...values });
const propose = (values: Record<string, unknown> = {}) => desk.done<ProposalRow>('grid.createProposal', proposal(values));
const deliberation = (values: Record<string, unknown> = {}) => ({ heldOn: TODAY, place: '议事厅', personIds: [], guests: '', views: '多数赞成', votesFor: 5, votesAgainst: 1, votesAbstained: 0, ...values });
const today = async () => (await desk.done<TodayItem[]>('notifications.listToday')).map(({ kind, params }) => [kind, params['count']]);
const inSouth = () => ({ roles: ['clerk'] as const, scope: [south], userId: '019c0000-0000-7000-8000-0000000000b2' });

describe('a demand', () => {
  it('is answered within the limit the area sets, shows when it is late, and goes one level up at twice the limit', async () => {
    expect(await ask()).toMatchObject({ no: 'SQ2026-0001', dueOn: '2026-03-23', sort: 'open', isOverdue: false });
    await desk.done('grid.saveParticipationRule', { version: 0, answerLimitDays: 5, secondsNeeded: 2, pointsPerHour: 1, joiningPoints: 0, redeemDay: null });
    const second = await ask({ subject: '路灯不亮' });
    expect(second.dueOn).toBe('2026-03-09');
    desk.advance(8 * DAY_MS);
    expect(await today()).toEqual(expect.arrayContaining([['demands-late', 1], ['demands-open', 2]]));
    desk.advance(10 * DAY_MS);
    expect(await today()).toContainEqual(['demands-escalated', 1]);
    const answered = await desk.done<DemandRow>('grid.sortDemand', { ...pick(second), sort: 'answered', answer: '已换灯泡', outcome: 'met' });
    expect(answered).toMatchObject({ sort: 'answered', answeredOn: '2026-03-20', outcome: 'met', isOverdue: false });
    expect(await desk.refused('grid.sortDemand', { ...pick(answered), sort: 'proposal' })).toBe('demand/already-sorted');
    expect(await desk.refused('grid.sortDemand', { ...pick(second), sort: 'proposal' })).toBe('record/conflict');
    expect(await today()).not.toContainEqual(['demands-escalated', 1]);
  });
  it('becomes a proposal in one act, is answered with it, and comes back with an undo', async () => {
    const asked = await ask();
    const entries = desk.count('audit_entry');
    const sorted = await desk.done<DemandRow>('grid.sortDemand', { ...pick(asked), sort: 'proposal' });
    expect(desk.count('audit_entry')).toBe(entries + 1);
    expect(await desk.done<ProposalSheet>('grid.getProposal', { id: sorted.proposalId })).toMatchObject({ title: '充电棚不够', demandId: asked.id, state: 'proposed' });
    await desk.done('grid.answerProposal', { ...pick(await desk.done<ProposalSheet>('grid.getProposal', { id: sorted.proposalId })), isAccepted: false, answer: '消防通道不能占', costFen: null, plannedUntil: null });
    expect((await desk.done<DemandRow[]>('grid.listDemands', {}))[0]).toMatchObject({ answer: '消防通道不能占', outcome: 'not-met', answeredOn: TODAY });
    const again = await desk.done<DemandRow>('grid.sortDemand', { ...pick(await ask({ subject: '楼道太暗' })), sort: 'proposal' });
    await desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });
    expect(await desk.done<DemandRow[]>('grid.listDemands', { filter: { text: '楼道太暗' } })).toMatchObject([{ sort: 'open', proposalId: null }]);
    expect(await desk.refused('grid.getProposal', { id: again.proposalId })).toBe('record/not-found');
  });
  it('becomes a matter with number and clock in one act', async () => {
    const asked = await ask({ subject: '外墙渗水', channel: 'letter-box' });
    const entries = desk.count('audit_entry');
    const kind = (await desk.done<{ code: string }[]>('codeTables.listItems', { table: 'matter-kind' }))[0]?.code;
    const sorted = await desk.done<DemandRow>('grid.sortDemand', { ...pick(asked), sort: 'matter', kind, place: '3 幢' });
    expect(desk.count('audit_entry')).toBe(entries + 1);
    expect(sorted).toMatchObject({ sort: 'matter' });
    expect(await desk.done('grid.getMatter', { id: sorted.matterId })).toMatchObject({ subject: '外墙渗水', channel: 'letter', gridId: north, state: 'reported' });
    expect(await desk.done<DemandRow>('grid.answerDemand', { ...pick(sorted), answer: '已报修', outcome: 'partly' })).toMatchObject({ answeredOn: TODAY, outcome: 'partly' });
  });
  it('and a proposal are seen and written only by who has the grid', async () => {
    const asked = await ask();
    const row = await propose();
    expect(await desk.callAs(inSouth(), 'grid.listDemands', {})).toMatchObject({ data: [] });
    expect(await desk.callAs(inSouth(), 'grid.recordDemand', demand())).toMatchObject({ error: { code: 'participation/grid-out-of-scope' } });
    expect(await desk.callAs(inSouth(), 'grid.sortDemand', { ...pick(asked), sort: 'proposal' })).toMatchObject({ error: { code: 'record/not-found' } });
    expect(await desk.callAs(inSouth(), 'grid.getProposal', { id: row.id })).toMatchObject({ error: { code: 'record/not-found' } });
    expect(await desk.refused('grid.recordDemand', demand({ personName: '' }))).toBe('participation/nobody-named');
    expect(await desk.refused('grid.recordDemand', demand({ receivedOn: '2026-03-03' }))).toBe('participation/day-ahead');
  });
});

describe('a proposal', () => {
  it('is seconded, deliberated, accepted with cost and time in public, done, and asked about', async () => {
    await desk.done('grid.saveParticipationRule', { version: 0, answerLimitDays: 15, secondsNeeded: 2, pointsPerHour: 1, joiningPoints: 0, redeemDay: null });
    const [a, b, c] = [await person('甲'), await person('乙'), await person('丙')];
    const row = await propose({ proposerId: a, proposerName: '' });
    expect(await desk.refused('grid.recordDeliberation', { ...pick(row), ...deliberation() })).toBe('proposal/no-such-way');
    expect(await desk.refused('grid.secondProposal', { ...pick(row), personIds: [a], secondedOn: TODAY })).toBe('proposal/own-seconding');
    const one = await desk.done<ProposalRow>('grid.secondProposal', { ...pick(row), personIds: [b], secondedOn: TODAY });
    expect(one).toMatchObject({ state: 'proposed', seconds: 1 });
    expect(await desk.refused('grid.secondProposal', { ...pick(one), personIds: [b], secondedOn: TODAY })).toBe('proposal/already-seconded');
    const two = await desk.done<ProposalRow>('grid.secondProposal', { ...pick(one), personIds: [c], secondedOn: TODAY });
    expect(two).toMatchObject({ state: 'seconded', seconds: 2 });
    expect(await desk.refused('grid.answerProposal', { ...pick(two), isAccepted: true, answer: '同意', costFen: 100, plannedUntil: '2026-05-01' })).toBe('proposal/no-such-way');
    const held = await desk.done<ProposalRow>('grid.recordDeliberation', { ...pick(two), ...deliberation({ personIds: [a, b, c] }) });
    expect(await desk.refused('grid.answerProposal', { ...pick(held), isAccepted: true, answer: '同意', costFen: null, plannedUntil: null })).toBe('validation/failed');
    expect(await desk.callAs({ roles: ['clerk'] }, 'grid.answerProposal', { ...pick(held), isAccepted: false, answer: '不行', costFen: null, plannedUntil: null })).toMatchObject({ error: { code: 'auth/forbidden' } });
    const accepted = await desk.done<ProposalRow>('grid.answerProposal', { ...pick(held), isAccepted: true, answer: '先做东区', costFen: 1_234_500, plannedUntil: '2026-05-01' });
    const done = await desk.done<ProposalRow>('grid.noteProgress', { ...pick(accepted), notedOn: TODAY, note: '已建成', isDone: true });
    expect(done).toMatchObject({ state: 'done', costFen: 1_234_500, doneOn: TODAY });
    const survey = await desk.done<SurveyRow>('grid.createSurvey', { title: '口袋公园满意度', kind: 'proposal', proposalId: row.id, opensOn: TODAY, closesOn: null });
    for (const score of [5, 4]) await desk.done('grid.recordSurveyAnswer', { surveyId: survey.id, answeredOn: TODAY, gridId: north, knowsGrid: null, knowsMember: null, score, comment: '' });
    expect(await desk.done<ProposalSheet>('grid.getProposal', { id: row.id })).toMatchObject({ survey: { answers: 2, meanScore: 4.5 }, moves: [], deliberations: [{ personNames: ['甲', '乙', '丙'], votesFor: 5 }] });
    const board = await desk.done<AskedAndDone[]>('grid.listAskedAndDone', { from: TODAY, until: TODAY });
    expect(board).toEqual([{ id: row.id, kind: 'proposal', askedOn: TODAY, subject: '口袋公园', answer: '先做东区', answeredOn: TODAY, isDone: true }]);
    expect(JSON.stringify(board)).not.toMatch(/甲|乙|丙/);
  });
});

describe('the indicators', () => {
  it('equal a recount over the rows they open', async () => {
    const people = [await person('甲'), await person('乙'), await person('丙', { gridId: south }), await person('孩子', { birthOn: '2015-01-01' })];
    const activity = (heldOn: string, personIds: readonly (string | undefined)[], values: Record<string, unknown> = {}) => desk.done<ActivityRow>('grid.recordActivity', { title: '清洁日', kind: 'cleaning', heldOn, place: '', gridId: null, teamId: null, personIds, headcount: 20, bodyIds: [], costFen: 0, note: '', ...values });
    const club = (await desk.done<{ id: string }>('grid.createBody', { kind: 'social', name: '老年协会', contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [], isActive: true, note: '' })).id;
    await activity('2026-02-10', [people[0], people[1]]);
    await activity('2026-03-01', [people[0], people[2]], { bodyIds: [club] });
    await activity('2025-12-31', [people[1]]);
    expect(await desk.refused('grid.recordActivity', { title: '清洁日', kind: 'cleaning', heldOn: TODAY, place: '', gridId: null, teamId: null, personIds: [people[0], people[1]], headcount: 1, bodyIds: [], costFen: 0, note: '' })).toBe('validation/failed');
    await desk.done('grid.sortDemand', { ...pick(await ask()), sort: 'answered', answer: '已办', outcome: 'met' });
    await ask();
    const survey = await desk.done<SurveyRow>('grid.createSurvey', { title: '上半年', kind: 'trust', proposalId: null, opensOn: '2026-03-01', closesOn: '2026-03-02' });
    for (const [score, knowsMember] of [[5, true], [2, false], [4, null]] as const) await desk.done('grid.recordSurveyAnswer', { surveyId: survey.id, answeredOn: TODAY, gridId: north, knowsGrid: true, knowsMember, score, comment: '' });
    const period = { from: '2026-01-01', until: TODAY };
    const read = await desk.done<Indicators>('grid.getIndicators', period);
    const rows = await desk.done<TakingPart[]>('grid.listTakingPart', { filter: period });
    const names = rows.map(({ personName }) => personName);
    expect(read).toMatchObject({ adults: 3, takingPart: new Set(names).size, repeating: [...new Set(names)].filter((name) => names.filter((one) => one === name).length > 1).length, demands: 2, demandsMet: 1, partners: 1, activities: 2, trustAnswers: 3, knowsMember: 1, knowsMemberAsked: 2 });
    expect(read.meanTrust).toBeCloseTo(11 / 3);
    expect(new Set((await desk.done<TakingPart[]>('grid.listTakingPart', { filter: { ...period, repeated: true } })).map(({ personName }) => personName)).size).toBe(read.repeating);
    expect(read.byGrid.map(({ gridName, takingPart }) => [gridName, takingPart])).toEqual([['北网格', 2], ['南网格', 1]]);
    expect(read.needs).toEqual([{ topic: 'parking', gridId: north, gridName: '北网格', count: (await desk.done<DemandRow[]>('grid.listDemands', { filter: { ...period, topics: ['parking'], gridIds: [north] } })).length }]);
    expect((await desk.callAs(inSouth(), 'grid.getIndicators', period)) as unknown).toMatchObject({ data: { takingPart: 1, demands: 0 } });
    expect((await desk.callAs(inSouth(), 'grid.listActivities', { filter: period })) as unknown).toMatchObject({ data: [{ personNames: [] }, { personNames: ['丙'] }] });
    expect(await desk.done<SurveySheet>('grid.getSurvey', { id: survey.id })).toMatchObject({ answers: 3, knowsMember: { yes: 1, asked: 2 } });
    desk.advance(DAY_MS);
    expect(await desk.refused('grid.recordSurveyAnswer', { surveyId: survey.id, answeredOn: '2026-03-03', gridId: null, knowsGrid: null, knowsMember: null, score: 3, comment: '' })).toBe('survey/closed');
  });
});
