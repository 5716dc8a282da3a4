import { expect, test } from '@playwright/test';
import { drawer, field, newPerson, page, residents, shareDemo } from './demo-desk.ts';
import { expectAccessible } from './desk.ts';

shareDemo();

/** Text pasted as from another program; the computer's own clipboard is not touched. */
const paste = (text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

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
  await page.clock.install();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '查找和命令' });
  await expect(box).toBeFocused();
  const devtools = await page.context().newCDPSession(page);
  const before = await page.getByRole('option').count();
  await devtools.send('Input.imeSetComposition', { text: 'zzzz', selectionStart: 4, selectionEnd: 4 });
  await expect(box).toHaveValue('zzzz');
  await page.clock.runFor(5000); // longer than any pause in typing that would ask
  expect(await page.getByRole('option').count()).toBe(before);
  await devtools.send('Input.insertText', { text: '王' });
  await page.clock.runFor(1000);
  await expect(page.getByRole('option').filter({ hasText: '王' }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.clock.resume();
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

test('Del asks for the reason, and the removal is taken back; the history says what happened', async () => {
  await page.locator('[data-index="0"] [data-column]').first().click();
  const name = (await page.locator('[data-index="0"] [data-column]').first().textContent()) ?? '';
  await page.keyboard.press('Delete');
  await page.getByRole('textbox', { name: '原因' }).fill('试一试');
  await page.getByRole('dialog').getByRole('button', { name: '移出', exact: true }).click();
  await expect(page.getByText(`删除居民：${name}`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(`已撤销 删除居民：${name}`)).toBeVisible();
  await page.locator('[data-index="0"]').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('移出原因').first()).toBeVisible();
  await expect(page.getByText('试一试').first()).toBeVisible();
});
