import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { ActivityFilter, ActivityRow, TeamFilter, TeamRow } from '#shared/modules/grid/participation/activity.schema.ts';
import { listReader, type Order, type Window } from '../records.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope, isGridInScope } from '../register/scope.ts';
import { activities, residentTeams } from './participation.tables.ts';

export type TeamRecord = typeof residentTeams.$inferSelect;
export type ActivityRecord = typeof activities.$inferSelect;

/** What belongs to the whole community is seen by everybody, what belongs to a grid by who has that grid. */
const seenBy = (actor: Actor): Condition[] => inScope(actor, 't.grid_id').map(({ sql, values }) => ({ sql: `t.grid_id IS NULL OR ${sql}`, values }));

const TEAM_COUNTS = { volunteers: '(SELECT count(*) FROM volunteer v WHERE v.team_id = t.id AND v.removed_at IS NULL AND v.left_on IS NULL)', activities: '(SELECT count(*) FROM activity a WHERE a.team_id = t.id AND a.removed_at IS NULL)' } as const;
const TEAM_ROW = `t.id, t.version, t.name, t.kind, t.leader_name AS leaderName, t.grid_id AS gridId, t.purpose, t.meets, t.is_active AS isActive, coalesce(g.name, '') AS gridName, ${TEAM_COUNTS.volunteers} AS volunteers, ${TEAM_COUNTS.activities} AS activities, t.updated_at AS updatedAt`;
const TEAM_ORDER = { name: 't.name', ...TEAM_COUNTS } as const;
export type TeamOrder = Order<keyof typeof TEAM_ORDER>;
type StoredTeam = Omit<TeamRow, 'isActive'> & { readonly isActive: number };
const teamShown = (row: StoredTeam): TeamRow => ({ ...row, isActive: row.isActive === 1 });
const teamCondition = (actor: Actor, filter: TeamFilter): Condition =>
  allOf([
    { sql: 't.removed_at IS NULL', values: [] },
    ...seenBy(actor),
    ...(filter.text === '' ? [] : [{ sql: 'instr(t.name, ?) > 0 OR instr(t.purpose, ?) > 0', values: [filter.text, filter.text] }]),
    ...(filter.kinds.length > 0 ? [isIn('t.kind', filter.kinds)] : []),
    ...(filter.gridIds.length > 0 ? [isIn('t.grid_id', filter.gridIds)] : []),
    ...(filter.withEnded ? [] : [{ sql: 't.is_active = 1', values: [] }]),
  ]);

export function teamsRepository(db: Db) {
  const reader = listReader<StoredTeam, keyof typeof TEAM_ORDER>(db, { row: TEAM_ROW, from: 'FROM resident_team t LEFT JOIN grid g ON g.id = t.grid_id', order: TEAM_ORDER });
  return {
    ...recordStore(db, residentTeams),
    row: (actor: Actor, id: string): TeamRow | undefined => {
      const found = reader.one(allOf([{ sql: 't.id = ? AND t.removed_at IS NULL', values: [id] }, ...seenBy(actor)]));
      return found && teamShown(found);
    },
    findByName: (name: string): TeamRecord | undefined => db.orm.select().from(residentTeams).where(and(eq(residentTeams.name, name), isNull(residentTeams.removedAt))).get(),
    list: (actor: Actor, filter: TeamFilter, order: TeamOrder, window: Window): TeamRow[] => reader.list(teamCondition(actor, filter), order, window).map(teamShown),
    count: (actor: Actor, filter: TeamFilter): number => reader.count(teamCondition(actor, filter)),
    isFree: (id: string): boolean => (db.sqlite.prepare('SELECT EXISTS (SELECT 1 FROM volunteer WHERE team_id = ? AND removed_at IS NULL) OR EXISTS (SELECT 1 FROM activity WHERE team_id = ? AND removed_at IS NULL)').pluck().get(id, id) as number) === 0, // the one column
  };
}

