import { _electron } from '@playwright/test';
import { journeyFolder, programOf, removeFolder } from './desk.ts';
import { MADE_DEMO } from './made-demo.ts';

/** The limit ends what hangs. */
const MADE_MS = 240_000;

/** Makes the demo once for the whole run, as a person does at the first start, and leaves it closed. */
export default async function setup(): Promise<() => void> {
  const folder = journeyFolder();
  const app = await _electron.launch(programOf(folder, ['--demo']));
  const page = await app.firstWindow();
  await page.waitForURL(/desk\.html/, { timeout: MADE_MS });
  await app.close();
  process.env[MADE_DEMO] = folder;
  return () => removeFolder(folder);
}
