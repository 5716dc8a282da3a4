import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { expectAccessible, journeyFolder, nextPage, removeFolder, startDesk, type RunningDesk } from './desk.ts';

/** One demo desk for all; each test leaves it on the list of residents. */
let folder: string;
let desk: RunningDesk;
let page: Page;

async function openDemo(): Promise<void> {
  desk = await startDesk(folder, ['--demo']);
  page = await nextPage(desk, 'desk.html');
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
}
/** Ends without being asked anything, as a power cut does. */
async function cutPower({ app }: RunningDesk): Promise<void> {
  const { pid } = app.process();
  const ended = app.waitForEvent('close');
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  await ended;
}
const goTo = (place: string): Promise<void> => page.evaluate((to) => void (location.hash = `#${to}`), place);
async function residents(): Promise<void> {
  await goTo('/today');
  await expect(page.locator('main h1')).toHaveText('今天');
  await goTo('/grid/persons');
  await expect(page.locator('[data-index="0"] [data-column]').first()).toBeVisible();
}
const drawer = () => page.getByRole('dialog', { name: /登记居民|新增|修改|居民/ }).first();
/** A required field carries a star behind its name. */
const field = (name: string) => page.getByRole('dialog').first().locator('input:not([type=hidden]), textarea').and(page.getByLabel(new RegExp(`^${name}( \\*)?$`)));
async function newPerson(name: string): Promise<void> {
  await page.keyboard.press('Control+n');
  await expect(field('姓名')).toBeFocused();
  await page.keyboard.type(name);
}
const isOpen = (): boolean => desk.app.windows().length > 0;
/** Text pasted as from another program; the demo's own clipboard is not touched. */
const paste = (text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = journeyFolder();
  await openDemo();
});
test.afterAll(async () => {
  await cutPower(desk).catch(() => undefined);
  removeFolder(folder);
});
test.beforeEach(residents);

test('a wrong form says what is wrong, and the keyboard stands on the first wrong field', async () => {
  await page.keyboard.press('Control+n');
  await expect(field('姓名')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(field('姓名')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: '需要改好才能保存' })).toBeVisible();
  await expect(field('姓名')).toBeFocused();
  await expectAccessible(page, 'a refused form');
  await page.keyboard.press('Escape');
  await expect(drawer()).toBeHidden();
});

test('what is copied with spaces and full-width figures is pasted as meant, and fills birth, sex and native place', async () => {
  await newPerson('测试甲');
  await field('证件号码').focus();
  await paste(' １１０１０１ 19000307\n751\u200b1 ');
  await expect(field('证件号码')).toHaveValue('110101190003077511');
  await expect(field('出生日期')).toHaveValue('1900-03-07');
  await expect(field('性别')).toHaveValue('男');
  await expect(field('籍贯')).toHaveValue(/^北京市/);
  await field('联系电话').focus();
  await paste('１３８-1234－5678');
  await expect(field('联系电话')).toHaveValue('13812345678');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '不保存' }).click();
  await expect(drawer()).toBeHidden();
});

test('Ctrl+Enter saves and begins the next, Ctrl+Z takes back, Ctrl+Y gives again', async () => {
  await newPerson('测试乙');
  await field('现住址').fill('劳动路 12 号');
  await page.keyboard.press('Control+Enter');
  await expect(field('姓名')).toHaveValue('');
  await expect(field('姓名')).toBeFocused();
  await expect(field('现住址')).toHaveValue('劳动路 12 号');
  await expect(page.getByText('登记居民：测试乙')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer()).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销 登记居民：测试乙')).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(page.getByText('已重做 登记居民：测试乙')).toBeVisible();
  await page.getByRole('button', { name: /^撤销/ }).click();
  await expect(page.getByText('已撤销 登记居民：测试乙')).toBeVisible();
});

test('Enter goes to the next field when that was chosen, and an input method keeps its own Enter and Esc', async () => {
  await page.evaluate(() => window.griddesk.call('settings.updatePreferences', { enterMoves: true }));
  await page.reload();
  await residents();
  await newPerson('测试丙');
  await page.keyboard.press('Enter');
  await expect(field('姓名读音')).toBeFocused();
  await field('姓名').focus();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.imeSetComposition', { text: 'wang', selectionStart: 4, selectionEnd: 4 });
  for (const key of ['Enter', 'Escape']) await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 });
  await expect(field('姓名')).toBeFocused();
  await expect(drawer()).toBeVisible();
  await devtools.send('Input.insertText', { text: '王' });
  await page.evaluate(() => window.griddesk.call('settings.updatePreferences', { enterMoves: false }));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '不保存' }).click();
});

