import type { Page } from '@playwright/test';

/** Counts frames from now on; the function it answers ends that and gives the milliseconds between each two of them. */
export async function countFrames(page: Page): Promise<() => Promise<number[]>> {
  const counter = await page.evaluateHandle(() => {
    const gaps: number[] = [];
    let last = performance.now();
    let isOn = true;
    const frame = (now: number): void => {
      gaps.push(now - last);
      last = now;
      if (isOn) requestAnimationFrame(frame);
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(frame);
    });
    return {
      end: () => {
        isOn = false;
        return gaps;
      },
    };
  });
  return () => counter.evaluate(({ end }) => end());
}
