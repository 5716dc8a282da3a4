import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedDays } from '#electron/kernel/calendar/published-days.ts';
import { workingCalendar } from '#electron/modules/budget/demo/working-calendar.ts';
import { clockOf } from '#shared/kernel/calendar/clock.rules.ts';
import { addDays, addWorkingDays, workingDaysBetween, type PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { accounts, balanceOf, budgetOf, dependencePermille, lineFigures, type Flow } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { mayMoveOn, pledgeStages } from '#shared/modules/budget/partners/partner.schema.ts';
import { moneyVerdict, needParts, needScore, verdictOnUse } from '#shared/modules/budget/requests/check.rules.ts';
import { publicName } from '#shared/modules/budget/requests/notice.rules.ts';
import { mayFollow, nearAfter, requestSteps } from '#shared/modules/budget/requests/steps.rules.ts';
import { workingDayCounter } from '#shared/modules/budget/requests/working-day-counter.rules.ts';

const published: PublishedDays = new Map(publishedDays(2022).map(({ day, kind }) => [day, kind]));
const day = fc.integer({ min: 0, max: 1700 }).map((offset) => addDays('2022-01-03', offset));

describe('working days', () => {
  it('are counted without walking to the same answer, also for the invented years', () => {
    const count = workingDayCounter(published);
    const calendar = workingCalendar(published, 2022, 2027);
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 40 }), (from, until, n) => {
        expect(count(from, until)).toBe(workingDaysBetween(from, until, published));
        expect(calendar.between(from, until)).toBe(workingDaysBetween(from, until, published));
        expect(calendar.add(from, n)).toBe(addWorkingDays(from, n, published));
        expect(calendar.plus(from, n)).toBe(addDays(from, n));
      }),
    );
  });
  it('turn yellow on the day the clock does', () => {
    for (let limit = 1; limit <= 120; limit += 1) {
      expect(clockOf(nearAfter(limit), limit)).toBe('near');
      expect(clockOf(nearAfter(limit) - 1, limit)).toBe('calm');
    }
  });
});

describe('the book', () => {
  const flow = fc.record({ from: fc.constantFrom(...accounts), to: fc.constantFrom(...accounts), fen: fc.integer({ min: 1, max: 1_000_000 }) }).filter(({ from, to }) => from !== to);
  it('is even: what all accounts hold together is nothing', () => {
    fc.assert(fc.property(fc.array(flow, { maxLength: 40 }), (flows: Flow[]) => {
      expect(accounts.reduce((sum, account) => sum + balanceOf(flows, account), 0)).toBe(0);
    }));
  });
  it('has the columns of a line add up', () => {
    const ofLine = fc.constantFrom<[Flow['from'], Flow['to']]>(['authority', 'free'], ['adjustment', 'free'], ['free', 'adjustment'], ['carried', 'free'], ['free', 'carried'], ['free', 'reserved'], ['reserved', 'free'], ['reserved', 'committed'], ['free', 'committed'], ['committed', 'spent'], ['spent', 'committed'], ['committed', 'free']);
    fc.assert(
      fc.property(fc.array(fc.tuple(ofLine, fc.integer({ min: 1, max: 1_000_000 })), { maxLength: 60 }), (moves) => {
        const figures = lineFigures(moves.map(([[from, to], fen]) => ({ from, to, fen })));
        expect(budgetOf(figures) - figures.carriedOut).toBe(figures.reserved + figures.committed + figures.spent + figures.free);
      }),
    );
  });
  it('knows how much hangs on the largest source', () => expect([dependencePermille([3, 1]), dependencePermille([5]), dependencePermille([])]).toEqual([750, 1000, null]));
});

describe('the check', () => {
  const base = { policy: 'stop' as const, overspendRoles: [], free: 100, amount: 101, roles: ['clerk' as const], overspendReason: '抢修', binds: false };
  it.each([
    ['enough', { amount: 100 }, 'covered'],
    ['too much', {}, 'refused'],
    ['warned until it binds', { policy: 'warn' as const }, 'warned'],
    ['stopped when it binds', { policy: 'warn' as const, binds: true }, 'refused'],
    ['allowed to a role with a reason', { policy: 'allow' as const, overspendRoles: ['clerk' as const] }, 'overspent'],
    ['asked for the reason', { policy: 'allow' as const, overspendRoles: ['clerk' as const], overspendReason: ' ' }, 'ask'],
    ['refused to another role', { policy: 'allow' as const, overspendRoles: ['supervisor' as const] }, 'refused'],
  ])('%s', (_what, values, verdict) => expect(moneyVerdict({ ...base, ...values })).toBe(verdict));
  it('forbids before it allows', () => {
    expect(verdictOnUse({ allowedUses: ['office'], forbiddenUses: ['office'], ruleText: '' }, 'office')).toBe('forbidden');
    expect(verdictOnUse({ allowedUses: [], forbiddenUses: [], ruleText: '' }, 'office')).toBe('allowed');
    expect(verdictOnUse({ allowedUses: ['culture'], forbiddenUses: [], ruleText: '' }, 'office')).toBe('not-listed');
  });
  it('never scores a need outside 0 to 100', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(1_000_000), fc.nat(20), (urgency, people, refusals) => {
      const score = needScore(needParts(urgency, people, refusals));
      expect(score >= 12 && score <= 100).toBe(true);
    }));
  });
});

describe('steps', () => {
  it('never end for good except where they should, and published is reached only through settled', () => {
    for (const step of requestSteps) expect(mayFollow(step, 'published')).toBe(step === 'settled');
    for (const done of ['published', 'withdrawn', 'split'] as const) expect(requestSteps.filter((next) => mayFollow(done, next))).toEqual([]);
    expect(requestSteps.filter((next) => mayFollow('rejected', next)).sort()).toEqual(['budgeted', 'review', 'split', 'withdrawn']);
    expect(requestSteps.filter((next) => mayFollow('spending', next))).toEqual(['accepted']);
  });
  it('of a pledge go one at a time', () => {
    expect(pledgeStages.filter((stage) => mayMoveOn('talk', stage))).toEqual(['pledge', 'dropped']);
    expect(pledgeStages.filter((stage) => mayMoveOn('received', stage))).toEqual(['used']);
    expect(pledgeStages.filter((stage) => mayMoveOn('thanked', stage) || mayMoveOn('dropped', stage))).toEqual([]);
  });
});

it.each([['王小明', '王**'], ['欧阳娜', '欧**'], ['居委会', '居委会'], ['示例五金维修店', '示例五金维修店'], ['沈老师', '沈**'], ['Li', 'Li']])('on a public board %s is %s', (name, shown) => expect(publicName(name)).toBe(shown));
