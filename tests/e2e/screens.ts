import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { writeXlsx } from 'hucre';
import { screenGroups } from '#renderer/app/screen-groups.ts';
import en from '#resources/locales/en.ts';
import zhCN from '#resources/locales/zh-CN.ts';
import { atRest, callFrom, goTo, graveFindings, journeyFolder, removeFolder, startDemo, type RunningDesk } from './desk.ts';

const wordsIn: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'zh-CN': zhCN, en };
type Look = { readonly locale: 'zh-CN' | 'en'; readonly colorScheme: 'light' | 'dark'; readonly width: number; readonly height: number; readonly layers: 'odd' | 'even' };

const screens = screenGroups.flatMap((group) => group.screens);
const folder = journeyFolder();
const complaints: string[] = [];
let desk: RunningDesk;
let page: Page;
let words = wordsIn['zh-CN'] ?? {};
const say = (id: string): string => words[id] ?? id;

/** The screen of one import needs an import. */
async function importWithABadRow(): Promise<void> {
  const path = join(folder, '网格员.xlsx');
  const rows = [['姓名', '身份证号码', '所属网格', '联系电话', '专兼职情况'], ['王芳', '11010519491231002X', '第一网格', '13800138000', '专职'], ['', '110105194912310021', '第一网格', '12', '专职']];
  writeFileSync(path, await writeXlsx({ sheets: [{ name: '网格员', rows }] }));
  expect(await callFrom(page, 'imports.openWorkbook', { path })).toMatchObject({ ok: true, data: { counts: { new: 1, bad: 1 } } });
}

async function wear({ locale, colorScheme, width, height }: Look): Promise<void> {
  await desk.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), { width, height });
  await goTo(page, '/today');
  await callFrom(page, 'settings.updatePreferences', { locale, colorScheme });
  await page.reload();
  words = wordsIn[locale] ?? {};
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
  await expect(page.locator('main h1')).toHaveText(say('today.title'));
  expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** A screen is opened by its address, that of one record as people open it: from the first row of its list. */
async function open(path: string): Promise<void> {
  const [list = '', parameter] = path.split('/$');
  await goTo(page, list);
  await expect(page.locator('main h1')).toHaveText(titleOf(list));
  if (parameter === undefined) return;
  await firstRow().click();
  if (!page.url().includes(`#${list}/`)) await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.hash.startsWith(`#${list}/`));
  // named after its record once it was read
  const named = page.locator('main h1').filter({ hasNotText: new RegExp(`^(${[list, path].map(titleOf).join('|')})$`) });
  await expect(named).toBeVisible();
  const [, deeper] = parameter.split('/');
  if (deeper === undefined) return;
  const sheet = await named.textContent();
  if (path.split('/$').length > 2) {
    await page.locator(`main a[href*="/${deeper}/"]`).first().click();
    await expect(named).not.toHaveText(sheet ?? '');
    return;
  }
  await goTo(page, `${new URL(page.url()).hash.slice(1).split('?')[0] ?? ''}/${deeper}`);
  await expect(named).not.toHaveText(sheet ?? '');
}
const titleOf = (path: string): string => say(screens.find((screen) => screen.path === path)?.title ?? '');
const firstRow = () => page.locator('main').locator('[role=grid] [aria-rowindex="2"] [role=gridcell]:nth-child(2), table tbody a').first();

/** Nothing is being read, nothing moves. */
async function isRead(): Promise<void> {
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.locator('[aria-busy=true], .mantine-Skeleton-root')).toHaveCount(0);
  await atRest(page);
}

/** Controls that stick out of the window sideways, unless they lie in something that scrolls by itself, like the columns of a list. */
const outside = (): Promise<readonly string[]> =>
  page.evaluate(() => {
    const scrolls = (element: Element): boolean => element.scrollWidth > element.clientWidth && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    const isFree = (element: Element): boolean => {
      for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) if (scrolls(above) && !above.matches('main')) return false;
      return true;
    };
    const out = [...document.querySelectorAll('button, a, input, [role=dialog]')].filter((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && (left < -1 || right > innerWidth + 1) && element.checkVisibility() && isFree(element);
    });
    const wide = ['html', 'body', 'main'].filter((name) => [...document.querySelectorAll(name)].some((element) => element.scrollWidth > element.clientWidth));
    return [...wide, ...out.map((element) => element.outerHTML.slice(0, 160))];
  });

async function expectSound(what: string): Promise<void> {
  await isRead();
  expect.soft(await outside(), `${what}: wider than the window`).toEqual([]);
  expect.soft(await graveFindings(page), `${what}: axe`).toEqual([]);
  expect.soft(complaints.splice(0), `${what}: console`).toEqual([]);
}

