import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterAct, isLocked, sheetActs, sheetStates } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import { indicatorIds, refusalOf, refusedIds } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import { linesOf } from '#shared/modules/training-assessment/assessment/lines.rules.ts';
import { areBandsInOrder, bandOf, bandSoFar, divisions, exceeded, followsOf, unbalanced } from '#shared/modules/training-assessment/assessment/plan.rules.ts';
import { itemKinds, type BandFloor, type PlanItem } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { adjustmentOf, halfUp, isAssessed, scoreOf, shareOfPeriod, totalOf, trimmed } from '#shared/modules/training-assessment/assessment/score.rules.ts';

const scale = fc.record({ fullScore: fc.integer({ min: 1, max: 1_000_000 }), floorShare: fc.integer({ min: 0, max: 9999 }), width: fc.integer({ min: 1, max: 10_000 }) }).map(({ width, ...rest }) => ({ ...rest, targetShare: Math.min(10_000, rest.floorShare + width) }));
const fact = fc.integer({ min: 0, max: 100_000 }).chain((due) => fc.record({ due: fc.constant(due), earned: fc.integer({ min: 0, max: due }) }));
const item = fc.record({ id: fc.uuid(), kind: fc.constantFrom(...itemKinds.filter((kind) => kind !== 'group')), fullScore: fc.integer({ min: 1, max: 100_000 }) })
  .map((one): PlanItem => ({ ...one, version: 1, planId: one.id, parentId: null, title: one.id, sourceId: '', floorShare: 0, targetShare: 10_000, rule: '', sortNo: 1 }));

describe('a score', () => {
  it('stays between nothing and the full score and grows with what was earned', () => {
    fc.assert(fc.property(scale, fact, (of, { earned, due }) => {
      const score = scoreOf(earned, due, of);
      expect(Number.isInteger(score) && score >= 0 && score <= of.fullScore).toBe(true);
      if (earned < due) expect(scoreOf(earned + 1, due, of)).toBeGreaterThanOrEqual(score);
    }));
  });
  it('is rounded half up, once', () => {
    expect(halfUp(1, 2)).toBe(1);
    expect(halfUp(-1, 2)).toBe(0);
    fc.assert(fc.property(scale, fact, (of, { earned, due }) => {
      if (due === 0) return;
      const exact = BigInt(of.fullScore) * (BigInt(earned) * 10_000n - BigInt(of.floorShare) * BigInt(due));
      const span = BigInt(of.targetShare - of.floorShare) * BigInt(due);
      const rounded = exact <= 0n ? 0n : exact >= span * BigInt(of.fullScore) ? BigInt(of.fullScore) : (2n * exact + span) / (2n * span);
      expect(BigInt(scoreOf(earned, due, of))).toBe(rounded);
    }));
  });
  it.each([
    ['nothing due is nothing missed', 0, 0, 10_000],
    ['the floor earns nothing', 50, 100, 0],
    ['half way earns half', 75, 100, 5000],
    ['the target earns all', 100, 100, 10_000],
  ])('%s', (_name, earned, due, expected) => expect(scoreOf(earned, due, { fullScore: 10_000, floorShare: 5000, targetShare: 10_000 })).toBe(expected));
});

describe('a total', () => {
  it('is the sum of its lines, within the full score, whatever was recorded and given', () => {
    const sheet = fc.uniqueArray(item, { selector: ({ id }) => id, minLength: 1, maxLength: 25 }).chain((items) => fc.record({
      items: fc.constant(items.filter(({ kind }, at) => kind !== 'adjust' || items.findIndex((one) => one.kind === 'adjust') === at)),
      facts: fc.dictionary(fc.constantFrom(...items.map(({ id }) => id)), fact.map(({ earned, due }) => [earned, due] as const)),
      share: fc.integer({ min: 0, max: 100 }),
      added: fc.integer({ min: -500_000, max: 500_000 }),
    }));
    fc.assert(fc.property(sheet, ({ items, facts, share, added }) => {
      const fullScore = items.filter(({ kind }) => kind !== 'adjust').reduce((sum, one) => sum + one.fullScore, 0);
      const marks = items.map(({ id, fullScore: most }) => ({ itemId: id, selfScore: null, selfNote: '', score: Math.floor((most * share) / 100), basis: '台账', matterNo: '' }));
      const lines = linesOf({ fullScore, items, facts, marks, added });
      const total = totalOf(lines);
      expect(total).toBe(lines.reduce((sum, { score }) => sum + (score ?? 0), 0));
      expect(total).toBeGreaterThanOrEqual(0);
      expect(total).toBeLessThanOrEqual(fullScore);
      for (const line of lines) if (line.kind !== 'adjust' && line.score !== null) expect(line.score >= 0 && line.score <= line.fullScore).toBe(true);
    }));
  });
  it('lets events add and take no more than the plan allows', () => {
    fc.assert(fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 0, max: 100_000 }), (sum, limit, base) => {
      const added = adjustmentOf(sum, limit, base, 100_000);
      expect(Math.abs(added)).toBeLessThanOrEqual(limit);
      expect(base + added >= 0 && base + added <= 100_000).toBe(true);
    }));
  });
  it('leaves out the extremes of what peers gave and never one side alone', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 50 }), (ratings) => {
      const kept = trimmed(ratings);
      expect(kept.length).toBeGreaterThan(0);
      expect((ratings.length - kept.length) % 2).toBe(0);
      expect(trimmed(ratings.toReversed())).toEqual(kept);
      expect(Math.min(...kept)).toBeGreaterThanOrEqual(Math.min(...ratings));
    }));
    expect(trimmed([10, 80, 90])).toEqual([80]);
  });
});

