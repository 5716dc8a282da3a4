import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middleOf } from '#shared/kernel/statistics/middle.rules.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { comparedTotals, evidenceDays, evidenceOf, excludeEachOther, firstDayAfter, leftSteps, nextSteps, stateOn, stays, stepsProblem, stepVerdicts, totalsOf, type DaysTaken, type JudgedStep, type KeptMapState } from '#shared/modules/grid/process/process.rules.ts';

const doer = fc.oneof(
  fc.constantFrom('grid-station', 'service-station').map((id) => ({ unit: { kind: 'station' as const, id }, who: '' })),
  fc.constantFrom('物业', '派出所').map((who) => ({ unit: null, who })),
);
const step = fc.record({ name: fc.constantFrom('登记', '核实', '审批'), doer, days: fc.nat(20), documents: fc.array(fc.constantFrom('身份证', '户口簿', '照片', '申请表'), { maxLength: 5 }), verdict: fc.constantFrom(...stepVerdicts), spared: fc.integer({ min: 1, max: 20 }), reason: fc.constantFrom('', '重复') })
  .map(({ doer: { unit, who }, spared, ...rest }): JudgedStep => ({ ...rest, unit, who, ...(rest.verdict === 'shorten' && { shortenedTo: Math.max(0, rest.days - spared) }) }));
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
      expect(left.map(({ places: [first] }) => first)).toEqual(map.flatMap((step, at) => (stays(step) ? [at + 1] : [])));
      expect(left.flatMap(({ places }) => places)).toEqual(map.flatMap(({ verdict }, at) => (verdict === 'remove' ? [] : [at + 1])));
      for (const { days, daysBefore, documents, places } of left) {
        const joined = places.flatMap((place) => map[place - 1] ?? []);
        expect(days).toBe(Math.max(...joined.map((part) => part.shortenedTo ?? part.days)));
        expect(daysBefore).toBe(joined.reduce((sum, part) => sum + part.days, 0));
        expect([...documents].toSorted()).toEqual([...new Set(joined.flatMap((part) => part.documents))].toSorted());
      }
    }));
  });
  it('saves exactly the days by which steps that stay are shortened where nothing goes or joins, and nothing else', () => {
    fc.assert(fc.property(steps, (map) => {
      const kept = map.map((step): JudgedStep => (stays(step) ? step : { ...step, verdict: 'keep' }));
      const { saved } = comparedTotals(kept);
      expect(saved).toEqual({ steps: 0, days: kept.reduce((sum, { days, shortenedTo = days }) => sum + days - shortenedTo, 0), handOvers: 0, documents: 0 });
    }));
    expect(comparedTotals([one({ days: 7, verdict: 'shorten', shortenedTo: 2 }), one({ days: 4, verdict: 'merge' })])).toMatchObject({ before: { days: 11 }, after: { days: 4 } });
  });
  it('saves one hand-over for each merged step where everybody is somebody else', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (merges) => {
      const map = [one({ who: '0' }), ...merges.map((isMerged, at) => one({ who: String(at + 1), verdict: isMerged ? 'merge' : 'keep', reason: '一次办' }))];
      expect(comparedTotals(map).saved.handOvers).toBe(merges.filter(Boolean).length);
    }));
  });
  it('must keep a step, join only what stays before, shorten to fewer days, and say why a step changes', () => {
    fc.assert(fc.property(steps, (map) => {
      const problem = stepsProblem(map);
      const kept = map.findIndex(stays);
      const isLonger = map.some(({ shortenedTo, days }) => shortenedTo !== undefined && shortenedTo >= days);
      const isLost = map.slice(0, kept).some(({ verdict }) => verdict === 'merge');
      const isSilent = map.some(({ verdict, reason }) => verdict !== 'keep' && reason === '');
      expect(problem?.problem ?? null).toBe(kept < 0 ? 'empty' : isLost ? 'detached' : isLonger ? 'longer' : isSilent ? 'unexplained' : null);
    }));
    expect(stepsProblem([one({ verdict: 'remove', reason: '重复' })])).toEqual({ problem: 'empty', place: 1 });
    expect(stepsProblem([one({ verdict: 'remove', reason: '重复' }), one({ verdict: 'merge', reason: '一次办' }), one()])).toEqual({ problem: 'detached', place: 2 });
    expect(stepsProblem([one(), one({ days: 3, verdict: 'shorten', shortenedTo: 3, reason: '承诺' })])).toEqual({ problem: 'longer', place: 2 });
    expect(stepsProblem([one({ days: 3, verdict: 'shorten', shortenedTo: 2, reason: '承诺' })])).toBeNull();
    expect(stepsProblem([one(), one({ verdict: 'remove', reason: ' ' })])).toEqual({ problem: 'unexplained', place: 2 });
  });
  it('goes on in its next edition from the way it is done now', () => {
    fc.assert(fc.property(steps, (map) => {
      const next = nextSteps(map);
      expect(totalsOf(next)).toEqual(comparedTotals(map).after);
      expect(comparedTotals(next).saved).toEqual({ steps: 0, days: 0, handOvers: 0, documents: 0 });
      expect(next.every(({ verdict, reason, shortenedTo }) => verdict === 'keep' && reason === '' && shortenedTo === undefined)).toBe(true);
    }));
  });
});

