import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { balanceOf, mayBook, pointsFor } from '#shared/modules/grid/participation/points.rules.ts';
import type { JobRow, JobSheet, Shift, Statement, VolunteerRow, VolunteerSheet } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const TODAY = '2026-03-02';
const COLLEAGUE = { roles: ['clerk'] as const, userId: '019c0000-0000-7000-8000-0000000000b7' };
let desk: Workstation;
let grid: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  grid = (await desk.done<{ id: string }>('grid.createGrid', { name: '北网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' })).id;
});
afterEach(() => desk.close());

const pick = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });
const volunteer = async (name: string, wantsPoints = true) => {
  const personId = (await desk.done<{ id: string }>('grid.createPerson', personDraft({ name, gridId: grid, idNumber: '' }))).id;
  return desk.done<VolunteerRow>('grid.registerVolunteer', { personId, joinedOn: TODAY, leftOn: null, wantsPoints, teamId: null, skills: '', note: '' });
};
const job = (values: Record<string, unknown> = {}) => desk.done<JobRow>('grid.postVolunteerJob', { title: '楼道清理', heldOn: TODAY, place: '', gridId: grid, teamId: null, minutes: 120, places: 2, skills: '', state: 'open', note: '', ...values });
const sheet = (id: string) => desk.done<JobSheet>('grid.getVolunteerJob', { id });
const book = (id: string) => desk.done<VolunteerSheet>('grid.getVolunteer', { id });
const attend = async (one: Shift, minutes: number) => desk.done<Shift>('grid.recordAttendance', { ...pick(one), state: 'attended', minutes });
/** Signs up, comes, and is confirmed by a colleague. */
const serve = async (who: VolunteerRow, minutes: number) => {
  const { id } = await job({ places: 1 });
  await desk.done('grid.signUp', { jobId: id, volunteerIds: [who.id] });
  const [shift] = (await sheet(id)).shifts;
  if (!shift) throw new Error('nobody signed up');
  return desk.callAs(COLLEAGUE, 'grid.confirmHours', { shifts: [pick(await attend(shift, minutes))] });
};

describe('hours of volunteers', () => {
  it('count when a second person confirmed them, and bring points only to who asked for them', async () => {
    const [a, b] = [await volunteer('甲'), await volunteer('乙', false)];
    const { id } = await job();
    expect(await desk.done<JobRow>('grid.signUp', { jobId: id, volunteerIds: [a.id, b.id] })).toMatchObject({ signed: 2 });
    expect(await desk.refused('grid.signUp', { jobId: id, volunteerIds: [(await volunteer('丙')).id] })).toBe('job/full');
    const shifts = await Promise.all((await sheet(id)).shifts.map((shift) => attend(shift, 150)));
    expect(await desk.refused('grid.confirmHours', { shifts: shifts.map(pick) })).toBe('shift/same-person');
    expect(await book(a.id)).toMatchObject({ minutes: 0, balance: 0 });
    expect(await desk.callAs(COLLEAGUE, 'grid.confirmHours', { shifts: shifts.map(pick) })).toMatchObject({ data: { confirmed: 2, points: 2 } });
    expect(await book(a.id)).toMatchObject({ minutes: 150, balance: 2, entries: [{ kind: 'hours', points: 2, jobTitle: '楼道清理' }] });
    expect(await book(b.id)).toMatchObject({ minutes: 150, balance: 0, entries: [] });
    expect(await desk.refused('grid.recordAttendance', { ...pick((await sheet(id)).shifts[0] ?? { id: '', version: 0 }), state: 'absent', minutes: 0 })).toBe('shift/no-such-way');
    const { undo } = await desk.done<{ undo: { seq: number; action: string } }>('undo.listNext');
    expect(undo.action).toBe('volunteer-shift.recorded'); // what brought points is not offered, and what it rests on is held by it
    expect(await desk.refused('undo.undo', { seq: undo.seq })).toBe('undo/changed-since');
  });
  it('are not recorded before the day, and nobody is registered or signed up twice', async () => {
    const a = await volunteer('甲');
    const ahead = await job({ heldOn: '2026-03-09' });
    await desk.done('grid.signUp', { jobId: ahead.id, volunteerIds: [a.id] });
    const [shift] = (await sheet(ahead.id)).shifts;
    expect(await desk.refused('grid.recordAttendance', { id: shift?.id, version: 1, state: 'attended', minutes: 60 })).toBe('job/not-held');
    expect(await desk.refused('grid.signUp', { jobId: ahead.id, volunteerIds: [a.id] })).toBe('job/already-signed');
    expect(await desk.refused('grid.registerVolunteer', { personId: a.personId, joinedOn: TODAY, leftOn: null, wantsPoints: false, teamId: null, skills: '', note: '' })).toBe('volunteer/already-registered');
  });
});

