import { begun } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoWriter } from '#electron/kernel/demo/demo-writer.ts';
import { randomOfPart } from '#electron/kernel/demo/random.ts';
import type { SheetState } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { bodyFilterSchema } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import type { SheetRecord } from '../sheets.repository.ts';
import { DEPARTMENT_PARTS, GRID_PARTS, MEMBER_PARTS, planOf } from './plans.ts';
import { carry, dayAway, writePlan, writeSheets, type Cycle, type Given } from './write-plan.ts';

/** No part of the community has this number, so these draws disturb nobody else's. */
const PART = -90;
export const THIS_YEAR: readonly SheetState[] = ['self', 'self', 'reported', 'reported', 'scored', 'scored', 'archived', 'archived'];
const COMMENTS: Readonly<Record<number, readonly string[]>> = {
  1: ['三次退回，仍称不归本部门', '到期未办，电话无人接'],
  2: ['只答复“正在研究”，没有办理时间', '现场未处理干净，居民再次反映'],
  3: ['按期办结，没有回访', '办得慢，态度尚可'],
  4: ['当天到场', '办完后主动告知网格'],
  5: ['两小时内修好并回访', '与网格员一起上门解释清楚'],
};
/** What each department is mostly given; one of the six is known for it. */
const USUAL_STARS = [5, 4, 3, 4, 5, 4] as const;
const [ROUNDS, OF_LAST_YEAR] = [10, 4] as const;
const REPLIES = ['已约谈经办人，三日内重新办理。', '情况属实，已补充人手，今后先联系网格再到场。', '该事项需多部门会商，已列入下周联席会议。'] as const;

export const archivedTimes = (year: number) => ({ reportedAt: `${String(year)}-12-12T02:10:00.000Z`, scoredAt: `${String(year)}-12-20T06:30:00.000Z`, archivedAt: `${String(year)}-12-26T03:00:00.000Z`, heldOn: `${String(year)}-11-20` });

/** An appeal against a result, open or decided. */
export function writeAppeal({ work, written, clerk }: Given, sheet: SheetRecord, facts: { readonly reason: string; readonly filedOn: string; readonly dueOn: string; readonly decision: string; readonly upheld: boolean | null; readonly decidedOn: string | null }): void {
  const { upheld, ...rest } = facts;
  const appeal = { ...begun(work), ...rest, sheetId: sheet.id, filedBy: clerk ?? work.clock.newId(), filedName: sheet.subjectName, state: upheld === null ? ('open' as const) : upheld ? ('upheld' as const) : ('rejected' as const), decidedBy: upheld === null ? null : work.clock.newId(), decidedName: upheld === null ? '' : '街道组织办' };
  work.assessmentResults.appeal.insert(appeal);
  written('assessment_appeal', appeal.id);
}

function writeEvent({ work, written }: Given, sheet: SheetRecord, happenedOn: string, points: number, reason: string, basis: string): void {
  const one = { ...begun(work), removedAt: null, sheetId: sheet.id, happenedOn, points, reason, basis };
  work.assessmentSheets.adjustment.insert(one);
  written('assessment_adjustment', one.id);
}

/** Last year: signed off, with an event on either side and two appeals, one of them upheld. */
function writeLastYear(given: Given, year: number): void {
  const dates = { selfUntil: `${String(year)}-12-10`, superiorUntil: `${String(year)}-12-25` };
  const startedAt = `${String(year)}-12-01T01:00:00.000Z`;
  const cycle = writePlan(given, planOf('member', year, dates), MEMBER_PARTS, startedAt);
  const done = writeSheets(given, cycle, startedAt).filter(({ state }) => state !== 'excluded').map((sheet, no) => {
    if (no === 1) writeEvent(given, sheet, `${String(year)}-08-09`, 2000, '台风中转移独居老人', '街道通报〔第 11 期〕');
    if (no === 3) writeEvent(given, sheet, `${String(year)}-06-18`, -1500, '值班脱岗', '街道通报〔第 8 期〕');
    return carry(given, cycle, sheet, 'archived', archivedTimes(year), [87, 95, 82, 66, 85, 80][no % 6] ?? 82);
  });
  const [first, , third] = done;
  if (first) writeAppeal(given, first, { reason: '两次入户记录未计入，请核对服务记录', filedOn: `${String(year)}-12-28`, dueOn: `${String(year + 1)}-01-05`, upheld: true, decision: '补记属实，重新评分后归档', decidedOn: `${String(year)}-12-30` });
  if (third) writeAppeal(given, third, { reason: '认为专项工作分偏低', filedOn: `${String(year)}-12-29`, dueOn: `${String(year + 1)}-01-06`, upheld: false, decision: '经核对签到表，评分依据充分', decidedOn: `${String(year)}-12-31` });
  const departments = writePlan(given, planOf('department', year, dates), DEPARTMENT_PARTS, startedAt);
  for (const [no, sheet] of writeSheets(given, departments, startedAt).entries()) carry(given, departments, sheet, 'archived', archivedTimes(year), [91, 78, 86, 95][no % 4] ?? 85);
}

