import { asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert, type InsertedRow } from '#electron/database/prepared-insert.ts';
import { placeIndex } from '#electron/kernel/search/name-index.ts';
import { organisationLevels, type Organisation } from '#shared/modules/grid/territory/organisation.schema.ts';
import { afterPrefix } from '#shared/modules/grid/register/search-text.rules.ts';
import { organisations } from './territory.tables.ts';

export type OrganisationRecord = typeof organisations.$inferSelect;
export type OrganisationValues = Omit<OrganisationRecord, 'rowNo' | 'namePy' | 'initials'>;
type Window = { readonly offset: number; readonly limit: number };

const ROW = `o.id, o.version, o.parent_id AS parentId, o.code, o.name, o.level, o.problem, o.own, (SELECT count(*) FROM organisation c WHERE c.parent_id = o.id) AS children`;
const shown = (row: unknown): Organisation => {
  const organisation = row as Omit<Organisation, 'own'> & { own: number }; // columns named in ROW
  return { ...organisation, own: organisation.own === 1 };
};

export function organisationsRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, organisations, 'rowNo');
  return {
    /** Answers the row as it is stored. */
    insert: (organisation: OrganisationValues): InsertedRow => insertRow({ ...organisation, ...placeIndex(organisation.name) }),
    /** The station's own community, before it has a place in a tree. */
    insertOwn: ({ id, communityId, name, now }: { id: string; communityId: string; name: string; now: string }): void =>
      void insertRow({ id, communityId, version: 1, createdAt: now, updatedAt: now, parentId: null, code: '', name, ...placeIndex(name), level: 'community', sortNo: 0, problem: null, own: true, importBatchId: null }),
    replace: ({ rowNo: _rowNo, ...organisation }: OrganisationRecord): void =>
      void orm.update(organisations).set({ ...organisation, ...placeIndex(organisation.name) }).where(eq(organisations.id, organisation.id)).run(),
    remove: (id: string): void => void orm.delete(organisations).where(eq(organisations.id, id)).run(),
    find: preparedFind(db, organisations),
    own: (): OrganisationRecord | undefined => orm.select().from(organisations).where(eq(organisations.own, true)).get(),
    get: (id: string): Organisation | undefined => {
      const row = sqlite.prepare(`SELECT ${ROW} FROM organisation o WHERE o.id = ?`).get(id);
      return row === undefined ? undefined : shown(row);
    },
    children: (parentId: string | null): Organisation[] =>
      sqlite.prepare(`SELECT ${ROW} FROM organisation o WHERE o.parent_id IS ? ORDER BY o.sort_no, o.row_no`).all(parentId).map(shown),
    /** Every node with its parent, without its words: what an import compares a file with. */
    nodes: (): { id: string; parentId: string | null; code: string; name: string }[] =>
      orm.select({ id: organisations.id, parentId: organisations.parentId, code: organisations.code, name: organisations.name }).from(organisations).orderBy(asc(organisations.rowNo)).all(),
    ofBatch: (batchId: string): OrganisationRecord[] => orm.select().from(organisations).where(eq(organisations.importBatchId, batchId)).orderBy(asc(organisations.rowNo)).all(),
    lastSortNo: (parentId: string | null): number =>
      orm.select({ sortNo: organisations.sortNo }).from(organisations).where(parentId === null ? isNull(organisations.parentId) : eq(organisations.parentId, parentId)).all().reduce((most, row) => Math.max(most, row.sortNo), 0),
    childCount: (id: string): number => (sqlite.prepare('SELECT count(*) AS n FROM organisation WHERE parent_id = ?').get(id) as { n: number }).n,
    /** By code from its start, by initials or pinyin from their start, or by any part of the name; sub-district and community first by length of name. */
    search: (text: string, limit: number): Organisation[] => {
      const typed = text.normalize('NFKC').trim();
      const [where, values] = /^\d+$/.test(typed)
        ? ['o.code >= ? AND o.code < ?', [typed, afterPrefix(typed)]]
        : /^[A-Za-z]+$/.test(typed)
          ? ['(o.initials >= ? AND o.initials < ?) OR (o.name_py >= ? AND o.name_py < ?)', [typed, afterPrefix(typed), typed, afterPrefix(typed)].map((word) => word.toLowerCase())]
          : ['instr(o.name, ?) > 0', [typed]];
      return sqlite.prepare(`SELECT ${ROW} FROM organisation o WHERE ${where} ORDER BY length(o.name), o.row_no LIMIT ?`).all(...values, limit).map(shown);
    },
    problems: (problem: string | undefined, { offset, limit }: Window): { rows: Organisation[]; count: number } => {
      const where = problem === undefined ? 'o.problem IS NOT NULL' : 'o.problem = ?';
      const values = problem === undefined ? [] : [problem];
      return {
        rows: sqlite.prepare(`SELECT ${ROW} FROM organisation o WHERE ${where} ORDER BY o.problem, o.row_no LIMIT ? OFFSET ?`).all(...values, limit, offset).map(shown),
        count: (sqlite.prepare(`SELECT count(*) AS n FROM organisation o WHERE ${where}`).get(...values) as { n: number }).n,
      };
    },
    byLevel: (): { level: Organisation['level']; count: number }[] =>
      (sqlite.prepare('SELECT level, count(*) AS count FROM organisation GROUP BY level').all() as { level: Organisation['level']; count: number }[]) // CHECKed by the table
        .toSorted((a, b) => organisationLevels.indexOf(a.level) - organisationLevels.indexOf(b.level)),
    /** Names above a node, top first. */
    pathTo: (id: string): string[] =>
      (sqlite.prepare(`WITH RECURSIVE up (id, parent_id, name, depth) AS (
          SELECT id, parent_id, name, 0 FROM organisation WHERE id = ?
          UNION ALL SELECT o.id, o.parent_id, o.name, up.depth + 1 FROM organisation o JOIN up ON o.id = up.parent_id WHERE up.depth < 40)
        SELECT name FROM up WHERE depth > 0 ORDER BY depth DESC`).all(id) as { name: string }[]).map((row) => row.name),
  };
}
