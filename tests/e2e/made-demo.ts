import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the run keeps the demo that every journey begins with (demo-once.ts); its workers inherit it. */
export const MADE_DEMO = 'GRIDDESK_E2E_DEMO';

/** Gives a journey that starts the demo for the first time the one that was made for the run. The profile of the browser stays behind: it belongs to a process. */
export function copyDemo(folder: string): void {
  const made = process.env[MADE_DEMO];
  const demo = join(folder, 'data', 'demo');
  if (made !== undefined && !existsSync(demo)) cpSync(join(made, 'data', 'demo'), demo, { recursive: true, filter: (from) => !/[/\\]profile$/.test(from) });
}
