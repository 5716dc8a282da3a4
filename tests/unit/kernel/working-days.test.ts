import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedDays } from '#electron/kernel/calendar/published-days.ts';
import { addDays, addWorkingDays, isWorkingDay, parseCalendarLines, workingDaysBetween, type PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';

const published: PublishedDays = new Map(publishedDays(2025).map(({ day, kind }) => [day, kind]));

describe('working days', () => {
  it.each([
    { from: '2026-02-13', n: 1, expected: '2026-02-14', why: 'a Saturday that is worked counts' },
    { from: '2026-02-13', n: 2, expected: '2026-02-24', why: 'the Spring Festival is skipped' },
    { from: '2026-03-06', n: 1, expected: '2026-03-09', why: 'a plain weekend is skipped' },
    { from: '2026-03-07', n: 0, expected: '2026-03-07', why: 'day 0 is the day itself, whatever it is' },
  ])('$from + $n = $expected: $why', ({ from, n, expected }) => {
    expect(addWorkingDays(from, n, published)).toBe(expected);
  });

  it('counting the days between undoes adding them', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((offset) => addDays('2025-01-01', offset));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const until = addWorkingDays(from, n, published);
        expect(isWorkingDay(until, published)).toBe(true);
        expect(workingDaysBetween(from, until, published)).toBe(n);
      }),
    );
  });

  it('knows the published days of 2026 and that 2027 is not published', () => {
    expect(publishedDays(2026)).toContainEqual({ day: '2026-10-10', kind: 'workday', name: '国庆节', source: 'chinese-days 1.5.7' });
    expect(publishedDays(2027)).toEqual([]);
  });
});

describe('a pasted notice', () => {
  it('reads dates in the forms people type and the mark for a worked day', () => {
    expect(parseCalendarLines('2027-01-01 元旦\n\n2027年2月14日 班 春节调休\n2027/10/1 国庆节')).toEqual([
      { ok: true, day: '2027-01-01', kind: 'holiday', name: '元旦' },
      { ok: true, day: '2027-02-14', kind: 'workday', name: '春节调休' },
      { ok: true, day: '2027-10-01', kind: 'holiday', name: '国庆节' },
    ]);
  });
  it.each(['2027-02-30 春节', '元旦放假', '2027-13-01 x', '2027-01-01'])('hands back the line %j instead of guessing', (line) => {
    expect(parseCalendarLines(`2027-01-01 元旦\n${line}`)[1]).toEqual({ ok: false, line: 2, text: line });
  });
});
