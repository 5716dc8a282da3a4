import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { JobFilter, JobRow, PointEntry, Shift, Statement, VolunteerFilter, VolunteerRow } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { listReader, type Order, type Window } from '../records.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';
import { pointEntries, volunteerJobs, volunteers, volunteerShifts } from './participation.tables.ts';

export type VolunteerRecord = typeof volunteers.$inferSelect;
export type JobRecord = typeof volunteerJobs.$inferSelect;
export type ShiftRecord = typeof volunteerShifts.$inferSelect;
export type PointRecord = typeof pointEntries.$inferSelect;

const MINUTES = "(SELECT coalesce(sum(s.minutes), 0) FROM volunteer_shift s WHERE s.volunteer_id = t.id AND s.state = 'confirmed' AND s.removed_at IS NULL)";
const BALANCE = '(SELECT coalesce(sum(e.points), 0) FROM point_entry e WHERE e.volunteer_id = t.id)';
const ROW = `t.id, t.version, t.person_id AS personId, t.joined_on AS joinedOn, t.left_on AS leftOn, t.wants_points AS wantsPoints, t.team_id AS teamId, t.skills, t.note, p.name AS personName, coalesce(g.name, '') AS gridName, coalesce(m.name, '') AS teamName,
  ${MINUTES} AS minutes, ${BALANCE} AS balance, t.updated_at AS updatedAt`;
const FROM = 'FROM volunteer t JOIN person p ON p.id = t.person_id LEFT JOIN grid g ON g.id = p.grid_id LEFT JOIN resident_team m ON m.id = t.team_id';
const ORDER = { personName: 'p.sort_key', joinedOn: 't.joined_on', minutes: MINUTES, balance: BALANCE } as const;
export type VolunteerOrder = Order<keyof typeof ORDER>;
type Stored = Omit<VolunteerRow, 'wantsPoints'> & { readonly wantsPoints: number };
const shown = (row: Stored): VolunteerRow => ({ ...row, wantsPoints: row.wantsPoints === 1 });

const condition = (actor: Actor, filter: VolunteerFilter, today: string): Condition =>
  allOf([
    { sql: 't.removed_at IS NULL', values: [] },
    ...inScope(actor, 'p.grid_id'),
    ...(filter.text === '' ? [] : [{ sql: 'instr(p.name, ?) > 0 OR p.initials LIKE ? OR instr(t.skills, ?) > 0', values: [filter.text, `${filter.text.toLowerCase().replaceAll(/[%_\\]/g, '')}%`, filter.text] }]),
    ...(filter.gridIds.length > 0 ? [isIn('p.grid_id', filter.gridIds)] : []),
    ...(filter.teamIds.length > 0 ? [isIn('t.team_id', filter.teamIds)] : []),
    ...(filter.wantsPoints ? [{ sql: 't.wants_points = 1', values: [] }] : []),
    ...(filter.withLeft ? [] : [{ sql: 't.left_on IS NULL OR t.left_on >= ?', values: [today] }]),
  ]);

const ENTRY = "e.id, e.entry_on AS entryOn, e.kind, e.points, e.note, e.by_name AS byName, s.job_id AS jobId, coalesce(w.title, '') AS jobTitle";
const ENTRIES = 'FROM point_entry e LEFT JOIN volunteer_shift s ON s.id = e.shift_id LEFT JOIN volunteer_job w ON w.id = s.job_id';

