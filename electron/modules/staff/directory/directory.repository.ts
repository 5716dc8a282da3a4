import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { Contact, InternalRow } from '#shared/modules/staff/directory/directory.schema.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { internalNumbers, photos } from './directory.tables.ts';

type Window = { readonly offset: number; readonly limit: number };

const NUMBER = 'n.id, n.version, n.member_id AS memberId, n.number, n.note, m.name AS memberName FROM internal_number n JOIN grid_member m ON m.id = n.member_id';

export function photosRepository(db: Db) {
  const { orm } = db;
  return {
    ...recordStore(db, photos),
    of: (memberId: string) => orm.select().from(photos).where(and(eq(photos.memberId, memberId), isNull(photos.removedAt))).get(),
    ofMany: (memberIds: readonly string[]): { memberId: string; data: string }[] => orm.select({ memberId: photos.memberId, data: photos.data }).from(photos).where(and(inArray(photos.memberId, [...memberIds]), isNull(photos.removedAt))).all(),
  };
}

export function internalNumbersRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, internalNumbers),
    row: (id: string): InternalRow | undefined => statement(`SELECT ${NUMBER} WHERE n.id = ? AND n.removed_at IS NULL`).get(id) as InternalRow | undefined, // columns named in NUMBER
    list: (memberId: string | null, { offset, limit }: Window): { rows: InternalRow[]; count: number } => {
      const where = memberId === null ? 'n.removed_at IS NULL' : 'n.removed_at IS NULL AND n.member_id = ?';
      const values = memberId === null ? [] : [memberId];
      return {
        rows: statement(`SELECT ${NUMBER} WHERE ${where} ORDER BY m.name_py, n.id LIMIT ? OFFSET ?`).all(...values, limit, offset) as InternalRow[], // as above
        count: (statement(`SELECT count(*) AS n FROM internal_number n WHERE ${where}`).get(...values) as { n: number }).n, // the one column
      };
    },
  };
}

/** The public directory: who is in service, with the work number where it is published; residents who help stand on no board. */
export function contactsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    list: ({ text, gridId }: { readonly text: string; readonly gridId: string | null }, today: string, { offset, limit }: Window): { rows: Contact[]; count: number } => {
      const typed = text.normalize('NFKC');
      const parts: { sql: string; values: string[] }[] = [
        { sql: "m.removed_at IS NULL AND m.staff_class NOT IN ('helper', 'team-member') AND (m.left_on IS NULL OR m.left_on > ?)", values: [today] },
        ...(gridId === null ? [] : [{ sql: 'm.grid_id = ?', values: [gridId] }]),
        ...(typed === '' ? [] : [{ sql: 'instr(m.name, ?) > 0 OR instr(m.initials, ?) = 1 OR instr(m.phone, ?) > 0', values: [typed, typed.toLowerCase(), typed] }]),
      ];
      const where = parts.map(({ sql }) => `(${sql})`).join(' AND ');
      const values = parts.flatMap((part) => part.values);
      const rows = statement(`SELECT m.id, m.name, coalesce(nullif(m.desk_duty, ''), (SELECT o.name FROM appointment a JOIN post o ON o.id = a.post_id WHERE a.member_id = m.id AND a.removed_at IS NULL AND a.until_on IS NULL LIMIT 1), '') AS duty,
        coalesce(g.name, '') AS gridName, CASE m.publishes_phone WHEN 1 THEN m.phone ELSE '' END AS phone, EXISTS (SELECT 1 FROM staff_photo f WHERE f.member_id = m.id AND f.removed_at IS NULL) AS hasPhoto,
        EXISTS (SELECT 1 FROM grid r WHERE r.responsible_id = m.id AND r.status = 'active') AS isResponsible
        FROM grid_member m LEFT JOIN grid g ON g.id = m.grid_id WHERE ${where} ORDER BY g.code IS NOT NULL, g.code, isResponsible DESC, m.name_py, m.id LIMIT ? OFFSET ?`).all(...values, limit, offset) as (Omit<Contact, 'hasPhoto' | 'isResponsible'> & { hasPhoto: number; isResponsible: number })[]; // columns named here
      return { rows: rows.map((row) => ({ ...row, hasPhoto: row.hasPhoto === 1, isResponsible: row.isResponsible === 1 })), count: (statement(`SELECT count(*) AS n FROM grid_member m WHERE ${where}`).get(...values) as { n: number }).n }; // the one column
    },
  };
}
