import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { AppointmentRow, Handover, PostRow } from '#shared/modules/staff/posts/post.schema.ts';
import { noConditions } from '#shared/modules/staff/posts/post.schema.ts';
import { checkConditions } from '#shared/modules/staff/posts/condition.rules.ts';
import { gridMonths } from '#shared/modules/staff/people/experience.rules.ts';
import { fitCondition } from '#electron/modules/staff/posts/posts.repository.ts';
import { gridDraft, postDraft, staffOf } from '#tests/support/staff.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let staff: ReturnType<typeof staffOf>;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  staff = staffOf(desk);
});
afterEach(() => desk.close());

const grid = (id: string) => desk.done<{ version: number; responsibleId: string | null }>('grid.getGrid', { id });
const running = (gridId: string) => desk.done<AppointmentRow[]>('staff.listAppointments', { filter: { gridId, running: true, of: 'posts' } });
const changeGrid = async (id: string, name: string, responsibleId: string | null) => desk.done('grid.updateGrid', { ...gridDraft(name, { responsibleId }), id, version: (await grid(id)).version });
/** No grid has two running services, and each names the member that the grid names. */
const consistent = () =>
  desk.sqlite().prepare("SELECT g.name FROM grid g WHERE g.responsible_id IS NOT (SELECT a.member_id FROM appointment a WHERE a.grid_id = g.id AND a.is_responsible = 1 AND a.until_on IS NULL AND a.removed_at IS NULL)").pluck().all();

describe('a post', () => {
  it('counts who holds it, is filled to its quota only, and stays while it is held', async () => {
    const post = await staff.post();
    expect(await desk.refused('staff.createPost', postDraft())).toBe('post/name-taken');
    const [anna, bo, cai] = [await staff.member('安娜'), await staff.member('薄一'), await staff.member('蔡二')];
    const held = await staff.appoint(anna.id, post.id);
    await staff.appoint(bo.id, post.id);
    expect(await desk.refused('staff.appoint', { memberId: cai.id, postId: post.id, gridId: null, fromOn: '2026-03-01', untilOn: null, reason: '' })).toBe('post/quota-full');
    expect(await desk.done('staff.getPost', { id: post.id })).toMatchObject({ filled: 2, quota: 2 });
    expect(await desk.refused('staff.removePost', { id: post.id, version: 1 })).toBe('post/held');
    await desk.done('staff.endAppointment', { id: held.id, version: 1, untilOn: '2026-03-02', reason: '调离' });
    expect(await desk.done('staff.getPost', { id: post.id })).toMatchObject({ filled: 1 });
    expect(await desk.done<PostRow[]>('staff.listPosts', { filter: { vacant: true } })).toHaveLength(1);
    await staff.undo();
    expect(await desk.done('staff.getPost', { id: post.id })).toMatchObject({ filled: 2 });
  });

  it('asks conditions of whoever is appointed directly', async () => {
    const post = await staff.post({ conditions: { ...noConditions, minEducation: '30', maxAge: 35, minYears: 1, others: ['普通话二级乙等'] } });
    const old = await staff.member('老陈', { birthOn: '1970-01-01', education: '70' });
    expect(await desk.done('staff.checkPostConditions', { postId: post.id, memberId: old.id })).toMatchObject([
      { kind: 'education', verdict: 'fail' }, { kind: 'age', verdict: 'fail', has: '56' }, { kind: 'years', verdict: 'fail' }, { kind: 'other:普通话二级乙等', verdict: 'unknown' },
    ]);
    expect(await desk.refused('staff.appoint', { memberId: old.id, postId: post.id, gridId: null, fromOn: '2026-03-01', untilOn: null, reason: '' })).toBe('post/conditions-not-met');
  });

  it('has a hand-over sheet for each time it changes hands', async () => {
    const held = await staff.appoint((await staff.member('安娜')).id, (await staff.post()).id);
    const begun = await desk.done<Omit<Handover, 'id'> & { id: string | null }>('staff.getHandover', { appointmentId: held.id });
    expect(begun).toMatchObject({ id: null, version: 0, giverName: '安娜' });
    expect(begun.items.length).toBeGreaterThan(3);
    await desk.done('staff.saveHandover', { appointmentId: held.id, version: 0, takerName: '薄一', handedOn: '2026-03-02', items: [{ what: '钥匙', state: '3 把' }], witness: '王芳', note: '' });
    expect(await desk.refused('staff.saveHandover', { appointmentId: held.id, version: 0, takerName: '', handedOn: null, items: [], witness: '', note: '' })).toBe('record/conflict');
    expect(await desk.done<AppointmentRow[]>('staff.listAppointments')).toMatchObject([{ hasHandover: true }]);
  });
});

