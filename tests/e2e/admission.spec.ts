import { expect, test, type Page } from '@playwright/test';
import type { AdmissionRow } from '#shared/modules/grid/admission/admission.schema.ts';
import { callFrom, expectAccessible, goTo, journeyFolder, nextPage, removeFolder, startDemo, startDesk, type RunningDesk } from './desk.ts';

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

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByRole('dialog').getByLabel(new RegExp(`^${name}( \\*)?$`)).and(page.locator('input:not([type=hidden]), textarea'));
const state = (words: string) => expect(page.locator('main h1 + span')).toHaveText(words);
const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What a department hands in, typed into the form. */
async function apply(title: string, money: string): Promise<void> {
  await goTo(page, '/today');
  await goTo(page, '/grid/admission');
  await expect(page.locator('main h1')).toHaveText('准入申请');
  await page.keyboard.press('Control+n');
  const department = page.getByRole('dialog').getByRole('combobox', { name: /申请部门/ }).or(field('申请部门')).first();
  await department.click();
  await page.keyboard.type('卫生健康');
  await page.getByRole('option', { name: '蒲溪区卫生健康局' }).click();
  await field('事项名称').fill(title);
  await field('工作内容').fill('每季度完成一次并报送结果');
  await field('法律依据').fill('部门工作方案第三条');
  await field('授予的权限').fill('可查询登记信息');
  await field('开始日期').fill(dayFrom(75));
  await field('承诺经费（元）').fill(money);
  await field('到账期限').fill(dayFrom(-20));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.locator('main h1')).toContainText(title);
  await state('草稿');
  await button('提交申请').click();
  await state('已申请');
}

const found = async (text: string): Promise<AdmissionRow[]> => {
  const answer = await callFrom(page, 'grid.listAdmissions', { filter: { text } });
  return answer.ok ? (answer.data as AdmissionRow[]) : []; // the operation's output
};

test('one task of a department ends in a refusal, another is admitted with its money late, and both are kept over a restart', async () => {
  test.setTimeout(90_000);
  await apply('安全生产执法巡查', '2000');
  await button('对照清单…').click();
  const item = page.getByRole('dialog').getByLabel('清单事项').and(page.locator('input:not([type=hidden])'));
  await item.fill('安全生产');
  await page.getByRole('option', { name: /安全生产执法检查/ }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('应由蒲溪区应急管理局办理');
  await expectAccessible(page, 'the check against the lists');
  await page.getByRole('dialog').getByRole('button', { name: '不予准入' }).click();
  await state('不予准入');
  await expect(page.getByRole('alert').filter({ hasText: '应由蒲溪区应急管理局办理' })).toBeVisible();

  await apply('重点人群季度随访', '5000');
  await button('对照清单…').click();
  await page.getByRole('dialog').getByRole('button', { name: '转审查' }).click();
  await state('审查中');
  await expect(page.getByText('第 0 天，共 15 个工作日')).toBeVisible();
  await button('同意准入…').click();
  await page.getByRole('dialog').getByRole('textbox').fill('联席会议同意');
  await page.getByRole('dialog').getByRole('button', { name: '同意准入…' }).click();
  await state('已准入');
  await expect(page.getByText(/承诺 ¥5,000\.00，.*逾期，还差 ¥5,000\.00/)).toBeVisible();
  await button('登记到账').click();
  await field('金额（元）').fill('1200');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(/还差 ¥3,800\.00/)).toBeVisible();
  await expectAccessible(page, 'the sheet of an application');

  await desk.app.close();
  desk = await startDesk(folder, ['--demo']);
  page = await nextPage(desk, 'desk.html');
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
  expect(await found('安全生产执法巡查')).toMatchObject([{ state: 'rejected' }]);
  expect(await found('重点人群季度随访')).toMatchObject([{ state: 'admitted', moneyFen: 500_000, receivedFen: 120_000 }]);
  await goTo(page, '/today');
  await page.getByText(/件准入事项的经费逾期未到/).click();
  await expect(page.locator('main h1')).toHaveText('准入申请');
  await expect(page.getByText('重点人群季度随访').first()).toBeVisible();
});
