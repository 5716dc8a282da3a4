import { expect, test, type Page } from '@playwright/test';
import type { PlanSheet } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import type { Sheet, SheetRow } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
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

const title = (words: string) => expect(page.locator('main h1')).toHaveText(words);
const dialog = () => page.getByRole('dialog').first();
const press = (name: string) => page.locator('main').getByRole('button', { name, exact: true }).click();
const confirm = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
async function asked<T>(operation: string, input: unknown): Promise<T> {
  const answer = await callFrom(page, `trainingAssessment.${operation}`, input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.data as T; // the operation's output
}

async function addItem(name: string, kind: string, points: string): Promise<void> {
  await press('增加大则');
  await dialog().getByRole('textbox', { name: '名称' }).fill(name);
  await dialog().getByRole('combobox', { name: '类型' }).or(dialog().getByRole('textbox', { name: '类型' })).first().click();
  await page.getByRole('option', { name: kind, exact: true }).click();
  await dialog().getByRole('textbox', { name: '分值' }).fill(points);
}

test('a plan is written, enabled, self-assessed, locked, scored and signed off; a reward is decided and an appeal filed; all of it is still there after a restart', async () => {
  test.setTimeout(120_000);
  page.setDefaultTimeout(12_000);
  await goTo(page, '/assessment/plans');
  await title('考评方案');
  await page.keyboard.press('Control+n');
  await dialog().getByRole('textbox', { name: '名称' }).fill('年中网格考评');
  await dialog().getByRole('combobox', { name: '考评对象' }).or(dialog().getByRole('textbox', { name: '考评对象' })).first().click();
  await page.getByRole('option', { name: '网格', exact: true }).click();
  await confirm('保存');
  await title('年中网格考评');

  await addItem('平台登录次数', '上级打分', '400');
  await confirm('保存');
  await expect(dialog()).toContainText('考核的是做成的事，不是盯人');
  await dialog().getByRole('textbox', { name: '名称' }).fill('现场检查');
  await confirm('保存');
  await expect(page.locator('main').getByRole('cell', { name: '现场检查', exact: true })).toBeVisible();
  await press('启用方案');
  await confirm('启用方案');
  await expect(dialog()).toContainText('下级分值合计 400 分，应为 1000 分');
  await confirm('取消');
  await addItem('网格底册', '计算指标', '600');
  await dialog().getByRole('combobox', { name: '指标' }).or(dialog().getByRole('textbox', { name: '指标' })).first().click();
  await page.getByRole('option', { name: '网格底册' }).click();
  await confirm('保存');
  await expect(page.getByText('各级分值合计正好相等，可以启用。')).toBeVisible();
  await press('启用方案');
  await confirm('启用方案');
  await expect(page.locator('main').getByRole('button', { name: '查看考评表' })).toBeVisible();
  await expectAccessible(page, 'a plan');

  const plan = (await asked<PlanSheet[]>('listPlans', {})).find((one) => one.title === '年中网格考评');
  const [row] = await asked<SheetRow[]>('listSheets', { filter: { planId: plan?.id }, sort: { field: 'subjectName', direction: 'asc' } });
  await goTo(page, `/assessment/sheets/${row?.id ?? ''}`);
  await title(row?.subjectName ?? '');
  await page.getByRole('textbox', { name: '现场检查 自评分' }).fill('380');
  await press('保存自评');
  await expect(page.locator('main').getByRole('button', { name: '保存自评' })).toBeDisabled();
  await press('上报并锁定');
  await confirm('上报并锁定');
  await page.getByRole('textbox', { name: '现场检查 评分', exact: true }).fill('390');
  await page.getByRole('textbox', { name: '现场检查 评分依据' }).fill('检查记录表 5 号');
  await press('保存评分');
  await expect(page.locator('main').getByRole('button', { name: '保存评分' })).toBeDisabled();
  await press('完成评分');
  await confirm('完成评分');
  await press('审定归档');
  await confirm('审定归档');
  await expect(page.getByRole('table', { name: '结果运用' })).toBeVisible();
  const sheet = await asked<Sheet>('getSheet', { id: row?.id });
  expect(sheet.total).toBe(sheet.lines.reduce((sum, { score }) => sum + (score ?? 0), 0));
  await page.locator('main').getByRole('button', { name: '采用', exact: true }).first().click();
  await dialog().getByRole('textbox', { name: '原因' }).fill('站务会讨论同意');
  await confirm('采用');
  await expect(page.getByRole('table', { name: '结果运用' })).toContainText('演示站长：站务会讨论同意');
  await press('提出申诉');
  await dialog().getByRole('textbox', { name: '原因' }).fill('检查当天正在抢险');
  await confirm('提交申诉');
  await page.locator('main').getByRole('button', { name: '支持申诉' }).click();
  await dialog().getByRole('textbox', { name: '原因' }).fill('情况属实');
  await confirm('支持申诉');
  await expect(dialog()).toContainText('没有参与评分、归档和提出申诉的人');
  await confirm('取消');
  await expectAccessible(page, 'a sheet');

  await desk.app.close();
  desk = await startDesk(folder, ['--demo']);
  page = await nextPage(desk, 'desk.html');
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
  await callFrom(page, 'settings.updatePreferences', { locale: 'en' });
  await page.reload();
  await goTo(page, `/assessment/sheets/${row?.id ?? ''}`);
  await title(row?.subjectName ?? '');
  await expect(page.getByRole('table', { name: 'What follows' })).toContainText('站务会讨论同意');
  await expect(page.getByRole('table', { name: 'Appeals' })).toContainText('检查当天正在抢险');
  await page.getByRole('table', { name: 'Result' }).getByRole('link', { name: '网格底册' }).click();
  await title('网格底册');
  await expect(page.getByText('Locked: these are the records as they were at the lock.')).toBeVisible();
  await page.getByRole('table', { name: 'Records', exact: true }).getByRole('link').first().click();
  await title(row?.subjectName ?? '');
  await goTo(page, '/assessment/two-way');
  await title('Two-way assessment');
  await expectAccessible(page, 'both directions');
});
