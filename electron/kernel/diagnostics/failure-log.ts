import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { impersonal } from '#shared/kernel/diagnostics/impersonal.rules.ts';

/** Two files of this size at most: enough for weeks of failures, nothing to a disk. */
const LIMIT_BYTES = 512 * 1024;

export type FailureLog = { readonly add: (line: string) => void; readonly text: () => string };

/** The program's own failures beside the data, without anybody's data in them. A log that cannot be written never stops the work. */
export function failureLog(dataFolder: string, now: () => Date = () => new Date()): FailureLog {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, 'failures.log');
  const older = join(folder, 'failures.old.log');
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return ''; // nothing has failed yet
    }
  };
  return {
    add: (line) => {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT_BYTES) renameSync(file, older);
        appendFileSync(file, `${now().toISOString()} ${impersonal(line, homedir())}\n`, { mode: 0o600 });
      } catch {
        // a full or locked disk is told where the person's own work meets it
      }
    },
    text: () => read(older) + read(file),
  };
}
