import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import type { Adoption, PracticeRow } from '#shared/modules/staff/suggestions/practice.schema.ts';
import type { SuggestionFigures, SuggestionRow } from '#shared/modules/staff/suggestions/suggestion.schema.ts';
import { COLLEAGUE, staffOf } from '#tests/support/staff.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const DAY = 86_400_000;
const draft = (values: Record<string, unknown> = {}) => ({ title: '走访表一次填完', problem: '同样的内容填三张表', remedy: '三张表合成一张', area: 'process', ...values });
const practiceDraft = (values: Record<string, unknown> = {}) => ({ title: '走访一表清', problem: '填表太多', done: '三表合一', effect: '每天省四十分钟', gridId: null, memberId: null, suggestionId: null, matterId: null, ...values });

let desk: Workstation;
let staff: ReturnType<typeof staffOf>;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  staff = staffOf(desk);
});
afterEach(() => desk.close());

const put = (values: Record<string, unknown> = {}) => desk.done<SuggestionRow>('staff.putSuggestion', draft(values));
const answer = ({ id, version }: SuggestionRow, doerId: string, values: Record<string, unknown> = {}) => ({ id, version, takesUp: true, answer: '', doerId, plannedUntil: '2026-04-30', ...values });
const takenUp = async (values: Record<string, unknown> = {}) => desk.done<SuggestionRow>('staff.answerSuggestion', answer(await put(values), (await staff.member('落实人')).id));
const carriedOut = async (values: Record<string, unknown> = {}) => {
  const { id, version } = await takenUp(values);
  return desk.done<SuggestionRow>('staff.carryOutSuggestion', { id, version, result: '少填两张表', doneOn: '2026-03-02' });
};
const list = (filter: Record<string, unknown> = {}) => desk.done<SuggestionRow[]>('staff.listSuggestions', { filter });
const kinds = async () => (await desk.done<TodayItem[]>('notifications.listToday')).map(({ kind }) => kind);
const asColleague = async (name: string, input: unknown) => {
  const result = await desk.callAs(COLLEAGUE, name, input);
  return result.ok ? 'done' : result.error.code;
};

