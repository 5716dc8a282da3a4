import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { read } from 'hucre';
import { expectAccessible, journeyFolder, nextPage, removeFolder, startDesk, type RunningDesk } from './desk.ts';

let folder: string;
let desk: RunningDesk;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  folder = journeyFolder();
  desk = await startDesk(folder, ['--demo']);
  page = await nextPage(desk, 'desk.html');
  await expect(page.locator('main h1')).toBeVisible();
});
test.afterAll(async () => {
  await desk.app.close();
  removeFolder(folder);
});
test.beforeEach(async () => {
  await page.keyboard.press('Escape');
  await goTo('/grid/persons');
  await expect(page.locator('[role=grid] [data-index]').first()).toBeVisible(); // the list stands where it was left
});

const goTo = async (path: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = '#/today';
    location.hash = hash;
  }, `#${path}`);
};
const row = (index: number) => page.locator(`[role=grid] [data-index="${index}"]`);
const nameAt = async (index: number): Promise<string> => (await row(index).locator('[data-column=name]').textContent()) ?? '';
const searchBox = () => page.getByPlaceholder('姓名、拼音、电话或证件尾号、');
const count = () => page.getByRole('status').filter({ hasText: /^(共|已筛出)/ });
/** Searches the list and waits until the rows are those that were searched for. */
async function search(words: string): Promise<void> {
  await searchBox().fill(words);
  await expect(row(0).locator('[data-column=name] mark')).toHaveText(words);
}
/** Where the next save dialog goes; the desk asks the system, and the system answers this. */
const saveTo = (path: string): Promise<unknown> =>
  desk.app.evaluate(({ dialog }, filePath) => {
    const asked = dialog as unknown as { lastPlace: string; showSaveDialog: unknown };
    asked.showSaveDialog = (_window: unknown, options: { defaultPath: string }) => {
      asked.lastPlace = options.defaultPath;
      return Promise.resolve({ canceled: false, filePath });
    };
  }, path);
const placeOffered = (): Promise<string> => desk.app.evaluate(({ dialog }) => (dialog as unknown as { lastPlace: string }).lastPlace);
const copied = (): Promise<string> => desk.app.evaluate(async ({ clipboard }) => clipboard.readText());

test('a named view brings back conditions, order and columns', async () => {
  await page.getByRole('button', { name: '＋ 筛选' }).click();
  await page.getByRole('menuitem', { name: '人口类别' }).click();
  await page.getByRole('checkbox', { name: '流动人口' }).or(page.getByRole('option', { name: '流动人口' })).first().click();
  await page.keyboard.press('Escape');
  await expect(count()).toContainText('已筛出');
  const shown = (await count().textContent()) ?? '';
  await page.getByRole('button', { name: '列', exact: true }).click();
  await page.getByRole('checkbox', { name: '显示“性别”' }).click();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-head=sex]')).toHaveCount(0);
  await page.getByRole('button', { name: '视图' }).click();
  await page.getByRole('menuitem', { name: '把现在的样子存为视图…' }).click();
  await page.getByLabel('视图名称').fill('流动人口核对');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '视图：流动人口核对', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '视图：流动人口核对' }).click();
  await page.getByRole('menuitem', { name: '初始样子' }).click();
  await expect(page.locator('[data-head=sex]')).toBeVisible();
  await page.getByRole('button', { name: '视图' }).click();
  await page.getByRole('menuitem', { name: '流动人口核对', exact: true }).click();
  await expect(page.locator('[data-head=sex]')).toHaveCount(0);
  await expect(count()).toHaveText(shown);
  await page.getByRole('button', { name: '视图：流动人口核对' }).click();
  await page.getByRole('menuitem', { name: '初始样子' }).click();
});

test('an empty list names the condition that hides the rows', async () => {
  await page.getByRole('button', { name: '＋ 筛选' }).click();
  await page.getByRole('menuitem', { name: '人口类别' }).click();
  await page.getByRole('checkbox', { name: '流动人口' }).or(page.getByRole('option', { name: '流动人口' })).first().click();
  await page.keyboard.press('Escape');
  await searchBox().fill('没有这个人');
  await expect(page.getByText('没有符合条件的行')).toBeVisible();
  const without = page.getByRole('button', { name: /^去掉“查找“没有这个人””，显示 [\d,]+ 行$/ });
  await expect(without).toBeVisible();
  await expect(page.getByRole('button', { name: /^去掉“人口类别/ })).toHaveCount(0);
  await without.click();
  await expect(row(0)).toBeVisible();
  await page.getByRole('button', { name: '去掉条件：人口类别' }).click();
});

