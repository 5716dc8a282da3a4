import { expect, test, type Page } from '@playwright/test';
import { callFrom, expectAccessible, goTo, journeyFolder, nextPage, removeFolder, startDemo, startDesk, type RunningDesk } from './desk.ts';

const folder = journeyFolder();
let desk: RunningDesk;
let page: Page;
test.beforeAll(async () => {
  ({ desk, page } = await startDemo(folder));
});
test.afterAll(async () => {
  await desk.app.close();
  removeFolder(folder);
});

const emergencies = async () => ((await callFrom(page, 'grid.listEmergencies', { filter: {} })) as { data: { id: string; title: string; summary: string; endedAt: string | null; tasksDone: number; reported: number }[] }).data; // the operation's output

test('an emergency is started with one click, somebody of another is late, the check-list is done, and it ends with a note', async () => {
  await goTo(page, '/grid/emergency');
  await page.getByRole('link', { name: '防汛演练', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 人超时' })).toBeVisible();
  await expectAccessible(page, 'a drill with people who are late');
  await page.getByRole('button', { name: '刘洋报到' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 人超时' })).toBeVisible();

  await goTo(page, '/grid/emergency-plans');
  await page.getByRole('button', { name: '启动应急：走失人员查找预案' }).click();
  await expect(page.locator('main h1')).toHaveText('走失人员查找预案');
  for (const box of await page.getByRole('checkbox').all()) {
    await box.click();
    await expect(box).toBeChecked();
  }
  await expect(page.getByText('已完成 4/4')).toBeVisible();
  await page.getByRole('button', { name: '结束并总结' }).click();
  await page.getByLabel('处置情况').fill('老人在公园找到，平安回家。');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('老人在公园找到，平安回家。').first()).toBeVisible();
});

test('a card dragged where its matter may not go is told where it can, and goes there', async () => {
  await goTo(page, '/grid/command');
  const step = (name: string) => page.getByRole('region', { name, exact: true });
  const card = step('待受理').locator('[draggable=true]').first();
  const number = await card.getByRole('link').first().innerText();
  await card.dragTo(step('办理中'));
  await expect(page.getByText(`${number} 不能从“待受理”直接到“办理中”。现在可以到：已受理。`)).toBeVisible();
  await card.dragTo(step('已受理'));
  await page.getByRole('button', { name: '受理', exact: true }).click();
  await expect(step('已受理').getByRole('link', { name: number })).toBeVisible();
  expect(await callFrom(page, 'grid.listMatters', { filter: { text: number } })).toMatchObject({ data: [{ number, state: 'accepted' }] });
});

test('a mediation goes from the request to a printed agreement', async () => {
  await goTo(page, '/grid/mediation');
  await page.getByRole('button', { name: '登记调解' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: '事由' }).fill('阳台滴水');
  await form.getByRole('combobox', { name: '第 1 位当事人' }).fill('甲某');
  await form.getByRole('combobox', { name: '第 2 位当事人' }).fill('乙某');
  await form.locator('input[data-path=kind]').click();
  await page.getByRole('option', { name: '邻里' }).click();
  await form.getByLabel('纠纷事实和争议事项').fill('楼上浇花滴水到楼下晾晒的衣物。');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.locator('main h1')).toHaveText('阳台滴水');
  await page.getByRole('button', { name: '达成协议' }).click();
  await form.getByLabel('协议内容').fill('楼上改用托盘浇花。');
  await form.getByLabel('履行方式和期限').fill('当日起履行。');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '打印协议书' }).click();
  const paper = page.getByRole('dialog').filter({ hasText: '人民调解协议书' });
  await expect(paper.locator('article').first()).toContainText('楼上改用托盘浇花。');
  await expect(paper.locator('article').first()).toContainText('当事人 乙某');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '登记签字' })).toBeVisible();
});

test('what was done is kept after a restart', async () => {
  const before = await emergencies();
  await desk.app.close();
  desk = await startDesk(folder, ['--demo']);
  page = await nextPage(desk, 'desk.html');
  await page.locator('main h1').waitFor();
  expect(await emergencies()).toEqual(before);
  expect(before.find(({ title }) => title === '走失人员查找预案')).toMatchObject({ summary: '老人在公园找到，平安回家。', tasksDone: 4, reported: 0 });
  expect(await callFrom(page, 'grid.listMediations', { filter: { text: '阳台滴水' } })).toMatchObject({ data: [{ state: 'agreed', agreement: '楼上改用托盘浇花。' }] });
});