type Layer = { readonly name: string; readonly at: string; readonly open: () => Promise<void> };
const press = (...keys: string[]) => async (): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** Keys that a list hears on its first row. */
const onFirstRow = (...keys: string[]) => async (): Promise<void> => {
  await firstRow().click();
  await press(...keys)();
};
const clickOn = (...ids: string[]) => async (): Promise<void> => {
  for (const id of ids) await page.getByRole('button', { name: say(id), exact: true }).or(page.getByRole('tab', { name: say(id), exact: true })).first().click();
};
const menuItem = (at: number): Promise<void> => page.getByRole('menuitem').nth(at).click();

/** What opens over a screen; each is looked at in one of the two looks. */
const LAYERS: readonly Layer[] = [
  ...['/grid/persons', '/grid/households', '/grid/dwellings', '/grid/grids', '/grid/bodies', '/staff/grid-members', '/system/accounts'].map((at) => ({ name: `new, ${at}`, at, open: press('Control+n') })),
  ...['/grid/persons/$id', '/grid/households/$id', '/grid/dwellings/$id', '/grid/grids/$id', '/grid/bodies/$id'].map((at) => ({ name: `edit, ${at}`, at, open: clickOn('common.edit') })),
  ...['/grid/grids', '/staff/grid-members'].map((at) => ({ name: `edit, ${at}`, at, open: onFirstRow('F2') })),
  {
    name: 'edit an account',
    at: '/system/accounts',
    open: async () => {
      await page.locator('main tbody tr').first().getByRole('button').click();
      await menuItem(0);
    },
  },
  {
    name: 'a new value of a code table',
    at: '/system/code-tables',
    open: async () => {
      await page.locator('main nav button:has(.tabler-icon-pencil)').first().click();
      await expect(page.getByRole('button', { name: say('code-tables.new') })).toBeVisible();
      await page.keyboard.press('Control+n');
    },
  },
  { name: 'merge', at: '/grid/grids/$id', open: clickOn('grid-life.merge-ask') },
  { name: 'a place of a card', at: '/grid/teams', open: async () => page.locator('main td button').first().click() },
  { name: 'roles', at: '/system/accounts', open: clickOn('accounts.matrix') },
  { name: 'remove a person', at: '/grid/persons/$id', open: clickOn('register.remove-ask') },
  { name: 'a look at a person', at: '/grid/persons', open: onFirstRow('Space') },
  { name: 'the menu of a row', at: '/grid/persons', open: onFirstRow('Shift+F10') },
  { name: 'filters', at: '/grid/persons', open: clickOn('ledger.add-filter') },
  {
    name: 'one filter',
    at: '/grid/persons',
    open: async () => {
      await clickOn('ledger.add-filter')();
      await menuItem(0);
    },
  },
  { name: 'columns', at: '/grid/persons', open: clickOn('ledger.columns') },
  { name: 'views', at: '/grid/persons', open: clickOn('ledger.views') },
  { name: 'export', at: '/grid/persons', open: clickOn('ledger.export') },
  { name: 'a day', at: '/system/calendar', open: () => page.locator('main button[data-day]').first().click() },
  {
    name: 'palette',
    at: '/today',
    open: async () => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('王');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  { name: 'own menu', at: '/today', open: () => page.getByRole('button', { name: '演示站长' }).click() },
  { name: 'help', at: '/grid/persons', open: press('F1') },
  { name: 'keyboard sheet', at: '/grid/persons', open: press('Control+/') },
];
const overScreen = () => page.locator('[role=dialog], [role=menu], [role=tabpanel], aside').filter({ visible: true });

/** The tests of one look: every screen, and every other of what opens over one. A window of its own, so that both looks are walked beside each other. */
export function walkScreens(look: Look): void {
  test.beforeAll(async () => {
    ({ desk, page } = await startDemo(folder));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await importWithABadRow();
  });
  test.afterAll(async () => {
    await desk?.app.close();
    removeFolder(folder);
  });
  const seen = `in ${look.locale}, ${look.colorScheme}, ${look.width}×${look.height}`;
  test(`every screen ${seen}`, async () => {
    test.setTimeout(900_000); // a hundred screens on a machine that has other work
    await wear(look);
    for (const { path } of screens) {
      await test.step(path, async () => {
        await open(path);
        await expectSound(path);
      });
    }
  });
  test(`what opens over a screen ${seen}`, async () => {
    await wear(look);
    for (const layer of LAYERS.filter((_, at) => at % 2 === (look.layers === 'even' ? 0 : 1))) {
      await test.step(layer.name, async () => {
        await page.keyboard.press('Escape');
        await goTo(page, '/today');
        await open(layer.at);
        await layer.open();
        await expect.soft(overScreen().first(), layer.name).toBeVisible({ timeout: 5000 });
        await expectSound(layer.name);
      });
    }
  });
}
