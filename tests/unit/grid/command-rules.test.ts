import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { minutesAfter, minutesLeft, reportStateOf, treeLines, treeProblem } from '#shared/modules/grid/emergency/emergency.rules.ts';
import { confirmUntil, mediationMoves, stateAfter, type MediationMove } from '#shared/modules/grid/mediation/mediation.rules.ts';
import { mediationStates, type MediationState } from '#shared/modules/grid/mediation/mediation.schema.ts';
import { expiryStateOf, nextInspectionOn, weeklyCounts } from '#shared/modules/grid/prevention/prevention.rules.ts';
import { isDeskOpen, median, periodsApart, timesInOrder, waitMinutesOf } from '#shared/modules/grid/service-desk/desk-visit.rules.ts';
import type { OpenPeriod } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';

const START = '2026-03-02T01:00:00.000Z';
const minute = fc.integer({ min: 0, max: 2000 });

describe('the report-in clock', () => {
  it('knows five states by the minute: in time up to the minute itself, nearly late from 70 %', () => {
    const of = (due: number, done: number | null, now: number) => reportStateOf({ startedAt: START, dueAt: minutesAfter(START, due), doneAt: done === null ? null : minutesAfter(START, done) }, Date.parse(minutesAfter(START, now)));
    expect([of(10, null, 6), of(10, null, 7), of(10, null, 10), of(10, null, 11), of(10, 10, 99), of(10, 11, 99)]).toEqual(['waiting', 'near', 'near', 'late', 'reported', 'reported-late']);
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), minute, minute, (due, done, now) => {
      expect(of(due, done, now)).toBe(done <= due ? 'reported' : 'reported-late');
      expect(of(due, null, now) === 'late').toBe(now > due);
      expect(minutesLeft(minutesAfter(START, due), Date.parse(minutesAfter(START, now)))).toBe(due - now);
    }));
  });
});

describe('a contact tree', () => {
  const tree = fc.array(fc.nat(), { minLength: 1, maxLength: 30 }).map((picks) => picks.map((pick, at) => ({ key: `k${at}`, parentKey: at === 0 || pick % 4 === 0 ? null : `k${pick % at}` })));
  it('is drawn whole, everybody once and behind who calls them', () => {
    fc.assert(fc.property(tree, (contacts) => {
      expect(treeProblem(contacts)).toBeNull();
      const lines = treeLines(contacts);
      expect(lines.map(([{ key }]) => key).toSorted()).toEqual(contacts.map(({ key }) => key).toSorted());
      const place = new Map(lines.map(([{ key }, depth], at) => [key, { at, depth }]));
      for (const { key, parentKey } of contacts) if (parentKey !== null) expect([(place.get(parentKey)?.at ?? 99) < (place.get(key)?.at ?? -1), place.get(key)?.depth]).toEqual([true, (place.get(parentKey)?.depth ?? -9) + 1]);
    }));
  });
  it('is refused where it is none', () => {
    expect(treeProblem([{ key: 'a', parentKey: null }, { key: 'a', parentKey: null }])).toBe('key-twice');
    expect(treeProblem([{ key: 'a', parentKey: 'b' }])).toBe('parent-missing');
    expect(treeProblem([{ key: 'a', parentKey: 'b' }, { key: 'b', parentKey: 'a' }])).toBe('circle');
  });
});

