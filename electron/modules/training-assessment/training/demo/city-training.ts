import type { Work } from '#electron/database/unit-of-work.ts';
import { randomOfPart } from '#electron/kernel/demo/random.ts';
import { writeClass, type DemoClass } from './demo-class.ts';

export type CityTeam = { readonly communityId: string; /** What people call it. */ readonly name: string; readonly index: number; readonly memberIds: readonly string[]; /** Numbers of the register that are next, by year; one register for the whole city. */ readonly numbers: DemoClass['numbers'] };

/** Parts of the city's draws that no grid has. */
const PART_FROM = -200_000;
const YEARS = 5;
const WHOLE_DAY = { startsAt: '08:30', endsAt: '17:30', tenths: 80 } as const;
const TOPICS = [{ title: '网格业务', content: '走访、登记、事项办理', trainer: '区社工委' }, { title: '调解与沟通', content: '案例研讨', trainer: '区司法局' }];

/** Five years of classes of one community of the city, this year's too once it is over: a class a year for everybody with three whole days and an exam, all finished: the hours the plan of the year asks for. */
export function writeCityTraining(work: Work, seed: number, { communityId, name, index, memberIds, numbers }: CityTeam): void {
  const demo = { work, random: randomOfPart(seed, PART_FROM - index), communityId, written: () => undefined };
  const present = Number(work.today.slice(0, 4));
  const last = work.today > `${present}-06-28` ? present : present - 1;
  for (let year = last - YEARS + 1; year <= last; year += 1) {
    writeClass(demo, { name: `${name}${year}年全员培训班`, category: 'business', businessLine: '基层治理', planId: null, cohortId: null, fromOn: `${year}-05-01`, untilOn: `${year}-06-28`, memberIds, topics: TOPICS, days: [`${year}-05-12`, `${year}-05-26`, `${year}-06-09`], session: WHOLE_DAY, examOn: `${year}-06-20`, state: 'finished', numbers });
  }
}
