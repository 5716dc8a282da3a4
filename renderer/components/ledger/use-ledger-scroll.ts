import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { rangeAt, scrollOf, scrollScale, topAfterScroll, topToShow, type RowRange } from './scroll-scale.ts';

/**
 * Rows are placed relative to a base that stays while the list moves less far than this from it, so that scrolling by a row redraws only the rows
 * at the edges. After a longer way the base is the first row drawn: rows that wait for their words then stand where the last ones stood, and
 * a dragged bar has nothing to draw anew.
 */
const BASE_REACH = 1024;
/** The scrollbar is brought into line with the list when it has rested this long. */
const REST_MS = 140;

type ScrollInput = {
  readonly count: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly startTop: number;
  readonly onMoved: (top: number) => void;
};

export type LedgerScroll = {
  readonly viewport: RefObject<HTMLDivElement | null>;
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly range: RowRange;
  readonly base: number;
  /** Height of the scrolled content and of the part of it that shows rows, in px. */
  readonly height: number;
  readonly seen: number;
  readonly onScroll: () => void;
  readonly showRow: (index: number) => void;
  readonly toTop: () => void;
};

type Drawn = { readonly range: RowRange; readonly base: number };
function drawnAt(old: Drawn, range: RowRange): Drawn {
  if (old.range.first === range.first && old.range.last === range.last) return old;
  return { range, base: Math.abs(range.first - old.base) < BASE_REACH ? old.base : range.first };
}

/**
 * Scrolls rows of one height, any number of them. The rows lie in a layer that stays in view and is moved by the difference between the list's
 * place and the browser's, so that even a dragged scrollbar never shows an empty area: what is seen is always what was drawn last.
 */
export function useLedgerScroll({ count, rowHeight, headHeight, startTop, onMoved }: ScrollInput): LedgerScroll {
  const viewport = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const place = useRef({ top: startTop, scroll: 0 });
  const [seen, setSeen] = useState(0);
  const scale = useMemo(() => scrollScale(count, rowHeight, seen), [count, rowHeight, seen]);
  const [{ range, base }, setDrawn] = useState<Drawn>(() => {
    const at = rangeAt(scale, startTop);
    return { range: at, base: at.first };
  });

  const shift = useCallback(() => {
    if (layer.current) layer.current.style.transform = `translateY(${base * rowHeight - place.current.top}px)`;
  }, [base, rowHeight]);
  useLayoutEffect(shift);

  const moveTo = useCallback(
    (top: number) => {
      place.current.top = top;
      const next = rangeAt(scale, top);
      setDrawn((old) => drawnAt(old, next));
      shift();
      onMoved(top);
    },
    [scale, shift, onMoved],
  );
  const alignBar = useCallback(() => {
    const element = viewport.current;
    if (!element) return;
    element.scrollTop = scrollOf(scale, place.current.top);
    place.current.scroll = element.scrollTop;
  }, [scale]);

  useLayoutEffect(() => {
    moveTo(Math.min(place.current.top, scale.maxTop));
    alignBar();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only another scale moves the list; the callbacks change with it
  }, [scale]);

  useLayoutEffect(() => {
    const element = viewport.current;
    if (!element) return undefined;
    const measure = (): void => setSeen(Math.max(0, element.clientHeight - headHeight));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [headHeight]);

  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);
  const onScroll = useCallback(() => {
    const scroll = viewport.current?.scrollTop ?? 0;
    if (scroll === place.current.scroll) return;
    const top = topAfterScroll(scale, place.current, scroll);
    place.current.scroll = scroll;
    flushSync(() => moveTo(top)); // drawn in the same frame as the scroll
    clearTimeout(rest.current);
    rest.current = setTimeout(alignBar, REST_MS);
  }, [scale, moveTo, alignBar]);

  const showRow = useCallback(
    (index: number) => {
      moveTo(topToShow(scale, place.current.top, index));
      alignBar();
    },
    [scale, moveTo, alignBar],
  );
  const toTop = useCallback(() => {
    moveTo(0);
    alignBar();
  }, [moveTo, alignBar]);

  return { viewport, layer, range, base, height: scale.height + headHeight, seen, onScroll, showRow, toTop };
}