export function volunteersRepository(db: Db) {
  const { orm, sqlite } = db;
  const reader = listReader<Stored, keyof typeof ORDER>(db, { row: ROW, from: FROM, order: ORDER });
  const entries = (sql: string, values: readonly (string | number)[]): PointEntry[] => sqlite.prepare(`SELECT ${ENTRY} ${ENTRIES} WHERE ${sql} ORDER BY e.entry_on, e.created_at, e.id`).all(...values) as PointEntry[]; // columns named in ENTRY
  const sum = (sql: string, values: readonly string[]): number => sqlite.prepare(`SELECT coalesce(sum(points), 0) FROM point_entry WHERE ${sql}`).pluck().get(...values) as number; // the one column
  return {
    ...recordStore(db, volunteers),
    points: recordStore(db, pointEntries),
    row: (actor: Actor, id: string): VolunteerRow | undefined => {
      const found = reader.one(allOf([{ sql: 't.id = ? AND t.removed_at IS NULL', values: [id] }, ...inScope(actor, 'p.grid_id')]));
      return found && shown(found);
    },
    list: (actor: Actor, filter: VolunteerFilter, today: string, order: VolunteerOrder, window: Window): VolunteerRow[] => reader.list(condition(actor, filter, today), order, window).map(shown),
    count: (actor: Actor, filter: VolunteerFilter, today: string): number => reader.count(condition(actor, filter, today)),
    ofPerson: (personId: string): VolunteerRecord | undefined => orm.select().from(volunteers).where(and(eq(volunteers.personId, personId), isNull(volunteers.removedAt))).get(),
    balance: (id: string): number => sum('volunteer_id = ?', [id]),
    entriesOf: (id: string): PointEntry[] => entries('e.volunteer_id = ?', [id]),
    /** The years in which something stands in the volunteer's books. */
    yearsOf: (id: string): number[] =>
      sqlite.prepare("SELECT DISTINCT CAST(substr(day, 1, 4) AS INTEGER) FROM (SELECT w.held_on AS day FROM volunteer_shift s JOIN volunteer_job w ON w.id = s.job_id WHERE s.volunteer_id = ? AND s.state = 'confirmed' AND s.removed_at IS NULL UNION ALL SELECT entry_on FROM point_entry WHERE volunteer_id = ?) ORDER BY 1 DESC").pluck().all(id, id) as number[], // the one column
    statement: (id: string, year: number): Pick<Statement, 'shifts' | 'opening' | 'entries' | 'closing'> => ({
      shifts: sqlite.prepare("SELECT s.id, w.held_on AS heldOn, w.title, s.minutes, s.confirmed_by AS confirmedBy FROM volunteer_shift s JOIN volunteer_job w ON w.id = s.job_id WHERE s.volunteer_id = ? AND s.state = 'confirmed' AND s.removed_at IS NULL AND substr(w.held_on, 1, 4) = ? ORDER BY w.held_on, s.id").all(id, String(year)) as Statement['shifts'], // columns named
      opening: sum('volunteer_id = ? AND entry_on < ?', [id, `${year}-01-01`]),
      entries: entries('e.volunteer_id = ? AND substr(e.entry_on, 1, 4) = ?', [id, String(year)]),
      closing: sum('volunteer_id = ? AND entry_on <= ?', [id, `${year}-12-31`]),
    }),
    mayWithdraw: (id: string): boolean =>
      (sqlite.prepare('SELECT EXISTS (SELECT 1 FROM volunteer_shift WHERE volunteer_id = ? AND removed_at IS NULL) OR EXISTS (SELECT 1 FROM point_entry WHERE volunteer_id = ?)').pluck().get(id, id) as number) === 0, // the one column
  };
}

const JOB_ROW = `t.id, t.version, t.title, t.held_on AS heldOn, t.place, t.grid_id AS gridId, t.team_id AS teamId, t.minutes, t.places, t.skills, t.state, t.note, coalesce(g.name, '') AS gridName, coalesce(m.name, '') AS teamName,
  (SELECT count(*) FROM volunteer_shift s WHERE s.job_id = t.id AND s.state <> 'cancelled' AND s.removed_at IS NULL) AS signed, (SELECT count(*) FROM volunteer_shift s WHERE s.job_id = t.id AND s.state = 'attended' AND s.removed_at IS NULL) AS toConfirm, t.updated_at AS updatedAt`;
const JOB_ORDER = { heldOn: 't.held_on', title: 't.title' } as const;
export type JobOrder = Order<keyof typeof JOB_ORDER>;
const HAS = (state: Shift['state']): string => `EXISTS (SELECT 1 FROM volunteer_shift s WHERE s.job_id = t.id AND s.state = '${state}' AND s.removed_at IS NULL)`;

