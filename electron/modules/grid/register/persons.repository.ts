import { eq } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert, type InsertedRow } from '#electron/database/prepared-insert.ts';
import type { StoredRow } from '#electron/database/stored-record.ts';
import { untilChanged } from '#electron/database/until-changed.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { maskIdNumber, maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import type { PersonFilter, PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { indexedText, reversed } from '#shared/modules/grid/register/search-text.rules.ts';
import { nameIndex } from '#electron/kernel/search/name-index.ts';
import { personCondition, personOrder, type PersonOrderField } from './person-query.ts';
import { countingOf, routeToRows, type CountRows, type Route } from './person-route.ts';
import { persons } from './register.tables.ts';
import { allOf, type Condition } from '#electron/database/condition.ts';
import { inScope } from './scope.ts';

export type PersonRecord = typeof persons.$inferSelect;
type Derived = 'rowNo' | 'sortKey' | 'pinyin' | 'initials' | 'idReversed' | 'phoneReversed';
/** What a caller says about a person; the search columns follow from it. */
export type PersonValues = Omit<PersonRecord, Derived>;
export type PersonOrder = { readonly field: PersonOrderField; readonly direction: 'asc' | 'desc' };
export type Window = { readonly offset: number; readonly limit: number };

const ROW = `p.id, p.version, p.name, p.sex, p.birth_on AS birthOn, p.id_number AS idNumberMasked, p.phone AS phoneMasked, p.category, p.grid_id AS gridId,
  coalesce(g.name, '') AS gridName, p.household_id AS householdId, coalesce(h.register_no, '') AS registerNo, p.relation_to_head AS relationToHead,
  p.present_address AS presentAddress, p.registered_address AS registeredAddress, p.education, p.workplace, p.updated_at AS updatedAt`;
const JOINS = 'LEFT JOIN grid g ON g.id = p.grid_id LEFT JOIN household h ON h.id = p.household_id';

/** Masks on the way out of the table, in place, so that no list ever carries a whole number. */
function masked(rows: PersonRow[]): PersonRow[] {
  for (const row of rows) {
    row.idNumberMasked = maskIdNumber(row.idNumberMasked);
    row.phoneMasked = maskPhone(row.phoneMasked);
  }
  return rows;
}

const derived = (person: Pick<PersonValues, 'name' | 'reading' | 'idNumber' | 'phone'>) => ({
  ...nameIndex(person.name, person.reading),
  idReversed: reversed(person.idNumber),
  phoneReversed: reversed(person.phone),
});
const addressText = (person: Pick<PersonValues, 'presentAddress' | 'registeredAddress'>): string =>
  indexedText(person.presentAddress === person.registeredAddress ? person.presentAddress : `${person.presentAddress} ${person.registeredAddress}`);
const nameText = (person: Pick<PersonValues, 'name' | 'formerName'>): string => indexedText(`${person.name} ${person.formerName}`);