describe('the book of points', () => {
  it('is redeemed, given and set right line by line, and no line is altered', async () => {
    const [a, b, none] = [await volunteer('甲'), await volunteer('乙'), await volunteer('丙', false)];
    await serve(a, 600);
    expect(await desk.refused('grid.redeemPoints', { id: a.id, points: 11, note: '大米' })).toBe('points/balance-too-low');
    await desk.done('grid.redeemPoints', { id: a.id, points: 4, note: '洗衣液' });
    await desk.done('grid.givePoints', { id: a.id, toId: b.id, points: 3, note: '' });
    expect(await desk.refused('grid.givePoints', { id: a.id, toId: none.id, points: 1, note: '' })).toBe('points/not-asked-for');
    expect(await desk.callAs(COLLEAGUE, 'grid.correctPoints', { id: a.id, points: 1, note: '更正' })).toMatchObject({ error: { code: 'auth/forbidden' } });
    await desk.done('grid.correctPoints', { id: a.id, points: -3, note: '多记了' });
    expect(await desk.refused('grid.correctPoints', { id: a.id, points: -1, note: '再扣' })).toBe('points/balance-too-low');
    expect((await book(a.id)).entries.map(({ points }) => points)).toEqual([10, -4, -3, -3]);
    expect(await book(b.id)).toMatchObject({ balance: 3, entries: [{ kind: 'gift-in' }] });
    expect(() => desk.sqlite().exec('UPDATE point_entry SET points = 99')).toThrow('only added');
    expect(() => desk.sqlite().exec('DELETE FROM point_entry')).toThrow('only added');
    expect(() => desk.sqlite().exec(`INSERT INTO point_entry SELECT id || 'x', community_id, version, created_at, updated_at, volunteer_id, entry_on, 'redeem', -1, NULL, '', '' FROM point_entry WHERE volunteer_id = '${a.id}' LIMIT 1`)).toThrow('never negative');
    const statement = await desk.done<Statement>('grid.getStatement', { id: a.id, year: 2026 });
    expect(statement).toMatchObject({ minutes: 600, opening: 0, closing: 0, shifts: [{ minutes: 600, confirmedBy: '王芳' }] });
    expect(statement.opening + statement.entries.reduce((sum, { points }) => sum + points, 0)).toBe(statement.closing);
  });
  it('is redeemed only on the day the station set', async () => {
    const a = await volunteer('甲');
    await serve(a, 120);
    await desk.done('grid.saveParticipationRule', { version: 0, answerLimitDays: 15, secondsNeeded: 5, pointsPerHour: 1, joiningPoints: 0, redeemDay: 15 });
    expect(await desk.refused('grid.redeemPoints', { id: a.id, points: 1, note: '洗衣液' })).toBe('points/not-today');
  });
  it('never goes below zero and always equals its entries, whatever is tried', async () => {
    const two = [await volunteer('甲'), await volunteer('乙')] as const;
    const act = fc.oneof(
      fc.record({ act: fc.constant('redeem' as const), who: fc.nat(1), points: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ act: fc.constant('give' as const), who: fc.nat(1), points: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ act: fc.constant('correct' as const), who: fc.nat(1), points: fc.integer({ min: -12, max: 12 }).filter((points) => points !== 0) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        for (const { act: name, who, points } of acts) {
          const [from, to] = who === 0 ? [two[0], two[1]] : [two[1], two[0]];
          const before = (await book(from.id)).balance;
          const result = name === 'redeem' ? await desk.call('grid.redeemPoints', { id: from.id, points, note: '兑换' }) : name === 'give' ? await desk.call('grid.givePoints', { id: from.id, toId: to.id, points, note: '' }) : await desk.call('grid.correctPoints', { id: from.id, points, note: '更正' });
          expect(result.ok).toBe(mayBook(before, name === 'correct' ? points : -points));
          for (const { id } of two) {
            const { balance, entries } = await book(id);
            expect(balance).toBe(balanceOf(entries));
            expect(balance).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
  it('counts whole points only', () => {
    fc.assert(fc.property(fc.nat(10_000), fc.nat(100), (minutes, rate) => {
      const points = pointsFor(minutes, rate);
      expect(points * 60).toBeLessThanOrEqual(minutes * rate);
      expect((points + 1) * 60).toBeGreaterThan(minutes * rate);
    }));
  });
});
