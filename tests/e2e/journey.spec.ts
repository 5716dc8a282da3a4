import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { read, writeXlsx } from 'hucre';
import { filledForm, hasForms, organisationTree } from '#tests/support/forms.ts';
import { expectAccessible, journeyFolder, nextPage, removeFolder, startDesk, type RunningDesk } from './desk.ts';

const ADMINISTRATOR = { name: 'wangfang', displayName: '王芳', password: 'Qingbo-Men-51' };
const SUPERVISOR = { name: 'chenchen', displayName: '陈晨', password: 'Liu-Yin-Lu-77' };

test.skip(!hasForms, 'the official forms do not lie beside the project');

const goTo = (page: Page, place: string): Promise<void> => page.evaluate((to) => void (location.hash = `#${to}`), place);

/** Brings a workbook in through the file field, as a clerk does, and waits for its dry run. */
async function open(page: Page, file: string): Promise<void> {
  await goTo(page, '/system/imports');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(/system\/imports\/[0-9a-f-]{36}/, { timeout: 60_000 });
}
async function commit(page: Page, words: RegExp): Promise<void> {
  await page.getByRole('button', { name: words }).click();
  await expect(page.getByText(/前可以撤销/).first()).toBeVisible({ timeout: 240_000 });
}
async function signIn(page: Page, who: { name: string; password: string }): Promise<void> {
  await page.getByLabel('登录名').fill(who.name);
  await page.getByLabel('密码', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
/** Where the save dialog would put a file. */
const saveTo = ({ app }: RunningDesk, file: string): Promise<void> => app.evaluate(({ dialog }, filePath) => void (dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })), file);

async function setUp(desk: RunningDesk): Promise<Page> {
  const { page } = desk;
  await expect(page.getByRole('heading', { name: '建立工作站' })).toBeVisible();
  await expectAccessible(page, 'first run');
  await page.getByLabel('社区名称').fill('清波门');
  await page.getByLabel('管理员姓名').fill(ADMINISTRATOR.displayName);
  await page.getByLabel('管理员登录名').fill(ADMINISTRATOR.name);
  await page.getByLabel('密码', { exact: true }).fill(ADMINISTRATOR.password);
  await page.getByLabel('再输入一次密码').fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: '建立工作站' }).click();
  await expect(page.getByRole('heading', { name: '恢复单' })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, 'recovery sheet');
  const words = await page.locator('ol.words li').allTextContents();
  expect(words).toHaveLength(24);
  for (const label of await page.locator('fieldset label').allTextContents()) await page.getByLabel(label).fill(words[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  await page.getByRole('button', { name: '已留存，进入工作站' }).click();
  return nextPage(desk, 'desk.html');
}

/** The administrator sees no resident, so a supervisor is made, who signs in with the one-time password and changes it. */
async function supervisorTakesOver(desk: RunningDesk, page: Page): Promise<Page> {
  await goTo(page, '/system/accounts');
  await page.getByRole('button', { name: '新建账号' }).click();
  await page.getByLabel('登录名').fill(SUPERVISOR.name);
  await page.getByLabel('姓名').last().fill(SUPERVISOR.displayName);
  await page.getByRole('checkbox', { name: '主管' }).check();
  await page.getByRole('button', { name: /保存|建立/ }).last().click();
  const oneTime = (await page.locator('code').textContent()) ?? '';
  expect(oneTime).toMatch(/^\w{4}(-\w{4}){3}$/);
  await page.getByRole('dialog').getByRole('button').last().click();
  await page.getByRole('button', { name: ADMINISTRATOR.displayName, exact: true }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  const signInPage = await nextPage(desk, 'sign-in.html');
  await expectAccessible(signInPage, 'sign-in');
  await signIn(signInPage, { name: SUPERVISOR.name, password: oneTime });
  const deskPage = await nextPage(desk, 'desk.html');
  await deskPage.getByLabel(/^当前密码/).fill(oneTime);
  await deskPage.getByLabel(/^新密码/).fill(SUPERVISOR.password);
  await deskPage.getByLabel(/^再输入一次新密码/).fill(SUPERVISOR.password);
  await deskPage.getByRole('button', { name: '修改密码' }).click();
  await expect(deskPage.getByRole('heading', { name: '今天', exact: true })).toBeVisible();
  return deskPage;
}

test('a new community: set up, tree, form with bad rows, correction, search, lock, restart', async () => {
  test.setTimeout(900_000);
  const folder = journeyFolder();
  let desk = await startDesk(folder);
  try {
    let page = await setUp(desk);

    await open(page, organisationTree);
    await commit(page, /^导入 [\d,]+ 个单位/);
    await goTo(page, '/grid/organisations');
    await page.getByPlaceholder('名称、拼音或代码').fill('330102001051');
    await page.getByText('清波门社区').first().click();
    await page.getByRole('button', { name: '设为本社区' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '设为本社区' }).click();
    await expect(page.getByTitle('清波门社区', { exact: true }).first()).toBeVisible();

    page = await supervisorTakesOver(desk, page);
    await open(page, filledForm('GRIDTEAM'));
    await commit(page, /^导入 8 名网格员/);

    await open(page, filledForm('HOUSEHOLDSTAFF'));
    await expect(page.getByText('必填，不能空着').first()).toBeVisible();
    await expectAccessible(page, 'import with bad rows');
    const badRows = join(folder, '需更正.xlsx');
    await saveTo(desk, badRows);
    await commit(page, /^导入 9,870 人/);
    await page.getByRole('button', { name: /^导出 130 行有错的/ }).click();
    await expect.poll(() => existsSync(badRows)).toBe(true);

    const form = (await read(readFileSync(badRows))).sheets[0];
    const rows = form?.rows.map((row) => [...row]) ?? [];
    const missing = rows.find((row) => String(row.at(-1)).includes('姓名：必填'));
    if (missing) missing[0] = '周正直';
    writeFileSync(badRows, await writeXlsx({ sheets: [{ name: form?.name ?? '', rows }] }));
    await open(page, badRows);
    await commit(page, /^导入 1 人/);

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('zzz');
    await expect(page.getByRole('option', { name: /周正直/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '周正直' })).toBeVisible();
    await expectAccessible(page, 'person sheet');

    await page.keyboard.press('Control+l');
    const locked = await nextPage(desk, 'sign-in.html');
    await expect(locked.getByText('已锁定')).toBeVisible();
    await signIn(locked, SUPERVISOR);
    page = await nextPage(desk, 'desk.html');
    await expect(page.getByRole('heading', { name: '周正直' })).toBeVisible();

    await desk.app.close();
    desk = await startDesk(folder);
    await signIn(desk.page, { name: SUPERVISOR.name, password: 'nicht-richtig' });
    await expect(desk.page.getByText('登录名或密码不正确')).toBeVisible();
    await signIn(desk.page, SUPERVISOR);
    page = await nextPage(desk, 'desk.html');
    await goTo(page, '/grid/persons');
    await expect(page.getByText('9,871 人')).toBeVisible();
    await goTo(page, '/grid/organisations');
    await expect(page.getByText(/社区 33,881/)).toBeVisible();
  } finally {
    await desk.app.close();
    removeFolder(folder);
  }
});
