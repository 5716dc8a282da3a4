import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doOverlap, hoursText, mayFollow } from '#shared/modules/training-assessment/training/class.rules.ts';
import { effectOf, FEWEST_CASES, wilson } from '#shared/kernel/statistics/effect.rules.ts';
import { matchPasted, readMark, readScore } from '#shared/modules/training-assessment/training/paste.rules.ts';
import { quarterBefore, quarterDays, quarterOf } from '#shared/modules/training-assessment/training/quarter.rules.ts';
import { countedScore, isMakeUpDue, isScoreInBounds, resultOf } from '#shared/modules/training-assessment/training/result.rules.ts';

describe('a result', () => {
  const score = fc.option(fc.integer({ min: 0, max: 1000 }));
  const exams = fc.array(fc.record({ fullTenths: fc.constant(1000), passTenths: fc.integer({ min: 0, max: 1000 }), first: score, makeUp: score }), { maxLength: 4 });
  it('stays within its bounds: hours never above those held, scores between 0 and 100', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(100), fc.integer({ min: 0, max: 100 }), exams, (held, percent, attendancePercent, taken) => {
        const earnedTenths = Math.floor((held * percent) / 100);
        const { result, hoursTenths, scoreTenths } = resultOf({ heldTenths: held, earnedTenths, attendancePercent }, taken);
        expect(hoursTenths).toBe(earnedTenths);
        if (scoreTenths === null) expect(taken).toEqual([]);
        else expect(scoreTenths >= 0 && scoreTenths <= 1000 && Number.isInteger(scoreTenths)).toBe(true);
        if (result === 'passed') expect(taken.every((exam) => countedScore(exam) >= exam.passTenths) && earnedTenths * 100 >= held * attendancePercent).toBe(true);
      }),
    );
  });
  it('counts the better attempt and nought for a make-up nobody took', () => {
    expect(countedScore({ first: 420, makeUp: 700 })).toBe(700);
    expect(countedScore({ first: 420, makeUp: 300 })).toBe(420);
    expect(countedScore({ first: null, makeUp: null })).toBe(0);
    expect(isMakeUpDue({ first: 599, makeUp: null, passTenths: 600, fullTenths: 1000 })).toBe(true);
    expect(isMakeUpDue({ first: null, makeUp: null, passTenths: 0, fullTenths: 1000 })).toBe(true);
    expect(isMakeUpDue({ first: 600, makeUp: null, passTenths: 600, fullTenths: 1000 })).toBe(false);
    expect(isMakeUpDue({ first: 1, makeUp: 2, passTenths: 600, fullTenths: 1000 })).toBe(false);
    expect([isScoreInBounds(1000, 1000), isScoreInBounds(1001, 1000), isScoreInBounds(-1, 1000), isScoreInBounds(1.5, 1000)]).toEqual([true, false, false, false]);
  });
});

