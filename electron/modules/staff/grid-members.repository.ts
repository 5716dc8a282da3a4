import { eq } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { nameIndex } from '#electron/kernel/search/name-index.ts';
import { maskIdNumber } from '#shared/modules/grid/register/masking.rules.ts';
import type { GridMember } from '#shared/modules/staff/grid-member.schema.ts';
import { gridMembers } from './staff.tables.ts';

export type GridMemberRecord = typeof gridMembers.$inferSelect;
export type GridMemberValues = Omit<GridMemberRecord, 'namePy' | 'initials'>;
type MemberQuery = { readonly text: string; readonly gridId: string | null; readonly offset: number; readonly limit: number };

const ROW = `m.id, m.version, m.name, m.phone, m.sex, m.birth_on AS birthOn, m.id_number AS idNumber, m.employment, m.political, m.education, m.registered_on AS registeredOn,
  m.grid_id AS gridId, m.note, m.updated_at AS updatedAt, coalesce(g.name, '') AS gridName, EXISTS (SELECT 1 FROM grid r WHERE r.responsible_id = m.id AND r.status = 'active') AS isResponsible`;
const shown = (row: unknown): GridMember => {
  const member = row as Omit<GridMember, 'idNumber' | 'isResponsible'> & { idNumber: string; isResponsible: number }; // columns named in ROW
  return { ...member, idNumber: null, idNumberMasked: maskIdNumber(member.idNumber), isResponsible: member.isResponsible === 1 };
};
const derived = (member: Pick<GridMemberValues, 'name'>): { namePy: string; initials: string } => {
  const { pinyin, initials } = nameIndex(member.name);
  return { namePy: pinyin, initials };
};

export function gridMembersRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, gridMembers);
  const where = ({ text, gridId }: MemberQuery): { sql: string; values: string[] } => {
    const typed = text.trim();
    const parts: [string, string[]][] = [
      ...(typed === '' ? [] : [['(instr(m.name, ?) > 0 OR instr(m.phone, ?) > 0 OR m.initials LIKE ? OR m.name_py LIKE ?)', [typed, typed, `${typed.toLowerCase()}%`, `${typed.toLowerCase()}%`]] as [string, string[]]]),
      ...(gridId === null ? [] : [['m.grid_id = ?', [gridId]] as [string, string[]]]),
    ];
    return { sql: parts.map(([condition]) => condition).join(' AND ') || '1', values: parts.flatMap(([, values]) => values) };
  };
  return {
    insert: (member: GridMemberValues): void => void insertRow({ ...member, ...derived(member) }),
    replace: (member: GridMemberRecord): void => void orm.update(gridMembers).set({ ...member, ...derived(member) }).where(eq(gridMembers.id, member.id)).run(),
    remove: (id: string): void => void orm.delete(gridMembers).where(eq(gridMembers.id, id)).run(),
    find: (id: string): GridMemberRecord | undefined => orm.select().from(gridMembers).where(eq(gridMembers.id, id)).get(),
    findByIdNumber: (idNumber: string): GridMemberRecord | undefined => orm.select().from(gridMembers).where(eq(gridMembers.idNumber, idNumber)).get(),
    ofBatch: (batchId: string): GridMemberRecord[] => orm.select().from(gridMembers).where(eq(gridMembers.importBatchId, batchId)).all(),
    get: (id: string): GridMember | undefined => {
      const row = sqlite.prepare(`SELECT ${ROW} FROM grid_member m LEFT JOIN grid g ON g.id = m.grid_id WHERE m.id = ?`).get(id);
      return row === undefined ? undefined : shown(row);
    },
    list: (query: MemberQuery): { rows: GridMember[]; count: number } => {
      const { sql, values } = where(query);
      return {
        rows: sqlite.prepare(`SELECT ${ROW} FROM grid_member m LEFT JOIN grid g ON g.id = m.grid_id WHERE ${sql} ORDER BY m.name_py, m.id LIMIT ? OFFSET ?`).all(...values, query.limit, query.offset).map(shown),
        count: (sqlite.prepare(`SELECT count(*) AS n FROM grid_member m WHERE ${sql}`).get(...values) as { n: number }).n,
      };
    },
  };
}
