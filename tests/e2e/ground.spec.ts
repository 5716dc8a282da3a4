import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import { inventedPng } from '#tests/support/pictures.ts';
import { callFrom, expectAccessible, goTo, journeyFolder, removeFolder, startDemo, type RunningDesk } from './desk.ts';

let folder: string;
let desk: RunningDesk;
let page: Page;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = journeyFolder();
  ({ desk, page } = await startDemo(folder));
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
});
test.afterAll(async () => {
  await desk.app.close().catch(() => undefined);
  removeFolder(folder);
});

const grids = async (): Promise<Grid[]> => {
  const answer = await callFrom(page, 'grid.listGrids', { status: 'active', limit: 100 });
  return answer.ok ? (answer.data as { rows: Grid[] }).rows : []; // the operation's output
};
const gridEnding = async (tail: string): Promise<Grid> => {
  const found = (await grids()).find(({ code }) => code.endsWith(tail));
  if (!found) throw new Error(`no grid ${tail}`);
  return found;
};
const title = (words: string) => expect(page.locator('main h1')).toHaveText(words);

test('a grid is split building by building, its hand-over sheet printed, and all of it taken back', async () => {
  const before = await gridEnding('03');
  await goTo(page, `/grid/grids/${before.id}`);
  await title(before.name);
  await page.getByRole('button', { name: '拆分…' }).click();
  await title(`拆分“${before.name}”`);
  await expect(page.getByRole('button', { name: '拆分网格' })).toBeDisabled();
  await page.getByRole('textbox', { name: '网格名称' }).fill('柳荫第九网格');
  await page.getByRole('textbox', { name: '原因' }).fill('楼栋调整');
  await page.getByRole('combobox', { name: /幢 归入$/ }).first().selectOption({ label: '柳荫第九网格' });
  await expectAccessible(page, 'the split page');
  await page.getByRole('button', { name: '拆分网格' }).click();
  await title(before.name);
  await expect(page.getByText(`“${before.name}”拆分为 ${before.name}、柳荫第九网格`)).toBeVisible();
  const fresh = (await grids()).find(({ name }) => name === '柳荫第九网格');
  expect(fresh?.households).toBeGreaterThan(0);
  expect((await gridEnding('03')).persons + (fresh?.persons ?? 0)).toBe(before.persons);

  await page.getByRole('button', { name: '交接单' }).first().click();
  await expect(page.getByRole('dialog')).toContainText(`网格交接单：${before.name}`);
  await expect(page.getByRole('dialog')).toContainText('移交人');
  await page.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: '原因' }).fill('分错了');
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await expect(page.getByText(/已撤回，原因：分错了/)).toBeVisible();
  const { households, persons, dwellings } = await gridEnding('03');
  expect({ households, persons, dwellings }).toEqual({ households: before.households, persons: before.persons, dwellings: before.dwellings });
});

test('a notice board becomes a PDF on which no resident stands', async () => {
  const grid = await gridEnding('02');
  await goTo(page, `/grid/grids/${grid.id}`);
  await title(grid.name);
  await page.getByRole('button', { name: /打印公示牌/ }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText(`${grid.name} 公示牌`);
  await expect(sheet).toContainText(grid.responsibleName);
  await expect(sheet).not.toContainText('老党员');
  const path = join(folder, 'board.pdf');
  const answer = await callFrom(page, 'printing.printPaper', { entity: 'grid', entityId: grid.id, rows: 1, pages: 1, size: 'A3', landscape: false, hasOwnFrame: true, title: '公示牌', reason: '', to: 'pdf', suggestedName: 'board', path });
  expect(answer).toMatchObject({ ok: true });
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: '关闭' }).click();
});

test('each warning opens what settles it; a gap of the card is filled; the screens can be read by everybody', async () => {
  await goTo(page, '/today');
  await page.getByText('1 个网格没有责任网格员').click();
  await title('网格提醒');
  await expectAccessible(page, 'the warnings');
  await page.getByRole('region', { name: '没有责任网格员的网格' }).or(page.getByLabel('没有责任网格员的网格')).getByRole('link').first().click();
  await title((await gridEnding('08')).name);
  await goTo(page, '/grid/teams');
  await title('4+6 网格队伍');
  await expectAccessible(page, 'the matrix');
  await page.getByRole('button', { name: /下派干部：缺$/ }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: '姓名' }).fill('沈秋');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: /下派干部：沈秋$/ })).toBeVisible();
  await goTo(page, '/grid/bodies');
  await expect(page.getByText('邻里互助社')).toBeVisible();
  await expectAccessible(page, 'the organisations');
});

test('the rooms of a building are walked through by keyboard, and Enter opens the dwelling', async () => {
  const answer = await callFrom(page, 'grid.listBuildings', { limit: 1 });
  const [building] = answer.ok ? (answer.data as { id: string }[]) : []; // the operation's output
  await goTo(page, `/grid/buildings/${building?.id ?? ''}`);
  const rooms = page.locator('[data-room]');
  await rooms.first().focus();
  const chosen = page.locator('[data-room][aria-selected=true]');
  await page.keyboard.press('ArrowRight');
  const beside = await page.locator('[data-room]:focus').getAttribute('data-room');
  expect(beside).not.toBe(await rooms.first().getAttribute('data-room'));
  await expect(chosen).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('[data-room]:focus').getAttribute('data-room')).not.toBe(beside);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(chosen).toHaveCount(2);
  await page.keyboard.press('Space');
  await expect(chosen).toHaveCount(1);
  await page.keyboard.press('Home');
  await expectAccessible(page, 'the rooms of a building');
  await page.locator('[data-room]:not([data-empty])').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/grid\/dwellings\//);
});

test('a scanned agreement is made smaller, kept with its organisation and looked at inside the program', async () => {
  await goTo(page, '/grid/bodies');
  await page.locator('[role=grid] [aria-rowindex="2"] [role=gridcell]:nth-child(2)').first().click();
  await page.keyboard.press('Enter');
  const pictures = page.getByRole('group', { name: '图片附件' });
  await pictures.locator('input[type=file]').setInputFiles({ name: '协议扫描.png', mimeType: 'image/png', buffer: inventedPng(2400, 1200) });
  await pictures.getByRole('button', { name: '打开图片 协议扫描.png' }).click();
  const shown = page.getByRole('dialog').getByRole('img', { name: '协议扫描.png' });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image) => [(image as HTMLImageElement).naturalWidth, (image as HTMLImageElement).naturalHeight])).toEqual([1800, 900]); // an img, by its role
  await expectAccessible(page, 'a picture');
  await page.keyboard.press('Escape');
  await pictures.locator('input[type=file]').setInputFiles({ name: '说明.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(pictures.getByRole('alert')).toContainText('不是 PNG 或 JPEG');
});
