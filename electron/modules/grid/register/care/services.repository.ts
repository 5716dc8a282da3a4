import { eq } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { ServiceFilter, ServiceRow } from '#shared/modules/grid/register/care/care.schema.ts';
import type { Window } from '../persons.repository.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../scope.ts';
import { serviceRecords } from './care.tables.ts';

export type ServiceRecord = typeof serviceRecords.$inferSelect;
type Stored = Omit<ServiceRow, 'staff' | 'personIds' | 'personNames'> & { readonly staff: string; readonly personIds: string };

const ROW = 's.id, s.version, s.served_on AS servedOn, s.place, s.kind, s.staff, s.person_ids AS personIds, s.content, s.follow_up AS followUp, s.updated_at AS updatedAt';
const ORDER = { servedOn: 's.served_on', kind: 's.kind' } as const;
export type ServiceOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

/** Somebody served by it lies in the actor's grids. */
const served = (actor: Actor, more: readonly Condition[] = []): Condition[] => {
  const inner = allOf([...inScope(actor, 'p.grid_id'), ...more]);
  return inner.sql === '1' ? [] : [{ sql: `s.id IN (SELECT l.service_id FROM service_person l JOIN person p ON p.id = l.person_id WHERE ${inner.sql})`, values: inner.values }];
};
const condition = (actor: Actor, filter: ServiceFilter): Condition =>
  allOf([
    { sql: 's.removed_at IS NULL', values: [] },
    ...served(actor, filter.personId === null ? [] : [{ sql: 'l.person_id = ?', values: [filter.personId] }]),
    ...(filter.text === '' ? [] : [{ sql: 'instr(s.content, ?) > 0 OR instr(s.place, ?) > 0 OR instr(s.staff, ?) > 0 OR s.id IN (SELECT l.service_id FROM service_person l JOIN person q ON q.id = l.person_id WHERE q.name = ?)', values: [filter.text, filter.text, filter.text, filter.text] }]),
    ...(filter.kinds.length > 0 ? [isIn('s.kind', filter.kinds)] : []),
    ...(filter.from === null ? [] : [{ sql: 's.served_on >= ?', values: [filter.from] }]),
    ...(filter.until === null ? [] : [{ sql: 's.served_on <= ?', values: [filter.until] }]),
  ]);

export function servicesRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const name = sqlite.prepare('SELECT name, grid_id AS gridId FROM person WHERE id = ?');
  /** Who of the served the actor may see; the others are left out as if they were not there. */
  const shown = (actor: Actor, row: Stored): ServiceRow => {
    const people = (JSON.parse(row.personIds) as string[]) // a list of ids, written by this repository
      .flatMap((id) => {
        const person = name.get(id) as { name: string; gridId: string | null } | undefined; // columns named
        return person && (actor.scope === 'all' || actor.scope.includes(person.gridId ?? '')) ? [{ id, name: person.name }] : [];
      });
    return { ...row, staff: JSON.parse(row.staff) as string[], personIds: people.map(({ id }) => id), personNames: people.map((one) => one.name) }; // as above
  };
  return {
    insert: (service: ServiceRecord): void => void orm.insert(serviceRecords).values(service).run(),
    replace: (service: ServiceRecord): void => void orm.update(serviceRecords).set(service).where(eq(serviceRecords.id, service.id)).run(),
    find: preparedFind(db, serviceRecords),
    row: (actor: Actor, id: string): ServiceRow | undefined => {
      const { sql, values } = allOf([{ sql: 's.id = ?', values: [id] }, ...served(actor)]);
      const row = statement(`SELECT ${ROW} FROM service_record s WHERE ${sql}`).get(...values) as Stored | undefined; // columns named in ROW
      return row && shown(actor, row);
    },
    idsOfPerson: (personId: string): string[] => statement('SELECT service_id FROM service_person WHERE person_id = ?').pluck().all(personId) as string[], // the one column
    list: (actor: Actor, filter: ServiceFilter, { field, direction }: ServiceOrder, { offset, limit }: Window): ServiceRow[] => {
      const { sql, values } = condition(actor, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return (statement(`SELECT ${ROW} FROM service_record s WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, s.id ${way} LIMIT ? OFFSET ?`).all(...values, limit, offset) as Stored[]).map((row) => shown(actor, row)); // columns named in ROW
    },
    count: (actor: Actor, filter: ServiceFilter): number => {
      const { sql, values } = condition(actor, filter);
      return (statement(`SELECT count(*) AS n FROM service_record s WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
  };
}