/** This year: some assess themselves, some wait for the superior, two are done, and one of these appeals. */
function writeThisYear(given: Given, year: number): void {
  const { work } = given;
  const dates = { selfUntil: dayAway(work, 4).day, superiorUntil: dayAway(work, 18).day };
  const startedAt = dayAway(work, -12).at;
  const times = { reportedAt: dayAway(work, -6).at, scoredAt: dayAway(work, -4).at, archivedAt: dayAway(work, -3).at, heldOn: dayAway(work, -9).day };
  const cycle = writePlan(given, planOf('member', year, dates), MEMBER_PARTS, startedAt);
  const open = writeSheets(given, cycle, startedAt).filter(({ state }) => state !== 'excluded').map((sheet, no) => carry(given, cycle, sheet, THIS_YEAR[no % THIS_YEAR.length] ?? 'self', times, [90, 84, 95, 88, 92, 76, 96, 81][no % 8] ?? 88));
  const closed = open.findLast(({ state }) => state === 'archived');
  if (closed) writeAppeal(given, closed, { reason: '居民评议当天有两个楼栋没有通知到', filedOn: dayAway(work, -1).day, dueOn: dayAway(work, 5).day, upheld: null, decision: '', decidedOn: null });
  const grids: Cycle = writePlan(given, planOf('grid', year, dates), GRID_PARTS, startedAt);
  for (const [no, sheet] of writeSheets(given, grids, startedAt).entries()) if (sheet.state !== 'excluded') carry(given, grids, sheet, no % 3 === 0 ? 'scored' : no % 3 === 1 ? 'archived' : 'reported', times, [94, 86, 79, 91][no % 4] ?? 88);
  const departments = writePlan(given, planOf('department', year, dates), DEPARTMENT_PARTS, startedAt);
  for (const [no, sheet] of writeSheets(given, departments, startedAt).entries()) carry(given, departments, sheet, no % 2 === 0 ? 'scored' : 'reported', times, [90, 74, 88, 82][no % 4] ?? 85);
}

const DAYS_BACK = 6;
/** The number of a matter of the days before a rating: one the department had, if there is one, else any. */
function ratedMatter({ work, random }: Given, departmentId: string, ratedOn: string): string {
  const [from, until] = [addDays(ratedOn, -DAYS_BACK), ratedOn].map((day) => day.replaceAll('-', ''));
  const numbers = (sql: string, values: readonly string[]): string[] => work.matters.some(work.actor, { sql: `m.number <> '' AND m.number >= ? AND m.number < ?${sql}`, values: [from ?? '', `${until ?? ''}~`, ...values] }, 20, 'matter_by_number').map(({ number }) => number);
  const theirs = numbers(" AND m.unit_kind = 'department' AND m.unit_id = ?", [departmentId]);
  const known = theirs.length > 0 ? theirs : numbers('', []);
  return known[random.between(0, Math.max(0, known.length - 1))] ?? '';
}

/** What grids and communities said of the departments this year and the year before. */
export function writeRatings(given: Given, gridIds: readonly string[], year: number): void {
  const { work, random, written } = given;
  const departments = work.bodies.list(bodyFilterSchema.parse({ kinds: ['department'] }), work.today, { field: 'name', direction: 'asc' }, { offset: 0, limit: 50 });
  for (const [no, department] of departments.entries()) {
    for (let round = 0; round < ROUNDS; round += 1) {
      const isOld = round >= ROUNDS - OF_LAST_YEAR;
      const back = random.between(2, 200);
      const stars = Math.max(1, (USUAL_STARS[no % USUAL_STARS.length] ?? 4) - random.between(0, 1));
      const comments = COMMENTS[stars] ?? [];
      const isAnswered = stars <= 2 && random.chance(60);
      const ratedOn = isOld ? addDays(`${String(year - 1)}-12-20`, -back) : ([dayAway(work, -back).day, `${String(year)}-01-04`].toSorted().at(-1) ?? work.today);
      const matterNo = ratedMatter(given, department.id, ratedOn);
      if (matterNo === '') continue;
      const rating = { ...begun(work), removedAt: null, departmentId: department.id, gridId: round === 0 ? null : (gridIds[random.between(0, gridIds.length - 1)] ?? null), matterNo, ratedOn, stars, comment: comments[random.between(0, Math.max(0, comments.length - 1))] ?? '', reply: isAnswered ? random.pick(REPLIES) : '', repliedOn: isAnswered ? (isOld ? addDays(ratedOn, 5) : dayAway(work, -1).day) : null };
      work.departmentRatings.insert(rating);
      written('assessment_rating', rating.id);
    }
  }
}

/** Those of the demo's accounts who do what people do in a cycle. */
export function peopleOf(work: Work): Pick<Given, 'officer' | 'clerk'> {
  const accounts = work.accounts.list();
  const holder = (role: 'clerk' | 'trainer'): string | null => accounts.find(({ roles }) => roles.length === 1 && roles[0] === role)?.id ?? null;
  return { officer: holder('trainer') ?? work.actor.userId, clerk: holder('clerk') };
}

/** Two cycles: last year's, signed off with its appeals, and this year's, in the middle of it; both directions. */
export const writeAssessment: DemoWriter = (work: Work, { seed, gridIds, written }) => {
  const year = Number(work.today.slice(0, 4));
  const given: Given = { work, random: randomOfPart(seed, PART), written, ...peopleOf(work) };
  writeRatings(given, gridIds, year);
  writeLastYear(given, year - 1);
  writeThisYear(given, year);
};
