import { readFileSync } from 'node:fs';
import { importForm, openImportStation } from './import-station.ts';

/** Largest resident size of this process in MiB. The kernel's own figure belongs to the program; `maxRSS` would count the parent's size at the fork too. */
function peakMiB(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

const form = process.argv[2] ?? '';
const station = await openImportStation();
await importForm(station, form);
station.close();
console.log(peakMiB());
