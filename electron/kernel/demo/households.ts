import type { Sex } from './invented-numbers.ts';
import type { Random } from './random.ts';

/** GB/T 2261.2. */
export const MARITAL = { single: '10', married: '20', widowed: '30', divorced: '40' } as const;
/** GB/T 4761. */
const HEAD = '02';

export type Member = {
  readonly sex: Sex;
  /** Whole years. */
  readonly age: number;
  readonly relation: string;
  readonly marital: string;
  /** Whose surname the member bears: the head's, the spouse's, or one of the member's own. */
  readonly line: 'head' | 'spouse' | 'own';
};

const OLDEST = 99;
const sexOf = (random: Random): Sex => (random.chance(51) ? '1' : '2');
const other = (sex: Sex): Sex => (sex === '1' ? '2' : '1');
const atMost = (age: number): number => Math.max(0, Math.min(OLDEST, age));

/** One person alone; the old ones are mostly widowed. */
export function alone(random: Random, oldest: number): Member[] {
  const band = random.pick([{ from: 20, until: 38 }, { from: 20, until: 38 }, { from: 39, until: 59 }, { from: 60, until: 88 }].filter(({ from }) => from <= oldest));
  const age = random.between(band.from, Math.min(band.until, oldest));
  const marital = age >= 60 ? (random.chance(75) ? MARITAL.widowed : MARITAL.divorced) : age >= 35 ? (random.chance(45) ? MARITAL.divorced : MARITAL.single) : MARITAL.single;
  return [{ sex: age >= 70 && random.chance(65) ? '2' : sexOf(random), age, relation: HEAD, marital, line: 'head' }];
}

/** A head and a spouse of near age: husbands are from two years younger to five years older. */
export function couple(random: Random, youngest: number, oldest: number): Member[] {
  const sex: Sex = random.chance(72) ? '1' : '2';
  const age = random.between(youngest, oldest);
  const gap = random.between(-2, 5) * (sex === '1' ? -1 : 1);
  return [
    { sex, age, relation: HEAD, marital: MARITAL.married, line: 'head' },
    { sex: other(sex), age: Math.max(22, atMost(age + gap)), relation: sex === '1' ? '12' : '11', marital: MARITAL.married, line: 'spouse' },
  ];
}

const motherAge = (parents: readonly Member[]): number => parents.find(({ sex }) => sex === '2')?.age ?? parents[0]?.age ?? 30;
const ofFather = (parents: readonly Member[]): Member['line'] => parents.find(({ sex }) => sex === '1')?.line ?? 'own';

/** One child, or two with the elder first. Born when the mother was 22 to 33; a grown child at home is unmarried. */
export function children(random: Random, parents: readonly Member[], count: 1 | 2): Member[] {
  const line = ofFather(parents);
  const age = atMost(motherAge(parents) - random.between(22, 33));
  const sex = sexOf(random);
  const child = { sex, age, relation: sex === '1' ? '21' : '31', marital: MARITAL.single, line };
  if (count === 1) return [child];
  const next = sexOf(random);
  const order = next === sex ? '3' : '2';
  return [
    { ...child, relation: sex === '1' ? '22' : '32' },
    { ...child, sex: next, age: atMost(age - random.between(2, 7)), relation: next === '1' ? `2${order}` : `3${order}` },
  ];
}

/** The head's parents, in a quarter of a husband's households the wife's; a lone one is widowed, more often the mother. */
export function grandparents(random: Random, [head, spouse]: readonly Member[], count: 1 | 2): Member[] {
  if (!head) return [];
  const isOfWife = head.sex === '1' && spouse !== undefined && random.chance(25);
  const [father, mother] = isOfWife ? ['55', '56'] : ['51', '52'];
  const from = isOfWife && spouse ? spouse : head;
  const age = atMost(from.age + random.between(22, 32));
  const she = { sex: '2', age, relation: mother, marital: count === 2 ? MARITAL.married : MARITAL.widowed, line: 'own' } as const;
  const he = { sex: '1', age: atMost(age + random.between(-1, 5)), relation: father, marital: she.marital, line: from.line } as const;
  if (count === 2) return [he, she];
  return [random.chance(68) ? she : he];
}

