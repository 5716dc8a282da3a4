import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { admissionMoves, dayWorkingDaysBefore, moveByCheck, reviewDaysUsed, stateAfter } from '#shared/modules/grid/admission/admission.rules.ts';
import { admissionMoveNames, admissionStates, type AdmissionRow, type AdmissionSheet, type AdmissionState } from '#shared/modules/grid/admission/admission.schema.ts';
import type { AdmissionList, ListItem } from '#shared/modules/grid/admission/admission-list.schema.ts';
import type { BurdenRow, BurdenSummary, RefusalRow } from '#shared/modules/grid/admission/burden.schema.ts';
import { addDays, workingDaysBetween } from '#shared/kernel/calendar/working-days.rules.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const DAY_MS = 86_400_000;
const bodyDraft = { kind: 'department', name: '区卫生健康局', contact: '', contactPhone: '', address: '', duty: '', agreementNo: '', agreementFrom: null, agreementUntil: null, gridIds: [], isActive: true, note: '' };
let desk: Workstation;
let bureau: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  bureau = (await desk.done<{ id: string }>('grid.createBody', bodyDraft)).id;
});
afterEach(() => desk.close());

/** Monday 2 March 2026 is the test's today; the 30th working day after it is 14 April (Qingming on the 6th is free). */
const START = '2026-04-20';
const draft = (values: Record<string, unknown> = {}) => ({ bodyId: bureau, title: '慢性病随访登记', content: '每季度入户', legalBasis: '基本医疗卫生法', authority: '可查询登记信息', isTemporary: false, startsOn: START, endsOn: null, moneyFen: 500_000, moneyDueOn: '2026-05-11', staff: '', training: '', exempt: 'none', exemptReason: '', ...values });
const create = (values: Record<string, unknown> = {}) => desk.done<AdmissionRow>('grid.createAdmission', draft(values));
const move = (row: { id: string; version: number }, name: string, reason = '') => desk.done<AdmissionRow>('grid.moveAdmission', { id: row.id, version: row.version, move: name, reason });
const check = (row: { id: string; version: number }, itemId: string | null) => desk.done<AdmissionRow>('grid.checkAdmission', { id: row.id, version: row.version, itemId });
const sheet = (id: string) => desk.done<AdmissionSheet>('grid.getAdmission', { id });
const inReview = async (values: Record<string, unknown> = {}) => check(await move(await create(values), 'submit'), null);
const today = async (kind: string) => (await desk.done<TodayItem[]>('notifications.listToday')).find((item) => item.kind === kind);
const published = async (kind: string, titles: readonly string[]) => {
  const list = await desk.done<AdmissionList>('grid.beginAdmissionList', { kind });
  await desk.done('grid.pasteListItems', { listId: list.id, text: titles.map((title) => `${title}\t内容\t法律依据\t街道办事处\t经费`).join('\n') });
  const inForce = await desk.done<AdmissionList>('grid.publishAdmissionList', { id: list.id, version: list.version, effectiveOn: '2026-03-02' });
  return { list: inForce, items: await desk.done<ListItem[]>('grid.listAdmissionItems', { filter: { listId: inForce.id } }) };
};

