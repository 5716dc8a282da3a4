import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingDaysBetween, addWorkingDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { limitFor, usedBy, workingDaysOf } from '#shared/modules/grid/matters/matter-clock.rules.ts';
import { asksOf, CLOCK_OF, ENDED_STATES, isOpen, MATTER_MOVES, matterMoves, matterStates, movesFrom, OPEN_STATES, reached, stateAfter } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { matterMoveInputSchema } from '#shared/modules/grid/matters/matter-move.schema.ts';
import { likenessOf, nextNumber, placeKeyOf } from '#shared/modules/grid/matters/matter-words.rules.ts';

describe('the machine', () => {
  it('knows every state once, and from every open one leads to an end', () => {
    expect([...OPEN_STATES, ...ENDED_STATES, 'draft'].toSorted()).toEqual([...matterStates].toSorted());
    const ends = (state: (typeof matterStates)[number], seen: readonly string[]): boolean =>
      !isOpen(state) || matterMoves.some((move) => {
        const to = stateAfter(state, move);
        return to !== null && to !== state && !seen.includes(to) && ends(to, [...seen, state]);
      });
    for (const state of OPEN_STATES) expect(ends(state, []), state).toBe(true);
  });

  it('has no move that a compiler would let pass from the wrong state', () => {
    expect(reached('reported', 'accept')).toBe('accepted');
    // @ts-expect-error a matter that was only reported cannot be closed
    expect(reached('reported', 'pass')).toBe(null);
    // @ts-expect-error what is suspended is not finished
    expect(reached('suspended', 'done')).toBe(null);
  });

  it('asks in its schema for exactly what the table says, and refuses a move without it', () => {
    const part = { reason: { text: 'x' }, result: { text: 'x' }, unit: { unit: { kind: 'grid', id: 'g' } }, others: { others: [{ kind: 'grid', id: 'g' }] }, into: { intoId: '019c0000-0000-7000-8000-00000000c001' }, days: { days: 1 }, until: { until: '2026-03-02' }, rating: { rating: 3 }, card: { card: 'red' }, owner: { ownerId: '019c0000-0000-7000-8000-00000000c001' } } as const;
    const base = { id: '019c0000-0000-7000-8000-00000000c001', version: 1 };
    for (const move of matterMoves) {
      const asked = asksOf(move);
      const whole = Object.assign({}, ...asked.map((one) => part[one])) as object; // the answers asked for
      expect(matterMoveInputSchema.safeParse({ ...base, move, ...whole }).success, move).toBe(true);
      for (const one of asked) {
        const without = Object.assign({}, ...asked.filter((other) => other !== one && !(part[one] === part[other])).map((other) => part[other])) as object; // all but one
        expect(matterMoveInputSchema.safeParse({ ...base, move, ...without }).success, `${move} without ${one}`).toBe(false);
      }
    }
  });

  it('offers a role only what the table gives it', () => {
    for (const state of matterStates) for (const move of movesFrom(state, ['clerk'])) expect((MATTER_MOVES[move].roles as readonly string[]).includes('clerk')).toBe(true);
    expect(movesFrom('handling', ['clerk'])).not.toContain('suspend');
    expect(movesFrom('handling', ['auditor'])).toEqual([]);
    expect(Object.entries(CLOCK_OF).filter(([, clock]) => clock === 'stopped').map(([state]) => state)).toEqual(['suspended']);
  });
});

const day = fc.integer({ min: 0, max: 1500 }).map((n) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
const calendar = fc.array(fc.tuple(day, fc.constantFrom('holiday' as const, 'workday' as const)), { maxLength: 60 }).map((days) => new Map(days));

describe('working days', () => {
  it('are counted as the calendar of the desk counts them, day by day', () => {
    fc.assert(fc.property(calendar, day, day, fc.integer({ min: 0, max: 30 }), (published, from, until, n) => {
      const days = workingDaysOf(published);
      expect(days.between(from, until)).toBe(workingDaysBetween(from, until, published));
      expect(days.after(from, n)).toBe(addWorkingDays(from, n, published));
      if (n > 0) expect(days.between(days.before(until, n), until)).toBe(n);
    }));
  });
  it('count nothing twice when the computer was set back', () => {
    const days = workingDaysOf(new Map());
    expect(usedBy(days, { from: '2026-03-05', used: 2 }, '2026-03-01')).toBe(2);
  });
});

describe('limits', () => {
  const rule = (values: object) => ({ clock: 'handle' as const, kind: null, level: null, unitKind: null, unitId: null, yellow: 1, red: 2, ...values });
  const of = { clock: 'handle' as const, kind: 'water', level: 'urgent', unitKind: 'department' as const, unitId: 'd1' };
  it('are the closest that fit: unit before kind before kind of unit before level, the default last', () => {
    expect(limitFor([], of)).toEqual({ yellow: 5, red: 10 });
    const rules = [rule({ level: 'urgent', yellow: 2 }), rule({ unitKind: 'department', yellow: 3, red: 6 }), rule({ kind: 'water', yellow: 4, red: 6 }), rule({ unitId: 'd1', unitKind: 'department', yellow: 7, red: 9 }), rule({ unitId: 'd2', yellow: 0 })];
    expect(limitFor(rules, of).yellow).toBe(7);
    expect(limitFor(rules.slice(0, 3), of).yellow).toBe(4);
    expect(limitFor(rules.slice(0, 2), of).yellow).toBe(3);
    expect(limitFor(rules.slice(0, 1), { ...of, level: 'general' }).yellow).toBe(5);
    expect(limitFor(rules, { ...of, clock: 'verify' }).yellow).toBe(3);
  });
});

describe('words', () => {
  it('number by day, month or year, and grow when the digits run out', () => {
    expect(nextNumber('day4', '2026-03-02', null)).toBe('20260302-0001');
    expect(nextNumber('day4', '2026-03-02', '20260302-9999')).toBe('20260302-10000');
    expect(nextNumber('month5', '2026-03-02', '202603-00041')).toBe('202603-00042');
    expect(nextNumber('year6', '2027-01-01', '2026-000009')).toBe('2027-000001');
  });
  it('tell the same place whatever it was typed like, and likeness without a dictionary', () => {
    expect(placeKeyOf('青山小区 ３栋2单元303室')).toBe(placeKeyOf('青山小区3号楼，2单元303'));
    expect(likenessOf('楼道路灯不亮', '楼道的路灯不亮了')).toBeGreaterThan(0.6);
    expect(likenessOf('楼道路灯不亮', '下水道堵塞')).toBe(0);
    expect(likenessOf('', '')).toBe(0);
  });
});
