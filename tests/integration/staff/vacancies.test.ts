import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { GridMember } from '#shared/modules/staff/grid-member.schema.ts';
import { noConditions } from '#shared/modules/staff/posts/post.schema.ts';
import type { Candidate, Exemption, QuotaRequest, VacancyRow } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import { COLLEAGUE, staffOf } from '#tests/support/staff.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let staff: ReturnType<typeof staffOf>;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  staff = staffOf(desk);
});
afterEach(() => desk.close());

const vacancy = (postId: string, values: Record<string, unknown> = {}) => ({ postId, gridId: null, seats: 1, channel: 'open', openedOn: '2026-02-20', closesOn: '2026-03-20', note: '', ...values });
const candidate = (vacancyId: string, values: Record<string, unknown> = {}) => ({ vacancyId, memberId: null, name: '许春梅', sex: '2', birthOn: '1985-05-14', education: '30', profession: 'law', gridMonths: 5, privatePhone: '13900001111', met: [], appliedOn: '2026-03-01', note: '', ...values });
const conditions = { ...noConditions, minEducation: '30', maxAge: 35, others: ['普通话二级乙等'] };
const open = async (values: Record<string, unknown> = {}) => desk.done<VacancyRow>('staff.openVacancy', vacancy((await staff.post({ conditions, ...values })).id));