describe('the lists', () => {
  it('are written as a draft, put in force with a day and a name, and stay readable when a later edition replaces them', async () => {
    const { list, items } = await published('negative', ['安全生产执法', '招商引资']);
    expect(list).toMatchObject({ editionNo: 1, state: 'published', publishedBy: '王芳', items: 2 });
    expect(await desk.refused('grid.updateListItem', { id: items[0]?.id, version: 1, title: '改名', content: '', legalBasis: '', office: '', means: '', category: '', supportOffices: '', note: '' })).toBe('admission-list/not-draft');
    const second = await desk.done<AdmissionList>('grid.beginAdmissionList', { kind: 'negative' });
    expect(second).toMatchObject({ editionNo: 2, items: 2 });
    expect(await desk.refused('grid.beginAdmissionList', { kind: 'negative' })).toBe('admission-list/draft-exists');
    expect(await desk.refused('grid.addListItem', { listId: second.id, title: '招商引资', content: '', legalBasis: '', office: '', means: '' })).toBe('admission-list/title-taken');
    await desk.done('grid.addListItem', { listId: second.id, title: '协税护税', content: '', legalBasis: '', office: '税务局', means: '' });
    await desk.done('grid.publishAdmissionList', { id: second.id, version: second.version, effectiveOn: '2026-03-02' });
    expect((await desk.done<AdmissionList[]>('grid.listAdmissionLists')).map(({ editionNo, state, items: n }) => [editionNo, state, n])).toEqual([[2, 'published', 3], [1, 'replaced', 2]]);
    expect(await desk.done<ListItem[]>('grid.listAdmissionItems', { filter: { listId: list.id } })).toHaveLength(2);
    expect((await desk.done<ListItem[]>('grid.listAdmissionItems', { filter: { text: '税' } })).map(({ title, office }) => [title, office])).toEqual([['协税护税', '税务局']]);
    await desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });
    expect((await desk.done<AdmissionList[]>('grid.listAdmissionLists')).map(({ editionNo, state }) => [editionNo, state])).toEqual([[2, 'draft'], [1, 'published']]);
  });
  it('answer at intake what is not the community’s, and whose it is', async () => {
    await published('negative', ['出具无犯罪记录证明', '安全生产执法检查']);
    await published('assist', ['老年人健康体检组织']);
    const say = async (text: string, kinds: readonly string[] = ['negative', 'required', 'assist']) => (await desk.done<ListItem[]>('grid.findListedTasks', { text, kinds })).map(({ kind, title, office }) => [kind, title, office]);
    expect(await say('有居民要开无犯罪记录的证明')).toEqual([['negative', '出具无犯罪记录证明', '街道办事处']]);
    expect(await say('组织老年人体检')).toEqual([['assist', '老年人健康体检组织', '街道办事处']]);
    expect(await say('组织老年人体检', ['negative'])).toEqual([]);
    expect(await say('路灯不亮')).toEqual([]);
    expect(await desk.callAs({ roles: ['trainer'] }, 'grid.findListedTasks', { text: '证明', kinds: ['negative'] })).toMatchObject({ error: { code: 'auth/forbidden' } });
  });
  it('take a pasted table whole or not at all, and name the line that is not understood', async () => {
    const list = await desk.done<AdmissionList>('grid.beginAdmissionList', { kind: 'assist' });
    expect(await desk.refused('grid.publishAdmissionList', { id: list.id, version: 1, effectiveOn: '2026-03-02' })).toBe('admission-list/empty');
    const result = await desk.call('grid.pasteListItems', { listId: list.id, text: '序号\t事项\n1\t低保核查\t每季度\n2\tx' });
    expect(result).toMatchObject({ error: { code: 'admission-list/line-not-understood', params: { line: 3 } } });
    expect(desk.count('admission_item')).toBe(0);
  });
});

