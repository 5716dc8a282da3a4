import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { cityWords } from './city-size.ts';
import { cityDesk } from './desk-folder.ts';
import { close, openDesk, openPersons } from './desk-window.ts';
import { countFrames } from './frames.ts';
import { report, valueRow } from './rows.ts';
import { percentile } from './statistics.ts';

const GRID = '[role="grid"]';
/** One drag over the whole list, down and up again, each in this time. */
const DRAG_MS = 15_000;
const WHEEL_MS = 10_000;
const WHEEL_STEP_MS = 16;
const WHEEL_PIXELS = 400;

/** Moves the bar a little in every frame, as a hand does, from one end to the other. Answers how far the list really went, as a part of its whole. */
const drag = (page: Page, from: number, to: number): Promise<number> =>
  page.locator(GRID).evaluate(
    (list, { start, end, duration }) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const length = list.scrollHeight - list.clientHeight;
        const step = (now: number): void => {
          const done = Math.min(1, Math.max(0, now - began) / duration);
          list.scrollTop = length * (start + (end - start) * done);
          if (done < 1) requestAnimationFrame(step);
          else resolve(list.scrollTop / length);
        };
        requestAnimationFrame(step);
      }),
    { start: from, end: to, duration: DRAG_MS },
  );

/** Turns the wheel over the rows without a pause. */
async function turnWheel(page: Page): Promise<void> {
  await page.locator(GRID).hover();
  for (const end = Date.now() + WHEEL_MS; Date.now() < end; ) {
    await page.mouse.wheel(0, WHEEL_PIXELS);
    await page.waitForTimeout(WHEEL_STEP_MS);
  }
}

await report('scroll', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'griddesk-bench-'));
  const desk = await openDesk(await cityDesk(), profile);
  try {
    const { page } = desk;
    await openPersons(desk);
    const framesOf = async (act: () => Promise<unknown>): Promise<number[]> => {
      const end = await countFrames(page);
      await act();
      return end();
    };
    await drag(page, 0, 0.02);
    let reached = 0;
    const wheel = await framesOf(() => turnWheel(page));
    const down = await framesOf(async () => (reached = await drag(page, 0, 1)));
    if (reached < 0.99) throw new Error(`the list stopped after ${Math.round(reached * 100)} % of its length`);
    const up = await framesOf(() => drag(page, 1, 0));
    const frames = [...wheel, ...down, ...up];
    return [valueRow('scroll', percentile(frames, 0.99), `${frames.length} frames: wheel, bar down, bar up; longest ${Math.max(...frames).toFixed(1)} ms; ${cityWords}`)];
  } finally {
    await close(desk);
    rmSync(profile, { recursive: true, force: true });
  }
});
