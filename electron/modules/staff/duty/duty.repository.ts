import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { TaskRow, TeamRow } from '#shared/modules/staff/duty/duty.schema.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { rosters, teams, teamTasks } from './duty.tables.ts';

export type RosterRecord = typeof rosters.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };
type DutyPerson = { readonly id: string; readonly name: string; readonly phone: string; readonly leftOn: string | null };

export function rostersRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  return {
    ...recordStore(db, rosters),
    ofMonth: (communityId: string, month: string): RosterRecord | undefined => orm.select().from(rosters).where(and(eq(rosters.communityId, communityId), eq(rosters.month, month), isNull(rosters.removedAt))).get(),
    /** Days from one on on which somebody keeps the desk or stands behind. */
    daysOf: (memberId: string, from: string): string[] =>
      statement(`SELECT DISTINCT json_extract(d.value, '$.on') AS day FROM duty_roster r, json_each(r.days) d WHERE r.removed_at IS NULL AND r.month >= ? AND day >= ?
        AND ? IN (json_extract(d.value, '$.memberId'), json_extract(d.value, '$.backupId')) ORDER BY day`).pluck().all(from.slice(0, 7), from, memberId) as string[], // the one column
    /** Who can keep the desk of a community: staff in service today, in the order of names. */
    people: (communityId: string, today: string): DutyPerson[] =>
      statement(`SELECT id, name, CASE publishes_phone WHEN 1 THEN phone ELSE '' END AS phone, left_on AS leftOn FROM grid_member
        WHERE community_id = ? AND removed_at IS NULL AND staff_class IN ('grid-member', 'worker', 'administrator', 'cadre') AND (left_on IS NULL OR left_on > ?) ORDER BY name_py, id LIMIT 500`).all(communityId, today) as DutyPerson[], // columns named here
  };
}

const TEAM = `SELECT t.id, t.version, t.name, t.kind, t.leader_id AS leaderId, t.member_ids AS memberIds, t.skills, t.founded_on AS foundedOn, t.note, coalesce(l.name, '') AS leaderName,
  (SELECT json_group_array(m.name) FROM json_each(t.member_ids) j JOIN grid_member m ON m.id = j.value) AS memberNames,
  (SELECT count(*) FROM team_task k WHERE k.team_id = t.id AND k.removed_at IS NULL) AS tasks,
  (SELECT count(*) FROM team_task k WHERE k.team_id = t.id AND k.removed_at IS NULL AND k.done_on IS NULL) AS openTasks,
  (SELECT coalesce(sum(k.minutes), 0) FROM team_task k WHERE k.team_id = t.id AND k.removed_at IS NULL AND k.done_on > date(?, '-365 days')) AS minutes
  FROM staff_team t LEFT JOIN grid_member l ON l.id = t.leader_id WHERE t.removed_at IS NULL`;
const TASK = 'id, version, team_id AS teamId, given_on AS givenOn, done_on AS doneOn, task, people, minutes, result, matter_no AS matterNo FROM team_task WHERE removed_at IS NULL';
export type StoredTask = Omit<TaskRow, 'matterId'>;
export type TeamOrder = { readonly field: 'name' | 'kind' | 'tasks' | 'minutes'; readonly direction: 'asc' | 'desc' };
export type TeamFilter = { readonly text: string; readonly kinds: readonly string[] };
type StoredTeam = Omit<TeamRow, 'memberIds' | 'skills' | 'memberNames'> & { memberIds: string; skills: string; memberNames: string };
const parsed = (text: string): string[] => JSON.parse(text) as string[]; // lists of texts, written by this repository
const shown = (row: unknown): TeamRow => {
  const team = row as StoredTeam; // columns of TEAM
  return { ...team, memberIds: parsed(team.memberIds), skills: parsed(team.skills), memberNames: parsed(team.memberNames) };
};
const limits = ({ text, kinds }: TeamFilter): { sql: string; values: string[] } => ({
  sql: `${text === '' ? '1' : '(instr(name, ?) > 0 OR instr(skills, ?) > 0)'}${kinds.length === 0 ? '' : ` AND kind IN (${kinds.map(() => '?').join(', ')})`}`,
  values: [...(text === '' ? [] : [text, text]), ...kinds],
});

export function teamsRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  return {
    ...recordStore(db, teams),
    tasks: recordStore(db, teamTasks),
    findByName: (communityId: string, name: string) => orm.select().from(teams).where(and(eq(teams.communityId, communityId), eq(teams.name, name), isNull(teams.removedAt))).get(),
    row: (id: string, today: string): TeamRow | undefined => {
      const row = statement(`${TEAM} AND t.id = ?`).get(today, id);
      return row === undefined ? undefined : shown(row);
    },
    list: (filter: TeamFilter, today: string, { field, direction }: TeamOrder, { offset, limit }: Window): TeamRow[] => {
      const { sql, values } = limits(filter);
      return statement(`SELECT * FROM (${TEAM}) WHERE ${sql} ORDER BY ${field} ${direction === 'desc' ? 'DESC' : 'ASC'}, id LIMIT ? OFFSET ?`).all(today, ...values, limit, offset).map(shown);
    },
    count: (filter: TeamFilter): number => {
      const { sql, values } = limits(filter);
      return (statement(`SELECT count(*) AS n FROM staff_team WHERE removed_at IS NULL AND ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    taskRow: (id: string): StoredTask | undefined => statement(`SELECT ${TASK} AND id = ?`).get(id) as StoredTask | undefined, // columns named in TASK
    tasksOf: (teamId: string, { offset, limit }: Window): StoredTask[] => statement(`SELECT ${TASK} AND team_id = ? ORDER BY given_on DESC, id LIMIT ? OFFSET ?`).all(teamId, limit, offset) as StoredTask[], // as above
    /** Teams by the number of the matter they did something for. */
    ofMatters: (numbers: readonly string[]): ReadonlyMap<string, readonly string[]> => {
      const found = statement(`SELECT k.matter_no AS number, json_group_array(DISTINCT t.name) AS names FROM team_task k JOIN staff_team t ON t.id = k.team_id WHERE k.removed_at IS NULL AND k.done_on IS NOT NULL
        AND k.matter_no IN (SELECT value FROM json_each(?)) GROUP BY k.matter_no`).all(JSON.stringify(numbers)) as { number: string; names: string }[]; // columns named
      return new Map(found.map(({ number, names }) => [number, parsed(names)]));
    },
  };
}
