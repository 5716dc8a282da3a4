import { expect, test, type Page } from '@playwright/test';
import type { MatterRow, MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { callFrom, expectAccessible, goTo, journeyFolder, removeFolder, startDemo, type RunningDesk } from './desk.ts';

let folder: string;
let desk: RunningDesk;
let page: Page;
const open = async (): Promise<void> => {
  ({ desk, page } = await startDemo(folder));
  await expect(page.locator('main h1')).toBeVisible({ timeout: 60_000 });
};
test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = journeyFolder();
  await open();
});
test.afterAll(async () => {
  const { pid } = desk.app.process(); // a drawer left open by a failure would ask before it closes
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  removeFolder(folder);
});

const SUBJECT = '幼儿园门口井盖松动';
const dialog = () => page.getByRole('dialog').first();
const button = (name: string) => page.getByRole('button', { name, exact: true });
const found = async (): Promise<MatterRow | undefined> => {
  const answer = await callFrom(page, 'grid.listMatters', { filter: { life: 'all', text: SUBJECT } });
  return answer.ok ? (answer.data as MatterRow[])[0] : undefined; // the operation's output
};
const sheet = async (): Promise<MatterSheet | undefined> => {
  const answer = await callFrom(page, 'grid.getMatter', { id: (await found())?.id });
  return answer.ok ? (answer.data as MatterSheet) : undefined; // as above
};
const now = () => page.locator('main li[aria-current=step]');
/** A step of the menu, with what it asks for. */
async function more(name: string): Promise<void> {
  await button('更多').click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}
async function say(words: string): Promise<void> {
  await dialog().getByRole('textbox', { name: /原因|进展|结果|说明/ }).fill(words);
  await dialog().locator('button[type=submit]').click(); // it bears the verb of the step
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
async function dispatchTo(name: string): Promise<void> {
  await button('派遣').click();
  await dialog().getByRole('combobox', { name: /交给哪个单位/ }).fill(name);
  await page.getByRole('option', { name }).first().click();
  await say('请尽快处理');
}

test('a matter goes from the desk to its rating through a return, an extension and a red card, and a restart keeps it', async () => {
  test.setTimeout(120_000);
  await goTo(page, '/grid/matters');
  await expect(page.locator('main h1')).toHaveText('事项');
  await expectAccessible(page, 'the queue');
  await page.keyboard.press('Control+n');
  await expect(dialog()).toBeVisible();
  await page.keyboard.type(SUBJECT);
  await expect(dialog().getByRole('button', { name: /井盖缺损/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(dialog().getByLabel(/^类别/).and(page.locator('input:not([type=hidden])'))).toHaveValue('井盖缺损');
  await page.keyboard.type('荷花池路');
  await dialog().getByRole('button', { name: '在地图上指出' }).click();
  const plane = page.locator('[data-map-plane]');
  await plane.locator('canvas').first().waitFor();
  await plane.focus();
  await page.keyboard.press('Escape');
  await expect(plane).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(1); // one key closes one thing
  await dialog().getByRole('button', { name: '在地图上指出' }).click();
  await plane.locator('canvas').first().waitFor();
  await page.getByRole('combobox', { name: '从楼栋里选' }).fill('1');
  await page.getByRole('option').first().click();
  await expect(page.getByRole('status').filter({ hasText: /网格.*·/ })).toBeVisible();
  await plane.click({ position: { x: 380, y: 170 } });
  await expect(page.getByRole('status').filter({ hasText: /^柳荫第.网格 · \d+\.\d{6}, / })).toBeVisible();
  await expectAccessible(page, 'the place on the map');
  await button('用这个位置').click();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status').filter({ hasText: '答复' })).toBeVisible();
  const taken = await found();
  expect(taken).toMatchObject({ subject: SUBJECT, kind: 'manhole', state: 'reported', station: 'grid-station', level: 'urgent', channel: 'desk', gridName: expect.stringMatching(/第.网格$/) as unknown });

  await goTo(page, `/grid/matters/${taken?.id ?? ''}`);
  await expect(page.getByRole('img', { name: /第.网格 · / })).toBeVisible();
  await expect(now()).toContainText('待受理');
  await button('受理').click();
  await expect(now()).toContainText('已受理');
  await button('立案').click();
  await expect(now()).toContainText('已立案');
  await dispatchTo('蒲溪区城市管理执法中队');
  await expect(now()).toContainText('待签收');
  await button('退回').click();
  await say('不属于本单位');
  await expect(now()).toContainText('已立案');
  await dispatchTo('柳荫派出所');
  await button('签收').click();
  await expect(now()).toContainText('办理中');
  await more('申请延期');
  await dialog().getByRole('textbox', { name: /延长几个工作日/ }).fill('3');
  await say('等材料');
  await more('同意延期');
  await say('同意');
  await more('督办');
  await dialog().getByText('红牌', { exact: true }).click();
  await say('幼儿园门口，须立即处理');
  await expect(page.getByText('红牌').first()).toBeVisible();
  await expect(button('督办单')).toBeVisible();
  await button('办完送核查').click();
  await say('已更换井盖');
  await expect(now()).toContainText('待核查');
  await button('核查通过').click();
  await expect(page.locator('main')).toContainText('已结案');
  await button('评价').click();
  await say('很快');
  await expectAccessible(page, 'the sheet');

  const before = await sheet();
  expect(before).toMatchObject({ state: 'rated', rating: 3, returns: 1, extraDays: 0, result: '已更换井盖', marks: [{ kind: 'returned' }, { kind: 'red', points: -10 }, { kind: 'on-time' }] });
  expect(before?.promisedOn).not.toBe(before?.promisedFirst);
  await desk.app.close();
  await open();
  expect(await sheet()).toEqual(before);
  await goTo(page, `/grid/matters/${taken?.id ?? ''}`);
  await expect(page.locator('main')).toContainText('不属于本单位');
});
