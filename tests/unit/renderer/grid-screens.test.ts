import { describe, expect, it } from 'vitest';
import { typedDay } from '#renderer/components/record-form/typed-day.ts';
import { fullBands } from '#renderer/modules/grid/charts/age-bands.ts';
import { ageOn, bornBetween } from '#renderer/modules/grid/register/age.ts';
import { centiaresOf, squareMetresOf } from '#renderer/modules/grid/register/area.ts';
import { changeOf, emptyPerson } from '#renderer/modules/grid/register/person-values.ts';

const today = '2026-11-22';
const record = { id: '0199d0a0-0000-7000-8000-000000000001', version: 3 };

describe('a typed day', () => {
  it.each([['2026-11-22', '2026-11-22'], ['20080229', '2008-02-29'], ['1949.1.3', '1949-01-03'], ['１９４９年１０月１日', '1949-10-01'], ['昨天', '2026-11-21'], ['2007-02-29', null], ['11/22', null]])('%s', (text, day) => {
    expect(typedDay(text, today)).toBe(day);
  });
});

describe('age', () => {
  it('counts completed years', () => {
    expect([ageOn('2000-11-22', today), ageOn('2000-11-23', today), ageOn('2027-01-01', today), ageOn(null, today)]).toEqual([26, 25, null, null]);
  });
  it.each([['2026-11-22', 0, 4], ['2024-02-29', 60, 64], ['2026-02-28', 20, 24], ['2026-03-01', 20, 24]])('on %s the days of birth from %i to %i years are exactly those of that age', (on, from, until) => {
    const { bornFrom, bornUntil } = bornBetween(from, until, on);
    const next = (day: string, step: number) => new Date(Date.parse(`${day}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);
    expect([ageOn(bornUntil, on), ageOn(bornFrom, on)]).toEqual([from, until]);
    expect(ageOn(next(bornFrom ?? '', -1), on)).toBe(until + 1);
    expect(ageOn(next(bornUntil, 1), on)).toBe(from === 0 ? null : from - 1);
  });
  it('fills the bands between the youngest and the oldest', () => {
    expect(fullBands([{ band: -1, male: 1, female: 0, other: 0 }, { band: 10, male: 2, female: 1, other: 0 }]).map(({ band, male }) => [band, male])).toEqual([[0, 0], [5, 0], [10, 2]]);
  });
});

describe('area', () => {
  it('keeps hundredths whole', () => {
    expect([centiaresOf(0.29), centiaresOf('89.99'), centiaresOf('')]).toEqual([29, 8999, null]);
    expect([squareMetresOf(8999), squareMetresOf(100), squareMetresOf(null)]).toEqual(['89.99', '1.00', '']);
  });
});

describe('a change of a person', () => {
  it('leaves out number and phone that were neither typed nor dropped', () => {
    const change = changeOf(record, { ...emptyPerson, name: '王芳' });
    expect('idNumber' in change || 'phone' in change).toBe(false);
  });
  it('carries what was typed, and nothing when it was dropped', () => {
    expect(changeOf(record, { ...emptyPerson, idNumber: '11010519491231002X', dropPhone: true })).toMatchObject({ idNumber: '11010519491231002X', phone: '', version: 3 });
  });
});