describe('a suggestion', () => {
  it('is put in under a name, answered with who does it until when, and carried out; each step is one entry of the log', async () => {
    const entries = desk.count('audit_entry');
    const doer = await staff.member('小李');
    const suggestion = await put();
    expect(suggestion).toMatchObject({ putterName: '王芳', putOn: '2026-03-02', isOwn: true, state: 'received', answerDueOn: '2026-03-23', isOverdue: false });
    expect(await desk.refused('staff.answerSuggestion', answer(suggestion, doer.id, { plannedUntil: '2026-03-01' }))).toBe('suggestion/planned-past');
    expect(await desk.refused('staff.answerSuggestion', answer(suggestion, doer.id, { doerId: null }))).toBe('validation/failed');
    expect(await desk.refused('staff.carryOutSuggestion', { id: suggestion.id, version: 1, result: '做完', doneOn: '2026-03-02' })).toBe('suggestion/no-such-way');
    const taken = await desk.done<SuggestionRow>('staff.answerSuggestion', answer(suggestion, doer.id));
    expect(taken).toMatchObject({ state: 'taken-up', doerName: '小李', answeredOn: '2026-03-02', version: 2 });
    expect(await desk.refused('staff.carryOutSuggestion', { id: taken.id, version: 2, result: '做完', doneOn: '2026-03-03' })).toBe('suggestion/day-ahead');
    expect(await desk.refused('staff.carryOutSuggestion', { id: taken.id, version: 2, result: '做完', doneOn: '2026-03-01' })).toBe('suggestion/done-before-answer');
    expect(await desk.done('staff.carryOutSuggestion', { id: taken.id, version: 2, result: '少填两张表', doneOn: '2026-03-02' })).toMatchObject({ state: 'carried-out', doneOn: '2026-03-02' });
    expect(desk.count('audit_entry')).toBe(entries + 4);
  });

  it('is not taken up without a reason, and is answered once', async () => {
    const suggestion = await put();
    const refusal = { id: suggestion.id, version: 1, takesUp: false, answer: '', doerId: null, plannedUntil: null };
    expect(await desk.refused('staff.answerSuggestion', refusal)).toBe('validation/failed');
    expect(await desk.done('staff.answerSuggestion', { ...refusal, answer: '本年没有预算' })).toMatchObject({ state: 'not-taken-up', doerId: null, plannedUntil: null });
    expect(await desk.refused('staff.answerSuggestion', { ...refusal, version: 2, answer: '再答一次' })).toBe('suggestion/no-such-way');
  });

  it('is changed by one at a time, only by whoever put it in, and only before the answer', async () => {
    const suggestion = await put();
    const change = { id: suggestion.id, version: 1, ...draft({ title: '两张表合一' }) };
    expect(await asColleague('staff.updateSuggestion', change)).toBe('suggestion/not-own');
    expect(await desk.done('staff.updateSuggestion', change)).toMatchObject({ title: '两张表合一', version: 2 });
    expect(await desk.refused('staff.updateSuggestion', change)).toBe('record/conflict');
    expect(await asColleague('staff.answerSuggestion', { id: suggestion.id, version: 1, takesUp: false, answer: '不合适', doerId: null, plannedUntil: null })).toBe('record/conflict');
    await desk.done('staff.answerSuggestion', answer({ ...suggestion, version: 2 }, (await staff.member('小李')).id));
    expect(await desk.refused('staff.withdrawSuggestion', { id: suggestion.id, version: 3 })).toBe('suggestion/no-such-way');
  });

  it('is seconded once by each colleague, never by whoever put it in', async () => {
    const { id } = await put();
    expect(await desk.refused('staff.secondSuggestion', { id })).toBe('suggestion/own-seconding');
    expect(await asColleague('staff.secondSuggestion', { id })).toBe('done');
    expect(await asColleague('staff.secondSuggestion', { id })).toBe('suggestion/already-seconded');
    expect(await list()).toMatchObject([{ seconds: 1, isSeconded: false, seconderNames: ['王芳'] }]);
    expect((await desk.callAs(COLLEAGUE, 'staff.listSuggestions', {})) as unknown).toMatchObject({ ok: true, data: [{ isOwn: false, isSeconded: true }] });
  });

  it('waits for its answer as long as residents wait for theirs, and then stands on Today', async () => {
    await desk.done('grid.saveParticipationRule', { version: 0, answerLimitDays: 3, secondsNeeded: 5, pointsPerHour: 1, joiningPoints: 0, redeemDay: null });
    expect(await put()).toMatchObject({ answerDueOn: '2026-03-05' });
    expect(await kinds()).toEqual(expect.arrayContaining(['suggestions-open']));
    expect(await kinds()).not.toContain('suggestions-late');
    desk.advance(3 * DAY);
    expect(await kinds()).not.toContain('suggestions-late');
    desk.advance(DAY);
    expect(await kinds()).toContain('suggestions-late');
    expect(await list({ overdue: true })).toHaveLength(1);
    const [late] = await list();
    if (late) await desk.done('staff.answerSuggestion', answer(late, (await staff.member('小李')).id, { plannedUntil: '2026-03-10' }));
    expect(await kinds()).not.toContain('suggestions-late');
    desk.advance(5 * DAY);
    expect(await kinds()).toContain('suggestions-behind');
    expect(await list({ inTime: true })).toHaveLength(0);
  });

  it('is taken back with an undo, unless a colleague seconded it', async () => {
    await put();
    await staff.undo();
    expect(await list()).toEqual([]);
    const { id } = await put();
    await asColleague('staff.secondSuggestion', { id });
    expect((await desk.done<{ undo: unknown }>('undo.listNext')).undo).not.toBeNull();
    const next = await desk.done<{ undo: { seq: number } | null }>('undo.listNext');
    expect((await desk.call('undo.undo', { seq: next.undo?.seq })).ok).toBe(false);
    expect(await list()).toHaveLength(1);
  });

  it('is found everywhere by its title and by what it says, and told which of them answered', async () => {
    await put();
    expect(await desk.done<SearchHit[]>('search.findEverywhere', { text: '走访表' })).toMatchObject([{ entity: 'suggestion', title: '走访表一次填完', matched: 'name' }]);
    expect(await desk.done<SearchHit[]>('search.findEverywhere', { text: '三张表' })).toMatchObject([{ entity: 'suggestion', title: '走访表一次填完', matched: 'text' }]);
  });
});

