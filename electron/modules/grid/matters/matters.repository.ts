import { getTableColumns } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert, type InsertedRow } from '#electron/database/prepared-insert.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { indexedText } from '#shared/modules/grid/register/search-text.rules.ts';
import type { MatterFilter } from '#shared/modules/grid/matters/matter.schema.ts';
import { allOf, type Condition } from '#electron/database/condition.ts';
import type { Window } from '../register/persons.repository.ts';
import { isMatterVisible, matterCondition, mattersInScope } from './matter-query.ts';
import { matters } from './matters.tables.ts';

export type MatterRecord = typeof matters.$inferSelect;
export type MatterValues = Omit<MatterRecord, 'rowNo'>;
/** A row of the list as the file holds it, before the clock of today is laid on it. */
export type ListedMatter = Pick<MatterRecord, 'id' | 'version' | 'number' | 'subject' | 'kind' | 'channel' | 'level' | 'place' | 'gridId' | 'partyName' | 'station' | 'unitKind' | 'unitId' | 'ownerId' | 'state' | 'stateAt' | 'card' | 'reportedAt' | 'endedOn' | 'dueOn' | 'promisedOn' | 'clockFrom' | 'clockUsed' | 'limitDays' | 'extraDays' | 'touchedAt' | 'returns' | 'reworks' | 'urges' | 'rating' | 'updatedAt'>
  & { readonly gridName: string; readonly unitName: string; readonly ownerName: string; readonly open: number; readonly pinned: number; readonly isModel: number; readonly isLegacy: number; readonly isJoint: number };

const ROW = `m.id, m.version, m.number, m.subject, m.kind, m.channel, m.level, m.place, m.grid_id AS gridId, coalesce(g.name, '') AS gridName, m.party_name AS partyName, m.station,
  m.unit_kind AS unitKind, m.unit_id AS unitId, CASE m.unit_kind WHEN 'grid' THEN (SELECT u.name FROM grid u WHERE u.id = m.unit_id) WHEN 'department' THEN (SELECT b.name FROM body b WHERE b.id = m.unit_id)
  WHEN 'superior' THEN (SELECT o.name FROM organisation o WHERE o.id = m.unit_id) ELSE '' END AS unitName, m.owner_id AS ownerId, coalesce(a.display_name, '') AS ownerName, m.state, m.state_at AS stateAt, m.card,
  m.reported_at AS reportedAt, m.ended_on AS endedOn, m.due_on AS dueOn, m.promised_on AS promisedOn, m.clock_from AS clockFrom, m.clock_used AS clockUsed, m.limit_days AS limitDays, m.extra_days AS extraDays,
  m.touched_at AS touchedAt, m.open, m.pinned, m.is_model AS isModel, m.is_legacy AS isLegacy, m.is_joint AS isJoint, m.returns, m.reworks, m.urges, m.rating, m.updated_at AS updatedAt`;
const JOINS = 'LEFT JOIN grid g ON g.id = m.grid_id LEFT JOIN account a ON a.id = m.owner_id';
const DUE = "coalesce(m.due_on, '9999-12-31')";
export type MatterOrder = { readonly field: 'dueOn' | 'reportedAt'; readonly direction: 'asc' | 'desc' };
/** The pinned stay on top of the queue, whichever way it is turned. What has ended has no due day: the newest come first. */
const orderOf = ({ field, direction }: MatterOrder, life: MatterFilter['life']): string => {
  const way = direction === 'desc' ? 'DESC' : 'ASC';
  if (field === 'reportedAt') return `m.row_no ${way}`;
  return life === 'open' ? `m.pinned DESC, ${DUE} ${way}, m.row_no ${way}` : 'm.row_no DESC';
};
/**
 * Which index is entered with. A number and a person lead to few rows by themselves; open matters are few among all, whatever words they are asked by; days, one grid, one kind or one unit
 * narrow the rest. Without figures about the data SQLite would choose otherwise.
 */
function fromOf(filter: MatterFilter): string {
  const by = (index: string): string => `matter m INDEXED BY ${index}`;
  const isNumber = /^\d/.test(filter.text);
  if (filter.life === 'open' && filter.personId === null && !isNumber) return by('matter_queue');
  if (filter.text !== '' || filter.personId !== null) return 'matter m';
  if (filter.endedFrom !== null) return by('matter_by_ended');
  if (filter.reportedFrom !== null) return by('matter_by_reported');
  if (filter.gridIds.length === 1) return by('matter_by_grid');
  if (filter.kinds.length === 1) return by('matter_by_kind');
  return filter.unitIds.length === 1 ? by('matter_by_unit') : 'matter m';
}

const textOf = (matter: Pick<MatterRecord, 'subject' | 'content' | 'place'>): string => indexedText(`${matter.subject} ${matter.place} ${matter.content}`);

