import type { BurdenSummary } from '#shared/modules/grid/admission/burden.schema.ts';
import type { PushedTasks } from '#shared/modules/grid/admission/admitted-task.schema.ts';
import type { MatterSums } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import type { Indicators } from '#shared/modules/grid/participation/indicators.schema.ts';
import type { DeskFigures } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import type { Workstation } from './workstation.ts';

type Row = Readonly<Record<string, string | number | null>>;
type Period = { readonly from: string; readonly until: string };

/** The rows of a table as they lie in the file; everything after that is counted here, not in SQL. */
export const rowsOf = (desk: Workstation, table: string): Row[] => (desk.sqlite().prepare(`SELECT * FROM ${table}`).all() as Row[]).filter((row) => (row['removed_at'] ?? null) === null); // columns of the table
const on = (row: Row, column: string): string => String(row[column] ?? '');
const num = (row: Row, column: string): number => Number(row[column] ?? 0);
const within = ({ from, until }: Period, day: string): boolean => day >= from && day <= until;
const among = (row: Row, column: string): string[] => JSON.parse(on(row, column)) as string[]; // a list of ids
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const mean = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : sum(numbers) / numbers.length);
const byId = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [on(row, 'id'), row]));
const grouped = (rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
};
/** The middle of all; of an even number the mean of the two in the middle. */
export function middleOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return mean(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1));
}

type Part = { readonly personId: string; readonly day: string; readonly minutes: number };
/** Every time somebody took part, from the records of activities, shifts, secondings, deliberations and proposals. */
function parts(desk: Workstation): Part[] {
  const [jobs, volunteers, proposals] = [byId(desk.sqlite().prepare('SELECT * FROM volunteer_job').all() as Row[]), byId(desk.sqlite().prepare('SELECT * FROM volunteer').all() as Row[]), byId(rowsOf(desk, 'proposal'))]; // columns of the tables
  const people = byId(rowsOf(desk, 'person'));
  return [
    ...rowsOf(desk, 'activity').flatMap((row) => among(row, 'person_ids').map((personId) => ({ personId, day: on(row, 'held_on'), minutes: 0 }))),
    ...rowsOf(desk, 'volunteer_shift').filter((row) => row['state'] === 'confirmed').map((row) => ({ personId: on(volunteers.get(on(row, 'volunteer_id')) ?? {}, 'person_id'), day: on(jobs.get(on(row, 'job_id')) ?? {}, 'held_on'), minutes: num(row, 'minutes') })),
    ...rowsOf(desk, 'proposal_second').filter((row) => proposals.has(on(row, 'proposal_id'))).map((row) => ({ personId: on(row, 'person_id'), day: on(row, 'seconded_on'), minutes: 0 })),
    ...rowsOf(desk, 'deliberation').filter((row) => proposals.has(on(row, 'proposal_id'))).flatMap((row) => among(row, 'person_ids').map((personId) => ({ personId, day: on(row, 'held_on'), minutes: 0 }))),
    ...[...proposals.values()].filter((row) => row['proposer_id'] !== null).map((row) => ({ personId: on(row, 'proposer_id'), day: on(row, 'proposed_on'), minutes: 0 })),
  ].filter(({ personId }) => people.has(personId));
}

