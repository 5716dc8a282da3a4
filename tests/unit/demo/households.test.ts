import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colleagues, family, householdSizes, leftBehind, MARITAL, type Member } from '#electron/kernel/demo/households.ts';
import { seededRandom } from '#electron/kernel/demo/random.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const families = fc.tuple(seeds, fc.integer({ min: 1, max: 6 }), fc.boolean()).map(([seed, size, movedIn]) => ({ size, movedIn, members: family(seededRandom(seed), size, movedIn) }));
const every = (check: (home: { size: number; movedIn: boolean; members: Member[] }) => void): void => fc.assert(fc.property(families, check), { numRuns: 2000 });
const by = (members: readonly Member[], relations: readonly string[]): Member[] => members.filter(({ relation }) => relations.includes(relation));

describe('a family', () => {
  it('has the wanted size and one head, who comes first', () => {
    every(({ size, members }) => {
      expect(members).toHaveLength(size);
      expect(members.map(({ relation }) => relation === '02')).toEqual(members.map((_, index) => index === 0));
    });
  });

  it('has ages a person can have', () => {
    every(({ members }) => {
      for (const { age } of members) expect(Number.isInteger(age) && age >= 0 && age <= 99).toBe(true);
    });
  });

  it('has children at least 17 years younger than each parent', () => {
    every(({ members }) => {
      const parents = by(members, ['02', '11', '12']);
      for (const child of by(members, ['21', '22', '23', '31', '32', '33'])) for (const parent of parents) expect(parent.age - child.age).toBeGreaterThanOrEqual(17);
    });
  });

  it('says the relation that fits the sex', () => {
    every(({ members }) => {
      for (const { sex } of by(members, ['11', '21', '22', '23', '41', '51', '55'])) expect(sex).toBe('1');
      for (const { sex } of by(members, ['12', '31', '32', '33', '38', '42', '52', '56'])) expect(sex).toBe('2');
    });
  });

  it('marries nobody under 22 and leaves no child married', () => {
    every(({ members }) => {
      for (const { age, marital } of members) if (age < 22) expect(marital).toBe(MARITAL.single);
    });
  });

  it('that moved in is of working age at its head', () => {
    every(({ movedIn, members }) => {
      if (movedIn) expect(members[0]?.age).toBeLessThanOrEqual(52);
    });
  });

  it('has no seventh member', () => {
    expect(() => family(seededRandom(1), 7, false)).toThrow('no family of 7');
  });
});

describe('other households', () => {
  it('left behind: the old and a child', () => {
    for (const size of [2, 3] as const) {
      const members = leftBehind(seededRandom(size), size);
      expect(members).toHaveLength(size);
      expect(members.at(-1)?.age).toBeLessThanOrEqual(14);
      expect(members.slice(0, -1).every(({ age }) => age >= 50)).toBe(true);
    }
  });
  it('colleagues: one signs, nobody is related', () => {
    expect(colleagues(seededRandom(4), 5).map(({ relation }) => relation)).toEqual(['02', '80', '80', '80', '80']);
  });
});

describe('sizes', () => {
  it('hold exactly the people there are', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 400 }), fc.double({ min: 1, max: 6, noNaN: true }), (seed, households, mean) => {
        const persons = Math.round(households * mean);
        const sizes = householdSizes(seededRandom(seed), households, persons);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(persons);
        expect(sizes.every((size) => size >= 1 && size <= 6)).toBe(true);
      }),
    );
  });
  it('refuse what does not fit', () => {
    expect(() => householdSizes(seededRandom(1), 10, 9)).toThrow();
    expect(() => householdSizes(seededRandom(1), 10, 61)).toThrow();
  });
});