describe('the states of a mediation', () => {
  const moves: readonly MediationMove[] = ['agree', 'sign', 'follow-up', 'close', 'fail', 'withdraw', 'reopen'];
  it('are never left for a state outside the machine, and closed is the end', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...moves), fc.constantFrom('written' as const, 'oral' as const)), { maxLength: 40 }), (steps) => {
      let state: MediationState = 'open';
      for (const [move, form] of steps) {
        const next = stateAfter(state, move, form);
        expect(next === null).toBe(!(move in mediationMoves[state]));
        if (state === 'closed') expect(next).toBeNull();
        state = next ?? state;
        expect(mediationStates).toContain(state);
      }
    }));
    expect(stateAfter('open', 'agree', 'oral')).toBe('in-force');
    expect(stateAfter('open', 'agree', 'written')).toBe('agreed');
  });
  it('let a court be asked for thirty days from the day of effect', () => {
    expect(confirmUntil({ state: 'in-force', form: 'written', agreedOn: '2026-03-01', signedOn: '2026-03-02' })).toBe('2026-04-01');
    expect(confirmUntil({ state: 'in-force', form: 'oral', agreedOn: '2026-03-01', signedOn: null })).toBe('2026-03-31');
    expect(confirmUntil({ state: 'agreed', form: 'written', agreedOn: '2026-03-01', signedOn: null })).toBeNull();
  });
});

describe('the desk', () => {
  it('finds the middle of any values', () => {
    expect(median([])).toBeNull();
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 60 }), (values) => {
      const middle = median(values) ?? -1;
      expect(values.filter((value) => value <= middle).length * 2).toBeGreaterThanOrEqual(values.length);
      expect(values.filter((value) => value >= middle).length * 2).toBeGreaterThanOrEqual(values.length);
    }));
  });
  it('knows times out of order and reckons whole minutes', () => {
    const at = (minutes: number): string => minutesAfter(START, minutes);
    expect(timesInOrder({ cameAt: at(0), servedAt: at(0), leftAt: at(5) })).toBe(true);
    expect(timesInOrder({ cameAt: at(1), servedAt: at(0), leftAt: null })).toBe(false);
    expect(timesInOrder({ cameAt: at(0), servedAt: null, leftAt: at(3) })).toBe(true);
    fc.assert(fc.property(minute, minute, (came, wait) => {
      expect(waitMinutesOf({ cameAt: at(came), servedAt: at(came + wait) })).toBe(wait);
    }));
  });
  it('is open inside its hours and nowhere else, holidays as set', () => {
    const morning: OpenPeriod = { weekday: 1, opens: '08:30', closes: '12:00' };
    const hours = { periods: [morning], isOpenOnHolidays: false };
    const monday = (clock: string, isHoliday = false) => isDeskOpen(hours, { weekday: 1, clock, isHoliday });
    expect([monday('08:29'), monday('08:30'), monday('11:59'), monday('12:00'), monday('09:00', true)]).toEqual([false, true, true, false, false]);
    expect(isDeskOpen({ ...hours, isOpenOnHolidays: true }, { weekday: 1, clock: '09:00', isHoliday: true })).toBe(true);
    expect(periodsApart([morning, { weekday: 1, opens: '12:00', closes: '13:00' }, { weekday: 2, opens: '09:00', closes: '10:00' }])).toBe(true);
    expect(periodsApart([{ weekday: 1, opens: '11:00', closes: '13:00' }, morning])).toBe(false);
  });
});

describe('prevention', () => {
  it('reckons the next inspection from the day somebody went, and tells what expires', () => {
    expect(nextInspectionOn('2026-03-02', 7)).toBe('2026-03-09');
    const thing = { expiresOn: '2026-03-31', remindDays: 30 };
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => expiryStateOf(thing, day))).toEqual(['running', 'near', 'near', 'expired']);
  });
  it('puts every day of the last weeks into one period and nothing else into any', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: -3, max: 100 }), fc.nat(9)), { maxLength: 40 }), (given) => {
      const days = given.map(([back, count]) => ({ day: addDays('2026-03-02', -back), count }));
      const inside = given.filter(([back]) => back >= 0 && back < 84).reduce((sum, [, count]) => sum + count, 0);
      expect(weeklyCounts(days, '2026-03-02', 12).reduce((sum, count) => sum + count, 0)).toBe(inside);
    }));
    expect(weeklyCounts([{ day: '2026-03-02', count: 2 }, { day: '2026-02-24', count: 1 }, { day: '2026-02-23', count: 5 }], '2026-03-02', 2)).toEqual([5, 3]);
  });
});
