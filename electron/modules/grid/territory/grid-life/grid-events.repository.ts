import { eq } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { gridEvents } from './grid-life.tables.ts';

export type GridEventRecord = typeof gridEvents.$inferSelect;
/** One record that an event changed, as the history keeps it: column → [before, after]. */
export type EventChange = { readonly entity: string; readonly entityId: string; readonly fields: Readonly<Record<string, readonly [unknown, unknown]>> };

const TOUCHES = '(EXISTS (SELECT 1 FROM json_each(e.gives) p WHERE p.value ->> \'gridId\' = ?) OR EXISTS (SELECT 1 FROM json_each(e.takes) p WHERE p.value ->> \'gridId\' = ?))';

export function gridEventsRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, gridEvents);
  const find = preparedFind(db, gridEvents);
  const recordsOf = (ids: readonly unknown[]): GridEventRecord[] => ids.flatMap((id) => find(id) ?? []);
  return {
    insert: (event: GridEventRecord): void => void insertRow(event),
    replace: (event: GridEventRecord): void => void orm.update(gridEvents).set(event).where(eq(gridEvents.id, event.id)).run(),
    find,
    /** What happened to a grid, the newest first. */
    ofGrid: (gridId: string): GridEventRecord[] =>
      recordsOf(sqlite.prepare(`SELECT e.id FROM grid_event e WHERE ${TOUCHES} ORDER BY e.happened_on DESC, e.rowid DESC`).pluck().all(gridId, gridId)),
    /** An event that still holds, came after the given one and concerns one of its grids; then the given one cannot be taken back first. */
    laterThan: (event: GridEventRecord): GridEventRecord | undefined => {
      const grids = [...event.gives, ...event.takes].map(({ gridId }) => gridId);
      const later = sqlite.prepare(`SELECT e.id FROM grid_event e WHERE e.rowid > (SELECT rowid FROM grid_event WHERE id = ?) AND e.undone_at IS NULL
        AND e.kind IN ('split', 'merged', 'closed', 'reopened') AND ${TOUCHES} ORDER BY e.rowid LIMIT 1`).pluck();
      return recordsOf(grids.flatMap((gridId) => later.all(event.id, gridId, gridId)))[0];
    },
    /** Every record that was changed together with the event. */
    changesOf: (eventId: string): EventChange[] =>
      (sqlite.prepare(`SELECT entity, entity_id AS entityId, fields FROM record_change
        WHERE audit_seq = (SELECT min(audit_seq) FROM record_change WHERE entity = 'grid_event' AND entity_id = ?)`).all(eventId) as { entity: string; entityId: string; fields: string }[]) // columns named above
        .map(({ fields, ...change }) => ({ ...change, fields: JSON.parse(fields) as EventChange['fields'] })), // written by changeOf
  };
}