describe('pasted lines', () => {
  const people = [{ memberId: 'a', name: '王芳', phone: '16400000001' }, { memberId: 'b', name: '李强', phone: '16400000002' }, { memberId: 'c', name: '王芳', phone: '16400000003' }, { memberId: 'd', name: '欧阳 兰', phone: '' }];
  const read = (text: string) => readScore(text, 1000);
  it('find people by name or phone, refuse what is no number cell by cell, and lose nothing', () => {
    const { cells } = matchPasted('姓名\t分数\r\n李强\t85.5\r\n王芳\t90\r\n16400000003\t60\r\n欧阳兰\t七十\r\n张三\t50\r\n李强\t1\r\n', people, 0, read);
    expect(cells).toEqual([
      { row: 2, text: '李强 85.5', kind: 'taken', memberId: 'b', value: 855 },
      { row: 3, text: '王芳 90', kind: 'name-twice' },
      { row: 4, text: '16400000003 60', kind: 'taken', memberId: 'c', value: 600 },
      { row: 5, text: '欧阳兰 七十', kind: 'not-a-number' },
      { row: 6, text: '张三 50', kind: 'unknown-name' },
      { row: 7, text: '李强 1', kind: 'twice' },
    ]);
  });
  it('of one column go down from where one stands, a text among the numbers told at its own row', () => {
    const { cells } = matchPasted('80\n病假\n缺\n101', people, 1, read);
    expect(cells).toEqual([
      { row: 1, text: '80', kind: 'taken', memberId: 'b', value: 800 },
      { row: 2, text: '病假', kind: 'not-a-number' },
      { row: 3, text: '缺', kind: 'taken', memberId: 'd', value: null },
      { row: 4, text: '101', kind: 'unknown-name' },
    ]);
  });
  it('are each accounted for, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 12 }).filter((text) => !/[\r\n\t,，]| {2}/.test(text)), { maxLength: 12 }), (column) => {
        const { cells } = matchPasted(column.join('\n'), people, 0, read);
        const filled = column.filter((text) => text.normalize('NFKC').trim() !== '').length;
        expect(cells.length).toBe(filled);
        for (const cell of cells) if (cell.kind === 'taken' && cell.value !== null) expect(cell.value >= 0 && cell.value <= 1000).toBe(true);
      }),
    );
  });
  it('read scores to a tenth and marks by letter, word or sign', () => {
    expect(read('８５')).toEqual({ value: 850 });
    expect(read('85.55')).toEqual({ fault: 'not-a-number' });
    expect(read('100.1')).toEqual({ fault: 'out-of-range' });
    expect([readMark('P'), readMark('迟到'), readMark('√'), readMark('?')]).toEqual([{ value: 'present' }, { value: 'late' }, { value: 'present' }, { fault: 'unknown-mark' }]);
  });
});

describe('the effect of a class', () => {
  it('is not spoken of with fewer than thirty cases on either side', () => {
    expect(effectOf({ cases: FEWEST_CASES - 1, sum: 0 }, { cases: 500, sum: 500 }, 'higher')).toEqual({ claim: 'too-few', difference: null });
    expect(effectOf({ cases: 500, sum: 0 }, { cases: FEWEST_CASES - 1, sum: 29 }, 'higher')).toEqual({ claim: 'too-few', difference: null });
  });
  it('has the interval of Newcombe’s example (56/70 and 48/80: 0.0524 to 0.3339), and claims only what leaves out nought', () => {
    const { claim, difference } = effectOf({ cases: 80, sum: 48 }, { cases: 70, sum: 56 }, 'higher');
    expect(claim).toBe('better');
    expect(difference?.value).toBeCloseTo(0.2, 4);
    expect(difference?.low).toBeCloseTo(0.0524, 4);
    expect(difference?.high).toBeCloseTo(0.3339, 4);
    expect(effectOf({ cases: 80, sum: 48 }, { cases: 70, sum: 56 }, 'lower').claim).toBe('worse');
    expect(effectOf({ cases: 40, sum: 30 }, { cases: 40, sum: 31 }, 'higher').claim).toBe('no-difference');
  });
  it('keeps shares and their interval between 0 and 1', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(100), (cases, percent) => {
      const { low, high } = wilson({ cases, sum: Math.floor((cases * percent) / 100) });
      expect(low >= 0 && high <= 1 && low <= high).toBe(true);
    }));
  });
});

describe('small rules', () => {
  it('of days, hours, states and times', () => {
    expect(quarterDays({ year: 2026, quarter: 2 })).toEqual({ from: '2026-04-01', until: '2026-06-30', dueOn: '2026-06-25' });
    expect(quarterDays({ year: 2026, quarter: 1 }).until).toBe('2026-03-31');
    expect([quarterOf('2026-12-31'), quarterBefore({ year: 2026, quarter: 1 })]).toEqual([{ year: 2026, quarter: 4 }, { year: 2025, quarter: 4 }]);
    expect([hoursText(20), hoursText(15)]).toEqual(['2', '1.5']);
    expect([mayFollow('planned', 'running'), mayFollow('planned', 'finished'), mayFollow('finished', 'running'), mayFollow('cancelled', 'running')]).toEqual([true, false, true, false]);
    expect([doOverlap({ from: '09:00', until: '10:00' }, { from: '10:00', until: '11:00' }), doOverlap({ from: '09:00', until: '10:01' }, { from: '10:00', until: '11:00' })]).toEqual([false, true]);
  });
});
