import './own-screen.ts';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Bridge } from '#shared/contract/bridge.ts';
import type { Result } from '#shared/errors/app-error.ts';
import { copyDemo } from './made-demo.ts';

export type RunningDesk = { readonly app: ElectronApplication; readonly page: Page };

/** A folder for one journey; data, browser profile and lock lie in it, nothing of the developer's own desk is touched. */
export const journeyFolder = (): string => mkdtempSync(join(tmpdir(), 'griddesk-e2e-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** What is started, with which words: the built desk on real Electron, without the keyring of whoever tests. */
export const programOf = (folder: string, args: readonly string[]) => ({
  executablePath: process.env['ELECTRON_EXEC_PATH'] ?? (createRequire(import.meta.url)('electron') as string), // outside Electron the package gives the path of its program
  args: [resolve('.'), ...(process.env['GRIDDESK_NO_SANDBOX'] ? ['--no-sandbox'] : []), '--password-store=basic', ...args, '--data-dir', join(folder, 'data')],
  // A locale every machine has, so that file names in Chinese can be read; the language is asked for apart.
  env: { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: 'zh_CN' } as Record<string, string>, // an undefined value is left out by the launcher
});

/** Starts the desk and waits for its first page. A demo that the journey has not yet is not made again, but copied. */
export async function startDesk(folder: string, args: readonly string[] = []): Promise<RunningDesk> {
  if (args.includes('--demo')) copyDemo(folder);
  const app = await _electron.launch(programOf(folder, args));
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return { app, page };
}

/** The page after main replaced the window's process: at sign-in, at lock and at sign-out. */
export async function nextPage({ app, page }: RunningDesk, path: 'desk.html' | 'sign-in.html'): Promise<Page> {
  await expect.poll(() => app.windows()[0]?.url() ?? page.url(), { timeout: 60_000 }).toContain(path);
  const current = app.windows()[0] ?? page;
  await current.waitForLoadState('domcontentloaded');
  return current;
}

export const goTo = (page: Page, place: string): Promise<void> => page.evaluate((to) => void (location.hash = `#${to}`), place);

/** A call as the page itself makes it; the answer is the wire's, refusals included. */
export const callFrom = (page: Page, operation: unknown, input?: unknown): Promise<Result<unknown>> =>
  page.evaluate(([name, sent]) => (window as unknown as { griddesk: Bridge }).griddesk.call(name as string, sent), [operation, input] as const); // the preload put it there; a forger's name may be anything

/** The demo community, signed in. */
export async function startDemo(folder: string): Promise<{ readonly desk: RunningDesk; readonly page: Page }> {
  const desk = await startDesk(folder, ['--demo']);
  return { desk, page: await nextPage(desk, 'desk.html') };
}

/** Waits until nothing on screen moves or fades any more, but for what turns without an end. */
export const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() => Promise.all(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity).map((animation) => animation.finished.catch(() => undefined))).then(() => undefined));

/** The serious and critical findings of axe on what stands on screen; what fades in would be judged half way. */
export async function graveFindings(page: Page): Promise<readonly string[]> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const grave = violations.filter((violation) => violation.impact === 'serious' || violation.impact === 'critical');
  return grave.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${[...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ').slice(0, 160)}`).join(' | ')}`);
}
export const expectAccessible = async (page: Page, what: string): Promise<void> => expect(await graveFindings(page), what).toEqual([]);