describe('the one responsible member of a grid', () => {
  it('is written by the appointment, and by the territory into the appointments', async () => {
    const north = await staff.grid('北网格');
    const post = await staff.post({ name: '网格员', quota: 5, answersForGrid: true });
    const [anna, bo] = [await staff.member('安娜'), await staff.member('薄一')];
    expect(await desk.refused('staff.appoint', { memberId: anna.id, postId: post.id, gridId: null, fromOn: '2026-03-01', untilOn: null, reason: '' })).toBe('post/asks-grid');
    const held = await staff.appoint(anna.id, post.id, { gridId: north.id });
    expect(await grid(north.id)).toMatchObject({ responsibleId: anna.id });
    expect(await desk.refused('staff.appoint', { memberId: bo.id, postId: post.id, gridId: north.id, fromOn: '2026-03-02', untilOn: null, reason: '' })).toBe('appointment/grid-has-member');
    await changeGrid(north.id, '北网格', bo.id);
    expect(await running(north.id)).toMatchObject([{ personName: '薄一', isResponsible: true, fromOn: '2026-03-02' }]);
    expect(await desk.done<AppointmentRow[]>('staff.listAppointments', { filter: { memberId: anna.id } })).toMatchObject([{ id: held.id, untilOn: '2026-03-02' }]);
    await staff.undo();
    expect(await running(north.id)).toMatchObject([{ personName: '安娜' }]);
    expect(await grid(north.id)).toMatchObject({ responsibleId: anna.id });
    const [now] = await running(north.id);
    await desk.done('staff.endAppointment', { id: held.id, version: now?.version, untilOn: '2026-03-02', reason: '调离' });
    expect(await grid(north.id)).toMatchObject({ responsibleId: null });
    expect(consistent()).toEqual([]);
  });

  it('goes with the end of service, but not while days at the desk are his', async () => {
    const north = await staff.grid('北网格');
    const post = await staff.post({ name: '网格员', quota: 5, answersForGrid: true });
    const [anna, bo] = [await staff.member('安娜'), await staff.member('薄一')];
    await staff.appoint(anna.id, post.id, { gridId: north.id });
    const days = await desk.done<{ on: string }[]>('staff.proposeRoster', { month: '2026-03', memberIds: [anna.id, bo.id] });
    await desk.done('staff.saveRoster', { month: '2026-03', version: 0, days, note: '' });
    const { version } = await desk.done<{ version: number }>('staff.getGridMember', { id: anna.id });
    expect(await desk.refused('staff.endService', { id: anna.id, version, leftOn: '2026-03-10', reason: '辞职' })).toBe('grid-member/on-duty-later');
    await desk.done('staff.endService', { id: anna.id, version, leftOn: '2026-04-01', reason: '辞职' });
    expect(await grid(north.id)).toMatchObject({ responsibleId: null });
    expect(await desk.refused('staff.appoint', { memberId: anna.id, postId: post.id, gridId: north.id, fromOn: '2026-04-02', untilOn: null, reason: '' })).toBe('grid-member/has-left');
    expect(consistent()).toEqual([]);
  });

  it('is one, whatever is appointed, ended, changed in the territory or taken back', { timeout: 60_000 }, async () => {
    const post = await staff.post({ name: '网格员', quota: 50, answersForGrid: true });
    const grids = [await staff.grid('一网格'), await staff.grid('二网格')];
    const members = [await staff.member('甲'), await staff.member('乙'), await staff.member('丙')];
    const act = fc.record({ what: fc.constantFrom('appoint', 'end', 'territory', 'undo'), grid: fc.nat(1), member: fc.nat(2) });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (acts) => {
        for (const one of acts) {
          const [at, who] = [grids[one.grid], members[one.member]];
          if (!at || !who) continue;
          if (one.what === 'appoint') await desk.call('staff.appoint', { memberId: who.id, postId: post.id, gridId: at.id, fromOn: '2026-03-02', untilOn: null, reason: '' });
          const [held] = one.what === 'end' ? await running(at.id) : [];
          if (held) await desk.call('staff.endAppointment', { id: held.id, version: held.version, untilOn: '2026-03-02', reason: '调离' });
          if (one.what === 'territory') await changeGrid(at.id, one.grid === 0 ? '一网格' : '二网格', who.id);
          const next = one.what === 'undo' ? (await desk.done<{ undo: { seq: number } | null }>('undo.listNext')).undo : null;
          if (next) await desk.call('undo.undo', { seq: next.seq });
          desk.advance(1000);
          expect(consistent()).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the places of the 4+6 card', () => {
  it('have dates in and out, and the six keep their names from who may not read residents', async () => {
    const north = await staff.grid('北网格');
    const slot = (values: Record<string, unknown>) => ({ gridId: north.id, kind: 'four-community', version: 0, name: '周敏', unit: '', phone: '', since: '2026-01-05', note: '', ...values });
    const first = await desk.done<{ id: string; version: number }>('grid.saveGridSlot', slot({}));
    await desk.done('grid.saveGridSlot', slot({ name: '吴红', since: '2026-02-01', version: first.version }));
    await desk.done('grid.saveGridSlot', slot({ kind: 'six-party', name: '老赵' }));
    const places = await desk.done<AppointmentRow[]>('staff.listAppointments', { filter: { gridId: north.id, of: 'places' } });
    expect(places.map(({ personName, place, fromOn, untilOn }) => [personName, place, fromOn, untilOn])).toEqual(expect.arrayContaining([['周敏', 'four-community', '2026-01-05', '2026-02-01'], ['吴红', 'four-community', '2026-02-01', null], ['老赵', 'six-party', '2026-01-05', null]]));
    const seen = await desk.callAs({ roles: ['trainer'] }, 'staff.listAppointments', { filter: { gridId: north.id, of: 'places' } });
    expect(JSON.stringify(seen)).not.toContain('老赵');
    expect(await desk.refused('staff.endAppointment', { id: places[0]?.id, version: places[0]?.version, untilOn: '2026-03-01', reason: '退出' })).toBe('appointment/not-a-post');
    await desk.done('grid.clearGridSlot', { id: first.id, version: 2 });
    expect(await desk.done<AppointmentRow[]>('staff.listAppointments', { filter: { gridId: north.id, of: 'places', running: true } })).toMatchObject([{ place: 'six-party' }]);
  });
});

describe('the conditions of a post', () => {
  it('are the same rule in SQL, where the successors are looked for, and in the check of one person', async () => {
    const educations = ['', '11', '20', '31', '40', '60', '70', '90'];
    const professions = ['', 'law', 'social-work'];
    const days = fc.integer({ min: 0, max: 25_000 }).map((back) => new Date(Date.parse('2026-03-02T00:00:00Z') - back * 86_400_000).toISOString().slice(0, 10));
    const people = fc.sample(fc.record({ education: fc.constantFrom(...educations), profession: fc.constantFrom(...professions), birthOn: fc.option(days), startedOn: fc.option(days), earlierMonths: fc.nat(60) }).filter(({ birthOn, startedOn }) => birthOn === null || startedOn === null || birthOn <= startedOn), { numRuns: 60, seed: 7 });
    for (const [at, person] of people.entries()) await staff.member(`人${at}`, person);
    const stored = await desk.done<{ rows: { id: string }[] }>('staff.listGridMembers', { limit: 200 });
    expect(stored.rows).toHaveLength(people.length);
    const rows = desk.sqlite().prepare('SELECT id, education, profession, birth_on AS birthOn, started_on AS startedOn, earlier_months AS earlierMonths FROM grid_member').all() as { id: string; education: string; profession: string; birthOn: string | null; startedOn: string | null; earlierMonths: number }[]; // columns named
    const age = fc.option(fc.integer({ min: 16, max: 80 }));
    fc.assert(
      fc.property(fc.constantFrom(...educations), age, age, fc.subarray(['law', 'social-work']), fc.option(fc.nat(40)), (minEducation, minAge, maxAge, asked, minYears) => {
        const conditions = { minEducation, minAge, maxAge, professions: asked, minYears, others: [] };
        const { sql, values } = fitCondition(conditions, '2026-03-02');
        const found = desk.sqlite().prepare(`SELECT m.id FROM grid_member m WHERE ${sql}`).pluck().all(...values);
        const expected = rows.filter((row) => checkConditions(conditions, { ...row, gridMonths: gridMonths(row, '2026-03-02'), met: [] }, '2026-03-02').every(({ verdict }) => verdict === 'pass'));
        expect(new Set(found)).toEqual(new Set(expected.map(({ id }) => id)));
      }),
    );
  });
});