export function personsRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, persons, 'rowNo');
  const insertText = sqlite.prepare('INSERT INTO person_text (rowid, name, address) VALUES (?, ?, ?)');
  const updateAddress = sqlite.prepare('UPDATE person_text SET address = ? WHERE rowid = ?');
  const byId = preparedFind(db, persons);
  const byIdNumber = sqlite.prepare("SELECT id FROM person WHERE id_reversed = ? AND id_reversed <> '' AND removed_at IS NULL").pluck();
  const statement = keptStatements(sqlite);
  const knownRoute = untilChanged<Route>(sqlite);
  const knownCount = untilChanged<number>(sqlite);
  const windowOf = ({ hint, where }: Route, order: string, { offset, limit }: Window): PersonRow[] =>
    masked(
      statement(`SELECT ${ROW} FROM (SELECT p.row_no FROM person p ${hint} WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?) w CROSS JOIN person p ON p.row_no = w.row_no ${JOINS} ORDER BY ${order}`)
        .all(...where.values, limit, offset) as PersonRow[], // columns named in ROW, number and phone not masked yet
    );
  const rowsOf = (where: Condition, order: string, window: Window): PersonRow[] => windowOf({ hint: '', where }, order, window);
  const countOf = (sql: string, values: readonly unknown[]): number => (statement(sql).get(...values) as { n: number }).n; // the one column named n
  const countRows: CountRows = ({ sql, values }, most) => countOf(`SELECT count(*) AS n FROM (${sql} LIMIT ?)`, [...values, most]);
  return {
    /** Answers the row as it is stored. */
    insert: (person: PersonValues): InsertedRow => {
      const row = insertRow({ ...person, ...derived(person) });
      insertText.run(row.rowNo, nameText(person), addressText(person));
      return row;
    },
    /** Writes the whole person; the caller has checked the version. */
    replace: ({ rowNo, ...person }: PersonRecord): void => {
      const next = { ...person, ...derived(person) };
      orm.update(persons).set(next).where(eq(persons.id, person.id)).run();
      sqlite.prepare('UPDATE person_text SET name = ?, address = ? WHERE rowid = ?').run(nameText(person), addressText(person), rowNo);
    },
    /** Writes a few columns of many persons, one version further; answers the rows as they stand then. Not for columns that search columns follow from. */
    changeColumns: (columns: Readonly<Record<string, string | null>>, updatedAt: string): ((row: StoredRow) => StoredRow) => {
      const names = Object.keys(columns);
      const update = statement(`UPDATE person SET ${names.map((name) => `${name} = ?, `).join('')}version = version + 1, updated_at = ? WHERE row_no = ?`);
      const moves = names.some((name) => name === 'present_address' || name === 'registered_address');
      const values = names.map((name) => columns[name] ?? null);
      return (row) => {
        update.run(...values, updatedAt, row['row_no']);
        const next = { ...row, ...columns, version: Number(row['version']) + 1, updated_at: updatedAt };
        if (moves) updateAddress.run(addressText({ presentAddress: String(next['present_address' as keyof typeof next]), registeredAddress: String(next['registered_address' as keyof typeof next]) }), row['row_no']);
        return next;
      };
    },
    list: (actor: Actor, filter: PersonFilter, { field, direction }: PersonOrder, window: Window): PersonRow[] => {
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      const route = knownRoute(JSON.stringify([actor.scope, filter, field]), () => routeToRows(actor, filter, field, countRows));
      return windowOf(route, [...personOrder[field].columns, 'p.row_no'].map((column) => `${column} ${way}`).join(', '), window);
    },
    count: (actor: Actor, filter: PersonFilter): number =>
      knownCount(JSON.stringify([actor.scope, filter]), () => {
        const { sql, values } = countingOf(actor, filter, countRows);
        return countOf(sql, values);
      }),
    /** The first rows that satisfy a condition, in no particular order; the search box. */
    some: (actor: Actor, condition: Condition, limit: number): PersonRow[] => rowsOf(allOf([condition, { sql: 'p.removed_at IS NULL', values: [] }, ...inScope(actor, 'p.grid_id')]), 'p.row_no', { offset: 0, limit }),
    find: (actor: Actor, id: string): PersonRecord | undefined => {
      const person = byId(id);
      return person && (actor.scope === 'all' || actor.scope.includes(person.gridId ?? '')) ? person : undefined;
    },
    /** Whoever present has this number in the whole file, scope or not: one person is registered once. */
    findByIdNumber: (idNumber: string): PersonRecord | undefined => byId(byIdNumber.get(reversed(idNumber))),
    ofHousehold: (actor: Actor, householdId: string): PersonRow[] => rowsOf(allOf([{ sql: 'p.household_id = ? AND p.removed_at IS NULL', values: [householdId] }, ...inScope(actor, 'p.grid_id')]), 'p.relation_to_head, p.row_no', { offset: 0, limit: 500 }),
    ofDwelling: (actor: Actor, dwellingId: string): PersonRow[] => rowsOf(allOf([{ sql: 'p.dwelling_id = ? AND p.removed_at IS NULL', values: [dwellingId] }, ...inScope(actor, 'p.grid_id')]), 'p.sort_key, p.row_no', { offset: 0, limit: 500 }),
    ofBatch: (batchId: string): PersonRecord[] => orm.select().from(persons).where(eq(persons.importBatchId, batchId)).all(),
    byAge: (actor: Actor, filter: PersonFilter, on: string) => {
      const { sql: where, values } = personCondition(actor, filter);
      return sqlite.prepare(`SELECT CASE WHEN birth_on IS NULL OR birth_on > ? THEN -1 ELSE min(100, (years / 5) * 5) END AS band,
          sum(n * (sex = '1')) AS male, sum(n * (sex = '2')) AS female, sum(n * (sex NOT IN ('1', '2'))) AS other
        FROM (SELECT p.birth_on, p.sex, count(*) AS n, CAST(substr(?, 1, 4) AS INTEGER) - CAST(substr(p.birth_on, 1, 4) AS INTEGER) - (substr(?, 6) < substr(p.birth_on, 6)) AS years
          FROM person p WHERE ${where} GROUP BY p.birth_on, p.sex)
        GROUP BY band ORDER BY band`).all(on, on, on, ...values) as { band: number; male: number; female: number; other: number }[]; // columns named in the statement
    },
    byGrid: (actor: Actor, filter: PersonFilter) => {
      const { sql: where, values } = personCondition(actor, filter);
      return sqlite.prepare(`SELECT s.grid_id AS gridId, coalesce(g.name, '') AS gridName, sum(n * (category = 'registered')) AS registered, sum(n * (category = 'floating')) AS floating,
          sum(n * (category NOT IN ('registered', 'floating'))) AS other
        FROM (SELECT p.grid_id, p.category, count(*) AS n FROM person p WHERE ${where} GROUP BY p.grid_id, p.category) s LEFT JOIN grid g ON g.id = s.grid_id
        GROUP BY s.grid_id ORDER BY g.code`).all(...values) as { gridId: string | null; gridName: string; registered: number; floating: number; other: number }[]; // columns named in the statement
    },
  };
}