describe('an application', () => {
  it('names its basis and comes 30 working days before its start; danger to life does not wait', async () => {
    expect(await desk.refused('grid.moveAdmission', { ...pick(await create({ legalBasis: '' })), move: 'submit' })).toBe('admission/papers-missing');
    const late = await desk.call('grid.moveAdmission', { ...pick(await create({ startsOn: '2026-04-13' })), move: 'submit' });
    expect(late).toMatchObject({ error: { code: 'admission/too-short-notice', params: { earliest: '2026-04-14', days: 30 } } });
    const urgent = await move(await create({ startsOn: '2026-03-03', exempt: 'life-safety', exemptReason: '燃气泄漏', legalBasis: '' }), 'submit');
    expect(await check(urgent, null)).toMatchObject({ state: 'admitted' });
    expect(await desk.refused('grid.createAdmission', draft({ isTemporary: true }))).toBe('validation/failed');
  });
  it('follows the lists: required is admitted, negative refused with the right office, help only with means', async () => {
    const required = await published('required', ['居务公开']);
    const assist = await published('assist', ['体检组织']);
    const negative = await published('negative', ['安全生产执法']);
    const of = async (item: ListItem | undefined, values: Record<string, unknown> = {}) => check(await move(await create(values), 'submit'), item?.id ?? null);
    expect(await of(required.items[0], { moneyFen: 0, moneyDueOn: null })).toMatchObject({ state: 'admitted', listKind: 'required' });
    expect(await of(assist.items[0])).toMatchObject({ state: 'admitted' });
    expect(await of(assist.items[0], { moneyFen: 0, moneyDueOn: null })).toMatchObject({ state: 'review', listKind: 'assist' });
    const refused = await of(negative.items[0]);
    expect(await sheet(refused.id)).toMatchObject({ state: 'rejected', rightOffice: '街道办事处', moves: [] });
  });
  it('is reviewed in 15 working days, without those a department takes; what nobody decides stays not admitted', async () => {
    const review = await inReview();
    expect(review).toMatchObject({ state: 'review', reviewDueOn: '2026-03-23' });
    desk.advance(4 * DAY_MS);
    const asked = await move(review, 'supplement', '请补充培训安排');
    desk.advance(14 * DAY_MS);
    const again = await move(await desk.done<AdmissionRow>('grid.updateAdmission', { ...draft({ training: '一次' }), id: asked.id, version: asked.version }), 'resubmit');
    expect((await sheet(review.id)).review).toEqual({ used: 4, limit: 15 });
    expect(again.reviewDueOn).toBe('2026-04-07');
    desk.advance(90 * DAY_MS);
    expect(await sheet(review.id)).toMatchObject({ state: 'review', isReviewOverdue: true });
    expect(await today('admissions-overdue')).toMatchObject({ urgency: 'overdue', params: { count: 1 }, dueOn: '2026-04-07' });
    expect(await desk.callAs({ roles: ['clerk'] }, 'grid.moveAdmission', { ...pick(again), move: 'approve', reason: '同意' })).toMatchObject({ error: { code: 'auth/forbidden' } });
    expect(await desk.refused('grid.moveAdmission', { ...pick(again), move: 'approve' })).toBe('admission/reason-missing');
    expect(await move(again, 'approve', '联席会议同意')).toMatchObject({ state: 'admitted' });
  });
  it('has its money watched: promised, in parts, late in yellow and red, and a pause only for that', async () => {
    const admitted = await move(await inReview(), 'approve', '同意');
    expect(await desk.refused('grid.moveAdmission', { ...pick(admitted), move: 'pause', reason: '经费未到' })).toBe('admission/money-not-late');
    desk.advance(71 * DAY_MS); // Tuesday 12 May
    expect(await sheet(admitted.id)).toMatchObject({ money: 'yellow', receivedFen: 0 });
    expect(await desk.callAs({ roles: ['finance'] }, 'grid.recordPayment', { admissionId: admitted.id, receivedOn: '2026-05-12', amountFen: 200_000, voucherNo: '记12', note: '' })).toMatchObject({ data: { receivedFen: 200_000, money: 'yellow' } });
    desk.advance(13 * DAY_MS); // the tenth working day after the due day
    expect(await sheet(admitted.id)).toMatchObject({ money: 'red' });
    expect(await today('admission-money-late')).toMatchObject({ params: { count: 1 }, dueOn: '2026-05-11' });
    const paused = await move(await sheet(admitted.id), 'pause', '经费未到，暂停');
    await desk.done('grid.recordPayment', { admissionId: admitted.id, receivedOn: '2026-05-25', amountFen: 300_000, voucherNo: '记13', note: '' });
    const back = await move(await sheet(admitted.id), 'resume');
    expect([paused.state, back.state, back.money, back.receivedFen]).toEqual(['paused', 'admitted', 'arrived', 500_000]);
    expect(desk.sqlite().prepare('SELECT sum(amount_fen) FROM admission_payment WHERE removed_at IS NULL').pluck().get()).toBe(back.receivedFen);
    expect(await desk.refused('grid.recordPayment', { admissionId: admitted.id, receivedOn: '2027-01-01', amountFen: 1, voucherNo: '', note: '' })).toBe('admission/day-ahead');
  });
  it('that is temporary leaves by itself, and an old version is not written over', async () => {
    const admitted = await move(await inReview({ isTemporary: true, endsOn: '2026-06-30' }), 'approve', '同意');
    desk.advance(150 * DAY_MS);
    expect(await sheet(admitted.id)).toMatchObject({ state: 'exited', moves: [] });
    expect(await desk.refused('grid.moveAdmission', { ...pick(admitted), move: 'exit', reason: '结束' })).toBe('admission/no-such-way');
    expect((await desk.done<AdmissionRow[]>('grid.listAdmissions', { filter: { states: ['exited'] } })).map(({ id }) => id)).toEqual([admitted.id]);
    const other = await create({ startsOn: '2026-12-01' });
    await move(other, 'submit');
    expect(await desk.refused('grid.moveAdmission', { ...pick(other), move: 'withdraw', reason: '撤回' })).toBe('record/conflict');
  });
});
const pick = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });

