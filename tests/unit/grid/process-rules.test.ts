import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middleOf } from '#shared/kernel/statistics/middle.rules.ts';
import { comparedTotals, evidenceDays, evidenceOf, leftSteps, nextSteps, stepsProblem, stepVerdicts, totalsOf, type DaysTaken, type JudgedStep } from '#shared/modules/grid/process/process.rules.ts';

const doer = fc.oneof(
  fc.constantFrom('grid-station', 'service-station').map((id) => ({ unit: { kind: 'station' as const, id }, who: '' })),
  fc.constantFrom('物业', '派出所').map((who) => ({ unit: null, who })),
);
const step = fc.record({ name: fc.constantFrom('登记', '核实', '审批'), doer, days: fc.nat(20), documents: fc.array(fc.constantFrom('身份证', '户口簿', '照片', '申请表'), { maxLength: 5 }), verdict: fc.constantFrom(...stepVerdicts), reason: fc.constantFrom('', '重复') }).map(({ doer: { unit, who }, ...rest }): JudgedStep => ({ ...rest, unit, who }));
const steps = fc.array(step, { minLength: 1, maxLength: 12 });
const one = (values: Partial<JudgedStep> = {}): JudgedStep => ({ name: '登记', unit: null, who: '社区', days: 1, documents: [], verdict: 'keep', reason: '', ...values });
const KEYS = ['steps', 'days', 'handOvers', 'documents'] as const;

describe('a process map', () => {
  it('never takes longer, asks for more or changes hands more often than before, and what it saves is the difference', () => {
    fc.assert(fc.property(steps, (map) => {
      const { before, after, saved } = comparedTotals(map);
      expect(before).toEqual(totalsOf(map));
      for (const key of KEYS) {
        expect(saved[key]).toBe(before[key] - after[key]);
        expect(saved[key]).toBeGreaterThanOrEqual(0);
      }
      expect(before.handOvers).toBeLessThan(map.length);
    }));
  });
  it('loses one step for each that goes or joins, and every step that stays stands in its order', () => {
    fc.assert(fc.property(steps.filter((map) => stepsProblem(map)?.problem !== 'empty' && stepsProblem(map)?.problem !== 'detached'), (map) => {
      const left = leftSteps(map);
      expect(left.map(({ places: [first] }) => first)).toEqual(map.flatMap(({ verdict }, at) => (verdict === 'keep' ? [at + 1] : [])));
      expect(left.flatMap(({ places }) => places)).toEqual(map.flatMap(({ verdict }, at) => (verdict === 'remove' ? [] : [at + 1])));
      for (const { days, documents, places } of left) {
        const joined = places.flatMap((place) => map[place - 1] ?? []);
        expect(days).toBe(Math.max(...joined.map((part) => part.days)));
        expect([...documents].toSorted()).toEqual([...new Set(joined.flatMap((part) => part.documents))].toSorted());
      }
    }));
  });
  it('saves one hand-over for each merged step where everybody is somebody else', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (merges) => {
      const map = [one({ who: '0' }), ...merges.map((isMerged, at) => one({ who: String(at + 1), verdict: isMerged ? 'merge' : 'keep', reason: '一次办' }))];
      expect(comparedTotals(map).saved.handOvers).toBe(merges.filter(Boolean).length);
    }));
  });
  it('must keep a step, join only what stays before, and say why a step goes', () => {
    fc.assert(fc.property(steps, (map) => {
      const problem = stepsProblem(map);
      const kept = map.findIndex(({ verdict }) => verdict === 'keep');
      const isLost = map.slice(0, kept).some(({ verdict }) => verdict === 'merge');
      const isSilent = map.some(({ verdict, reason }) => verdict !== 'keep' && reason === '');
      expect(problem?.problem ?? null).toBe(kept < 0 ? 'empty' : isLost ? 'detached' : isSilent ? 'unexplained' : null);
    }));
    expect(stepsProblem([one({ verdict: 'remove', reason: '重复' })])).toEqual({ problem: 'empty', place: 1 });
    expect(stepsProblem([one({ verdict: 'remove', reason: '重复' }), one({ verdict: 'merge', reason: '一次办' }), one()])).toEqual({ problem: 'detached', place: 2 });
    expect(stepsProblem([one(), one({ verdict: 'remove', reason: ' ' })])).toEqual({ problem: 'unexplained', place: 2 });
  });
  it('goes on in its next edition from the way it is done now', () => {
    fc.assert(fc.property(steps, (map) => {
      const next = nextSteps(map);
      expect(totalsOf(next)).toEqual(comparedTotals(map).after);
      expect(comparedTotals(next).saved).toEqual({ steps: 0, days: 0, handOvers: 0, documents: 0 });
      expect(next.every(({ verdict, reason }) => verdict === 'keep' && reason === '')).toBe(true);
    }));
  });
});

describe('the evidence for a map', () => {
  const lines = fc.uniqueArray(fc.record({ days: fc.nat(60), matters: fc.integer({ min: 1, max: 20 }), late: fc.nat(20) }), { selector: ({ days }) => days, maxLength: 12 })
    .map((all) => all.map(({ days, matters, late }): DaysTaken => ({ days, matters, inTime: Math.max(0, matters - late) })).toSorted((a, b) => a.days - b.days));
  it('has the same middle as the matters written out one by one', () => {
    fc.assert(fc.property(lines, (taken) => {
      const all = taken.flatMap(({ days, matters }) => Array.from({ length: matters }, () => days));
      expect(middleOf(taken)?.days).toBe(all[Math.ceil(all.length / 2) - 1]);
    }));
  });
  it('claims nothing with fewer than thirty matters on either side', () => {
    fc.assert(fc.property(lines, lines, (before, after) => {
      const { claim, difference, before: first, after: second } = evidenceOf(before, after);
      const isFew = Math.min(first.matters, second.matters) < 30;
      expect(claim === 'too-few').toBe(isFew);
      expect([difference === null, first.medianDays === null, second.medianDays === null]).toEqual([isFew, isFew, isFew]);
    }));
    expect(evidenceOf([{ days: 9, matters: 30, inTime: 3 }], [{ days: 2, matters: 29, inTime: 29 }]).claim).toBe('too-few');
    expect(evidenceOf([{ days: 9, matters: 30, inTime: 3 }], [{ days: 2, matters: 30, inTime: 30 }])).toMatchObject({ claim: 'better', before: { medianDays: 9 }, after: { medianDays: 2 } });
  });
  it('looks at ninety days before and at those since, up to today and to the last day in force', () => {
    const inForceOn = '2026-01-01';
    expect(evidenceDays({ inForceOn, endedOn: null }, '2026-11-01')).toEqual({ before: { from: '2025-10-03', until: '2025-12-31' }, after: { from: '2026-01-01', until: '2026-03-31' } });
    expect(evidenceDays({ inForceOn, endedOn: null }, '2026-01-20')?.after.until).toBe('2026-01-20');
    expect(evidenceDays({ inForceOn, endedOn: '2026-02-01' }, '2026-11-01')?.after.until).toBe('2026-01-31');
    expect(evidenceDays({ inForceOn, endedOn: inForceOn }, '2026-11-01')).toBeNull();
  });
});