test('rows are selected as in a file window, all of them only on purpose, and copied as a table', async () => {
  await row(1).click();
  await row(3).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('group', { name: '对已选的行' });
  await expect(bar).toContainText('已选 3 行');
  await page.keyboard.press('Control+c');
  const lines = (await copied()).split(/\r?\n/).map((line) => line.split('\t'));
  expect(lines).toHaveLength(4);
  expect(lines[0]?.slice(0, 2)).toEqual(['姓名', '性别']);
  expect(lines[1]?.[0]).toBe(await nameAt(1));
  await bar.getByRole('button', { name: /^选择全部 [\d,]+ 行$/ }).click();
  await expect(bar).toContainText(/已选 [\d,]{4,} 行/);
  await page.keyboard.press('Escape');
  await row(2).click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+c');
  await expect.poll(copied).toBe(await nameAt(2));
});

test('a search is marked in the rows and offered again', async () => {
  await searchBox().fill('wang');
  await expect(row(0).locator('[data-column=name] mark')).toBeVisible();
  await searchBox().press('ArrowDown');
  await expect(row(0)).toBeFocused();
  await page.keyboard.press('Control+f');
  await page.getByRole('button', { name: '清空查找内容' }).click();
  await searchBox().click();
  await expect(page.getByRole('option', { name: 'wang' })).toBeVisible();
  await page.getByRole('option', { name: 'wang' }).click();
  await expect(searchBox()).toHaveValue('wang');
  await page.getByRole('button', { name: '清空查找内容' }).click();
});

test('coming back from a sheet keeps the place; the sheet goes on to the next row', async () => {
  await page.locator('[role=grid]').hover();
  await page.mouse.wheel(0, 12_000);
  await expect(row(380)).toBeVisible();
  await row(380).click();
  await row(381).click({ modifiers: ['Control'] });
  const [here, next] = [await nameAt(380), await nameAt(381)];
  await row(380).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: here })).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('heading', { level: 1, name: next })).toBeVisible();
  await expect(page.getByText('第 382 / ')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(row(381)).toBeVisible();
  await expect(page.getByRole('group', { name: '对已选的行' })).toContainText('已选 1 行');
  await page.keyboard.press('Escape');
});

test('an export has the rows and columns of the screen, a telling name, a way on when it cannot be written, and its place remembered', async () => {
  await search('王');
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: /^选择位置并导出/ })).toBeDisabled();
  await dialog.getByLabel('导出原因').fill('入户核对');
  await saveTo(join(folder, 'gone', '名单.xlsx'));
  await dialog.getByRole('button', { name: /^选择位置并导出/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('无法写入“名单.xlsx”');
  expect(await placeOffered()).toMatch(/柳荫社区_居民名单_\d{8}\.xlsx$/);
  const place = join(folder, '上报');
  mkdirSync(place);
  await saveTo(join(place, '名单.xlsx'));
  await dialog.getByRole('button', { name: '换个名称或位置，再试一次' }).click();
  await expect(dialog.getByRole('button', { name: '打开所在文件夹' })).toBeVisible();
  await expectAccessible(page, 'export done');
  const rows = (await read(readFileSync(join(place, '名单.xlsx')))).sheets[0]?.rows ?? [];
  expect(rows[0]?.slice(0, 3)).toEqual(['姓名', '性别', '出生日期']);
  expect(rows[1]?.[0]).toBe(await nameAt(0));
  expect(rows[1]?.[2]).toBeInstanceOf(Date);
  await dialog.getByRole('button', { name: '关闭' }).last().click();

  await page.getByRole('button', { name: '导出', exact: true }).click();
  await dialog.getByLabel('导出原因').fill('再核对');
  chmodSync(place, 0o755);
  await dialog.getByRole('button', { name: /^选择位置并导出/ }).click();
  await expect(dialog.getByRole('button', { name: '打开所在文件夹' })).toBeVisible();
  expect(await placeOffered()).toContain('上报');
  expect(readdirSync(place)).toEqual(['名单.xlsx']);
  await dialog.getByRole('button', { name: '关闭' }).last().click();
  await page.getByRole('button', { name: '清空查找内容' }).click();
});

/** Pages of a PDF and their size in points. */
function pdfPages(file: string): { pages: number; boxes: string[] } {
  const text = readFileSync(file, 'latin1');
  return { pages: (text.match(/\/Type\s*\/Page[^s]/g) ?? []).length, boxes: [...new Set((text.match(/\/MediaBox\s*\[[^\]]+\]/g) ?? []).map((box) => box.replaceAll(/[^\d. ]/g, '').trim().split(/\s+/).map((side) => Math.round(Number(side))).join(' ')))] };
}

