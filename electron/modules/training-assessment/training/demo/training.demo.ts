import { begunRemovable, type RecordStore } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity, DemoWriter } from '#electron/kernel/demo/demo-writer.ts';
import { randomOfPart } from '#electron/kernel/demo/random.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { CohortRule } from '#shared/modules/training-assessment/training/cohort.schema.ts';
import { quarterBefore, quarterDays, quarterOf } from '#shared/modules/training-assessment/training/quarter.rules.ts';
import { writeClass, type DemoClass, type DemoWrite } from './demo-class.ts';

/** No part of the community has this number, so these draws disturb nobody else's. */
const PART = -85;
const YEARS = 5;
/** Whoever wrote the plans of the demo; somebody else than the account that is signed in, so that a draft can be approved. */
const AUTHOR = '01900000-0000-7000-8000-000000000085';
const OPEN: CohortRule = { ageFrom: null, ageUntil: null, educationFrom: null, educationUntil: null, yearsFrom: null, yearsUntil: null };

type DemoRule = CohortRule & { readonly name: string; readonly category: string; readonly content: string };
/** Whoever is new, the older ones, and the others by education: together everybody, nobody twice. */
const RULES: readonly DemoRule[] = [
  { ...OPEN, name: '岗前培训班', category: 'pre-post', content: '职责、流程、平台入门', yearsUntil: 0 },
  { ...OPEN, name: '平台操作基础班', category: 'platform', content: '上机实操，小班教学', yearsFrom: 1, ageFrom: 50 },
  { ...OPEN, name: '业务提高班', category: 'business', content: '走访、登记、事项办理', yearsFrom: 1, ageUntil: 49, educationUntil: 'college' },
  { ...OPEN, name: '骨干研修班', category: 'mediation', content: '矛盾调解、带队与写作', yearsFrom: 1, ageUntil: 49, educationFrom: 'bachelor' },
];
const TOPICS = [
  { title: '网格走访与信息登记', content: '一标三实、关怀对象走访', trainer: '陈静' },
  { title: '矛盾纠纷调解', content: '邻里纠纷案例、调解文书', trainer: '司法所 赵明' },
  { title: '平台操作', content: '事项上报、查询、统计', trainer: '刘洋' },
  { title: '消防与应急处置', content: '隐患排查、灭火器、急救', trainer: '消防站 孙强' },
  { title: '法律法规新知', content: '社区工作准入、个人信息保护', trainer: '街道司法所 周敏' },
  { title: '服务群众与沟通', content: '接待礼仪、情绪疏导', trainer: '王芳' },
] as const;

function put<R extends { readonly id: string }>({ written }: DemoWrite, table: string, store: RecordStore<R>, row: R): string {
  store.insert(row);
  written(table, row.id);
  return row.id;
}

/** The plan of a year with its rules; answers the ids. */
function writePlan(demo: DemoWrite, year: number, isDraft: boolean, rules: readonly DemoRule[]): { readonly planId: string; readonly cohortIds: readonly string[] } {
  const { work } = demo;
  const planId = put(demo, 'training_plan', work.trainingPlans, { ...begunRemovable(work), year, title: `${year} 年网格员培训计划`, hoursDueTenths: 240, note: '', state: isDraft ? 'draft' : 'approved', authorId: AUTHOR, approvedBy: isDraft ? '' : '站长', approvedAt: isDraft ? null : `${year}-01-10T02:00:00.000Z` });
  return { planId, cohortIds: rules.map((rule, at) => put(demo, 'training_cohort', work.trainingCohorts, { ...begunRemovable(work), planId, position: at + 1, hoursTenths: 120, ...rule })) };
}

type Season = readonly [string, readonly [string, string]];
const SPRING: Season = ['春季', ['03', '04']];
const AUTUMN: Season = ['秋季', ['09', '10']];

/** The classes for everybody in spring and in autumn. */
function writePast(demo: DemoWrite, year: number, planId: string, memberIds: readonly string[], numbers: DemoClass['numbers'], seasons: readonly Season[] = [SPRING, AUTUMN]): void {
  for (const [season, months] of seasons) {
    const [first, second] = months;
    const topics = [TOPICS[(year + (season === '春季' ? 0 : 2)) % TOPICS.length] ?? TOPICS[0], TOPICS[(year + (season === '春季' ? 1 : 3)) % TOPICS.length] ?? TOPICS[1]];
    writeClass(demo, { name: `${year} 年${season}业务培训班`, category: 'business', businessLine: '基层治理', planId, cohortId: null, fromOn: `${year}-${first}-01`, untilOn: `${year}-${second}-28`, memberIds, topics, days: [`${year}-${first}-10`, `${year}-${first}-24`, `${year}-${second}-07`, `${year}-${second}-14`], examOn: `${year}-${second}-20`, state: 'finished', numbers });
  }
}

