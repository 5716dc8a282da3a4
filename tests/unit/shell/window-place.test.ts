import { describe, expect, it } from 'vitest';
import { fittedPlace } from '#electron/shell/window-place.ts';

const main = { x: 0, y: 0, width: 1366, height: 728 };
const right = { x: 1366, y: 0, width: 1920, height: 1040 };
const place = (x: number, y: number, width = 1000, height = 700) => ({ x, y, width, height });

describe('the place of a window', () => {
  it.each([
    ['in the middle', place(100, 10)],
    ['over the right edge by choice', place(1100, 100)],
    ['snapped to the left half, its frame a little outside', place(-7, 0, 697, 735)],
  ])('stays %s', (_where, given) => expect(fittedPlace(given, [main])).toEqual(given));
  it('stays on the second screen while that is there', () => expect(fittedPlace(place(1800, 200), [main, right])).toEqual(place(1800, 200)));
  it('comes back to the main screen when the second is gone', () => expect(fittedPlace(place(1800, 200), [main])).toEqual(place(366, 28)));
  it('comes down when the title bar lies above the screen', () => expect(fittedPlace(place(100, -300), [main])).toEqual(place(100, 0)));
  it('comes up when only a strip shows at the bottom', () => expect(fittedPlace(place(100, 720), [main])).toEqual(place(100, 28)));
  it('is made smaller for a smaller screen', () => expect(fittedPlace(place(0, 0, 2560, 1400), [main])).toEqual(main));
});
