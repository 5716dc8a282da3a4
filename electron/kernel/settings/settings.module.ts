import type { Db } from '#electron/database/database.ts';
import { changeOf, creationOf, deleteRow, knownChange, readRow, removalOf, restoreColumns, type StoredRow } from '#electron/database/stored-record.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { settingsContract, StationSettings } from '#shared/kernel/settings/settings.contract.ts';
import { settingsRepository } from './settings.repository.ts';

/** `rows` reads whole table rows for the history of a record, whatever module it belongs to. */
const rowsOf = (db: Db) => ({
  read: (table: string, id: string) => readRow(db, table, id),
  change: (table: string, id: string, before: StoredRow | undefined) => changeOf(db, table, id, before),
  creation: creationOf,
  known: knownChange,
  removal: removalOf,
  restore: (table: string, id: string, columns: Readonly<Record<string, string | number | null>>, now: string) => restoreColumns(db, table, id, columns, now),
  remove: (table: string, id: string) => deleteRow(db, table, id),
});

export const openSettings = (db: Db) => ({ settings: settingsRepository(db), rows: rowsOf(db) });

/** Replaces the station's rules as a whole; the schema's floors keep every protection on. */
function updateSettings(work: Work, value: StationSettings): StationSettings {
  if (value.gridHouseholdsMin > value.gridHouseholdsMax) fail('validation/failed', { issues: [{ path: 'gridHouseholdsMax', code: 'below_minimum' }] });
  const id = work.settings.idOf('rules');
  const before = id ? work.rows.read('setting', id) : undefined;
  const written = work.settings.set(value, { id: work.clock.newId(), communityId: work.actor.communityId, now: work.clock.now().toISOString() });
  work.record({ action: 'settings.changed', entity: 'setting', entityId: written, changes: [work.rows.change('setting', written, before)] });
  return value;
}

export const settingsHandlers: Handlers<typeof settingsContract, Work> = {
  getSettings: (work) => work.settings.get(),
  updateSettings,
};
