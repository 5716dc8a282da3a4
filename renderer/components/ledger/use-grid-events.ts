import { useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { ledgerKey, type LedgerKey } from './ledger-keys.ts';
import type { LedgerRecord } from './ledger-list.ts';
import type { MenuPlace } from './LedgerMenu.tsx';
import { everythingSelected, nothingSelected, selectedCount, selectRange, toggleRow } from './selection.ts';
import { useLedgerCopy } from './use-ledger-copy.ts';
import { useLedgerRows } from './use-ledger-rows.ts';
import type { LedgerScroll } from './use-ledger-scroll.ts';
import type { Ledger } from './use-ledger.ts';

type GridEventsInput<Row extends LedgerRecord, F extends object, S extends string> = {
  readonly ledger: Ledger<Row, F, S>;
  readonly scroll: LedgerScroll;
  readonly rowAt: (index: number) => Row | undefined;
  readonly openMenu: (place: MenuPlace<Row>) => void;
};

const isTyping = (target: EventTarget): boolean => target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true], [data-head]') !== null;
const indexOf = (target: EventTarget): number => Number((target instanceof Element ? target.closest('[data-index]') : null)?.getAttribute('data-index') ?? -1);
const columnOf = (target: EventTarget): string | null => (target instanceof Element ? (target.closest('[data-column]')?.getAttribute('data-column') ?? null) : null);

/** Keyboard and mouse of a list. One set of handlers on the grid serves every row. */
export function useGridEvents<Row extends LedgerRecord, F extends object, S extends string>({ ledger, scroll, rowAt, openMenu }: GridEventsInput<Row, F, S>) {
  const { props, active, setActive, selection, select, count } = ledger;
  const rows = useLedgerRows(ledger);
  const copy = useLedgerCopy(ledger, rows.selected);
  const anchor = useRef(Math.max(0, active.index));
  const takeFocus = useRef(active.index >= 0); // coming back to a list, the keyboard stands where it left

  useLayoutEffect(() => {
    if (!takeFocus.current || active.index < 0) return;
    const line = scroll.viewport.current?.querySelector<HTMLElement>(`[data-index="${active.index}"]`);
    if (!line) return;
    const cell = active.column === null ? null : line.querySelector<HTMLElement>(`[data-column="${active.column}"]`);
    (cell ?? line).focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    takeFocus.current = false;
  });

  function goTo(index: number, column = active.column): void {
    takeFocus.current = true;
    setActive({ index, column });
    scroll.showRow(index);
  }
  async function extendTo(index: number): Promise<void> {
    const range = await rows.range(anchor.current, index);
    if (range) select(selectRange(range));
  }
  function go(index: number, extend: boolean): void {
    if (!extend) anchor.current = index;
    goTo(index);
    if (extend) void extendTo(index);
  }
  /** A row that is still being read is chosen once it is known. */
  async function toggle(index: number): Promise<void> {
    anchor.current = index;
    const row = rowAt(index);
    const picked = row ? { row, index } : (await rows.range(index, index))?.[0];
    if (picked) select((chosen) => toggleRow(chosen, picked));
  }
  function stepCell(step: -1 | 1 | 'first' | 'last'): void {
    const ids = ledger.placed.map(({ column }) => column.id);
    const at = active.column === null ? -1 : ids.indexOf(active.column);
    const next = step === 'first' ? 0 : step === 'last' ? ids.length - 1 : Math.min(at + step, ids.length - 1);
    goTo(Math.max(0, active.index), ids[next] ?? null);
  }
  function escape(): boolean {
    if (selectedCount(selection, count) > 0) select(nothingSelected);
    else if (ledger.place.peek) ledger.setPlace({ peek: false });
    else if (active.column !== null) goTo(active.index, null);
    else return false;
    return true;
  }
  /** Asks for what the row menu calls removing, where the list has it; the act itself asks or can be undone. */
  function remove(row: Row): boolean {
    const action = props.actions?.find(({ danger }) => danger);
    action?.run(row);
    return action !== undefined;
  }
  function act(key: LedgerKey): boolean {
    const row = active.index < 0 ? undefined : (rowAt(active.index) ?? ledger.current ?? undefined);
    if (key.do === 'go') go(key.index, key.extend);
    else if (key.do === 'cell') stepCell(key.step);
    else if (key.do === 'all') select(everythingSelected);
    else if (key.do === 'escape') return escape();
    else if (key.do === 'toggle') void toggle(active.index);
    else if (key.do === 'peek' && props.peek) ledger.setPlace({ peek: !ledger.place.peek });
    else if (key.do === 'copy') void copy(row);
    else if (key.do === 'open' && row) ledger.open(row, active.index);
    else if (key.do === 'edit' && row && props.onEdit) props.onEdit(row);
    else if (key.do === 'remove' && row) return remove(row);
    else return false;
    return true;
  }

  return {
    onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
      if (event.nativeEvent.isComposing || isTyping(event.target)) return;
      const page = Math.max(1, Math.floor(scroll.seen / ledger.rowHeight) - 1);
      const key = ledgerKey({ key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey, alt: event.altKey }, { active: active.index, inCell: active.column !== null, count, page });
      if (!key || !act(key)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onFocus(event: { target: EventTarget }): void {
      const index = indexOf(event.target);
      if (index >= 0 && active.index < 0) setActive({ index, column: null });
    },
    onClick(event: MouseEvent<HTMLDivElement>): void {
      const index = indexOf(event.target);
      if (index < 0 || event.defaultPrevented) return;
      takeFocus.current = true;
      setActive({ index, column: null });
      if (event.shiftKey) void extendTo(index);
      else if (event.ctrlKey || event.metaKey || (event.target as Element).closest('[data-tick]')) void toggle(index); // a click always hits an element
      else anchor.current = index;
    },
    onDoubleClick(event: MouseEvent<HTMLDivElement>): void {
      const row = rowAt(indexOf(event.target));
      if (!row || (event.target as Element).closest('[data-tick]')) return; // as above
      document.getSelection()?.removeAllRanges(); // the second click also marks the word under it
      ledger.open(row, indexOf(event.target));
    },
    onContextMenu(event: MouseEvent<HTMLDivElement>): void {
      const index = indexOf(event.target);
      const row = rowAt(index);
      if (!row) return;
      event.preventDefault();
      setActive({ index, column: active.index === index ? active.column : null });
      const box = (event.target as Element).getBoundingClientRect(); // as above
      const byKey = event.clientX === 0 && event.clientY === 0;
      openMenu({ row, index, column: columnOf(event.target), x: byKey ? box.left + 24 : event.clientX, y: byKey ? box.bottom : event.clientY });
    },
  };
}
