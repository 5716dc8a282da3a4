import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { pagesOf, type PaperLine } from './paper-lines.ts';
import type { SheetForm } from './PaperSheet.tsx';

export const PX_PER_MM = 96 / 25.4;
export const WIDTH_MM: Readonly<Record<SheetForm, number>> = { A6: 105, A5: 148, A4: 210, 'A4-landscape': 297, A3: 297, 'A3-landscape': 420 };
/** At every edge, as the stylesheet has it. */
export const MARGIN_MM = 12;
/** Height of each form, less both margins, head and foot, and two millimetres by which a printer may set lines differently. */
const ROOM_MM: Readonly<Record<SheetForm, number>> = { A6: 148 - 42, A5: 210 - 42, A4: 297 - 42, 'A4-landscape': 210 - 42, A3: 420 - 42, 'A3-landscape': 297 - 42 };

/** The lines page by page, cut by their real heights in the very widths they are printed in. */
export function usePaperPages(lines: readonly PaperLine[], form: SheetForm): { readonly measure: RefObject<HTMLDivElement | null>; readonly pages: readonly (readonly PaperLine[])[] } {
  const measure = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<readonly number[]>([]);
  useLayoutEffect(() => {
    const drawn = measure.current ? [...measure.current.children] : [];
    // oxlint-disable-next-line react-hooks/set-state-in-effect -- heights exist only after layout, and are drawn before the first paint
    setHeights(drawn.map((element) => element.getBoundingClientRect().height));
  }, [lines, form]);
  const pages = useMemo(() => {
    if (heights.length !== lines.length) return [];
    return pagesOf(lines, heights, ROOM_MM[form] * PX_PER_MM).map((page) => page.flatMap((at) => lines[at] ?? []));
  }, [lines, heights, form]);
  return { measure, pages };
}
