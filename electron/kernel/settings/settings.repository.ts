import { eq } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { sheetStateSchema, type SheetState } from '#shared/kernel/session/session.contract.ts';
import { stationSettingsSchema, type StationSettings } from '#shared/kernel/settings/settings.contract.ts';
import { settings } from './settings.tables.ts';

/** Facts about this file that every module may ask for. */
export type StationFacts = { readonly databaseId: string; readonly communityId: string; readonly communityName: string; readonly demo: boolean };

export const defaultSettings: StationSettings = {
  idleLockMinutes: 10,
  passwordComplexity: true,
  passwordMaxAgeDays: 90,
  revealsPerDay: 30,
  exportRowLimit: 50_000,
  gridHouseholdsMin: 300,
  gridHouseholdsMax: 500,
  gridCodeRule: 'community12+type1+seq2',
};

type Write = { readonly id: string; readonly communityId: string; readonly now: string };

export function settingsRepository(db: Db) {
  const read = (name: string): unknown => {
    const row = db.orm.select({ value: settings.value }).from(settings).where(eq(settings.name, name)).get();
    return row ? (JSON.parse(row.value) as unknown) : undefined;
  };
  const idOf = (name: string): string | undefined => db.orm.select({ id: settings.id }).from(settings).where(eq(settings.name, name)).get()?.id;
  /** Writes one setting and answers its row's id; `write.id` is used when it is new. */
  const put = (name: string, value: unknown, write: Write): string => {
    const existing = idOf(name);
    if (existing) {
      db.sqlite.prepare('UPDATE setting SET value = ?, version = version + 1, updated_at = ? WHERE id = ?').run(JSON.stringify(value), write.now, existing);
      return existing;
    }
    db.orm.insert(settings).values({ id: write.id, communityId: write.communityId, createdAt: write.now, updatedAt: write.now, name, value: JSON.stringify(value) }).run();
    return write.id;
  };
  return {
    idOf,
    get: (): StationSettings => {
      const stored = read('rules');
      return stored === undefined ? defaultSettings : stationSettingsSchema.parse(stored);
    },
    set: (value: StationSettings, write: Write): string => put('rules', value, write),
    /** A file that says nothing of a sheet has none that was confirmed. */
    sheet: (): SheetState => sheetStateSchema.parse(read('recovery-sheet') ?? { madeAt: null, confirmedAt: null }),
    setSheet: (state: SheetState, write: Write): string => put('recovery-sheet', state, write),
    station: (): StationFacts => {
      const facts = read('station');
      if (facts === undefined) throw new Error('the station has not been set up');
      return facts as StationFacts; // written only by setStation
    },
    setStation: (facts: StationFacts, write: Write): string => put('station', facts, write),
  };
}