/** What the indicators of taking part must be for somebody who sees every grid. */
export function recountIndicators(desk: Workstation, period: Period): Omit<Indicators, 'meanTrust' | 'needs'> & { meanTrust: number } {
  const people = rowsOf(desk, 'person');
  const grown = `${Number(period.until.slice(0, 4)) - 18}${period.until.slice(4)}`;
  const adults = people.filter((row) => row['birth_on'] !== null && on(row, 'birth_on') <= grown);
  const taken = parts(desk).filter(({ day }) => within(period, day));
  const times = new Map<string, number>();
  for (const { personId } of taken) times.set(personId, (times.get(personId) ?? 0) + 1);
  const demands = rowsOf(desk, 'demand').filter((row) => within(period, on(row, 'received_on')));
  const answered = demands.filter((row) => row['answered_on'] !== null);
  const matters = rowsOf(desk, 'matter').filter((row) => within(period, on(row, 'reported_on')) && row['outcome'] !== 'void');
  const trust = new Set(rowsOf(desk, 'survey').filter((row) => row['kind'] === 'trust').map((row) => on(row, 'id')));
  const answers = rowsOf(desk, 'survey_answer').filter((row) => trust.has(on(row, 'survey_id')) && within(period, on(row, 'answered_on')));
  const activities = rowsOf(desk, 'activity').filter((row) => within(period, on(row, 'held_on')));
  const gridOf = new Map(people.map((row) => [on(row, 'id'), on(row, 'grid_id')]));
  return {
    adults: adults.length, takingPart: times.size, repeating: [...times.values()].filter((count) => count > 1).length,
    demands: demands.length, demandsMet: demands.filter((row) => row['outcome'] === 'met').length, demandsAnswered: answered.length, demandsOnTime: answered.filter((row) => on(row, 'answered_on') <= on(row, 'due_on')).length,
    matters: matters.length, mattersRaised: matters.filter((row) => row['origin'] === 'complained').length,
    meanTrust: mean(answers.map((row) => num(row, 'score'))) ?? Number.NaN, trustAnswers: answers.length,
    knowsMember: answers.filter((row) => row['knows_member'] === 1).length, knowsMemberAsked: answers.filter((row) => row['knows_member'] !== null).length,
    activities: activities.length, partners: new Set(activities.flatMap((row) => among(row, 'body_ids'))).size, volunteerMinutes: sum(taken.map(({ minutes }) => minutes)),
    byGrid: rowsOf(desk, 'grid').filter((row) => row['status'] === 'active').toSorted((a, b) => (on(a, 'code') < on(b, 'code') ? -1 : 1)).map((grid) => ({
      gridId: on(grid, 'id'), gridName: on(grid, 'name'), adults: adults.filter((row) => row['grid_id'] === grid['id']).length,
      takingPart: [...times.keys()].filter((personId) => gridOf.get(personId) === grid['id']).length,
    })),
  };
}

const standingOf = (row: Row): 'own' | 'admitted' | 'notAdmitted' => (row['body_id'] === null ? 'own' : row['admission_id'] === null ? 'notAdmitted' : 'admitted');
const standings = (rows: readonly Row[]): BurdenSummary['minutesByStanding'] => ({ admitted: minutesAs(rows, 'admitted'), notAdmitted: minutesAs(rows, 'notAdmitted'), own: minutesAs(rows, 'own') });
const minutesAs = (rows: readonly Row[], standing: string): number => sum(rows.filter((row) => standingOf(row) === standing).map((row) => num(row, 'minutes')));
const burdenSums = (rows: readonly Row[]) => ({ minutes: sum(rows.map((row) => num(row, 'minutes'))), forms: sum(rows.map((row) => num(row, 'forms'))), records: rows.length });

/** What the burden report must say: the whole, and its lines by department, grid member and month, by their keys. */
export function recountBurden(desk: Workstation, period: Period) {
  const rows = rowsOf(desk, 'burden_record').filter((row) => within(period, on(row, 'done_on')));
  const lines = (key: (row: Row) => string) => new Map([...grouped(rows, key)].map(([id, mine]) => [id, { ...burdenSums(mine), minutesByStanding: standings(mine) }]));
  const days = [...grouped(rows, (row) => on(row, 'done_on'))].map(([day, mine]) => ({ day, ...burdenSums(mine) }));
  return {
    total: burdenSums(rows), minutesByStanding: standings(rows),
    byBody: lines((row) => on(row, 'body_id')), byMember: lines((row) => on(row, 'grid_member_id')), byMonth: lines((row) => on(row, 'done_on').slice(0, 7)),
    peaks: days.toSorted((a, b) => b.minutes - a.minutes || (a.day < b.day ? 1 : -1)).slice(0, 10),
  };
}