describe('a plan', () => {
  const FOUR: readonly BandFloor[] = [{ band: 'excellent', floor: 900, follows: [] }, { band: 'good', floor: 850, follows: [] }, { band: 'pass', floor: 800, follows: [] }, { band: 'fail', floor: 0, follows: [{ code: 'talk', inRow: 1 }, { code: 'exit', inRow: 2 }] }];
  const tree = (parts: readonly number[]) => [{ id: 'r', parentId: null, title: '大则', kind: 'group' as const, fullScore: 100 }, ...parts.map((fullScore, at) => ({ id: String(at), parentId: 'r', title: '细则', kind: 'scored' as const, fullScore }))];
  it('may hold less than the whole while it is written, never more, and exactly the whole when it is enabled', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), (parts) => {
      const all = divisions({ title: '方案', fullScore: 100 }, tree(parts));
      const sum = parts.reduce((one, other) => one + other, 0);
      expect(exceeded(all) !== undefined).toBe(sum > 100);
      expect(unbalanced(all) !== undefined).toBe(sum !== 100);
    }));
  });
  it('has one band for every total', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), (total) => {
      expect(bandOf(FOUR, total)).toBe(total >= 900 ? 'excellent' : total >= 850 ? 'good' : total >= 800 ? 'pass' : 'fail');
    }));
    expect(areBandsInOrder(FOUR, 1000)).toBe(true);
    expect(areBandsInOrder(FOUR.toReversed(), 1000)).toBe(false);
    expect(areBandsInOrder(FOUR.slice(0, 3), 1000)).toBe(false);
  });
  it('tells a band from a part of the points as if the rest were earned alike, and none from nothing', () => {
    expect(bandSoFar(FOUR, 0, 0, 1000)).toBeNull();
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 100 }), (counted, percent) => {
      const earned = Math.floor((counted * percent) / 100);
      expect(bandSoFar(FOUR, earned, counted, 1000)).toBe(bandOf(FOUR, halfUp(earned * 1000, counted)));
    }));
    expect(bandSoFar(FOUR, 500, 500, 1000)).toBe('excellent');
  });
  it('lets exit follow only from the second fail in a row', () => {
    expect(followsOf(FOUR, 'fail', [])).toEqual(['talk']);
    expect(followsOf(FOUR, 'fail', ['pass', 'fail'])).toEqual(['talk']);
    expect(followsOf(FOUR, 'fail', ['fail', 'good'])).toEqual(['talk', 'exit']);
  });
  it.each([['上报事件数量', 'incidents'], ['平台登录次数', 'logins'], ['积分排名', 'points'], ['每日巡查里程', 'distance'], ['Log-ins per week', 'logins'], ['Kilometres walked', 'distance'], ['按时办结率', null], ['走访到位', null]] as const)('of "%s": %s', (title, expected) => expect(refusalOf('', title)).toBe(expected));
  it('offers nothing that it refuses', () => {
    expect(indicatorIds.filter((id) => refusalOf(id, id) !== null)).toEqual([]);
    for (const id of refusedIds) expect(refusalOf(id, '某项')).toBe(id);
  });
});

describe('a sheet', () => {
  it('is never edited once archived and leaves the archive only by an appeal', () => {
    expect(sheetActs.filter((act) => afterAct('archived', act) !== null)).toEqual(['appeal', 'reopen']);
    expect(sheetStates.filter((state) => isLocked(state) && afterAct(state, 'self-assess') !== null)).toEqual([]);
    expect(sheetStates.filter((state) => afterAct(state, 'archive') !== null)).toEqual(['scored']);
  });
  it('is assessed by the half of the period, to the day', () => {
    const year = { fromOn: '2026-01-01', untilOn: '2026-12-31' };
    expect(shareOfPeriod(year, year)).toBe(10_000);
    expect(isAssessed(shareOfPeriod(year, { fromOn: '2026-07-02', untilOn: '2026-12-31' }))).toBe(true);
    expect(isAssessed(shareOfPeriod(year, { fromOn: '2026-07-03', untilOn: '2026-12-31' }))).toBe(false);
    expect(shareOfPeriod(year, { fromOn: '2027-01-01', untilOn: '2027-02-01' })).toBe(0);
  });
});
