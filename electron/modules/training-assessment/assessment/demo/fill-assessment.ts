import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoFiller, DemoTown, FillSite } from '#electron/kernel/demo/demo-town.ts';
import { randomOfPart, type Random } from '#electron/kernel/demo/random.ts';
import type { SheetState } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import type { SubjectKind } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import { periodOf, type RowsOf } from '../cycle.service.ts';
import type { StoredFactRow } from '../indicators/facts.repository.ts';
import type { PlanRecord } from '../plans.repository.ts';
import type { SheetRecord } from '../sheets.repository.ts';
import { archivedTimes, peopleOf, THIS_YEAR, writeAppeal, writeRatings } from './assessment.demo.ts';
import { DEPARTMENT_PARTS, GRID_PARTS, planOf, TOWN_MEMBER_PARTS, type Part } from './plans.ts';
import { carry, dayAway, writePlan, writeSheets, type Given } from './write-plan.ts';

/** Parts of the town's draws that no other area has. */
const PART_FROM = -400_000;
const SHEETS_PER_TRANSACTION = 500;
const APPEALS_EVERY = 15;

type Times = Parameters<typeof carry>[4];
type Round = { readonly part: number; readonly kind: SubjectKind; readonly parts: readonly Part[]; readonly year: number; readonly dates: { readonly selfUntil: string; readonly superiorUntil: string }; readonly startedAt: string; readonly times: Times; readonly stateOf: (no: number) => SheetState };

/** Most do well, some very well, a few not; in hundredths. */
function diligenceOf(random: Random): number {
  const draw = random.between(1, 100);
  return draw <= 10 ? random.between(66, 80) : draw <= 78 ? random.between(80, 91) : random.between(90, 97);
}

/** Ten people of a grid who served the whole period stand on the same rows, so those of the grid gone through last are kept. */
function sharedRows(plan: PlanRecord): (work: Work) => RowsOf {
  let place = '';
  let kept = new Map<string, readonly StoredFactRow[]>();
  return (work) => (item, asked, sheet) => {
    const read = (): readonly StoredFactRow[] => work.assessmentFacts.rows(asked, sheet, periodOf(work, plan));
    if (asked.by !== 'grid' || sheet.gridId === null) return read();
    const here = `${sheet.gridId} ${sheet.fromOn} ${sheet.untilOn}`;
    if (here !== place) [place, kept] = [here, new Map()];
    const rows = kept.get(item.id) ?? read();
    kept.set(item.id, rows);
    return rows;
  };
}

/** One cycle of everybody of a kind: its plan, a sheet for each, and every sheet carried as far as the day lets it come. */
function fillRound(site: FillSite, seed: number, round: Round): readonly SheetRecord[] {
  const random = randomOfPart(seed, PART_FROM - round.part);
  const given = (work: Work): Given => ({ work, random, written: () => undefined, ...peopleOf(work) });
  const { cycle, sheets } = site.command({ year: round.year }, (work) => {
    const cycle = writePlan(given(work), planOf(round.kind, round.year, round.dates), round.parts, round.startedAt);
    return { cycle, sheets: writeSheets(given(work), cycle, round.startedAt).filter(({ state }) => state !== 'excluded') };
  });
  const inOrder = sheets.toSorted((a, b) => `${a.gridId ?? ''} ${a.fromOn} ${a.untilOn} ${a.id}`.localeCompare(`${b.gridId ?? ''} ${b.fromOn} ${b.untilOn} ${b.id}`));
  const rowsOf = sharedRows(cycle.plan);
  for (let from = 0; from < inOrder.length; from += SHEETS_PER_TRANSACTION) {
    site.step(from, inOrder.length);
    const batch = inOrder.slice(from, from + SHEETS_PER_TRANSACTION);
    site.command({ year: round.year, sheets: batch.length }, (work) => {
      const here: Given = { ...given(work), rowsOf: rowsOf(work) };
      for (const [at, sheet] of batch.entries()) carry(here, cycle, sheet, round.stateOf(from + at), round.times, diligenceOf(random));
    });
  }
  return inOrder;
}

/** A few appeal: last year's were decided, this year's wait. */
function fillAppeals(site: FillSite, sheets: readonly SheetRecord[], year: number, isDecided: boolean): void {
  const theirs = sheets.filter((_sheet, at) => at % APPEALS_EVERY === APPEALS_EVERY - 1);
  site.own((work, { written }) => {
    const given: Given = { work, random: randomOfPart(0, PART_FROM), written, ...peopleOf(work) };
    for (const [at, sheet] of theirs.entries()) {
      const isUpheld = at % 3 === 0;
      writeAppeal(given, sheet, isDecided
        ? { reason: '两次入户记录未计入，请核对服务记录', filedOn: `${String(year)}-12-28`, dueOn: `${String(year + 1)}-01-05`, upheld: isUpheld, decision: isUpheld ? '补记属实，重新评分后归档' : '经核对签到表，评分依据充分', decidedOn: `${String(year)}-12-30` }
        : { reason: '居民评议当天有两个楼栋没有通知到', filedOn: dayAway(work, -1).day, dueOn: dayAway(work, 5).day, upheld: null, decision: '', decidedOn: null });
    }
  });
}

/** Two cycles of a whole town in both directions: last year's signed off, this year's in the middle of it. */
export function fillAssessment(site: FillSite, { seed }: DemoTown): void {
  const { present, last } = site.own((work, { gridIds, written }) => {
    const year = Number(work.today.slice(0, 4));
    const present = {
      year, dates: { selfUntil: dayAway(work, 4).day, superiorUntil: dayAway(work, 18).day }, startedAt: dayAway(work, -12).at,
      times: { reportedAt: dayAway(work, -6).at, scoredAt: dayAway(work, -4).at, archivedAt: dayAway(work, -3).at, heldOn: dayAway(work, -9).day },
    };
    const last = { year: year - 1, dates: { selfUntil: `${String(year - 1)}-12-10`, superiorUntil: `${String(year - 1)}-12-25` }, startedAt: `${String(year - 1)}-12-01T01:00:00.000Z`, times: archivedTimes(year - 1) };
    writeRatings({ work, random: randomOfPart(seed, PART_FROM), written, ...peopleOf(work) }, gridIds, year);
    return { present, last };
  });
  const archived = (): SheetState => 'archived';
  const onTheWay = (no: number): SheetState => THIS_YEAR[no % THIS_YEAR.length] ?? 'self';
  const lastYears = fillRound(site, seed, { ...last, part: 1, kind: 'member', parts: TOWN_MEMBER_PARTS, stateOf: archived });
  fillAppeals(site, lastYears, last.year, true);
  fillRound(site, seed, { ...last, part: 2, kind: 'department', parts: DEPARTMENT_PARTS, stateOf: archived });
  const thisYears = fillRound(site, seed, { ...present, part: 3, kind: 'member', parts: TOWN_MEMBER_PARTS, stateOf: onTheWay });
  fillAppeals(site, thisYears.filter((_sheet, at) => onTheWay(at) === 'archived'), present.year, false);
  fillRound(site, seed, { ...present, part: 4, kind: 'grid', parts: GRID_PARTS, stateOf: onTheWay });
  fillRound(site, seed, { ...present, part: 5, kind: 'department', parts: DEPARTMENT_PARTS, stateOf: (no) => (no % 2 === 0 ? 'scored' : 'reported') });
}

export const assessmentFiller: DemoFiller = { what: 'assessment', fill: fillAssessment };
