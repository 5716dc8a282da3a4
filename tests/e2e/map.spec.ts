import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, journeyFolder, nextPage, removeFolder, startDesk, type RunningDesk } from './desk.ts';

let folder: string;
let desk: RunningDesk;
let page: Page;
test.beforeAll(async () => {
  folder = journeyFolder();
  desk = await startDesk(folder, ['--demo']);
  page = await nextPage(desk, 'desk.html');
  await page.evaluate(() => void (location.hash = '#/grid/map'));
  await page.locator('[data-map-plane] canvas').first().waitFor();
});
test.afterAll(async () => {
  await desk.app.close();
  removeFolder(folder);
});

type Stored = { gridId: string | null; version: number; shape: number[][][][] };
const storedShapes = async (): Promise<Stored[]> => {
  const answer = await page.evaluate(() => (globalThis as unknown as { griddesk: { call: (name: string, input: unknown, id: string) => Promise<unknown> } }).griddesk.call('grid.getMap', {}, '')); // the preload puts the bridge there
  return (answer as { data: { shapes: Stored[] } }).data.shapes; // the operation's output
};
const versions = async (): Promise<number[]> => (await storedShapes()).map(({ version }) => version);

test('a border is moved by typing, for both neighbours and the outline, taken back and saved at once', async () => {
  await expectAccessible(page, 'the map');
  await page.getByRole('button', { name: '编辑', exact: true }).click();
  await page.getByRole('option', { name: /第三网格/ }).click();
  const corners = page.getByRole('listbox', { name: '拐点' });
  await corners.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  const field = page.getByLabel('经度, 纬度');
  const [lon = 0, lat = 0] = (await field.inputValue()).split(', ').map(Number);
  await field.fill(`${lon + 0.0003}， ${lat - 0.0001}`);
  await page.getByRole('button', { name: '移到这里' }).click();
  const save = page.getByRole('button', { name: /^保存/ });
  await expect(save).toHaveText('保存 3 处改动');
  await expectAccessible(page, 'the map while it is edited');
  await page.getByRole('button', { name: '撤销一步' }).click();
  await expect(save).toHaveText('保存');
  await page.getByRole('button', { name: '重做一步' }).click();
  await save.click();
  await expect(page.getByRole('button', { name: '编辑', exact: true })).toBeVisible();
  expect((await versions()).filter((version) => version === 2)).toHaveLength(3);
});

test('a grid is split by a line drawn across it; what cannot be saved is said and mended', async () => {
  await page.getByRole('button', { name: '编辑', exact: true }).click();
  await page.getByRole('option', { name: /第二网格/ }).click();
  const box = await page.locator('[data-map-plane]').boundingBox();
  if (!box) throw new Error('the map is not on screen');
  const [from, to] = [box.x + box.width * 0.24, box.x + box.width * 0.56];
  const height = box.y + box.height * 0.3;
  await page.getByRole('button', { name: '分割' }).click();
  await page.mouse.click(from, height);
  await page.mouse.move(to, height, { steps: 4 });
  await page.mouse.dblclick(to, height);
  const receiver = page.getByRole('combobox', { name: /归哪个网格/ }).or(page.getByLabel(/归哪个网格/)).first();
  await receiver.click();
  await page.getByRole('option', { name: '柳荫第一网格' }).last().click();
  await expect(page.getByText('没有重叠、空隙和越界')).toBeVisible();
  const before = await storedShapes();
  await page.getByRole('button', { name: /^保存/ }).click();
  await expect(page.getByRole('button', { name: '编辑', exact: true })).toBeVisible();
  expect(await storedShapes()).not.toEqual(before);
});

test('a file asks for its coordinate system, shows what becomes of each shape, and is saved like any edit', async () => {
  const [first] = (await storedShapes()).filter(({ gridId }) => gridId !== null);
  const file = join(folder, '网格.geojson');
  const features = [
    { type: 'Feature', properties: { 名称: '柳荫第一网格' }, geometry: { type: 'MultiPolygon', coordinates: first?.shape } },
    { type: 'Feature', properties: { 名称: '别处' }, geometry: { type: 'Polygon', coordinates: [[[116, 40], [116.01, 40], [116.01, 40.01], [116, 40]]] } },
    { type: 'Feature', properties: { 名称: '打结' }, geometry: { type: 'Polygon', coordinates: [[[130, 20], [130.001, 19.999], [130.001, 20], [130, 19.999], [130, 20]]] } },
  ];
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
  await page.locator('input[type=file][accept*=geojson]').setInputFiles(file);
  const dialog = page.getByRole('dialog', { name: /导入/ });
  const place = dialog.getByRole('button', { name: /放到地图上/ });
  await expect(place).toBeDisabled();
  await expect(dialog.getByText(/坐标系可能选错/)).toBeVisible();
  await expect(dialog.getByText('边界自己相交')).toBeVisible();
  await dialog.getByRole('combobox', { name: /坐标系/ }).or(dialog.getByPlaceholder('请选择')).first().click();
  await page.getByRole('option', { name: /WGS-84/ }).click();
  await expectAccessible(page, 'the dry run of a map file');
  await place.click();
  await page.getByRole('button', { name: /^保存|结束编辑/ }).first().click();
  await expect(page.getByRole('button', { name: '编辑', exact: true })).toBeVisible();
});

test('the map is printed at a scale and saved as a picture', async () => {
  await page.getByRole('button', { name: '打印', exact: true }).click();
  const preview = page.getByRole('dialog', { name: '打印' });
  await expect(preview.locator('svg[role=img]')).toContainText('1 :');
  await expectAccessible(page, 'the map on paper');
  const picture = join(folder, '地图.png');
  await desk.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, picture);
  await preview.getByRole('button', { name: /PNG/ }).click();
  await expect(preview.getByText('已写入文件')).toBeVisible();
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
  expect(statSync(picture).size).toBeGreaterThan(20_000);
  const sheet = await preview.locator('article').boundingBox();
  const room = await preview.getByRole('region').boundingBox();
  expect(sheet?.width).toBeLessThanOrEqual((room?.width ?? 0) - 60); // the whole sheet is in view
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
});
