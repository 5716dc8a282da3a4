import { describe, expect, it } from 'vitest';
import { flatsOfGrid, estatesOf } from '#electron/kernel/demo/estates.ts';
import { planGrid } from '#electron/kernel/demo/grid-plan.ts';
import { inventedNumbers } from '#electron/kernel/demo/invented-numbers.ts';
import { communityCode } from '#electron/kernel/demo/invented-territory.ts';
import { educationOf, workOf } from '#electron/kernel/demo/livelihood.ts';
import { communityNames } from '#electron/kernel/demo/names/communities.ts';
import { bornOn } from '#electron/kernel/demo/people.ts';
import { pickGivenName, pickSurname } from '#electron/kernel/demo/person-names.ts';
import { seededRandom } from '#electron/kernel/demo/random.ts';
import { idNumberFault } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { dwellingDraftSchema } from '#shared/modules/grid/register/dwelling.schema.ts';
import { householdDraftSchema } from '#shared/modules/grid/register/household.schema.ts';
import { personDraftSchema } from '#shared/modules/grid/register/person.schema.ts';
import { isPhone } from '#shared/modules/grid/register/phone.rules.ts';

const TODAY = '2026-03-02';

describe('invented numbers', () => {
  it('are sound and never given twice, until a day is used up', () => {
    const numbers = inventedNumbers(9);
    const given = Array.from({ length: 500 }, () => numbers.idNumber('990101', '1988-08-08', '2'));
    expect(new Set(given).size).toBe(500);
    expect(given.filter((number) => idNumberFault(number, TODAY) !== null || Number(number[16]) % 2 !== 0)).toEqual([]);
    expect(() => numbers.idNumber('990101', '1988-08-08', '2')).toThrow('no number left');
    expect(numbers.idNumber('990101', '1988-08-08', '1')).toMatch(/^99010119880808\d\d[13579]/);
  });

  it('phones have eleven digits and do not come back', () => {
    const numbers = inventedNumbers(9);
    const phones = Array.from({ length: 50_000 }, () => numbers.phone());
    expect(new Set(phones).size).toBe(50_000);
    expect(phones.every((phone) => isPhone(phone) && phone.length === 11)).toBe(true);
  });
});

describe('a person', () => {
  it('is as old as wanted on the day', () => {
    const random = seededRandom(2);
    for (let age = 0; age < 100; age += 1)
      for (let again = 0; again < 20; again += 1) {
        const birth = bornOn(random, age, TODAY);
        const years = 2026 - Number(birth.slice(0, 4)) - (TODAY.slice(5) < birth.slice(5) ? 1 : 0);
        expect(birth <= TODAY && Math.abs(years - age) <= 0, `${age}: ${birth}`).toBe(true);
      }
  });

  it('has a name of two to four characters', () => {
    const random = seededRandom(2);
    for (let year = 1927; year <= 2026; year += 1) expect(pickSurname(random) + pickGivenName(random, year % 2 ? '1' : '2', year)).toMatch(/^\p{Script=Han}{2,4}$/u);
  });

  it('learns before working and rests after', () => {
    const random = seededRandom(2);
    expect(educationOf(random, 4, 2022)).toBe('X2');
    expect(educationOf(random, 9, 2017)).toBe('80');
    expect(workOf(random, '1', 9, '80')).toEqual({ occupation: '学生', workplace: expect.stringContaining('小学') as string });
    expect(workOf(random, '1', 70, '70')).toEqual({ occupation: '退休人员', workplace: '' });
    expect(workOf(random, '2', 56, '70').occupation).toBe('退休人员');
  });
});

describe('homes', () => {
  it('have addresses of their own, in every community', () => {
    for (const [index, name] of communityNames.slice(0, 12).entries()) {
      const estates = estatesOf({ index, stem: name.replace('社区', '') }, seededRandom(index));
      const flats = flatsOfGrid(estates, 4000, seededRandom(index));
      expect(new Set(flats.map(({ address }) => address)).size).toBe(4000);
    }
  });
  it('every community has a code of its own, of twelve digits', () => {
    const codes = communityNames.map((_, index) => communityCode(index));
    expect(new Set(codes).size).toBe(121);
    expect(codes.every((code) => /^990101\d{6}$/.test(code))).toBe(true);
  });
});

describe('the plan of a grid', () => {
  const size = { persons: 1000, households: 400, dwellings: 450 };
  const plan = (seed: number) => planGrid(seededRandom(seed), inventedNumbers(seed), TODAY, { communityCode: '990101001001', gridNo: 3, estates: estatesOf({ index: 0, stem: '柳荫' }, seededRandom(seed)).slice(2, 5) }, size);

  it('is what the register would accept from a person', () => {
    const none = { gridId: null, householdId: null, dwellingId: null };
    const { dwellings, households } = plan(11);
    for (const dwelling of dwellings) dwellingDraftSchema.parse({ ...dwelling, gridId: null });
    for (const { members, home: _home, ...household } of households) {
      householdDraftSchema.parse({ ...household, headId: null, dwellingId: null, gridId: null });
      for (const person of members) personDraftSchema.parse({ ...person, ...none });
    }
  });
  it('has exactly what was ordered, every household in a flat of its own', () => {
    const { dwellings, households } = plan(11);
    expect(dwellings).toHaveLength(450);
    expect(new Set(households.map(({ home }) => home)).size).toBe(400);
    expect(households.every(({ home }) => dwellings[home] !== undefined)).toBe(true);
    expect(households.flatMap(({ members }) => members)).toHaveLength(1000);
  });
  it('is the same for the same seed', () => {
    expect(plan(11)).toEqual(plan(11));
    expect(plan(12)).not.toEqual(plan(11));
  });
  it('refuses more households than dwellings', () => {
    expect(() => planGrid(seededRandom(1), inventedNumbers(1), TODAY, { communityCode: '990101001001', gridNo: 1, estates: [] }, { persons: 3, households: 2, dwellings: 1 })).toThrow();
  });
});
