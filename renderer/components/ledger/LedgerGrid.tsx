import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { messageId } from '#renderer/i18n/messages.ts';
import { LedgerHeader } from './LedgerHeader.tsx';
import { LedgerMenu, type MenuPlace } from './LedgerMenu.tsx';
import { LedgerRow, TAB_STOP } from './LedgerRow.tsx';
import classes from './ledger.module.css';
import type { LedgerRecord } from './ledger-list.ts';
import { rememberedPlace, rememberPlace } from './ledger-memory.ts';
import { isSelected } from './selection.ts';
import { useGridEvents } from './use-grid-events.ts';
import { useLedgerScroll } from './use-ledger-scroll.ts';
import { TICK_WIDTH, type Ledger } from './use-ledger.ts';
import { useRowWindows } from './use-row-windows.ts';

export const HEAD_HEIGHT = 34;

/** Where the list stands when it is opened: where it was left, or at the row its address names. */
function startTopOf(id: string, key: string, row: number | null, rowHeight: number): number {
  return rememberedPlace(id, key)?.top ?? Math.max(0, ((row ?? 0) - 4) * rowHeight);
}

/** The rows themselves: head, window of rows, keyboard, mouse. */
export function LedgerGrid<Row extends LedgerRecord, F extends object, S extends string>({ ledger, overlay }: { readonly ledger: Ledger<Row, F, S>; readonly overlay: ReactNode }) {
  const { props, key, count, active, rowHeight, placed, selection, setCurrent } = ledger;
  const intl = useIntl();
  const top = useRef(0);
  const [startTop] = useState(() => startTopOf(props.id, key, ledger.place.row, rowHeight));
  const onMoved = useCallback((next: number) => void (top.current = next), []);
  const scroll = useLedgerScroll({ count, rowHeight, headHeight: HEAD_HEIGHT, startTop, onMoved });
  const { viewport, layer, onScroll, toTop, range: { first, last } } = scroll;
  const windows = useRowWindows(ledger.source, ledger.sort, count, scroll.range);
  const [menu, setMenu] = useState<MenuPlace<Row> | null>(null);
  const events = useGridEvents({ ledger, scroll, rowAt: windows.rowAt, openMenu: setMenu });

  const activeRow = active.index < 0 ? undefined : windows.rowAt(active.index);
  useEffect(() => {
    if (activeRow) setCurrent(activeRow);
  }, [activeRow, setCurrent]);

  const closeMenu = () => {
    setMenu(null);
    viewport.current?.querySelector<HTMLElement>(TAB_STOP)?.focus({ preventScroll: true });
  };

  const listed = useRef(key);
  useLayoutEffect(() => {
    if (listed.current !== key) toTop();
    listed.current = key;
  }, [key, toTop]);

  const kept = useRef({ key, active: active.index, selection, rowHeight });
  useEffect(() => {
    kept.current = { key, active: active.index, selection, rowHeight };
  });
  useEffect(() => () => rememberPlace(props.id, { ...kept.current, top: top.current }), [props.id]);

  const marked = props.search?.of(ledger.place.filter) ?? '';
  const tabStop = Math.max(0, active.index);
  // a row that is not read yet is the same for any index, so its element is kept for the next one at its place
  const keyOf = (index: number, isRead: boolean): string => (isRead || index === tabStop ? `${index}` : `waiting-${index - first}`);
  const line = (index: number, at = index): ReactNode => {
    const row = windows.rowAt(index);
    return (
      <LedgerRow
        key={keyOf(index, row !== undefined)}
        index={index}
        top={(at - scroll.base) * rowHeight}
        height={rowHeight}
        row={row}
        columns={placed}
        isActive={index === active.index}
        isTabStop={index === tabStop}
        activeColumn={index === active.index ? active.column : null}
        isSelected={row !== undefined && isSelected(selection, row.id)}
        tickLabel={row ? intl.formatMessage({ id: 'ledger.select-row' }, { name: props.nameOf(row) }) : ''}
        marked={marked}
      />
    );
  };
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  const width = TICK_WIDTH + placed.reduce((sum, column) => sum + column.width, 0);

  return (
    <div className={classes['gridFrame']}>
      {windows.error && (
        <Alert color="red" icon={<IconAlertTriangle size={18} />} role="alert" className={classes['overlay']}>
          <Group>
            {intl.formatMessage({ id: messageId(`error.${windows.error.failure.code}`) }, { ...windows.error.failure.params } as Record<string, string>)}
            <Button size="compact-sm" variant="default" onClick={windows.retry}><FormattedMessage id="common.retry" /></Button>
          </Group>
        </Alert>
      )}
      <div ref={viewport} className={classes['viewport']} role="grid" aria-label={props.label} aria-rowcount={count + 1} aria-multiselectable data-density={ledger.density} onScroll={onScroll} {...events}>
        <div className={classes['canvas']} role="presentation" style={{ height: scroll.height, minWidth: width }}>
          <LedgerHeader ledger={ledger} />
          <div className={classes['layer']} role="rowgroup" style={{ top: HEAD_HEIGHT, height: Math.min(scroll.seen, count * rowHeight) }}>
            <div ref={layer} className={classes['rows']} role="presentation" data-stale={ledger.counting.isPlaceholderData || undefined}>
              {count > 0 && tabStop < first && line(tabStop, first - 2)}
              {drawn.map((index) => line(index))}
              {count > 0 && tabStop > last && line(tabStop, last + 2)}
            </div>
          </div>
        </div>
      </div>
      {overlay}
      <LedgerMenu place={menu} close={closeMenu} ledger={ledger} />
    </div>
  );
}
