import type { WeightedGroup } from './names/weighted.ts';
import { occupations, withoutWork, workplaces } from './names/work.ts';
import type { Sex } from './invented-numbers.ts';
import { weightedPick, type Random } from './random.ts';

const weighted = (groups: Readonly<Record<string, number>>): ((random: Random) => string) => weightedPick(Object.entries(groups).map(([value, weight]): WeightedGroup => ({ weight, values: [value] })));

/** GB/T 4658 by year of birth: how far people of that time went to school, estimated for a town. */
const schooling: readonly { readonly bornUntil: number; readonly pick: (random: Random) => string }[] = [
  { bornUntil: 1949, pick: weighted({ X1: 18, 80: 46, 70: 22, 60: 8, 41: 3, 30: 2, 20: 1 }) },
  { bornUntil: 1964, pick: weighted({ X1: 4, 80: 26, 70: 42, 60: 18, 41: 4, 30: 4, 20: 2 }) },
  { bornUntil: 1979, pick: weighted({ 80: 10, 70: 42, 60: 18, 41: 8, 30: 12, 20: 9, 14: 1 }) },
  { bornUntil: 1994, pick: weighted({ 80: 2, 70: 24, 60: 15, 41: 11, 30: 22, 20: 22, 14: 4 }) },
  { bornUntil: 2100, pick: weighted({ 70: 12, 60: 14, 44: 12, 30: 28, 20: 31, 14: 3 }) },
];

export function educationOf(random: Random, age: number, bornIn: number): string {
  if (age < 6) return 'X2';
  if (age < 12) return '80';
  if (age < 15) return '70';
  if (age < 18) return random.chance(65) ? '60' : '44';
  if (age < 22) return random.chance(45) ? '20' : random.chance(60) ? '30' : '60';
  return schooling.find(({ bornUntil }) => bornIn <= bornUntil)?.pick(random) ?? '';
}

/** GB/T 4762; the pioneers' code is the desk's own. */
export function politicalOf(random: Random, age: number): string {
  if (age < 7) return '13';
  if (age < 14) return 'X1';
  if (age < 28) return random.chance(48) ? '03' : '13';
  return random.chance(age >= 50 ? 13 : 9) ? '01' : random.chance(0.6) ? '05' : '13';
}

/** GB/T 3304. */
export const pickEthnic = weightedPick([
  { weight: 950, values: ['01'] },
  { weight: 9, values: ['08', '11', '03', '06', '15'] },
  { weight: 1, values: ['07', '12', '13', '02', '10'] },
]);

const pickOccupation = weightedPick(occupations);
const places = (pattern: RegExp): readonly string[] => workplaces.filter((name) => pattern.test(name));
const SPECIAL = /小学|中学|学校|幼儿园|医院|卫生服务站|居委会/;
const [nurseries, primarySchools, middleSchools, vocationalSchools] = [places(/幼儿园/), places(/小学/), places(/中学/), places(/职业学校/)];
const ordinary = workplaces.filter((name) => !SPECIAL.test(name));
const employers: Readonly<Record<string, readonly string[]>> = {
  教师: places(/小学|中学|学校|幼儿园/),
  护士: places(/医院|卫生服务站/),
  医生: places(/医院|卫生服务站/),
  社区工作者: places(/居委会/),
  快递员: places(/快递|邮政/),
  司机: places(/公交|出租|货运/),
  建筑工人: places(/工程队/),
  个体经营者: places(/店|铺|菜市场|茶楼/),
  理发师: places(/理发/),
  工人: places(/厂|公司/),
};

const HIGHER: ReadonlySet<string> = new Set(['14', '20', '30']);
const professions: ReadonlySet<string> = new Set(['教师', '医生', '护士', '工程师', '公务员', '程序员', '律师', '设计师', '会计', '社区工作者']);
const manual: ReadonlySet<string> = new Set(['保洁员', '建筑工人', '家政服务员', '裁缝', '保安']);
/** Professions are learned, and hardly anybody with a degree cleans. */
const suits = (occupation: string, education: string): boolean => (HIGHER.has(education) ? !manual.has(occupation) : !professions.has(occupation));

/** What somebody does all day: school from six, middle school from twelve, high school from fifteen; a pension at 60, for women at 55. */
export function workOf(random: Random, sex: Sex, age: number, education: string): { readonly occupation: string; readonly workplace: string } {
  if (age < 3) return { occupation: withoutWork.preschool, workplace: '' };
  if (age < 6) return { occupation: withoutWork.preschool, workplace: random.pick(nurseries) };
  if (age < 12) return { occupation: withoutWork.student, workplace: random.pick(primarySchools) };
  if (age < 18) return { occupation: withoutWork.student, workplace: random.pick(education === '44' ? vocationalSchools : middleSchools) };
  if (age < 22 && education !== '60') return { occupation: withoutWork.student, workplace: '' };
  if (age >= (sex === '1' ? 60 : 55)) return { occupation: withoutWork.retired, workplace: '' };
  if (random.chance(7)) return { occupation: withoutWork.unemployed, workplace: '' };
  let occupation = pickOccupation(random);
  while (!suits(occupation, education)) occupation = pickOccupation(random);
  return { occupation, workplace: random.pick(employers[occupation] ?? ordinary) };
}