describe('a vacancy', () => {
  it('leads from a candidate over the check and an exemption by another to an appointment, in acts that can be taken back', async () => {
    const seat = await open();
    const who = await desk.done<Candidate>('staff.addCandidate', candidate(seat.id));
    expect(who).toMatchObject({ isFit: false, privatePhone: null, privatePhoneMasked: '139****1111', results: [{ kind: 'education', verdict: 'pass' }, { kind: 'age', verdict: 'fail', has: '40' }, { kind: 'other:普通话二级乙等', verdict: 'unknown' }] });
    expect(await desk.refused('staff.appointCandidate', { id: who.id, version: 1, fromOn: '2026-03-02', reason: '' })).toBe('post/conditions-not-met');
    const { results: _r, isFit: _f, exemptions: _e, status: _s, decision: _d, privatePhoneMasked: _m, privatePhone: _p, ...facts } = who;
    const met = await desk.done<Candidate>('staff.updateCandidate', { ...facts, met: ['普通话二级乙等'] });
    expect(await desk.refused('staff.proposeExemption', { candidateId: who.id, conditions: ['education'], reason: '理由充分' })).toBe('exemption/nothing-to-exempt');
    expect(await desk.refused('staff.proposeExemption', { candidateId: who.id, conditions: ['age'], reason: '' })).toBe('validation/failed');
    const asked = await desk.done<Exemption>('staff.proposeExemption', { candidateId: who.id, conditions: ['age'], reason: '退役军人，经验丰富' });
    expect(await desk.refused('staff.decideExemption', { id: asked.id, version: 1, approve: true, decision: '同意' })).toBe('exemption/own-proposal');
    expect((await desk.done<TodayItem[]>('notifications.listToday')).some(({ kind }) => kind === 'exemptions-waiting')).toBe(false);
    expect(await desk.callAs(COLLEAGUE, 'notifications.listToday', {})).toMatchObject({ data: expect.arrayContaining([expect.objectContaining({ kind: 'exemptions-waiting' })]) });
    expect(await desk.callAs(COLLEAGUE, 'staff.decideExemption', { id: asked.id, version: 1, approve: true, decision: '同意' })).toMatchObject({ data: { status: 'approved', deciderName: '王芳' } });
    const appointed = await desk.done<Candidate>('staff.appointCandidate', { id: who.id, version: met.version, fromOn: '2026-03-02', reason: '公开招录' });
    expect(appointed).toMatchObject({ status: 'appointed' });
    expect(await desk.done('staff.getVacancy', { id: seat.id })).toMatchObject({ status: 'filled', appointed: 1 });
    expect(await desk.done('staff.getGridMember', { id: appointed.memberId })).toMatchObject({ name: '许春梅', postName: '窗口社工', privatePhoneMasked: '139****1111' });
    await staff.undo();
    expect(await desk.done('staff.getVacancy', { id: seat.id })).toMatchObject({ status: 'open', appointed: 0 });
    expect(await desk.done<{ count: number }>('staff.listGridMembers')).toMatchObject({ count: 0 });
  });

  it('is refused what it was not approved for', async () => {
    const seat = await open();
    const who = await desk.done<Candidate>('staff.addCandidate', candidate(seat.id, { met: ['普通话二级乙等'] }));
    const asked = await desk.done<Exemption>('staff.proposeExemption', { candidateId: who.id, conditions: ['age'], reason: '理由充分' });
    expect(await desk.refused('staff.proposeExemption', { candidateId: who.id, conditions: ['age'], reason: '再提一次' })).toBe('exemption/waiting');
    await desk.callAs(COLLEAGUE, 'staff.decideExemption', { id: asked.id, version: 1, approve: false, decision: '不符合规定' });
    expect(await desk.refused('staff.appointCandidate', { id: who.id, version: 1, fromOn: '2026-03-02', reason: '' })).toBe('post/conditions-not-met');
    await desk.done('staff.refuseCandidate', { id: who.id, version: 1, reason: '年龄不符' });
    expect(await desk.refused('staff.appointCandidate', { id: who.id, version: 2, fromOn: '2026-03-02', reason: '' })).toBe('candidate/decided');
  });

  it('offers no more seats than the post has free', async () => {
    const seat = await open({ quota: 1 });
    expect(await desk.refused('staff.openVacancy', vacancy(seat.postId))).toBe('vacancy/too-many-seats');
    await desk.done('staff.withdrawVacancy', { id: seat.id, version: 1, reason: '计划取消' });
    expect(await desk.refused('staff.addCandidate', candidate(seat.id))).toBe('vacancy/ended');
    await desk.done('staff.openVacancy', vacancy(seat.postId));
  });

  it('takes one of the team as the record stands', async () => {
    const anna = await staff.member('安娜', { birthOn: '1996-01-01' });
    const seat = await open();
    const who = await desk.done<Candidate>('staff.addCandidate', candidate(seat.id, { memberId: anna.id, name: '', met: ['普通话二级乙等'], birthOn: '1950-01-01' }));
    expect(who).toMatchObject({ name: '安娜', isFit: true });
    expect(await desk.refused('staff.addCandidate', candidate(seat.id, { memberId: anna.id }))).toBe('candidate/already-there');
    await desk.done('staff.appointCandidate', { id: who.id, version: 1, fromOn: '2026-03-02', reason: '' });
    expect(await desk.done<{ rows: GridMember[] }>('staff.listGridMembers')).toMatchObject({ rows: [{ name: '安娜', postName: '窗口社工' }] });
  });
});

describe('more places', () => {
  it('are asked of the level above, and what is granted comes to the post', async () => {
    const post = await staff.post({ quota: 1 });
    const asked = await desk.done<QuotaRequest>('staff.requestQuota', { postId: post.id, asked: 2, reason: '来人太多', addressee: '街道办事处' });
    expect(await desk.refused('staff.answerQuota', { id: asked.id, version: 1, granted: 1, answeredOn: '2026-03-02', answer: '' })).toBe('quota/not-sent');
    await desk.done('staff.sendQuota', { id: asked.id, version: 1, sentOn: '2026-03-01' });
    await desk.done('staff.answerQuota', { id: asked.id, version: 2, granted: 1, answeredOn: '2026-03-02', answer: '同意一名' });
    expect(await desk.done('staff.getPost', { id: post.id })).toMatchObject({ quota: 2 });
    await staff.undo();
    expect(await desk.done('staff.getPost', { id: post.id })).toMatchObject({ quota: 1 });
  });
});