const PEOPLE = "(SELECT json_group_array(json_object('id', n.id, 'name', n.name, 'gridId', n.grid_id)) FROM json_each(t.person_ids) j JOIN person n ON n.id = j.value)";
const BODIES = '(SELECT json_group_array(n.name) FROM json_each(t.body_ids) j JOIN body n ON n.id = j.value)';
const ROW = `t.id, t.version, t.title, t.kind, t.held_on AS heldOn, t.place, t.grid_id AS gridId, t.team_id AS teamId, t.headcount, t.body_ids AS bodyIds, t.cost_fen AS costFen, t.note,
  coalesce(g.name, '') AS gridName, coalesce(m.name, '') AS teamName, ${PEOPLE} AS people, ${BODIES} AS bodyNames, t.updated_at AS updatedAt`;
const ORDER = { heldOn: 't.held_on', headcount: 't.headcount' } as const;
export type ActivityOrder = Order<keyof typeof ORDER>;
type Person = { readonly id: string; readonly name: string; readonly gridId: string | null };
type Stored = Omit<ActivityRow, 'personIds' | 'personNames' | 'bodyIds' | 'bodyNames'> & Readonly<Record<'people' | 'bodyIds' | 'bodyNames', string>>;
const listed = (text: string): string[] => JSON.parse(text) as string[]; // a list of texts, by the statement
/** Who of those that came the actor may see; the others are left out as if they were not there. */
function shown(actor: Actor, { people, bodyIds, bodyNames, ...row }: Stored): ActivityRow {
  const seen = (JSON.parse(people) as Person[]).filter(({ gridId }) => isGridInScope(actor, gridId)); // as the statement builds it
  return { ...row, personIds: seen.map(({ id }) => id), personNames: seen.map(({ name }) => name), bodyIds: listed(bodyIds), bodyNames: listed(bodyNames) };
}
const condition = (actor: Actor, filter: ActivityFilter): Condition =>
  allOf([
    { sql: 't.removed_at IS NULL', values: [] },
    ...seenBy(actor),
    ...(filter.text === '' ? [] : [{ sql: 'instr(t.title, ?) > 0 OR instr(t.place, ?) > 0 OR instr(t.note, ?) > 0', values: [filter.text, filter.text, filter.text] }]),
    ...(filter.kinds.length > 0 ? [isIn('t.kind', filter.kinds)] : []),
    ...(filter.gridIds.length > 0 ? [isIn('t.grid_id', filter.gridIds)] : []),
    ...(filter.teamIds.length > 0 ? [isIn('t.team_id', filter.teamIds)] : []),
    ...(filter.withPartners ? [{ sql: "t.body_ids <> '[]'", values: [] }] : []),
    ...(filter.from === null ? [] : [{ sql: 't.held_on >= ?', values: [filter.from] }]),
    ...(filter.until === null ? [] : [{ sql: 't.held_on <= ?', values: [filter.until] }]),
  ]);

export function activitiesRepository(db: Db) {
  const reader = listReader<Stored, keyof typeof ORDER>(db, { row: ROW, from: 'FROM activity t LEFT JOIN grid g ON g.id = t.grid_id LEFT JOIN resident_team m ON m.id = t.team_id', order: ORDER });
  return {
    ...recordStore(db, activities),
    row: (actor: Actor, id: string): ActivityRow | undefined => {
      const found = reader.one(allOf([{ sql: 't.id = ? AND t.removed_at IS NULL', values: [id] }, ...seenBy(actor)]));
      return found && shown(actor, found);
    },
    list: (actor: Actor, filter: ActivityFilter, order: ActivityOrder, window: Window): ActivityRow[] => reader.list(condition(actor, filter), order, window).map((row) => shown(actor, row)),
    count: (actor: Actor, filter: ActivityFilter): number => reader.count(condition(actor, filter)),
  };
}
