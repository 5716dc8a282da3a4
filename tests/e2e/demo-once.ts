import { _electron } from '@playwright/test';
import { lacksDisplay } from '#resources/tools/checkout.mjs';
import { journeyFolder, programOf, removeFolder } from './desk.ts';
import { MADE_DEMO } from './made-demo.ts';
import { openScreen } from './own-screen.ts';

/** The limit ends what hangs. */
const MADE_MS = 240_000;

/** Makes the demo once for the whole run, as a person does at the first start, and leaves it closed. */
export default async function setup(): Promise<() => void> {
  const folder = journeyFolder();
  const program = programOf(folder, ['--demo']);
  const app = await _electron.launch(lacksDisplay ? { ...program, env: { ...program.env, DISPLAY: await openScreen() } } : program);
  const page = await app.firstWindow();
  await page.waitForURL(/desk\.html/, { timeout: MADE_MS });
  await app.close();
  process.env[MADE_DEMO] = folder;
  return () => removeFolder(folder);
}