describe('a good practice', () => {
  it('comes from a grid or a person, of what was carried out, and goes to other grids once each', async () => {
    const [home, other] = [await staff.grid('第一网格'), await staff.grid('第二网格')];
    const open = await takenUp();
    expect(await desk.refused('staff.addPractice', practiceDraft())).toBe('validation/failed');
    expect(await desk.refused('staff.addPractice', practiceDraft({ gridId: home.id, suggestionId: open.id }))).toBe('practice/suggestion-open');
    const done = await carriedOut({ title: '二维码' });
    const practice = await desk.done<PracticeRow>('staff.addPractice', practiceDraft({ gridId: home.id, suggestionId: done.id }));
    expect(practice).toMatchObject({ gridName: '第一网格', suggestionTitle: '二维码', takenUp: 0 });
    const taking = { practiceId: practice.id, gridId: other.id, takenOn: '2026-03-01', note: '照做' };
    expect(await desk.refused('staff.takeUpPractice', { ...taking, gridId: home.id })).toBe('practice/own-grid');
    expect(await desk.refused('staff.takeUpPractice', { ...taking, takenOn: '2026-03-03' })).toBe('suggestion/day-ahead');
    expect(await desk.callAs({ roles: ['clerk'], scope: [home.id] }, 'staff.takeUpPractice', taking)).toMatchObject({ ok: false, error: { code: 'practice/grid-out-of-scope' } });
    expect(await desk.done('staff.takeUpPractice', taking)).toMatchObject({ takenUp: 1 });
    expect(await desk.refused('staff.takeUpPractice', taking)).toBe('practice/already-taken');
    expect(await desk.done<Adoption[]>('staff.listAdoptions', { practiceId: practice.id })).toMatchObject([{ gridName: '第二网格', takenOn: '2026-03-01', takerName: '王芳' }]);
    expect(await desk.refused('staff.updatePractice', { id: practice.id, version: 7, ...practiceDraft({ gridId: home.id }) })).toBe('record/conflict');
  });

  it('keeps what it rests on: the result of its suggestion is not taken back while it stands', async () => {
    const { id: suggestionId } = await carriedOut();
    const carried = (await desk.done<{ undo: { seq: number } | null }>('undo.listNext')).undo?.seq;
    await desk.callAs(COLLEAGUE, 'staff.addPractice', practiceDraft({ memberId: (await list())[0]?.doerId, suggestionId }));
    expect(await desk.refused('undo.undo', { seq: carried })).toBe('suggestion/practice-stands');
    expect(await list()).toMatchObject([{ state: 'carried-out', practiceTitle: '走访一表清' }]);
  });
});

