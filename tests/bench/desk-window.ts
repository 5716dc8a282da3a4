import { mkdirSync } from 'node:fs';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { Result } from '#shared/errors/app-error.ts';
import { PERSON } from './desk-folder.ts';
import { BARE, DESK, electronPath, environmentIn, switches } from './electron-program.ts';

export type Program = { readonly app: ElectronApplication; readonly page: Page };

const PATIENCE_MS = 60_000;
/** A first window on a busy machine, and a list that is counted over a million rows. */
const ROWS = '[role="grid"] [role="row"]';

async function launch(args: readonly string[], profile: string): Promise<Program> {
  mkdirSync(profile, { recursive: true });
  const app = await _electron.launch({ executablePath: electronPath(), args: [...switches, ...args], env: environmentIn(profile), timeout: PATIENCE_MS });
  const page = await app.firstWindow({ timeout: PATIENCE_MS });
  return { app, page };
}

export const openBare = (profile: string): Promise<Program> => launch([BARE], profile);

/** Calls an operation as the window does, through the bridge; a call that is not answered for ten minutes ends with the page. */
export async function callDesk<T>({ page }: Program, operation: string, input: unknown = {}): Promise<Result<T>> {
  const result = await page.evaluate(([name, value]) => (globalThis as unknown as { griddesk: Bridge }).griddesk.call(name, value, ''), [operation, input] as const); // the preload puts the bridge there
  return result as Result<T>; // the caller names the operation's output
}

/** As `callDesk`, for a call that must succeed. */
export async function doneInDesk<T>(desk: Program, operation: string, input: unknown = {}): Promise<T> {
  const result = await callDesk<T>(desk, operation, input);
  if (!result.ok) throw new Error(`${operation} was refused: ${JSON.stringify(result.error)}`);
  return result.data;
}

/** Asks for the session from the sign-in page. Leaving that page cuts the call off before its answer, which is no failure: the desk's page follows. */
async function signIn(desk: Program): Promise<void> {
  const { page } = desk;
  await page.waitForFunction(() => location.pathname.endsWith('/sign-in.html') && 'griddesk' in globalThis, null, { timeout: PATIENCE_MS });
  const answer = await callDesk(desk, 'session.signIn', PERSON).catch((error: unknown) => `the call was cut off: ${String(error)}`);
  if (typeof answer === 'object' && !answer.ok) throw new Error(`the sign-in was refused: ${JSON.stringify(answer.error)}`);
  await page.waitForURL(/desk\.html/, { timeout: PATIENCE_MS }).catch((error: unknown) => {
    throw new Error(`the desk's page did not follow the sign-in (${typeof answer === 'string' ? answer : 'it was answered'}): ${String(error)}`);
  });
}

/** Starts the built desk on a data folder and signs in. A desk that does not get that far is closed again. */
export async function openDesk(dataFolder: string, profile: string): Promise<Program> {
  const desk = await launch([DESK, '--data-dir', dataFolder], profile);
  try {
    await signIn(desk);
    return desk;
  } catch (error) {
    await close(desk);
    throw error;
  }
}

/** Ends a program; one that does not end by itself within the patience is stopped, so that no measure hangs and none disturbs the next. */
export async function close({ app }: Program): Promise<void> {
  const child = app.process();
  const limit = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(limit);
  }
}

/** Opens the list of persons and waits until its first rows hold names. */
export async function openPersons({ page }: Program): Promise<void> {
  await page.evaluate(() => void (location.hash = '#/grid/persons'));
  await page.locator(ROWS).nth(10).waitFor({ timeout: PATIENCE_MS });
  await page.waitForFunction((rows) => [...document.querySelectorAll(rows)].filter((row) => (row.textContent ?? '').trim() !== '').length > 10, ROWS, { timeout: PATIENCE_MS });
}
