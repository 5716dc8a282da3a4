import { expect, test, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#electron/kernel/session/demo-station.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import { callFrom, expectAccessible, goTo, journeyFolder, nextPage, removeFolder, startDesk, startDemo, type RunningDesk } from './desk.ts';

test.setTimeout(180_000);
const folder = journeyFolder();
const state: { desk: RunningDesk | null } = { desk: null };
test.afterAll(async () => {
  await state.desk?.app.close();
  removeFolder(folder);
});

const TITLE = '六幢楼道加装扶手';
const sheetOf = async (page: Page, id: string): Promise<RequestSheet> => {
  const answer = await callFrom(page, 'budget.getRequest', { id });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.data as RequestSheet; // the operation's own output
};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const dialog = (page: Page) => page.getByRole('dialog').last();
/** A field of the dialog on top; a required one carries a star behind its name. */
const field = (page: Page, name: string) => dialog(page).locator('input:not([type=hidden]), textarea').and(page.getByLabel(new RegExp(`^${name}( \\*)?$`)));

/** Leaves the desk and comes back as somebody else of the demo station. */
async function signInAs(page: Page, name: string): Promise<Page> {
  const desk = state.desk;
  if (!desk) throw new Error('no desk');
  await callFrom(page, 'session.signOut', {}).catch(() => undefined); // the page ends before it hears the answer
  const door = await nextPage(desk, 'sign-in.html');
  await door.getByLabel('登录名', { exact: true }).fill(name);
  await door.getByLabel('密码', { exact: true }).fill(DEMO_PASSWORD);
  await door.getByRole('button', { name: '登录' }).click();
  const next = await nextPage(desk, 'desk.html');
  await expect(next.locator('main h1')).toBeVisible({ timeout: 60_000 });
  return next;
}

async function openSheet(page: Page, id: string): Promise<void> {
  await goTo(page, `/budget/requests/${id}`);
  await expect(page.locator('main h1')).toHaveText(TITLE);
}

async function decide(page: Page, what: '同意' | '退回补正' | '驳回', reason = ''): Promise<void> {
  await button(page, '审定').click();
  await dialog(page).getByText(what, { exact: true }).first().click();
  if (reason !== '') {
    await field(page, '原因').click();
    await page.getByRole('option', { name: reason }).click();
    await field(page, '说明').fill('请看议事会意见');
  }
  await dialog(page).getByRole('button', { name: what, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a request goes through a return, a rejection with another source, two levels, money, vouchers, acceptance and publication', async () => {
  const started = await startDemo(folder);
  state.desk = started.desk;
  let page = started.page;
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });

  // a clerk asks; whether it can succeed is said before anything is typed
  page = await signInAs(page, 'clerk');
  await goTo(page, '/budget/requests');
  await button(page, '新建申请').click();
  const form = page.getByRole('dialog', { name: '新建申请' });
  await field(page, '预算科目').fill('P08');
  await page.getByRole('option', { name: /P08/ }).click();
  await field(page, '用途').fill('办公');
  await page.getByRole('option', { name: '办公经费' }).click();
  await expect(form.getByText(/禁止的用途/)).toBeVisible();
  await field(page, '用途').fill('便民');
  await page.getByRole('option', { name: '便民设施维修' }).click();
  await field(page, '金额（元）').fill('1234.56');
  await expect(form.getByText('人民币壹仟贰佰叁拾肆元伍角陆分')).toBeVisible();
  await expect(form.getByText(/可用足够/)).toBeVisible();
  await field(page, '名称').fill(TITLE);
  await field(page, '事由').fill('六幢三个单元加装扶手');
  await field(page, '提出单位').fill('社区居委会');
  await field(page, '议定情况').fill('议事会 18 人，16 票同意');
  await expectAccessible(page, 'the form of a request');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('main h1')).toHaveText(TITLE);
  const id = new URL(page.url()).hash.split('/').at(-1) ?? '';
  await button(page, '提交审核').click();
  await dialog(page).getByRole('button', { name: '提交审核' }).click();
  await expect(button(page, '催办')).toBeVisible();

  // the community returns it, the clerk hands it in again, then the community rejects it
  page = await signInAs(page, 'demo');
  await openSheet(page, id);
  await decide(page, '退回补正', '材料不全');
  page = await signInAs(page, 'clerk');
  await openSheet(page, id);
  await button(page, '再次提交').click();
  await dialog(page).getByRole('button', { name: '提交审核' }).click();
  await expect(button(page, '催办')).toBeVisible();
  page = await signInAs(page, 'demo');
  await openSheet(page, id);
  await decide(page, '驳回', '应由其他渠道解决');

  // another source, two levels by two people
  page = await signInAs(page, 'clerk');
  await openSheet(page, id);
  await button(page, '换经费来源').click();
  await field(page, '预算科目').fill('P05');
  await page.getByRole('option', { name: /P05/ }).click();
  await dialog(page).getByRole('button', { name: '列入预算' }).click();
  await button(page, '提交审核').click();
  await dialog(page).getByRole('button', { name: '提交审核' }).click();
  await expect(button(page, '催办')).toBeVisible();
  page = await signInAs(page, 'demo');
  await openSheet(page, id);
  await decide(page, '同意');
  await expect(page.locator('li[aria-current=step]')).toContainText('街道办事处');
  await expect(page.locator('li[aria-current=step]')).toContainText('第 0 天');
  page = await signInAs(page, 'finance');
  await openSheet(page, id);
  await decide(page, '同意');
  await button(page, '拨付').click();
  await dialog(page).getByRole('button', { name: '拨付' }).click();
  await expect(button(page, '登记票据')).toBeVisible();
  for (const [no, sum] of [['E2E-001', '1000'], ['E2E-002', '200']] as const) {
    await button(page, '登记票据').click();
    await field(page, '票据号').fill(no);
    await field(page, '金额（元）').fill(sum);
    await field(page, '收款方').fill('示例五金店');
    await dialog(page).getByRole('button', { name: '登记票据' }).click();
    await expect(page.getByRole('cell', { name: no })).toBeVisible();
  }

  // a restart keeps everything; then acceptance, settlement and the notice
  await state.desk.app.close();
  state.desk = await startDesk(folder, ['--demo']);
  page = await nextPage(state.desk, 'desk.html');
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
  await openSheet(page, id);
  expect(await sheetOf(page, id)).toMatchObject({ step: 'spending', onHandFen: 3456, disbursedFen: 123_456 });
  await button(page, '验收').click();
  await field(page, '验收人').fill('居务监督委员会');
  await dialog(page).getByRole('button', { name: '验收' }).click();
  page = await signInAs(page, 'finance');
  await openSheet(page, id);
  await button(page, '结算').click();
  await field(page, '完成情况').fill('扶手全部装好');
  await dialog(page).getByRole('button', { name: '结算' }).click();
  await button(page, '公示').click();
  await field(page, '公示地点').fill('居务公开栏');
  await dialog(page).getByRole('button', { name: '公示' }).click();
  await expect(page.getByText('扶手全部装好').first()).toBeVisible();
  const steps = page.getByRole('table', { name: '每一步的时间' }).locator('tbody tr');
  await expect(steps).toHaveCount(14);
  await expect(steps.filter({ hasText: /\d+ 天/ })).toHaveCount(14);
  const way = (await sheetOf(page, id)).steps;
  expect(way.map(({ step }) => step)).toEqual(['agreed', 'budgeted', 'review', 'returned', 'review', 'rejected', 'budgeted', 'review', 'review', 'approved', 'spending', 'accepted', 'settled', 'published']);
  expect(way.every(({ days, enteredAt, leftAt }) => days >= 0 && (leftAt === null || enteredAt <= leftAt))).toBe(true);
  await expectAccessible(page, 'the sheet of a request');
  await button(page, '打印').click();
  await page.getByRole('menuitem', { name: '项目经费公示' }).click();
  await expect(page.getByRole('dialog').getByText('演示文员')).toHaveCount(0);
  await expect(page.getByRole('dialog').getByText('演***').first()).toBeVisible();
});
