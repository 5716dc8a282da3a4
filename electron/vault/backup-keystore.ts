import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseKeystore } from './keystore-file.ts';

/** A backup's folder ends with its time (backup-folder.ts), so its name tells which is newest whatever the log's numbers are. */
const timeOf = (name: string): string => name.split('-').at(-1) ?? '';

/** The text of the newest whole key store among the backups, or null. It opens nothing by itself: it needs a password of that time. */
export function newestKeystoreText(dataFolder: string): string | null {
  const folder = join(dataFolder, 'backups');
  const names = readdirSync(folder).sort((a, b) => timeOf(b).localeCompare(timeOf(a)));
  for (const name of names) {
    try {
      const text = readFileSync(join(folder, name, 'keystore.json'), 'utf8');
      if (parseKeystore(text)) return text;
    } catch {
      // no backup, or one that lost its key store: an older one may have it
    }
  }
  return null;
}
