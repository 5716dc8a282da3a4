import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { read, writeXlsx, type CellValue } from 'hucre';
import { sheetFields, sheetTitles, type SheetField } from '#shared/modules/grid/register/count/count-sheet.rules.ts';
import type { CampaignRow, DoorRow } from '#shared/modules/grid/register/count/count.schema.ts';
import type { PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { inventedPeople } from '#tests/support/ledgers.ts';
import { callFrom, expectAccessible, goTo, journeyFolder, removeFolder, startDemo, type RunningDesk } from './desk.ts';

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
  const { pid } = desk.app.process();
  const ended = desk.app.waitForEvent('close');
  if (pid !== undefined) process.kill(pid, 'SIGKILL'); // a journey that failed may leave words in a form, and the window would ask
  await ended;
  removeFolder(folder);
});

const FRESH = '柳荫第九网格';
const title = (words: string | RegExp) => expect(page.locator('main h1')).toHaveText(words);
async function answered<T>(operation: string, input: unknown): Promise<T> {
  const answer = await callFrom(page, operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer.error)}`);
  return answer.data as T; // the caller names the operation's output
}
const saveNext = (filePath: string) =>
  desk.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);

test('a grid is cut in two, in the register and on the map', async () => {
  const { rows } = await answered<{ rows: { id: string; name: string; code: string }[] }>('grid.listGrids', { status: 'active', limit: 100 });
  const grid = rows.find(({ code }) => code.endsWith('03'));
  await goTo(page, `/grid/grids/${grid?.id ?? ''}/split`);
  await title(`拆分“${grid?.name ?? ''}”`);
  await page.getByRole('textbox', { name: '网格名称' }).fill(FRESH);
  await page.getByRole('textbox', { name: '原因' }).fill('楼栋调整');
  await page.getByRole('combobox', { name: /幢 归入$/ }).first().selectOption({ label: FRESH });
  await page.getByRole('button', { name: '拆分网格' }).click();
  await title(grid?.name ?? '');

  await goTo(page, '/grid/map');
  await page.locator('[data-map-plane] canvas').first().waitFor();
  await page.getByRole('button', { name: '编辑', exact: true }).click();
  await page.getByRole('option', { name: /第二网格/ }).click();
  const box = await page.locator('[data-map-plane]').boundingBox();
  if (!box) throw new Error('the map is not on screen');
  const height = box.y + box.height * 0.3;
  await page.getByRole('button', { name: '分割' }).click();
  await page.mouse.click(box.x + box.width * 0.24, height);
  await page.mouse.move(box.x + box.width * 0.56, height, { steps: 4 });
  await page.mouse.dblclick(box.x + box.width * 0.56, height);
  await page.getByRole('combobox', { name: /归哪个网格/ }).or(page.getByLabel(/归哪个网格/)).first().click();
  await page.getByRole('option', { name: FRESH }).last().click();
  await page.getByRole('button', { name: /^保存/ }).click();
  await expect(page.getByRole('button', { name: '编辑', exact: true })).toBeVisible();
  await expect(page.getByText(/查看了 \d+ 幢有位置的楼栋/)).toBeVisible();
  await expectAccessible(page, 'the map with buildings to move');
});

test('its doors are counted from the printed list to the difference report', async () => {
  await goTo(page, '/grid/counts');
  await title('入户清查');
  await page.keyboard.press('Control+n');
  const form = page.getByRole('dialog', { name: '新建清查' });
  await form.getByLabel(/^名称/).fill('第九网格清查');
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  await form.getByLabel(/^截止日期/).fill(today);
  await page.keyboard.press('Tab'); // the calendar closes
  await form.getByLabel(/^网格/).first().click();
  await page.getByRole('option', { name: FRESH }).click();
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: '保存', exact: true }).click();
  await title('第九网格清查');
  const campaign = (await answered<CampaignRow[]>('grid.listCountCampaigns', {})).find(({ name }) => name === '第九网格清查');
  if (!campaign) throw new Error('the count was not made');
  const doorsOf = () => answered<DoorRow[]>('grid.listDoors', { filter: { campaignId: campaign.id }, limit: 500 });
  const doors = await doorsOf();
  expect(doors.length).toBe(campaign.doors);
  await expectAccessible(page, 'a count');

  await page.getByRole('button', { name: '打印走访表' }).click();
  const sheet = page.getByRole('dialog', { name: '打印' });
  await expect(sheet.getByText(doors[0]?.address ?? '').first()).toBeVisible();
  await sheet.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('button', { name: '录入结果' }).click();
  await title(/^录入/);
  await expect(page.locator('tr[data-active] select').first()).toBeFocused();
  await expectAccessible(page, 'the entry of visits');
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await doorsOf())[0]?.state).toBe('refused');

  await goTo(page, `/grid/counts/${campaign.id}`);
  const out = join(folder, '走访表.xlsx');
  await saveNext(out);
  await page.getByRole('button', { name: '导出表格' }).click();
  await expect(page.getByText(/走访表已保存/)).toBeVisible();
  const rows = (await read(readFileSync(out))).sheets[0]?.rows.map((row) => [...row]) ?? [];
  const column = (field: SheetField): number => sheetFields.indexOf(field);
  const head = rows.findIndex((row) => row[column('doorId')] === sheetTitles.doorId);
  rows.slice(head + 1).forEach((row, at) => {
    if (at === 0) return; // refused a moment ago
    const persons = (doors[at]?.registerPersons ?? 0) + (at === 1 ? 1 : 0);
    row[column('outcome')] = at === 2 ? '好像有人' : persons === 0 ? '空置' : '已清点';
    row[column('households')] = persons === 0 ? null : 1;
    row[column('registered')] = persons === 0 ? null : persons;
    row[column('countedOn')] = today;
    row[column('countedBy')] = '张磊';
  });
  const filled = join(folder, '走访表-已填.xlsx');
  writeFileSync(filled, await writeXlsx({ sheets: [{ name: '清查表', rows: rows as CellValue[][] }] })); // what was read, with texts and numbers put in
  await page.locator('input[type=file][accept*=xlsx]').setInputFiles(filled);
  const verdict = page.getByRole('dialog', { name: '这份表格' });
  await expect(verdict.getByText(`将写入 ${String(doors.length - 2)} 户`)).toBeVisible();
  await expect(verdict.getByText(/看不懂的走访结果/)).toBeVisible();
  await expectAccessible(page, 'the verdict on a sheet');
  await verdict.getByRole('button', { name: /^写入/ }).click();
  await expect(verdict.getByText(/可按 Ctrl\+Z 整份撤销/)).toBeVisible();
  await verdict.getByRole('button', { name: '关闭' }).last().click();

  await page.getByRole('button', { name: '结束清查' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '结束清查' }).click();
  await expect(page.getByText(/以下数字已固定/)).toBeVisible();
  await page.getByRole('link', { name: /^与登记册相比/ }).click();
  await title(/逐户名单$/);
  await expect(page.getByText(doors[1]?.address ?? '')).toBeVisible();
  await expectAccessible(page, 'the doors that differ');
});

test('a ledger nobody has seen comes in, two conflicts are settled, and the whole batch is taken back', async () => {
  const people = (await answered<PersonRow[]>('grid.listPersons', { filter: { categories: ['registered'], bornUntil: '1980-01-01' }, limit: 30 })).filter(({ idNumberMasked }) => idNumberMasked !== '').slice(0, 2);
  const known: CellValue[][] = [];
  for (const [at, { id, name, gridName, presentAddress }] of people.entries()) {
    const { value } = await answered<{ value: string }>('numbers.revealNumber', { table: 'person', id, field: 'idNumber', reason: '核对台账' });
    known.push([value, name, `1381234000${String(at)}`, presentAddress, gridName]);
  }
  const [fresh] = inventedPeople(1);
  const file = join(folder, '派出所台账.xlsx');
  const rows: CellValue[][] = [['清波派出所实有人口台账'], ['公民身份号码', '居民姓名', '移动电话', '实际居住地', '责任网格', '采集民警'], ...known.map((row) => [...row, '王警官']), [fresh?.id ?? '', '新来的', fresh?.mobile ?? '', fresh?.address ?? '', people[0]?.gridName ?? '', '王警官'], ['合计', 3]];
  writeFileSync(file, await writeXlsx({ sheets: [{ name: '台账', rows }] }));
  const before = await answered<{ count: number }>('grid.countPersons', {});

  await goTo(page, '/system/imports');
  await page.locator('input[type=file]').first().setInputFiles(file);
  const question = page.getByRole('region').filter({ hasText: '表里看不出是哪种登记' }).last(); // nothing in the table tells which register it is for
  await question.getByRole('button', { name: '户籍人口', exact: true }).click();
  await expect(question).toBeHidden();
  await page.getByRole('button', { name: /^先选定/ }).click(); // shows the rows that differ
  for (const left of [1, 0]) {
    const open = page.getByRole('radiogroup').filter({ hasText: '还没有选定' });
    await page.getByText(/^登记里已有，.*还没有选定/).waitFor();
    while ((await open.count()) > 0) {
      const differing = await open.count();
      await open.first().getByRole('radio', { name: /^文件里/ }).click();
      await expect(open).toHaveCount(differing - 1);
    }
    if (left === 0) break;
    await page.getByRole('button', { name: `先选定 ${String(left)} 行的不同之处` }).waitFor();
    await page.getByRole('gridcell').filter({ hasText: known[1]?.[1] as string }).first().click(); // a name
  }
  await page.getByRole('button', { name: /^导入 3 人/ }).click();
  await expect(page.getByRole('button', { name: /^撤销这次导入/ })).toBeVisible({ timeout: 30_000 });
  expect((await answered<{ count: number }>('grid.countPersons', {})).count).toBe(before.count + 1);
  await page.getByRole('button', { name: /^撤销这次导入/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('3');
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  await expect.poll(async () => (await answered<{ count: number }>('grid.countPersons', {})).count).toBe(before.count);
});
