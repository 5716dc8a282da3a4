/**
 * Chromium stops drawing elements taller than about 33 million pixels, and fewer on a scaled display; a million rows of 40 px are 40 million.
 * Above this height the scrollbar therefore stands for a longer, virtual list.
 */
export const MAX_SCROLL_HEIGHT = 8_000_000;

export type ScrollScale = {
  readonly rowHeight: number;
  readonly count: number;
  readonly viewport: number;
  /** Height the browser is told, in px. */
  readonly height: number;
  /** Furthest the list can be scrolled, in px of the virtual list and in px of the browser. */
  readonly maxTop: number;
  readonly maxScroll: number;
};

/** How a list of `count` rows lies under a viewport: heights and limits in px. */
export function scrollScale(count: number, rowHeight: number, viewport: number): ScrollScale {
  const full = count * rowHeight;
  const height = Math.min(full, MAX_SCROLL_HEIGHT);
  return { rowHeight, count, viewport, height, maxTop: Math.max(0, full - viewport), maxScroll: Math.max(0, height - viewport) };
}

const clamp = (value: number, max: number): number => Math.min(Math.max(0, value), max);

/** Where the scrollbar stands when the list stands at `top`. */
export const scrollOf = (scale: ScrollScale, top: number): number => (scale.maxTop === 0 ? 0 : (clamp(top, scale.maxTop) / scale.maxTop) * scale.maxScroll);

/**
 * Where the list stands after the scrollbar moved. A short way (wheel, arrow of the bar) moves it by the same pixels, so that no row is jumped
 * over; a long way (dragging, clicking into the bar) is taken in proportion. The ends are always the ends.
 */
export function topAfterScroll(scale: ScrollScale, before: { readonly top: number; readonly scroll: number }, scroll: number): number {
  if (scale.maxTop <= scale.maxScroll) return clamp(scroll, scale.maxTop);
  if (scroll <= 0) return 0;
  if (scroll >= scale.maxScroll - 1) return scale.maxTop;
  const way = scroll - before.scroll;
  if (Math.abs(way) < scale.viewport) return clamp(before.top + way, scale.maxTop);
  return clamp((scroll / scale.maxScroll) * scale.maxTop, scale.maxTop);
}

/** The nearest position of the list that shows the whole row. */
export function topToShow(scale: ScrollScale, top: number, index: number): number {
  const start = index * scale.rowHeight;
  const end = start + scale.rowHeight - scale.viewport;
  return clamp(start < top ? start : end > top ? end : top, scale.maxTop);
}

export type RowRange = { readonly first: number; readonly last: number };

/** Rows to draw at a position: those seen and a few beyond both edges, in steps so that small moves change nothing. `last` is inclusive; -1 when empty. */
export function rangeAt(scale: ScrollScale, top: number, beyond = 6): RowRange {
  const first = Math.floor(top / scale.rowHeight) - beyond;
  const last = Math.ceil((top + scale.viewport) / scale.rowHeight) + beyond;
  return { first: Math.max(0, first), last: Math.min(scale.count - 1, last) };
}