/** Rows are cut by number in the index first; only those that are shown are opened and joined. */
export function mattersRepository(db: Db) {
  const { sqlite } = db;
  const statement = keptStatements(sqlite);
  const insertRow = preparedInsert(db, matters, 'rowNo');
  const byId = preparedFind(db, matters);
  const insertText = sqlite.prepare('INSERT INTO matter_text (rowid, words, party) VALUES (?, ?, ?)');
  const updateText = sqlite.prepare('UPDATE matter_text SET words = ?, party = ? WHERE rowid = ?');
  const columns = Object.entries(getTableColumns(matters)).filter(([name]) => name !== 'rowNo' && name !== 'id');
  const updateRow = sqlite.prepare(`UPDATE matter SET ${columns.map(([, column]) => `${column.name} = ?`).join(', ')} WHERE row_no = ?`);
  const rows = (ids: string, values: readonly unknown[], order: string): ListedMatter[] =>
    statement(`SELECT ${ROW} FROM (${ids}) c JOIN matter m ON m.row_no = c.row_no ${JOINS} ORDER BY ${order}`).all(...values) as ListedMatter[]; // columns named in ROW
  const write = (matter: MatterRecord): void => {
    const record: Readonly<Record<string, unknown>> = matter;
    updateRow.run(...columns.map(([name, column]) => { const value = record[name]; return value === null || value === undefined ? null : column.mapToDriverValue(value); }), matter.rowNo);
  };
  return {
    insert: (matter: MatterValues): InsertedRow => {
      const row = insertRow(matter);
      insertText.run(row.rowNo, textOf(matter), indexedText(matter.partyName));
      return row;
    },
    /** A step of its life, which leaves its words alone. */
    move: write,
    replace: (matter: MatterRecord): void => {
      write(matter);
      updateText.run(textOf(matter), indexedText(matter.partyName), matter.rowNo);
    },
    find: (actor: Actor, id: string): MatterRecord | undefined => {
      const matter = byId(id);
      return matter && isMatterVisible(actor, matter) ? matter : undefined;
    },
    list: (actor: Actor, filter: MatterFilter, overdueBefore: string | null, order: MatterOrder, { offset, limit }: Window): ListedMatter[] => {
      const { sql, values } = matterCondition(actor, filter, overdueBefore);
      const by = orderOf(order, filter.life);
      return rows(`SELECT m.row_no FROM ${fromOf(filter)} WHERE ${sql} ORDER BY ${by} LIMIT ? OFFSET ?`, [...values, limit, offset], by);
    },
    count: (actor: Actor, filter: MatterFilter, overdueBefore: string | null): number => {
      const { sql, values } = matterCondition(actor, filter, overdueBefore);
      return statement(`SELECT count(*) FROM ${fromOf(filter)} WHERE ${sql}`).pluck().get(...values) as number; // the one column
    },
    /** The first few that meet a condition, the newest first, entered with an index where the caller knows the best. */
    some: (actor: Actor, condition: Condition, limit: number, index?: 'matter_queue' | 'matter_by_kind' | 'matter_by_grid' | 'matter_by_place' | 'matter_by_number'): ListedMatter[] => {
      const { sql, values } = allOf([condition, ...mattersInScope(actor), { sql: 'm.reported_on IS NOT NULL', values: [] }]);
      return rows(`SELECT m.row_no FROM matter m ${index ? `INDEXED BY ${index}` : ''} WHERE ${sql} ORDER BY m.row_no DESC LIMIT ?`, [...values, limit], 'm.row_no DESC');
    },
    /** The matter of a number, where the actor may see it. */
    numbered: (actor: Actor, number: string): ListedMatter | undefined => {
      const { sql, values } = allOf([{ sql: "m.number = ? AND m.number <> ''", values: [number] }, ...mattersInScope(actor)]);
      return rows(`SELECT m.row_no FROM matter m WHERE ${sql}`, values, 'm.row_no')[0];
    },
    row: (actor: Actor, id: string): ListedMatter | undefined => {
      const { sql, values } = allOf([{ sql: 'm.id = ?', values: [id] }, ...mattersInScope(actor)]);
      return rows(`SELECT m.row_no FROM matter m WHERE ${sql}`, values, 'm.row_no')[0];
    },
    /** The last number of a day, month or year. Only where the digits ran out is a longer one looked for among all. */
    lastNumber: (from: string, before: string): string | null => {
      const range = "FROM matter WHERE number >= ? AND number < ? AND number <> ''";
      const last = statement(`SELECT max(number) ${range}`).pluck().get(from, before) as string | null; // the one column
      return last !== null && /-9+$/.test(last) ? (statement(`SELECT number ${range} ORDER BY length(number) DESC, number DESC LIMIT 1`).pluck().get(from, before) as string) : last; // as above
    },
    mergedInto: (id: string): { id: string; number: string; subject: string }[] => statement('SELECT id, number, subject FROM matter WHERE merged_into = ? ORDER BY row_no').all(id) as { id: string; number: string; subject: string }[], // columns named
    /** Open matters past their due day that have no card for it, and those past the red day that have no red one. */
    overdue: (actor: Actor, today: string, card: 'yellow' | 'red', limit: number): string[] => {
      const { sql, values } = allOf([
        { sql: 'm.open = 1', values: [] },
        card === 'red' ? { sql: "m.red_on < ? AND m.card <> 'red'", values: [today] } : { sql: "coalesce(m.due_on, '9999-12-31') < ? AND m.red_on >= ? AND m.card NOT IN ('yellow', 'red')", values: [today, today] },
        ...mattersInScope(actor),
      ]);
      return statement(`SELECT m.id FROM matter m INDEXED BY matter_queue WHERE ${sql} ORDER BY m.row_no LIMIT ?`).pluck().all(...values, limit) as string[]; // the one column
    },
  };
}
