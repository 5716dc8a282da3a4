import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CITY_BUILDINGS } from '#electron/kernel/demo/fill-city.ts';
import { cityWords, isWholeCity } from './city-size.ts';
import { cityDesk } from './desk-folder.ts';
import { close, doneInDesk, openDesk } from './desk-window.ts';
import { countFrames } from './frames.ts';
import { p95Row, report } from './rows.ts';

const PLANE = '[data-map-plane]';
const PATIENCE_MS = 120_000;
/** Strokes of the hand across the map, and turns of the wheel in and out. */
const STROKES = 12;
const STEPS = 30;
const TURNS = 20;
const STEP_MS = 16;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The map of every community with all points, once it stands still. */
async function openCityMap(page: Page): Promise<Box> {
  await page.evaluate(() => void (location.hash = '#/grid/map'));
  await page.locator(`${PLANE} canvas`).first().waitFor({ timeout: PATIENCE_MS });
  await page.getByRole('checkbox', { name: '显示本机全部社区' }).check({ timeout: PATIENCE_MS });
  await page.waitForFunction(() => document.querySelectorAll('[role="listbox"] [role="option"]').length > 1000, null, { timeout: PATIENCE_MS });
  await page.locator('section li').nth(1).waitFor({ timeout: PATIENCE_MS }); // the legend: figures have come
  const box = await page.locator(PLANE).boundingBox();
  if (!box) throw new Error('the map is not on screen');
  return box;
}

/** Pulls the map to and fro, as a hand does. */
async function pan(page: Page, { x, y, width, height }: Box): Promise<void> {
  for (let stroke = 0; stroke < STROKES; stroke += 1) {
    const [from, to] = stroke % 2 === 0 ? [0.3, 0.7] : [0.7, 0.3];
    await page.mouse.move(x + width * from, y + height * 0.5);
    await page.mouse.down();
    for (let step = 1; step <= STEPS; step += 1) {
      await page.mouse.move(x + width * (from + ((to - from) * step) / STEPS), y + height * (0.5 + 0.1 * Math.sin(step / 5)));
      await page.waitForTimeout(STEP_MS);
    }
    await page.mouse.up();
  }
}

async function zoom(page: Page, { x, y, width, height }: Box): Promise<void> {
  await page.mouse.move(x + width / 2, y + height / 2);
  for (const direction of [-1, 1])
    for (let turn = 0; turn < TURNS; turn += 1) {
      await page.mouse.wheel(0, direction * 100);
      await page.waitForTimeout(STEP_MS * 4);
    }
}

await report('map', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'griddesk-bench-'));
  const desk = await openDesk(await cityDesk(), profile);
  try {
    const { page } = desk;
    const { shapes } = await doneInDesk<{ shapes: unknown[] }>(desk, 'grid.getMap', { everywhere: true });
    const { lons } = await doneInDesk<{ lons: number[] }>(desk, 'grid.listBuildingPoints', { everywhere: true });
    if (isWholeCity && lons.length !== CITY_BUILDINGS) throw new Error(`the city has ${lons.length} buildings`);
    const gpu = await desk.app.evaluate(({ app }) => app.getGPUFeatureStatus()['2d_canvas']);
    const box = await openCityMap(page);
    await pan(page, box); // the first strokes also wait for what is drawn once
    const end = await countFrames(page);
    await pan(page, box);
    await zoom(page, box);
    await pan(page, box);
    const frames = await end();
    return [p95Row('map', frames, `${frames.length} frames: pan, zoom, pan; longest ${Math.max(...frames).toFixed(1)} ms; ${shapes.length} shapes, ${lons.length} points; 2d canvas ${gpu}; ${cityWords}`)];
  } finally {
    await close(desk);
    rmSync(profile, { recursive: true, force: true });
  }
});