describe('the door and the burden', () => {
  it('write down who brought what, number the slip, and count for the two-way assessment', async () => {
    const refusal = await desk.done<RefusalRow>('grid.refuseAtDoor', { bodyId: bureau, broughtBy: '小周', refusedOn: '2026-03-02', title: '周报', content: '', listItemId: null, rightOffice: '', reason: '未经准入' });
    expect(refusal).toMatchObject({ no: 'JS2026-0001', bodyName: '区卫生健康局', refusedBy: '王芳' });
    await desk.done('grid.recordBurden', burden({ minutes: 90 }));
    expect(await desk.done('grid.summarisePushedTasks', { from: '2026-01-01', until: '2026-12-31' })).toEqual([{ bodyId: bureau, bodyName: '区卫生健康局', refused: 1, doneAnyway: 1, minutes: 90 }]);
    expect(await desk.refused('grid.refuseAtDoor', { bodyId: (await desk.done<{ id: string }>('grid.createBody', { ...bodyDraft, kind: 'social', name: '协会' })).id, broughtBy: '', refusedOn: '2026-03-02', title: '活动', content: '', listItemId: null, rightOffice: '', reason: '未经准入' })).toBe('admission/not-a-department');
  });
  it('enter with one press that a department asked again, and every sum equals a recount over the rows', async () => {
    const first = await desk.done<BurdenRow>('grid.recordBurden', burden({ minutes: 60, forms: 2 }));
    desk.advance(DAY_MS);
    expect(await desk.done<BurdenRow>('grid.repeatBurden', { id: first.id })).toMatchObject({ doneOn: '2026-03-03', minutes: 60, askedBefore: 1, standing: 'not-admitted' });
    await desk.done('grid.recordBurden', burden({ bodyId: null, title: '楼道清理', minutes: 45, forms: 0 }));
    const admitted = await move(await inReview(), 'approve', '同意');
    await desk.done('grid.recordBurden', burden({ admissionId: admitted.id, minutes: 30 }));
    expect((await sheet(admitted.id)).burden).toEqual({ minutes: 30, records: 1 });
    const period = { from: '2026-03-01', until: '2026-03-31' };
    const rows = await desk.done<BurdenRow[]>('grid.listBurden', { filter: period });
    const sum = await desk.done<BurdenSummary>('grid.summariseBurden', period);
    const minutes = (standing: string) => rows.filter((row) => row.standing === standing).reduce((total, row) => total + row.minutes, 0);
    expect(sum.total).toEqual({ minutes: rows.reduce((total, row) => total + row.minutes, 0), forms: rows.reduce((total, row) => total + row.forms, 0), records: rows.length });
    expect(sum.minutesByStanding).toEqual({ admitted: minutes('admitted'), notAdmitted: minutes('not-admitted'), own: minutes('own') });
    for (const line of sum.byBody.filter(({ bodyId }) => bodyId !== null)) expect(line.minutes).toBe((await desk.done<BurdenRow[]>('grid.listBurden', { filter: { ...period, bodyIds: [line.bodyId] } })).reduce((total, row) => total + row.minutes, 0));
    expect(sum.byMonth.reduce((total, { minutes: n }) => total + n, 0)).toBe(sum.total.minutes);
    expect(await desk.done('grid.compareBurden', { before: { from: '2026-02-01', until: '2026-02-28' }, after: period })).toMatchObject({ before: { minutes: 0 }, after: { minutes: 195, workingDays: 22 } });
    expect(await desk.refused('grid.recordBurden', burden({ doneOn: '2026-03-04' }))).toBe('admission/day-ahead');
  });
});
const burden = (values: Record<string, unknown> = {}) => ({ bodyId: bureau, kind: 'form', title: '健康周报', doneOn: '2026-03-02', minutes: 30, people: 1, forms: 1, gridMemberId: null, admissionId: null, note: '', ...values });

describe('the rules', () => {
  const NONE = new Map();
  const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2020-01-01', n));
  it('know no way out of a final state and none into admission but by a list, an exemption or a decision', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...admissionMoveNames), { maxLength: 30 }), (moves) => {
        let state: AdmissionState = 'draft';
        const taken: string[] = [];
        for (const name of moves) {
          const next = stateAfter(state, name);
          if (next === null) continue;
          taken.push(name);
          state = next;
        }
        expect(admissionStates).toContain(state);
        if (state === 'admitted' || state === 'paused') expect(taken.some((name) => ['approve', 'admit-by-list', 'admit-exempt'].includes(name))).toBe(true);
        const end = taken.findIndex((name) => ['rejected', 'withdrawn', 'exited'].includes(admissionMoves[name as keyof typeof admissionMoves].to));
        expect(end === -1 || end === taken.length - 1).toBe(true);
      }),
    );
    expect(moveByCheck(null, { isExempt: false, hasMeans: true })).toBe('review');
  });
  it('count a review day by day only while it lies in review', () => {
    fc.assert(
      fc.property(day, fc.array(fc.tuple(fc.constantFrom('review' as const, 'supplement' as const), fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 40 }), (start, parts, rest) => {
        let at = start;
        const steps = parts.map(([state, days]) => {
          const entered = { state, enteredOn: at };
          at = addDays(at, days);
          return entered;
        });
        const now = addDays(at, rest);
        const each = steps.reduce((sum, step, index) => sum + (step.state === 'review' ? workingDaysBetween(step.enteredOn, steps[index + 1]?.enteredOn ?? now, NONE) : 0), 0);
        expect(reviewDaysUsed(steps, now, NONE)).toBe(each);
        expect(reviewDaysUsed(steps, now, NONE)).toBeLessThanOrEqual(workingDaysBetween(start, now, NONE));
      }),
    );
  });
  it('find the day from which money is so many working days late', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (now, count) => {
        const edge = dayWorkingDaysBefore(now, count, NONE);
        expect(workingDaysBetween(edge, now, NONE)).toBe(count);
        expect(workingDaysBetween(addDays(edge, 1), now, NONE)).toBeLessThanOrEqual(count);
      }),
    );
  });
});