test('half-typed pinyin searches nothing', async () => {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '查找和命令' });
  await expect(box).toBeFocused();
  const devtools = await page.context().newCDPSession(page);
  const before = await page.getByRole('option').count();
  await devtools.send('Input.imeSetComposition', { text: 'zzzz', selectionStart: 4, selectionEnd: 4 });
  await expect(box).toHaveValue('zzzz');
  await page.waitForTimeout(400);
  expect(await page.getByRole('option').count()).toBe(before);
  await devtools.send('Input.insertText', { text: '王' });
  await expect(page.getByRole('option').filter({ hasText: '王' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a choice is found by pinyin, initials and code, and stands on top the next time', async () => {
  await newPerson('测试丁');
  for (const [typed, label] of [['wwez', '维吾尔族'], ['manz', '满族'], ['meng', '蒙古族'], ['03', '回族']] as const) {
    await field('民族').fill(typed);
    await expect(page.getByRole('option').first()).toHaveText(label);
  }
  await page.keyboard.press('Enter');
  await expect(field('民族')).toHaveValue('回族');
  await field('民族').click();
  await field('民族').fill('');
  await expect(page.getByRole('option').first()).toHaveText('回族');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '不保存' }).click();
});

test('many are changed together: shown beforehand, one step back', async () => {
  await page.locator('[data-index="0"] [data-column]').first().click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('group', { name: /选/ }).getByRole('button', { name: '成批修改' }).click();
  const dialog = page.getByRole('dialog', { name: '成批修改 3 人' });
  await dialog.getByLabel('改哪一项').click();
  await page.getByRole('option', { name: '工作单位' }).click();
  await dialog.getByLabel('改为', { exact: true }).fill('测试单位');
  await expect(dialog.getByRole('table').getByText('测试单位')).toHaveCount(3);
  await expectAccessible(page, 'changing many');
  await dialog.getByRole('button', { name: '修改 3 人' }).click();
  await expect(page.getByText('成批修改居民（3 条）')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销 成批修改居民（3 条）')).toBeVisible();
});

test('F2 changes a row, Shift+F10 opens its menu, F6 goes round the window', async () => {
  await page.locator('[data-index="0"] [data-column]').first().click();
  await page.keyboard.press('F2');
  await expect(drawer()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer()).toBeHidden();
  await page.locator('[data-index="0"]').focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: /修改/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  const pane = (): Promise<number> => page.evaluate(() => [...document.querySelectorAll('[data-pane]')].findIndex((one) => one.contains(document.activeElement)));
  const seen = new Set<number>();
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('F6');
    seen.add(await pane());
  }
  expect(seen.size).toBeGreaterThanOrEqual(3);
});

test('a text field has the menu of the system', async () => {
  await desk.app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      (globalThis as { shownRoles?: string[] }).shownRoles = this.items.flatMap(({ role, label }) => (role ? [`${role} ${label}`] : []));
    };
  });
  await page.getByRole('searchbox').first().click({ button: 'right' });
  const shown = (app: ElectronApplication): Promise<string[]> => app.evaluate(() => (globalThis as { shownRoles?: string[] }).shownRoles ?? []);
  await expect.poll(() => shown(desk.app)).toContain('paste 粘贴');
  expect(await shown(desk.app)).toContain('selectall 全选');
});

test('the size of the window\'s words is kept', async () => {
  await page.keyboard.press('Control+Equal');
  await expect.poll(() => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor().toFixed(1))).toBe('1.1');
  await page.reload();
  await residents();
  expect(await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor().toFixed(1))).toBe('1.1');
  await page.keyboard.press('Control+0');
  await expect.poll(() => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor().toFixed(1))).toBe('1.0');
});

test('nothing is hidden at 1280 x 720 and 125 %', async () => {
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 576));
  await page.keyboard.press('Control+n');
  await expect(field('姓名')).toBeFocused();
  for (const name of ['保存', '取消']) await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.keyboard.press('Escape');
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 700));
});

test('closing over unsaved words asks: cancel stays, a wrong form stays open', async () => {
  await newPerson('测试戊');
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const question = page.getByRole('dialog', { name: '要保存刚才填写的内容吗？' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: '取消' }).click();
  await expect(question).toBeHidden();
  expect(isOpen()).toBe(true);
  await field('姓名').fill('');
  await field('现住址').fill('x');
  await desk.app.evaluate(({ app }) => app.quit());
  await question.getByRole('button', { name: '保存', exact: true }).click();
  await expect(field('姓名')).toHaveAttribute('aria-invalid', 'true');
  expect(isOpen()).toBe(true);
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: '不保存' }).click();
});