/** This year's classes as the rules deal them out: finished, with a make-up to take, with attendance to keep, and one to come. */
function writePresent(demo: DemoWrite, planId: string, cohortIds: readonly string[], team: ReadonlySet<string>, numbers: DemoClass['numbers']): void {
  const { work } = demo;
  const { today } = work;
  const year = today.slice(0, 4);
  const falls = work.trainingCohorts.falls(today, planId);
  const back = (days: number): string => [addDays(today, -days), `${year}-01-01`].toSorted()[1] ?? today;
  for (const [at, cohortId] of cohortIds.entries()) {
    const rule = RULES[at];
    const memberIds = falls.filter((fall) => fall.cohortId === cohortId && team.has(fall.memberId)).map(({ memberId }) => memberId);
    if (!rule || memberIds.length === 0) continue;
    const shared = { name: `${year}年${rule.name}`, category: rule.category, businessLine: '基层治理', planId, cohortId, memberIds, topics: [TOPICS[at] ?? TOPICS[0], TOPICS[at + 2] ?? TOPICS[1]], numbers };
    if (at === 1) writeClass(demo, { ...shared, fromOn: back(70), untilOn: addDays(today, 20), days: [back(60), back(46), back(32), back(18)], examOn: back(9), state: 'running' });
    else if (at === 2) writeClass(demo, { ...shared, fromOn: back(40), untilOn: addDays(today, 30), days: [back(34), back(20), back(5), addDays(today, 4)], examOn: addDays(today, 18), state: 'running' });
    else writeClass(demo, { ...shared, fromOn: back(150), untilOn: back(95), days: [back(146), back(132), back(118), back(110)], examOn: back(104), state: 'finished' });
  }
}

function writeNeeds(demo: DemoWrite, memberIds: readonly string[]): void {
  const { work, random } = demo;
  const need = (kind: 'new-law' | 'own-request' | 'low-indicator' | 'new-post', memberId: string | null, subject: string, reason: string, days: number, dueIn: number | null, state: 'open' | 'met' | 'dropped', outcome = ''): void =>
    void put(demo, 'training_need', work.trainingNeeds, { ...begunRemovable(work), kind, memberId, subject, reason, raisedOn: addDays(work.today, -days), dueOn: dueIn === null ? null : addDays(work.today, dueIn), state, classId: null, outcome });
  need('new-law', null, '新修订的治安管理规定', '条例施行，全员需要学习', 20, 25, 'open');
  need('own-request', random.pick(memberIds), '表格与统计', '希望学会数据透视表', 12, null, 'open');
  need('low-indicator', random.pick(memberIds), '事项按时办结', '近三个月办结偏慢', 33, -3, 'open');
  need('own-request', random.pick(memberIds), '急救员取证', '', 160, null, 'met', '参加区红十字会培训并取证');
  need('own-request', random.pick(memberIds), '心理咨询', '', 210, null, 'dropped', '已由专业社工承担');
}

/** The forms of the quarters that are over; the last one is left to be handed in. */
function writeFilings(demo: DemoWrite): void {
  const { work } = demo;
  let quarter = quarterBefore(quarterBefore(quarterOf(work.today)));
  for (let back = 0; back < (YEARS - 1) * 4; back += 1) {
    const { from, until, dueOn } = quarterDays(quarter);
    const lines = work.trainingRecords.lines(from, until);
    const { removedAt: _removed, ...row } = begunRemovable(work);
    if (lines.length > 0) put(demo, 'training_record_filing', work.trainingRecords.filings, { ...row, ...quarter, filedOn: dueOn, filedBy: '培训专员', lines });
    quarter = quarterBefore(quarter);
  }
}

const worksSince = (work: Work, day: string) => (id: string): boolean => {
  const member = work.gridMembers.find(id);
  return (member?.startedOn ?? member?.registeredOn ?? '9999') <= day;
};

/** Five years of classes for the team, this year's classes as they stand, next year's plan as a draft that is not whole yet, needs and forms. */
export const trainingDemo: DemoWriter = (work, community) => writeTraining(work, community, new Map());

/** The same with numbers of the register that others go on with. */
export function writeTraining(work: Work, { seed, written }: DemoCommunity, numbers: DemoClass['numbers']): void {
  const demo: DemoWrite = { work, random: randomOfPart(seed, PART), communityId: work.actor.communityId, written };
  const team = work.trainees.idsOf(work.actor.communityId, work.today);
  if (team.length === 0) return;
  const present = Number(work.today.slice(0, 4));
  for (let year = present - YEARS + 1; year < present; year += 1) {
    const members = team.filter(worksSince(work, `${year}-03-01`));
    const { planId } = writePlan(demo, year, false, []);
    if (members.length > 0) writePast(demo, year, planId, members, numbers);
  }
  const { planId, cohortIds } = writePlan(demo, present, false, RULES);
  const inSpring = team.filter(worksSince(work, `${present}-03-01`));
  if (work.today > `${present}-04-28` && inSpring.length > 0) writePast(demo, present, planId, inSpring, numbers, [SPRING]);
  writePresent(demo, planId, cohortIds, new Set(team), numbers);
  writePlan(demo, present + 1, true, [...RULES.slice(0, 3), { ...OPEN, name: '中层管理班', category: 'service', content: '带队与考评', yearsFrom: 6, ageFrom: 40 }]);
  writeNeeds(demo, team);
  writeFilings(demo);
}