/** A job for the whole community is seen by everybody, one of a grid by who has that grid. */
const jobScope = (actor: Actor): Condition[] => inScope(actor, 't.grid_id').map(({ sql, values }) => ({ sql: `t.grid_id IS NULL OR ${sql}`, values }));
const jobCondition = (actor: Actor, filter: JobFilter, today: string): Condition =>
  allOf([
    { sql: 't.removed_at IS NULL', values: [] },
    ...jobScope(actor),
    ...(filter.text === '' ? [] : [{ sql: 'instr(t.title, ?) > 0 OR instr(t.place, ?) > 0 OR instr(t.skills, ?) > 0', values: [filter.text, filter.text, filter.text] }]),
    ...(filter.states.length > 0 ? [isIn('t.state', filter.states)] : []),
    ...(filter.gridIds.length > 0 ? [isIn('t.grid_id', filter.gridIds)] : []),
    ...(filter.from === null ? [] : [{ sql: 't.held_on >= ?', values: [filter.from] }]),
    ...(filter.until === null ? [] : [{ sql: 't.held_on <= ?', values: [filter.until] }]),
    ...(filter.toConfirm ? [{ sql: HAS('attended'), values: [] }] : []),
    ...(filter.toRecord ? [{ sql: `t.held_on < ? AND ${HAS('signed')}`, values: [today] }] : []),
  ]);

export function jobsRepository(db: Db) {
  const { orm, sqlite } = db;
  const reader = listReader<JobRow, keyof typeof JOB_ORDER>(db, { row: JOB_ROW, from: 'FROM volunteer_job t LEFT JOIN grid g ON g.id = t.grid_id LEFT JOIN resident_team m ON m.id = t.team_id', order: JOB_ORDER });
  const SHIFT = 's.id, s.version, s.job_id AS jobId, s.volunteer_id AS volunteerId, p.name AS personName, s.signed_on AS signedOn, s.state, s.minutes, s.recorded_by AS recordedBy, s.confirmed_by AS confirmedBy, coalesce(s.recorder_id = ?, 0) AS isOwnRecord';
  const shifts = (userId: string, sql: string, value: string): Shift[] =>
    (sqlite.prepare(`SELECT ${SHIFT} FROM volunteer_shift s JOIN volunteer v ON v.id = s.volunteer_id JOIN person p ON p.id = v.person_id WHERE s.removed_at IS NULL AND ${sql} ORDER BY p.sort_key, s.id`).all(userId, value) as (Omit<Shift, 'isOwnRecord'> & { isOwnRecord: number })[]).map((shift) => ({ ...shift, isOwnRecord: shift.isOwnRecord === 1 })); // columns named in SHIFT
  return {
    ...recordStore(db, volunteerJobs),
    shifts: recordStore(db, volunteerShifts),
    row: (actor: Actor, id: string): JobRow | undefined => reader.one(allOf([{ sql: 't.id = ? AND t.removed_at IS NULL', values: [id] }, ...jobScope(actor)])),
    list: (actor: Actor, filter: JobFilter, today: string, order: JobOrder, window: Window): JobRow[] => reader.list(jobCondition(actor, filter, today), order, window),
    count: (actor: Actor, filter: JobFilter, today: string): number => reader.count(jobCondition(actor, filter, today)),
    shiftsOf: (userId: string, jobId: string): Shift[] => shifts(userId, 's.job_id = ?', jobId),
    shift: (userId: string, id: string): Shift | undefined => shifts(userId, 's.id = ?', id)[0],
    ofVolunteer: (jobId: string, volunteerId: string): ShiftRecord | undefined => orm.select().from(volunteerShifts).where(and(eq(volunteerShifts.jobId, jobId), eq(volunteerShifts.volunteerId, volunteerId), isNull(volunteerShifts.removedAt))).get(),
    /** Jobs that ended by a day, for the demo and for who fills in old sheets. */
    heldBy: (day: string): JobRecord[] => orm.select().from(volunteerJobs).where(and(lte(volunteerJobs.heldOn, day), isNull(volunteerJobs.removedAt))).orderBy(asc(volunteerJobs.heldOn)).all(),
  };
}
