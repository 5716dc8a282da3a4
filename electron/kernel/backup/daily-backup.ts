import { localDay } from '#electron/database/unit-of-work.ts';
import type { BackupDeps, BackupStation } from './backup-station.ts';
import { recordRestored } from './restore.ts';

/** Often enough that a short session is backed up too; a look costs the reading of a few small files. */
const EVERY_MS = 5 * 60_000;

/**
 * While somebody is signed in: one backup a day, by the station's own date, tried again at the next look when it failed. A clock that
 * was turned makes at most one more. `check` is one look; it never throws, because a failure is part of the backups' status.
 */
export function startDailyBackup({ dataFolder, keeper, now = () => new Date() }: BackupDeps, station: BackupStation, everyMs = EVERY_MS) {
  const hasToday = (): boolean => station.list().some((backup) => backup.kind === 'daily' && backup.verified && localDay(new Date(backup.createdAt)) === localDay(now()));
  const check = async (): Promise<void> => {
    if (!keeper.actor()) return;
    try {
      await recordRestored(dataFolder, station);
      if (station.status().running || hasToday()) return;
      const { name, sizeBytes } = await station.make('daily');
      await station.record('backup.created', name, { kind: 'daily', sizeBytes });
    } catch {
      // kept as `lastFailure`; the session may also have ended meanwhile
    }
  };
  const timer = setInterval(() => void check(), everyMs);
  timer.unref();
  return { check, stop: () => clearInterval(timer) };
}
