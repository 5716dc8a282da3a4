import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, goTo, journeyFolder, removeFolder, startDemo, type RunningDesk } from './desk.ts';

let folder: string;
let desk: RunningDesk;
let page: Page;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = journeyFolder();
  ({ desk, page } = await startDemo(folder));
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
});
test.afterAll(async () => {
  await desk.app.close();
  removeFolder(folder);
});

const title = (words: string | RegExp) => expect(page.locator('main h1')).toHaveText(words);
const dialog = () => page.getByRole('dialog');
const field = (name: string) => dialog().locator('input:not([type=hidden]), textarea').and(page.getByLabel(new RegExp(`^${name}( \\*)?$`)));
const pick = async (name: string, typed: string, option: RegExp) => {
  await field(name).click();
  if (await field(name).isEditable()) await field(name).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
};

test('a vacancy leads over a candidate, the check and an exemption by another to an appointment; the desk is never empty; all of it is there after a restart', async () => {
  await goTo(page, '/staff/vacancies');
  await title('空缺与招录');
  await page.keyboard.press('Control+n');
  await pick('岗位', '窗口', /窗口社工/);
  await dialog().getByRole('button', { name: '保存' }).click();
  await title('空缺：窗口社工');

  await page.keyboard.press('Control+n');
  await field('姓名').fill('郭晓东');
  await field('出生日期').fill('1970-03-02');
  await pick('学历', '大学本科', /^大学本科$/);
  await pick('专业', '法学', /法学/);
  await page.getByLabel('普通话二级乙等以上').check();
  await dialog().getByRole('button', { name: '保存', exact: true }).click();
  const card = page.getByRole('article', { name: '郭晓东' });
  await expect(card.getByRole('row', { name: /年龄/ })).toContainText('不符合');
  await expect(card.getByRole('button', { name: '录用任职' })).toHaveCount(0);
  await expectAccessible(page, 'a vacancy with a candidate');
  await card.getByRole('button', { name: '申请豁免' }).click();
  await dialog().getByLabel(/原因/).fill('退役军人，做过十年社区工作');
  await dialog().getByRole('button', { name: '申请豁免' }).click();
  await expect(card).toContainText('等另一位负责人审批');
  await expect(card.getByRole('button', { name: '审批豁免' })).toHaveCount(0);

  await goTo(page, '/staff/vacancies');
  await title('空缺与招录');
  await page.getByRole('gridcell', { name: '网格员', exact: true }).first().click();
  await page.keyboard.press('Enter');
  await title('空缺：网格员');
  const waiting = page.getByRole('article', { name: '钟国强' });
  await waiting.getByRole('button', { name: '审批豁免' }).click();
  await dialog().getByLabel(/意见/).fill('经验突出，同意');
  await dialog().getByRole('button', { name: '审批豁免' }).click();
  await waiting.getByRole('button', { name: '录用任职' }).click();
  await dialog().getByRole('button', { name: '录用任职' }).click();
  await expect(waiting).toContainText('已录用');
  await expect(page.getByText('已补齐').first()).toBeVisible();

  await goTo(page, '/staff/duty');
  await title('值班表');
  await page.getByRole('button', { name: '重新排班' }).click();
  await dialog().getByRole('button', { name: '排班', exact: true }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('button', { name: '保存', exact: true })).toHaveCount(0);
  await expect(page.getByText('无人', { exact: true })).toHaveCount(0);
  await expectAccessible(page, 'the duty roster');

  await desk.app.close();
  ({ desk, page } = await startDemo(folder));
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
  await goTo(page, '/staff/grid-members?text=钟国强');
  await expect(page.getByRole('gridcell', { name: /（责任人）/ }).first()).toBeVisible();
  await goTo(page, '/staff/duty');
  await title('值班表');
  await expect(page.getByText('钟国强').first()).toBeVisible();
});