test('a power cut costs nothing: the draft is offered, taken up, and saved on closing', async () => {
  test.setTimeout(180_000);
  await newPerson('测试己');
  await expect(drawer().getByText(/已自动保存 \d\d:\d\d/)).toBeVisible({ timeout: 10_000 });
  await cutPower(desk);
  await openDemo();
  await expect(page.getByText(/居民有一份新建时没有保存的内容/)).toBeVisible();
  await page.getByRole('button', { name: '接着填写' }).click();
  await expect(field('姓名')).toHaveValue('测试己');
  await field('备注').fill('补记');
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const ended = desk.app.waitForEvent('close');
  await page.getByRole('dialog', { name: '要保存刚才填写的内容吗？' }).getByRole('button', { name: '保存', exact: true }).click();
  await ended;
  await openDemo();
  await expect(page.getByText(/没有保存的内容/)).toHaveCount(0);
  await goTo('/grid/persons');
  await page.getByRole('searchbox').first().fill('测试己');
  await expect(page.locator('[data-index="0"]')).toContainText('测试己');
});

test('a page that crashes comes back with its draft on offer', async () => {
  test.setTimeout(180_000);
  await newPerson('测试辛');
  await expect(drawer().getByText(/已自动保存 \d\d:\d\d/)).toBeVisible({ timeout: 10_000 });
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  // the driver's own hold on the page is gone with it, so main is asked what stands there
  const shown = (): Promise<boolean> => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("document.body.innerText.includes('没有保存的内容')") as Promise<boolean>).catch(() => false); // a line of the page's own text
  await expect.poll(shown, { timeout: 30_000 }).toBe(true);
  await cutPower(desk);
  await openDemo();
  await page.getByRole('button', { name: '不要了' }).click();
  await expect(page.getByText(/没有保存的内容/)).toHaveCount(0);
});

test('Del asks for the reason, and the removal is taken back; the history says what happened', async () => {
  await page.locator('[data-index="0"] [data-column]').first().click();
  const name = (await page.locator('[data-index="0"] [data-column]').first().textContent()) ?? '';
  await page.keyboard.press('Delete');
  await page.getByLabel('原因').fill('试一试');
  await page.getByRole('dialog').getByRole('button', { name: '移出', exact: true }).click();
  await expect(page.getByText(`删除居民：${name}`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(`已撤销 删除居民：${name}`)).toBeVisible();
  await page.locator('[data-index="0"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('移出原因').first()).toBeVisible();
  await expect(page.getByText('试一试').first()).toBeVisible();
});

test('a second start comes to the first window and opens its workbook there', async () => {
  const [electron = '', ...args] = desk.app.process().spawnargs.filter((arg) => !arg.startsWith('--inspect') && !arg.startsWith('--remote-debugging'));
  const workbook = join(folder, 'x.xlsx');
  writeFileSync(workbook, '');
  const second = spawn(electron, [...args, workbook], { stdio: 'ignore', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  await once(second, 'exit');
  await page.waitForURL(/system\/imports/);
  expect(desk.app.windows()).toHaveLength(1);
});

test('the end of the system asks nobody and loses nothing', async () => {
  test.setTimeout(180_000);
  await newPerson('测试庚');
  const ended = desk.app.waitForEvent('close');
  await desk.app.evaluate(({ powerMonitor }) => void (powerMonitor as NodeJS.EventEmitter).emit('shutdown', { preventDefault: () => undefined }));
  await ended;
  await openDemo();
  await page.getByRole('button', { name: '接着填写' }).click();
  await expect(field('姓名')).toHaveValue('测试庚');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '不保存' }).click();
});

test('the window comes back where it was, and onto a screen that is there', async () => {
  test.setTimeout(180_000);
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1100, height: 640 }));
  const file = join(await desk.app.evaluate(({ app }) => app.getPath('userData')), 'window.json');
  const ended = desk.app.waitForEvent('close');
  await desk.app.evaluate(({ app }) => app.quit());
  await ended;
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ width: 1100, height: 640 });
  writeFileSync(file, JSON.stringify({ x: 5000, y: 3000, width: 1100, height: 640, maximised: false }));
  await openDemo();
  const { bounds, area } = await desk.app.evaluate(({ BrowserWindow, screen }) => ({ bounds: BrowserWindow.getAllWindows()[0]?.getBounds(), area: screen.getPrimaryDisplay().workArea }));
  expect(bounds?.width).toBe(1100);
  expect((bounds?.x ?? 9999) + 1100).toBeLessThanOrEqual(area.x + area.width);
  expect((bounds?.y ?? 9999) + 640).toBeLessThanOrEqual(area.y + area.height);
});
