import { expect, test, type Page } from '@playwright/test';
import { journeyFolder, nextPage, removeFolder, startDesk, type RunningDesk } from './desk.ts';

/** One demo desk for all tests of a file; each begins on the list of residents. */
export let folder: string;
export let desk: RunningDesk;
export let page: Page;

export async function openDemo(): Promise<void> {
  desk = await startDesk(folder, ['--demo']);
  page = await nextPage(desk, 'desk.html');
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
}

/** Ends without being asked anything, as a power cut does. */
export async function cutPower(): Promise<void> {
  const { pid } = desk.app.process();
  const ended = desk.app.waitForEvent('close');
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  await ended;
}

export const goTo = (place: string): Promise<void> => page.evaluate((to) => void (location.hash = `#${to}`), place);

export async function residents(): Promise<void> {
  await goTo('/today');
  await expect(page.locator('main h1')).toHaveText('今天');
  await goTo('/grid/persons');
  await expect(page.locator('[data-index="0"] [data-column]').first()).toBeVisible();
}

export const drawer = () => page.getByRole('dialog', { name: /新建居民|修改/ }).first();
/** A required field carries a star behind its name. */
export const field = (name: string) => page.getByRole('dialog').first().locator('input:not([type=hidden]), textarea').and(page.getByLabel(new RegExp(`^${name}( \\*)?$`)));

export async function newPerson(name: string): Promise<void> {
  await page.keyboard.press('Control+n');
  await expect(field('姓名')).toBeFocused();
  await page.keyboard.type(name);
}

/** The hooks of a file whose tests share one demo desk. */
export function shareDemo(): void {
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    folder = journeyFolder();
    await openDemo();
  });
  test.afterAll(async () => {
    await cutPower().catch(() => undefined);
    removeFolder(folder);
  });
  test.beforeEach(residents);
}