test('the preview of a list is what becomes paper', async () => {
  await search('白');
  await page.keyboard.press('Control+p');
  const preview = page.getByRole('dialog', { name: '打印' });
  const sheets = preview.locator('article');
  await expect(sheets.first()).toBeVisible();
  await expect(preview.getByRole('button', { name: '存为 PDF…' })).toBeDisabled();
  await preview.getByLabel('打印原因').fill('入户核对');
  await expectAccessible(page, 'print preview');
  const pages = await sheets.count();
  expect(pages).toBeGreaterThan(1);
  for (let at = 0; at < pages; at += 1) {
    await expect(sheets.nth(at)).toContainText('居民名单');
    await expect(sheets.nth(at)).toContainText('证件号码');
    await expect(sheets.nth(at)).toContainText(`第 ${at + 1} 页 / 共 ${pages} 页`);
    await expect(sheets.nth(at)).toContainText('演示数据：人员均为虚构');
  }
  const file = join(folder, 'list.pdf');
  await saveTo(file);
  await preview.getByRole('button', { name: '存为 PDF…' }).click();
  await expect(preview.getByText('PDF 已写入文件')).toBeVisible();
  expect(pdfPages(file)).toEqual({ pages, boxes: ['0 0 843 596'] });
  await preview.getByText('A3', { exact: true }).click();
  await preview.getByText('纵向', { exact: true }).click();
  await expect(sheets.first()).toHaveAttribute('data-paper-form', 'A3');
  const larger = await sheets.count();
  expect(larger).toBeLessThanOrEqual(pages);
  await preview.getByRole('button', { name: '存为 PDF…' }).click();
  await expect.poll(() => pdfPages(file)).toEqual({ pages: larger, boxes: ['0 0 843 1191'] });
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
  await page.getByRole('button', { name: '清空查找内容' }).click();
});

test('a person is printed masked; a revealed number leaves the clipboard by itself', async () => {
  await search('王');
  await row(0).dblclick();
  const reveal = page.getByRole('button', { name: /^查看.*证件号码/ });
  await reveal.click();
  await page.getByRole('textbox', { name: '原因' }).fill('电话核对');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '复制（20 秒后清除）' }).click();
  await expect.poll(copied).toMatch(/^\d{17}[\dX]$/);
  const number = await copied();
  await page.keyboard.press('Control+p');
  const preview = page.getByRole('dialog', { name: '打印' });
  await expect(preview.locator('article')).toContainText('居民登记表');
  await expect(preview.locator('article').first()).toContainText('***********');
  expect(await preview.textContent()).not.toContain(number);
  await page.keyboard.press('Escape');
  await expect.poll(copied, { timeout: 40_000 }).toBe('');
});

test('an empty form, a backup, a drill and the diagnostics, each with what it says about itself', async () => {
  await goTo('/system/imports');
  const form = join(folder, '户籍.xlsx');
  await saveTo(form);
  await page.getByRole('region', { name: '空白表格' }).getByRole('button', { name: '户籍人口' }).click();
  await expect(page.getByText('空白表格已写入文件')).toBeVisible();
  expect((await read(readFileSync(form))).sheets[1]?.rows[1]?.[0]).toBe('registered-persons');
  await goTo('/system/backup');
  await expect(page.getByText('还没有做过恢复演练')).toBeVisible();
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByText('备份有效')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '恢复演练' }).click();
  await expect(page.getByText('备份能恢复')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'backup');
  await goTo('/help');
  await page.getByLabel('查找词语').fill('人户');
  await expect(page.getByText('人户一致', { exact: true })).toBeVisible();
  const bundle = join(folder, '诊断.txt');
  await saveTo(bundle);
  await page.getByRole('button', { name: '导出诊断包…' }).click();
  await expect.poll(() => existsSync(bundle)).toBe(true);
  expect(readFileSync(bundle, 'utf8')).not.toMatch(/\p{Script=Han}/u);
  await expectAccessible(page, 'help');
});

test('F1 opens the help of the screen; high contrast and no motion leave everything told by lines and words', async () => {
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog').getByRole('heading', { name: '居民', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await search('王');
  await expect(row(1)).toBeVisible();
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await row(1).click({ modifiers: ['Control'] });
  await expect(row(1)).toHaveCSS('outline-style', 'solid');
  await expect(page.locator('[aria-current=page]').first()).toHaveCSS('outline-style', 'solid');
  await expect(page.getByRole('button', { name: '导出', exact: true })).toHaveCSS('transition-duration', '0s');
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  await page.keyboard.press('Escape');
});