/** What each department pushed down without admission, by its id. */
export function recountPushed(desk: Workstation, period: Period): Map<string, Omit<PushedTasks, 'bodyId' | 'bodyName'>> {
  const refused = grouped(rowsOf(desk, 'door_refusal').filter((row) => within(period, on(row, 'refused_on'))), (row) => on(row, 'body_id'));
  const done = grouped(rowsOf(desk, 'burden_record').filter((row) => within(period, on(row, 'done_on')) && standingOf(row) === 'notAdmitted'), (row) => on(row, 'body_id'));
  return new Map([...new Set([...refused.keys(), ...done.keys()])].map((id) => [id, { refused: refused.get(id)?.length ?? 0, doneAnyway: done.get(id)?.length ?? 0, minutes: sum((done.get(id) ?? []).map((row) => num(row, 'minutes'))) }]));
}

/** What the desk's figures must be: waits reckoned from the two times, not from the column that keeps them. */
export function recountDesk(desk: Workstation, period: Period): DeskFigures {
  const rows = rowsOf(desk, 'desk_visit').filter((row) => within(period, on(row, 'came_on')));
  const waits = (of: readonly Row[]): number[] => of.filter((row) => row['served_at'] !== null).map((row) => Math.floor((Date.parse(on(row, 'served_at')) - Date.parse(on(row, 'came_at'))) / 60_000));
  return {
    visits: rows.length, attended: waits(rows).length, withinTen: waits(rows).filter((wait) => wait <= 10).length, medianWaitMinutes: middleOf(waits(rows)),
    waitingNow: rowsOf(desk, 'desk_visit').filter((row) => row['left_at'] === null && row['served_at'] === null).length,
    days: [...grouped(rows, (row) => on(row, 'came_on'))].map(([day, mine]) => ({ day, visits: mine.length, medianWaitMinutes: middleOf(waits(mine)) })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

/** What came of the disputes brought within the days. */
export function recountMediations(desk: Workstation, period: Period) {
  const rows = rowsOf(desk, 'mediation').filter((row) => within(period, on(row, 'applied_on')));
  const inState = (...states: string[]): Row[] => rows.filter((row) => states.includes(on(row, 'state')));
  const running = inState('in-force', 'closed');
  return { total: rows.length, open: inState('open').length, agreed: inState('agreed', 'in-force', 'closed').length, failed: inState('failed').length, withdrawn: inState('withdrawn').length, kept: running.filter((row) => row['performed'] === 'kept').length, followed: running.filter((row) => row['performed'] !== null).length };
}

/** What the inspections and the things that expire add up to on a day. */
export function recountPrevention(desk: Workstation, period: Period, today: string) {
  const plans = rowsOf(desk, 'inspection_plan');
  const due = plans.filter((row) => row['is_paused'] === 0 && on(row, 'next_on') <= today);
  const visits = rowsOf(desk, 'inspection_visit').filter((row) => within(period, on(row, 'inspected_on')));
  const things = rowsOf(desk, 'expiry_item');
  return {
    due: due.length, overdue: due.filter((row) => on(row, 'next_on') < today).length,
    done: visits.length, findings: visits.filter((row) => row['level'] !== 'safe').length, serious: visits.filter((row) => row['level'] === 'serious').length,
    expired: things.filter((row) => on(row, 'expires_on') < today).length, near: things.filter((row) => on(row, 'expires_on') >= today && on(row, 'remind_from') <= today).length,
  };
}

/** What the command desk must show on a day. */
export function recountCommand(desk: Workstation, today: string) {
  const matters = rowsOf(desk, 'matter').filter((row) => row['reported_on'] !== null);
  const open = matters.filter((row) => row['outcome'] === '');
  return {
    open: open.length, overdue: open.filter((row) => row['due_on'] !== null && on(row, 'due_on') < today).length, redCards: open.filter((row) => row['card'] === 'red').length, untouched: open.filter((row) => row['touched_at'] === null).length,
    reportedToday: matters.filter((row) => row['reported_on'] === today).length, endedToday: matters.filter((row) => row['ended_on'] === today).length,
  };
}

/** What the statistics of some months must be: those that came by the day they came, the rest by the day they ended; void ones nowhere. */
export function recountMatters(desk: Workstation, { from, until }: Period): MatterSums {
  const all = rowsOf(desk, 'matter').filter((row) => row['reported_on'] !== null && row['outcome'] !== 'void');
  const monthIn = (day: string): boolean => day !== '' && within({ from, until }, day.slice(0, 7));
  const came = all.filter((row) => monthIn(on(row, 'reported_on')));
  const ended = all.filter((row) => monthIn(on(row, 'ended_on')));
  const settled = ended.filter((row) => row['outcome'] === 'closed' || row['outcome'] === 'recorded');
  const rated = ended.filter((row) => row['rating'] !== null);
  return {
    reported: came.length, found: came.filter((row) => row['origin'] === 'found').length, complained: came.filter((row) => row['origin'] === 'complained').length, ended: ended.length, settled: settled.length, inTime: settled.filter((row) => row['in_time'] === 1).length,
    returned: ended.filter((row) => num(row, 'returns') > 0).length, wrong: ended.filter((row) => num(row, 'wrong') > 0).length, reworked: ended.filter((row) => num(row, 'reworks') > 0).length, firstLevel: settled.filter((row) => row['went_up'] === 0).length,
    rated: rated.length, satisfied: rated.filter((row) => num(row, 'rating') >= 2).length, ratingSum: sum(rated.map((row) => num(row, 'rating'))),
  };
}

/** Of an even number the lower of the two in the middle. */
const lowerMiddle = (numbers: readonly number[]): number | undefined => numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length / 2) - 1];

/** The middle wait of each state left within the months, of an even number the lower; with how many were counted. */
export function recountSteps(desk: Workstation, { from, until }: Period): Map<string, { medianHours: number; matters: number }> {
  const moves = rowsOf(desk, 'matter_move').filter((row) => row['hours'] !== null && row['from_state'] !== row['to_state'] && within({ from, until }, on(row, 'moved_on').slice(0, 7)));
  return new Map([...grouped(moves, (row) => on(row, 'from_state'))].map(([state, mine]) => {
    const hours = mine.map((row) => num(row, 'hours'));
    return [state, { medianHours: lowerMiddle(hours) ?? Number.NaN, matters: hours.length }];
  }));
}

/** The points of every unit within the days, and how many of each mark, by unit. */
export const recountMarks = (desk: Workstation, period: Period): Map<string, { points: number; marks: number }> =>
  new Map([...grouped(rowsOf(desk, 'unit_mark').filter((row) => within(period, on(row, 'marked_on'))), (row) => `${on(row, 'unit_kind')}/${on(row, 'unit_id')}`)].map(([id, mine]) => [id, { points: sum(mine.map((row) => num(row, 'points'))), marks: mine.length }]));

/** What the settled matters of a kind say between two days: how many, how many in time, the middle of the days they took. */
export function recountSettled(desk: Workstation, kind: string, { from, until }: Period) {
  const rows = rowsOf(desk, 'matter').filter((row) => row['kind'] === kind && (row['outcome'] === 'closed' || row['outcome'] === 'recorded') && within({ from, until }, on(row, 'ended_on')));
  return { from, until, matters: rows.length, inTime: rows.filter((row) => row['in_time'] === 1).length, medianDays: lowerMiddle(rows.map((row) => Math.round((Date.parse(on(row, 'ended_on')) - Date.parse(on(row, 'reported_on'))) / 86_400_000))) };
}
