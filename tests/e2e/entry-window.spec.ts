import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type ElectronApplication } from '@playwright/test';
import { cutPower, desk, drawer, field, folder, goTo, newPerson, openDemo, page, residents, shareDemo } from './demo-desk.ts';

shareDemo();

const isOpen = (): boolean => desk.app.windows().length > 0;

test('a text field has the menu of the system', async () => {
  await desk.app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      (globalThis as { shownRoles?: string[] }).shownRoles = this.items.flatMap(({ role, label }) => (role ? [`${role} ${label}`] : []));
    };
  });
  await page.locator('input[type=search]').first().click({ button: 'right' });
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
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(field('姓名')).toHaveValue('测试戊');
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
  await cutPower();
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
  await page.locator('input[type=search]').first().fill('测试己');
  await expect(page.locator('[data-index="0"]')).toContainText('测试己');
});

test('a page that crashes comes back with its draft on offer', async () => {
  test.setTimeout(180_000);
  await newPerson('测试辛');
  await expect(drawer().getByText(/已自动保存 \d\d:\d\d/)).toBeVisible({ timeout: 10_000 });
  await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  // the driver's own hold on the page is gone with it, so main is asked what stands there
  const shown = (): Promise<boolean> =>
    desk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents || contents.isCrashed() || contents.isLoading()) return false;
      const never = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1000));
      return Promise.race([never, contents.executeJavaScript("document.body.innerText.includes('没有保存的内容')") as Promise<boolean>]); // a line of the page's own text
    });
  await expect.poll(shown, { timeout: 30_000 }).toBe(true);
  await cutPower();
  await openDemo();
  await page.getByRole('button', { name: '不要了' }).click();
  await expect(page.getByText(/没有保存的内容/)).toHaveCount(0);
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
  // the form may be drawn once more while it takes the draft up, and its question with it
  await expect(async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '不保存' }).click({ timeout: 3000 });
  }).toPass();
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
