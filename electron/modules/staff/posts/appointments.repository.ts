import { and, asc, eq, isNull } from 'drizzle-orm';
import { allOf, type Condition } from '#electron/database/condition.ts';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { mayDo, type Actor } from '#shared/contract/actor.ts';
import type { AppointmentFilter, AppointmentRow } from '#shared/modules/staff/posts/post.schema.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { followPlace, followResponsible } from './follow-grid.ts';
import { appointments } from './posts.tables.ts';

export type AppointmentRecord = typeof appointments.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };

const ROW = `a.id, a.version, a.member_id AS memberId, a.post_id AS postId, a.grid_id AS gridId, a.from_on AS fromOn, a.until_on AS untilOn, a.reason, a.person_name AS personName, a.place, a.is_responsible AS isResponsible,
  a.end_reason AS endReason, coalesce(o.name, '') AS postName, coalesce(g.name, '') AS gridName, EXISTS (SELECT 1 FROM post_handover h WHERE h.appointment_id = a.id AND h.removed_at IS NULL) AS hasHandover`;
const FROM = 'FROM appointment a LEFT JOIN post o ON o.id = a.post_id LEFT JOIN grid g ON g.id = a.grid_id';
const ORDER = { fromOn: 'a.from_on', untilOn: 'a.until_on', personName: 'a.person_name', postName: 'o.name' } as const;
export type AppointmentOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

/** The six are residents: who they are is told only to who may read the people of that grid. */
function shown(actor: Actor, row: unknown): AppointmentRow {
  const read = row as Omit<AppointmentRow, 'isResponsible' | 'hasHandover'> & { isResponsible: number; hasHandover: number }; // columns named in ROW
  const maySee = !read.place.startsWith('six-') || (mayDo(actor.roles, 'register.read') && (actor.scope === 'all' || actor.scope.includes(read.gridId ?? '')));
  return { ...read, isResponsible: read.isResponsible === 1, hasHandover: read.hasHandover === 1, ...(!maySee && { personName: '', memberId: null, reason: '', endReason: '' }) };
}

const conditionOf = ({ memberId, postId, gridId, of, running }: AppointmentFilter, today: string): Condition => {
  const parts: Condition[] = [
    { sql: 'a.removed_at IS NULL', values: [] },
    ...(memberId === null ? [] : [{ sql: 'a.member_id = ?', values: [memberId] }]),
    ...(postId === null ? [] : [{ sql: 'a.post_id = ?', values: [postId] }]),
    ...(gridId === null ? [] : [{ sql: 'a.grid_id = ?', values: [gridId] }]),
    ...(of === 'all' ? [] : [{ sql: of === 'places' ? "a.place <> ''" : "a.place = ''", values: [] }]),
    ...(running ? [{ sql: 'a.from_on <= ? AND (a.until_on IS NULL OR a.until_on > ?)', values: [today, today] }] : []),
  ];
  return allOf(parts);
};

export function appointmentsRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const running = (...more: Parameters<typeof and>): AppointmentRecord[] => orm.select().from(appointments).where(and(isNull(appointments.removedAt), isNull(appointments.untilOn), ...more)).orderBy(asc(appointments.fromOn)).all();
  return {
    ...recordStore(db, appointments),
    runningOf: (memberId: string): AppointmentRecord[] => running(eq(appointments.memberId, memberId)),
    responsibleOf: (gridId: string): AppointmentRecord | undefined => running(eq(appointments.gridId, gridId), eq(appointments.isResponsible, true))[0],
    inPlace: (gridId: string, place: string): AppointmentRecord | undefined => running(eq(appointments.gridId, gridId), eq(appointments.place, place))[0],
    /** Anything of a member that is not removed, whether it runs or not. */
    anyOf: (memberId: string): boolean => statement('SELECT 1 FROM appointment WHERE member_id = ? AND removed_at IS NULL LIMIT 1').get(memberId) !== undefined,
    heldOn: (postId: string, day: string): number => (statement('SELECT count(*) AS n FROM appointment WHERE post_id = ? AND removed_at IS NULL AND from_on <= ? AND (until_on IS NULL OR until_on > ?)').get(postId, day, day) as { n: number }).n, // the one column
    row: (actor: Actor, id: string): AppointmentRow | undefined => {
      const row = statement(`SELECT ${ROW} ${FROM} WHERE a.id = ? AND a.removed_at IS NULL`).get(id);
      return row === undefined ? undefined : shown(actor, row);
    },
    list: (actor: Actor, filter: AppointmentFilter, today: string, { field, direction }: AppointmentOrder, { offset, limit }: Window): AppointmentRow[] => {
      const { sql, values } = conditionOf(filter, today);
      return statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${direction === 'desc' ? 'DESC' : 'ASC'}, a.id LIMIT ? OFFSET ?`).all(...values, limit, offset).map((row) => shown(actor, row));
    },
    count: (filter: AppointmentFilter, today: string): number => {
      const { sql, values } = conditionOf(filter, today);
      return (statement(`SELECT count(*) AS n FROM appointment a WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    /** Grids whose running service names another member than the grid itself does. */
    differing: (communityId: string): { gridId: string; gridName: string }[] =>
      statement(`SELECT g.id AS gridId, g.name AS gridName FROM grid g JOIN appointment a ON a.grid_id = g.id AND a.is_responsible = 1 AND a.removed_at IS NULL AND a.until_on IS NULL
        WHERE g.community_id = ? AND g.status = 'active' AND a.member_id IS NOT g.responsible_id`).all(communityId) as { gridId: string; gridName: string }[], // columns named here
    followResponsible,
    followPlace,
  };
}
