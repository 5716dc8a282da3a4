import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { CareFilter, CareRow } from '#shared/modules/grid/register/care/care.schema.ts';
import type { Window } from '../persons.repository.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../scope.ts';
import { careGroups } from './care.tables.ts';

export type CareRecord = typeof careGroups.$inferSelect;

const ROW = `c.id, c.version, c.person_id AS personId, c.kind, c.from_on AS fromOn, c.until_on AS untilOn, c.level, c.allowance_fen AS allowanceFen, c.helper, c.next_visit_on AS nextVisitOn, c.note,
  p.name AS personName, coalesce(g.name, '') AS gridName, p.present_address AS address, c.updated_at AS updatedAt`;
const FROM = 'FROM care_group c JOIN person p ON p.id = c.person_id LEFT JOIN grid g ON g.id = p.grid_id';
/** A visit nobody fixed a day for comes after those that have one. */
const ORDER = { nextVisitOn: 'c.next_visit_on IS NULL, c.next_visit_on', personName: 'p.sort_key', kind: 'c.kind', fromOn: 'c.from_on' } as const;
export type CareOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const condition = (actor: Actor, today: string, filter: CareFilter): Condition =>
  allOf([
    { sql: 'c.removed_at IS NULL', values: [] },
    ...(filter.personId === null ? [{ sql: 'p.removed_at IS NULL', values: [] }] : [{ sql: 'c.person_id = ?', values: [filter.personId] }]),
    ...inScope(actor, 'p.grid_id'),
    ...(filter.kinds.length > 0 ? [isIn('c.kind', filter.kinds)] : []),
    ...(filter.gridIds.length > 0 ? [isIn('p.grid_id', filter.gridIds)] : []),
    ...(filter.visitUntil === null ? [] : [{ sql: 'c.next_visit_on <= ?', values: [filter.visitUntil] }]),
    ...(filter.withoutHelper ? [{ sql: "c.helper = ''", values: [] }] : []),
    ...(filter.personId !== null ? [] : [{ sql: filter.ended ? 'c.until_on < ?' : 'c.until_on IS NULL OR c.until_on >= ?', values: [today] }]),
  ]);

export function careGroupsRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const all = (sql: string, values: readonly unknown[]): CareRow[] => statement(sql).all(...values) as CareRow[]; // columns named in ROW
  return {
    insert: (care: CareRecord): void => void orm.insert(careGroups).values(care).run(),
    replace: (care: CareRecord): void => void orm.update(careGroups).set(care).where(eq(careGroups.id, care.id)).run(),
    find: preparedFind(db, careGroups),
    row: (actor: Actor, id: string): CareRow | undefined => {
      const { sql, values } = allOf([{ sql: 'c.id = ?', values: [id] }, ...inScope(actor, 'p.grid_id')]);
      return all(`SELECT ${ROW} ${FROM} WHERE ${sql}`, values)[0];
    },
    ofPerson: (personId: string): CareRecord[] => orm.select().from(careGroups).where(and(eq(careGroups.personId, personId), isNull(careGroups.removedAt))).all(),
    list: (actor: Actor, today: string, filter: CareFilter, { field, direction }: CareOrder, { offset, limit }: Window): CareRow[] => {
      const { sql, values } = condition(actor, today, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return all(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, c.id LIMIT ? OFFSET ?`, [...values, limit, offset]);
    },
    count: (actor: Actor, today: string, filter: CareFilter): number => {
      const { sql, values } = condition(actor, today, filter);
      return (statement(`SELECT count(*) AS n ${FROM} WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    /** The earliest day a visit is due on, among those that count. */
    firstVisit: (actor: Actor, today: string, filter: CareFilter): string | null => {
      const { sql, values } = condition(actor, today, filter);
      return (statement(`SELECT min(c.next_visit_on) AS day ${FROM} WHERE ${sql}`).get(...values) as { day: string | null }).day; // the one column
    },
  };
}