/** An old couple whose son, his wife and their child live with them; the old man is the head. */
function elderHead(random: Random, size: 4 | 5): Member[] {
  const age = random.between(60, 84);
  const wife = atMost(age - random.between(-1, 5));
  const son = Math.max(25, wife - random.between(23, 31));
  const sonsWife = Math.max(24, son - random.between(-1, 3));
  const grandchild = sexOf(random);
  return [
    { sex: '1', age, relation: HEAD, marital: MARITAL.married, line: 'head' },
    { sex: '2', age: wife, relation: '12', marital: MARITAL.married, line: 'spouse' },
    { sex: '1', age: son, relation: '21', marital: MARITAL.married, line: 'head' },
    { sex: '2', age: sonsWife, relation: '38', marital: MARITAL.married, line: 'own' },
    ...(size === 5 ? [{ sex: grandchild, age: atMost(sonsWife - random.between(22, 32)), relation: grandchild === '1' ? '41' : '42', marital: MARITAL.single, line: 'head' } as const] : []),
  ];
}

/** Grandparents with the grandchild whose parents work elsewhere (left-behind, domain.md 1.3). */
export function leftBehind(random: Random, size: 2 | 3): Member[] {
  const old = couple(random, 58, 72).slice(0, size - 1);
  const sex = sexOf(random);
  return [
    ...old.map((member) => ({ ...member, marital: size === 2 ? MARITAL.widowed : member.marital })),
    { sex, age: random.between(3, 14), relation: sex === '1' ? '41' : '42', marital: MARITAL.single, line: old[0]?.sex === '1' ? 'head' : 'own' },
  ];
}

/** People of one employer in one flat; nobody is related to the one who signs for all. */
export function colleagues(random: Random, size: number): Member[] {
  return Array.from({ length: size }, (_, index): Member => {
    const age = random.between(19, 50);
    return { sex: '1', age, relation: index === 0 ? HEAD : '80', marital: age >= 25 && random.chance(65) ? MARITAL.married : MARITAL.single, line: index === 0 ? 'head' : 'own' };
  });
}

/** A family of one to six, the head first. Who moved in for work is not old and rarely brings parents. */
export function family(random: Random, size: number, movedIn: boolean): Member[] {
  const parents = (): Member[] => (movedIn ? couple(random, 25, 45) : couple(random, 26, 54));
  switch (size) {
    case 1:
      return alone(random, movedIn ? 52 : 88);
    case 2: {
      if (random.chance(movedIn ? 80 : 72)) return movedIn ? couple(random, 23, 50) : random.pick([() => couple(random, 25, 36), () => couple(random, 37, 59), () => couple(random, 60, 84)])();
      const [parent] = couple(random, movedIn ? 28 : 30, movedIn ? 46 : 78);
      if (!parent) return [];
      const lone = { ...parent, marital: parent.age >= 60 ? MARITAL.widowed : MARITAL.divorced };
      return [lone, ...children(random, [lone], 1)];
    }
    case 3: {
      const pair = parents();
      return [...pair, ...(movedIn || random.chance(88) ? children(random, pair, 1) : grandparents(random, pair, 1))];
    }
    case 4: {
      if (!movedIn && random.chance(22)) return elderHead(random, 4);
      const pair = parents();
      return movedIn || random.chance(60) ? [...pair, ...children(random, pair, 2)] : [...pair, ...children(random, pair, 1), ...grandparents(random, pair, 1)];
    }
    case 5: {
      if (!movedIn && random.chance(40)) return elderHead(random, 5);
      const pair = parents();
      return random.chance(55) ? [...pair, ...children(random, pair, 1), ...grandparents(random, pair, 2)] : [...pair, ...children(random, pair, 2), ...grandparents(random, pair, 1)];
    }
    case 6: {
      const pair = parents();
      return [...pair, ...children(random, pair, 2), ...grandparents(random, pair, 2)];
    }
    default:
      throw new Error(`no family of ${size}`);
  }
}

/** Sizes of so many households that hold exactly so many people, one to six each; drawn by what is frequent, then evened out. */
export function householdSizes(random: Random, households: number, persons: number): number[] {
  if (persons < households || persons > households * 6) throw new Error(`${persons} persons do not fit into ${households} households`);
  const frequent = [1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 6] as const;
  const sizes = Array.from({ length: households }, (): number => random.pick(frequent));
  let missing = persons - sizes.reduce((sum, size) => sum + size, 0);
  while (missing !== 0) {
    const at = random.between(0, households - 1);
    const size = sizes[at] ?? 0;
    const step = Math.sign(missing);
    if (size + step < 1 || size + step > 6) continue;
    sizes[at] = size + step;
    missing -= step;
  }
  return sizes;
}