describe('the figures of a year', () => {
  it('equal a recount of the rows, in the demo and over what each of them opens', async () => {
    const demo = await openWorkstation({ demo: true });
    try {
      await demo.done('session.fillDemo', { seed: 20_261_123 });
      const sqlite = demo.sqlite();
      const rows = sqlite.prepare('SELECT put_on, state, answered_on, answer_due_on FROM staff_suggestion WHERE removed_at IS NULL').all() as { put_on: string; state: string; answered_on: string | null; answer_due_on: string }[]; // columns named
      expect(new Set(rows.map(({ state }) => state)).size).toBe(4);
      const practices = sqlite.prepare('SELECT id, grid_id, written_on FROM good_practice').all() as { id: string; grid_id: string; written_on: string }[]; // as above
      const adoptions = sqlite.prepare('SELECT practice_id, grid_id FROM practice_adoption').all() as { practice_id: string; grid_id: string }[]; // as above
      const matters = sqlite.prepare('SELECT outcome, ended_on, is_model FROM matter').all() as { outcome: string; ended_on: string | null; is_model: number }[]; // as above
      const actor = { roles: ['supervisor'] as const };
      const ask = async <T>(name: string, input: unknown): Promise<T> => {
        const result = await demo.callAs(actor, name, input);
        if (!result.ok) throw new Error(JSON.stringify(result.error));
        return result.data as T; // the caller names it
      };
      const period = { from: '2025-06-01', until: '2026-03-02' };
      const within = (day: string | null): boolean => day !== null && day >= period.from && day <= period.until;
      const put = rows.filter(({ put_on }) => within(put_on));
      const settled = matters.filter(({ outcome, ended_on }) => within(ended_on) && (outcome === 'closed' || outcome === 'recorded'));
      const written = practices.filter(({ written_on }) => within(written_on));
      const figures = await ask<SuggestionFigures>('staff.summariseSuggestions', period);
      expect(figures).toEqual({
        put: put.length,
        answered: put.filter(({ answered_on }) => answered_on !== null).length,
        inTime: put.filter(({ answered_on, answer_due_on }) => answered_on !== null && answered_on <= answer_due_on).length,
        takenUp: put.filter(({ state }) => state === 'taken-up' || state === 'carried-out').length,
        carriedOut: put.filter(({ state }) => state === 'carried-out').length,
        practices: written.length,
        takenElsewhere: written.filter(({ id, grid_id }) => adoptions.some((one) => one.practice_id === id && one.grid_id !== grid_id)).length,
        settled: settled.length,
        models: settled.filter(({ is_model }) => is_model === 1).length,
      });
      for (const [name, figure] of Object.entries(figures)) expect(figure, name).toBeGreaterThan(0);
      const count = async (filter: Record<string, unknown>) => (await ask<{ count: number }>('staff.countSuggestions', { filter: { ...period, ...filter } })).count;
      expect([await count({}), await count({ states: ['taken-up', 'not-taken-up', 'carried-out'], inTime: true }), await count({ states: ['taken-up', 'carried-out'] }), await count({ states: ['carried-out'] })]).toEqual([figures.put, figures.inTime, figures.takenUp, figures.carriedOut]);
      expect(await ask('staff.countPractices', { filter: { ...period, elsewhere: true } })).toEqual({ count: figures.takenElsewhere });
      expect(await ask('grid.countMatters', { filter: { life: 'ended', figure: 'settled', mark: 'model', endedFrom: period.from, endedUntil: period.until } })).toEqual({ count: figures.models });
      const shown = await ask<PracticeRow[]>('staff.listPractices', {});
      expect(shown.filter(({ matterNumber }) => matterNumber !== '')).toHaveLength(1);
      const tied = async (isModel: 0 | 1) => {
        const matterId = sqlite.prepare('SELECT id FROM matter WHERE is_model = ? AND reported_on IS NOT NULL LIMIT 1').pluck().get(isModel);
        const answer = await demo.callAs(actor, 'staff.addPractice', practiceDraft({ gridId: practices[0]?.grid_id, matterId }));
        return answer.ok ? (answer.data as PracticeRow).matterId === matterId : answer.error.code;
      };
      expect([await tied(1), await tied(0)]).toEqual([true, 'practice/not-model']);
      const hidden = await demo.callAs({ roles: ['trainer'] }, 'staff.listPractices', {});
      expect(hidden.ok && (hidden.data as PracticeRow[]).filter(({ matterNumber }) => matterNumber !== '')).toEqual([]);
      expect((await demo.callAs({ roles: ['trainer'] }, 'staff.summariseSuggestions', period)) as unknown).toMatchObject({ data: { settled: null, models: null } });
    } finally {
      demo.close();
    }
  });
});
