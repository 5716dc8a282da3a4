import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainAbove, mayDecideAbout, wouldRing } from '#shared/modules/staff/people/chain.rules.ts';
import { ageOn, monthsBetween, yearsBefore } from '#shared/modules/staff/people/experience.rules.ts';
import { checkConditions, educationRank, mayBeAppointed, unmet } from '#shared/modules/staff/posts/condition.rules.ts';
import { noConditions } from '#shared/modules/staff/posts/post.schema.ts';
import { daysOfMonth, monthAfter, proposeRoster, rosterFaults } from '#shared/modules/staff/duty/roster.rules.ts';
import { retirementMonth, shippedRetirementRules } from '#shared/modules/staff/profile/retirement.rules.ts';
import { gradeAfter } from '#shared/modules/staff/rewards/grade.rules.ts';
import { vCardOf } from '#shared/modules/staff/directory/vcard.rules.ts';

const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2026-03-02'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe('the condition check', () => {
  it('ranks education as the code table is ordered', () => {
    expect(['11', '20', '31', '41', '60', '70', '80', '90'].map(educationRank)).toEqual([0, 1, 2, 3, 3, 4, 5, 6]);
    expect([educationRank(''), educationRank('X1')]).toEqual([null, null]);
  });
  it('lets nobody through without every condition met or exempted, and exempts nothing else', () => {
    const facts = fc.record({ education: fc.constantFrom('', '20', '70'), birthOn: fc.option(day), profession: fc.constantFrom('', 'law', 'other'), gridMonths: fc.nat(200), met: fc.subarray(['甲', '乙']) });
    const conditions = fc.record({ minEducation: fc.constantFrom('', '30', '60'), minAge: fc.option(fc.integer({ min: 16, max: 40 })), maxAge: fc.option(fc.integer({ min: 41, max: 80 })), professions: fc.subarray(['law']), minYears: fc.option(fc.nat(20)), others: fc.subarray(['甲', '乙']) });
    fc.assert(
      fc.property(conditions, facts, (asked, has) => {
        const results = checkConditions(asked, has, '2026-03-02');
        const open = unmet(results);
        expect(mayBeAppointed(results, open)).toBe(true);
        expect(mayBeAppointed(results, [])).toBe(open.length === 0);
        for (const kind of open) expect(mayBeAppointed(results, open.filter((other) => other !== kind))).toBe(false);
        expect(new Set(results.map(({ kind }) => kind)).size).toBe(results.length);
      }),
    );
  });
  it('asks nothing where nothing is set', () => expect(checkConditions(noConditions, { education: '', birthOn: null, profession: '', gridMonths: 0, met: [] }, '2026-03-02')).toEqual([]));
});

describe('ages and months', () => {
  it('agree with the day so many years before', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 70 }), (birthOn, years) => {
      expect(ageOn(birthOn, '2026-03-02') >= years).toBe(birthOn <= yearsBefore('2026-03-02', years));
    }));
  });
  it('count whole months only', () => expect([monthsBetween('2026-01-31', '2026-02-28'), monthsBetween('2026-01-15', '2026-03-15'), monthsBetween('2026-03-01', '2026-01-01')]).toEqual([0, 2, 0]));
});

describe('the chain of command', () => {
  it('ends where it closes into a ring, and nobody decides about oneself', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(7)), { minLength: 8, maxLength: 8 }), fc.nat(7), fc.nat(7), (above, who, other) => {
        const superiorOf = (id: string) => { const next = above[Number(id)]; return next === null || next === undefined ? null : String(next); };
        expect(mayDecideAbout(String(who), String(who), superiorOf)).toBe(false);
        const chain = chainAbove(String(who), superiorOf);
        expect(new Set(chain).size).toBe(chain.length);
        if (!chain.includes(String(who)) && !wouldRing(String(who), String(other), superiorOf)) expect(chainAbove(String(other), superiorOf)).not.toContain(String(who));
      }),
    );
  });
});

describe('a proposed roster', () => {
  it('fills every day with two people, evenly, and nobody two days running among three', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 2, max: 12 }), (step, count) => {
        const month = monthAfter('2000-01', step);
        const people = Array.from({ length: count }, (_, at) => ({ id: `p${at}`, leftOn: null }));
        const days = proposeRoster(month, people, 'p0');
        expect(rosterFaults(month, days, (id) => people.find((person) => person.id === id))).toEqual([]);
        const turns = people.map(({ id }) => days.filter(({ memberId }) => memberId === id).length);
        expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1);
        if (count >= 3) expect(days.some(({ memberId }, at) => memberId === (at === 0 ? 'p0' : days[at - 1]?.memberId))).toBe(false);
      }),
    );
  });
  it('is none when one person would be alone, and leaves nobody a day after the last one', () => {
    expect(proposeRoster('2026-02', [{ id: 'a', leftOn: null }, { id: 'b', leftOn: '2026-02-10' }], null)).toEqual([]);
    expect(daysOfMonth('2024-02')).toHaveLength(29);
  });
});

describe('retirement', () => {
  const [men, women55, women50] = shippedRetirementRules;
  it.each([
    ['1964-12-31', men, '2024-12'], ['1965-01-01', men, '2025-02'], ['1965-04-30', men, '2025-05'], ['1965-05-01', men, '2025-07'], ['1976-09-01', men, '2039-09'], ['1980-01-01', men, '2043-01'],
    ['1970-01-05', women55, '2025-02'], ['1981-09-05', women55, '2039-09'], ['1975-01-05', women50, '2025-02'], ['1975-03-05', women50, '2025-05'], ['1984-11-05', women50, '2039-11'],
  ] as const)('of somebody born %s is in the month of the decision of 2024', (birthOn, rule, month) => {
    expect(rule && retirementMonth(birthOn, rule)).toBe(month);
  });
});

describe('small rules', () => {
  it('move a grade by a step and stop at the ends', () => {
    const order = ['1', '2', '3'];
    expect([gradeAfter('1', 1, order), gradeAfter('3', 1, order), gradeAfter('1', -1, order), gradeAfter('', 1, order), gradeAfter('', -1, order)]).toEqual(['2', '3', '1', '1', '']);
  });
  it('write a contact card that a phone reads, with nothing but the work number', () => {
    expect(vCardOf({ name: '张;磊', duty: '网格员', phone: '13800002222', organisation: '柳荫社区' })).toBe('BEGIN:VCARD\r\nVERSION:3.0\r\nN:张\\;磊;;;;\r\nFN:张\\;磊\r\nORG:柳荫社区\r\nTITLE:网格员\r\nTEL;TYPE=WORK,VOICE:13800002222\r\nEND:VCARD');
  });
});