describe('the days of a map', () => {
  const DAY = '2026-03-02';
  type Edition = { readonly state: KeptMapState; readonly inForceOn: string | null; readonly endedOn: string | null };
  /** Editions put into force one after another, each as many days after the first day that was free as drawn, the last perhaps ended. */
  const line = fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }), fc.integer({ min: -120, max: 60 }), fc.boolean()).map(([gaps, first, isEnded]) => {
    const editions: Edition[] = [];
    for (const gap of gaps) {
      const inForceOn = addDays(firstDayAfter(editions) ?? addDays(DAY, first), gap);
      const last = editions.at(-1);
      if (last) editions[editions.length - 1] = { ...last, state: 'replaced', endedOn: inForceOn };
      editions.push({ state: 'in-force', inForceOn, endedOn: null });
    }
    const last = editions.at(-1);
    if (isEnded && last?.inForceOn != null) editions[editions.length - 1] = { ...last, state: 'ended', endedOn: addDays(last.inForceOn, 3) };
    return editions;
  });
  it('have one edition in force from the first day on, each announced before its own and replaced on that of the next', () => {
    fc.assert(fc.property(line, fc.integer({ min: -150, max: 400 }), (editions, offset) => {
      const day = addDays(DAY, offset);
      const states = editions.map((edition) => stateOn(edition, day));
      const begun = editions.filter(({ inForceOn }) => inForceOn !== null && inForceOn <= day).length;
      const last = editions.at(-1);
      const isOver = last?.endedOn != null && last.endedOn <= day;
      expect(states).toEqual(editions.map((_edition, at) => (at >= begun ? 'announced' : at < begun - 1 ? 'replaced' : isOver ? 'ended' : 'in-force')));
    }));
  });
  it('exclude each other where some day would have both in force, or both would be prepared at once', () => {
    fc.assert(fc.property(line, fc.nat(5), fc.nat(5), (editions, a, b) => {
      const [one, other] = [editions[a], editions[b]];
      if (!one?.inForceOn || !other?.inForceOn || a === b) return;
      expect(excludeEachOther(one, other, DAY)).toBe(one.inForceOn > DAY && other.inForceOn > DAY);
      expect(excludeEachOther({ ...one, endedOn: null }, { ...other, endedOn: null }, DAY)).toBe(true);
      expect(excludeEachOther({ inForceOn: null, endedOn: null }, one, DAY)).toBe(one.inForceOn > DAY);
    }));
  });
  it('are draft without a day, announced the day before, in force on the day, and replaced on the day of the next', () => {
    expect(stateOn({ state: 'draft', inForceOn: null, endedOn: null }, DAY)).toBe('draft');
    const map = { state: 'replaced', inForceOn: '2026-03-01', endedOn: '2026-04-01' } as const;
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((day) => stateOn(map, day))).toEqual(['announced', 'in-force', 'in-force', 'replaced']);
    expect(firstDayAfter([{ inForceOn: null, endedOn: null }])).toBeNull();
    expect(firstDayAfter([map, { inForceOn: '2026-04-01', endedOn: null }])).toBe('2026-04-02');
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
