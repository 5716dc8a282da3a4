import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, journeyFolder, nextPage, removeFolder, startDesk, type RunningDesk } from './desk.ts';

const PERSON = { name: 'wangfang', displayName: '王芳', password: 'Qingbo-Men-51' };
const PAGE_BYTES = 4096;

let folder: string;
let desk: RunningDesk | null = null;
test.beforeEach(() => void (folder = journeyFolder()));
test.afterEach(async () => {
  await desk?.app.close();
  desk = null;
  removeFolder(folder);
});

const started = async (): Promise<RunningDesk> => {
  await desk?.app.close();
  return (desk = await startDesk(folder));
};

async function typeWordsBack(page: Page): Promise<void> {
  const words = await page.locator('ol.words li').allTextContents();
  for (const label of await page.locator('fieldset label').allTextContents()) await page.getByLabel(label).fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  await page.getByRole('button', { name: '已留存，进入工作站' }).click();
}

async function firstRun({ page }: RunningDesk): Promise<void> {
  await page.getByLabel('社区名称').fill('清波门');
  await page.getByLabel('管理员姓名').fill(PERSON.displayName);
  await page.getByLabel('管理员登录名').fill(PERSON.name);
  await page.getByLabel('密码', { exact: true }).fill(PERSON.password);
  await page.getByLabel('再输入一次密码').fill(PERSON.password);
  await page.getByRole('button', { name: '建立工作站' }).click();
  await expect(page.getByRole('heading', { name: '恢复单' })).toBeVisible({ timeout: 60_000 });
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('登录名').fill(PERSON.name);
  await page.getByLabel('密码', { exact: true }).fill(PERSON.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

test('a recovery sheet outlives its page, is asked for after a crash, and a new one can be made', async () => {
  const first = await started();
  await firstRun(first);
  const words = await first.page.locator('ol.words li').allTextContents();
  await first.page.reload();
  await expect(first.page.locator('ol.words li')).toHaveText(words);
  await first.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const isBack = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
    contents?.forcefullyCrashRenderer();
    return isBack;
  });
  await expect.poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("document.querySelectorAll('ol.words li').length") as Promise<number>), { timeout: 30_000 }).toBe(24);

  const second = await started();
  await signIn(second.page);
  const page = await nextPage(second, 'desk.html');
  await expect(page.getByText('恢复单还没有确认留存', { exact: false }).first()).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => void (location.hash = '#/system/backup'));
  await page.getByRole('button', { name: '生成新的恢复单' }).click();
  await page.getByLabel('本人的密码').fill(PERSON.password);
  await page.getByRole('button', { name: '生成', exact: true }).click();
  await expect(page.locator('ol.words li')).toHaveCount(24, { timeout: 60_000 });
  await expectAccessible(page, 'a new recovery sheet');
  await typeWordsBack(page);
  const back = await nextPage(second, 'desk.html');
  await back.evaluate(() => void (location.hash = '#/today'));
  await expect(back.getByRole('heading', { name: '今天', level: 1 })).toBeVisible({ timeout: 30_000 });
  await expect(back.getByText('恢复单还没有确认留存', { exact: false })).toHaveCount(0);
});

test('a damaged file and a damaged key store are told in words, and the backup takes their place', async () => {
  const first = await started();
  await firstRun(first);
  await typeWordsBack(first.page);
  const page = await nextPage(first, 'desk.html');
  await page.evaluate(() => void (location.hash = '#/system/backup'));
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByText('完好').first()).toBeVisible({ timeout: 60_000 });
  await first.app.close();

  const file = join(folder, 'data', 'app.db');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xaa, PAGE_BYTES + 200, PAGE_BYTES + 400));
  const second = await started();
  await signIn(second.page);
  await expect(second.page.getByText('资料文件有一部分损坏', { exact: false })).toBeVisible({ timeout: 60_000 });
  await second.page.getByRole('button', { name: '从备份恢复' }).click();
  await expect(second.page.getByText('的备份恢复，约缺少之后的', { exact: false })).toBeVisible({ timeout: 60_000 });
  await expectAccessible(second.page, 'the offer of a backup');
  await second.page.getByRole('button', { name: '恢复这份备份' }).click();
  await expect(second.page.getByText('已恢复备份', { exact: false })).toBeVisible({ timeout: 60_000 });
  await second.app.close();

  for (const name of ['keystore.json', 'keystore.json.bak']) writeFileSync(join(folder, 'data', name), 'x');
  const third = await started();
  await third.page.getByRole('button', { name: '改用最近一份备份里的密钥文件' }).click();
  await expect(third.page.getByText('已改用备份里的密钥文件', { exact: false })).toBeVisible();
  await signIn(third.page);
  await nextPage(third, 'desk.html');
});
