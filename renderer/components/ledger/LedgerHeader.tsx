import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { withMoved, withWidth, type PlacedColumn } from './column-layout.ts';
import { ColumnResizer } from './ColumnResizer.tsx';
import classes from './ledger.module.css';
import type { LedgerRecord } from './ledger-list.ts';
import { TAB_STOP } from './LedgerRow.tsx';
import { everythingSelected, nothingSelected, selectedCount } from './selection.ts';
import type { Ledger } from './use-ledger.ts';

const DRAGGED = 'application/x-griddesk-column';
/** A press of a key changes a column by this much, in px. */
const KEY_STEP = 16;

type HeaderProps<Row extends LedgerRecord, F extends object, S extends string> = { readonly ledger: Ledger<Row, F, S> };

/** The heads of a list: order by a click, width by the edge, place by dragging; all of it also with keys. One tab stop for all heads. */
export function LedgerHeader<Row extends LedgerRecord, F extends object, S extends string>({ ledger }: HeaderProps<Row, F, S>) {
  const { placed, sort, arrangement } = ledger;
  const row = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const stopId = placed.some(({ column }) => column.id === stop) ? stop : (placed[0]?.column.id ?? null);

  const ids = placed.map(({ column }) => column.id);
  const move = (id: string, beforeId: string | null) => arrangement.change(withMoved(ledger.props.columns, arrangement.layout, id, beforeId));
  const sortBy = (field: S | undefined) => {
    if (field !== undefined) ledger.setSort({ field, direction: sort.field === field && sort.direction === 'asc' ? 'desc' : 'asc' });
  };

  const onKeyDown = (event: KeyboardEvent, { column, width }: PlacedColumn<Row, S>, at: number) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'ArrowDown') focusRows(event.currentTarget);
    else if (step === undefined) return;
    else if (event.altKey) arrangement.change(withWidth(arrangement.layout, column.id, width + step * KEY_STEP));
    else if (event.ctrlKey && event.shiftKey) move(column.id, step < 0 ? (ids[Math.max(0, at - 1)] ?? null) : (ids[at + 2] ?? null));
    else row.current?.querySelector<HTMLElement>(`[data-head="${ids[at + step] ?? ''}"] button`)?.focus();
    event.preventDefault();
  };
  const onDrop = (event: DragEvent, beforeId: string) => {
    const id = event.dataTransfer.getData(DRAGGED);
    if (id === '' || id === beforeId) return;
    event.preventDefault();
    move(id, beforeId);
  };

  return (
    <div ref={row} role="row" aria-rowindex={1} className={classes['head']}>
      <TickAll ledger={ledger} />
      {placed.map((one, at) => (
        <div
          key={one.column.id}
          role="columnheader"
          aria-sort={one.column.sort === undefined ? undefined : one.column.sort !== sort.field ? 'none' : sort.direction === 'asc' ? 'ascending' : 'descending'}
          data-head={one.column.id}
          data-pinned={one.pinned || undefined}
          className={classes['headCell']}
          style={{ width: one.width, ...(one.pinned && { left: one.left }) }}
          onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
          onDrop={(event) => onDrop(event, one.column.id)}
        >
          <HeadButton
            placed={one}
            direction={one.column.sort === sort.field ? sort.direction : null}
            isTabStop={one.column.id === stopId}
            onFocus={() => setStop(one.column.id)}
            onSort={() => sortBy(one.column.sort)}
            onKeyDown={(event) => onKeyDown(event, one, at)}
          />
          <ColumnResizer layout={arrangement.layout} placed={one} onChange={arrangement.change} />
        </div>
      ))}
    </div>
  );
}

/** From the heads down into the rows. */
function focusRows(from: Element): void {
  from.closest('[role=grid]')?.querySelector<HTMLElement>(TAB_STOP)?.focus();
}

type HeadButtonProps<Row, S extends string> = {
  readonly placed: PlacedColumn<Row, S>;
  readonly direction: 'asc' | 'desc' | null;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onSort: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

function HeadButton<Row, S extends string>({ placed: { column }, direction, isTabStop, onFocus, onSort, onKeyDown }: HeadButtonProps<Row, S>) {
  const { formatMessage } = useIntl();
  const Arrow = direction === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <button
      type="button"
      draggable
      className={classes['headButton']}
      data-figures={column.figures || undefined}
      data-sortable={column.sort !== undefined || undefined}
      tabIndex={isTabStop ? 0 : -1}
      title={formatMessage({ id: 'ledger.column-head' }, { title: column.title, sortable: column.sort === undefined ? 'no' : 'yes' })}
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, column.id)}
      onFocus={onFocus}
      onClick={onSort}
      onKeyDown={onKeyDown}
    >
      <span className={classes['headTitle']}>{column.title}</span>
      {direction && <Arrow size={14} aria-hidden className={classes['arrow']} />}
    </button>
  );
}

/** Ticks all that match the filter, also rows that were never read. */
function TickAll<Row extends LedgerRecord, F extends object, S extends string>({ ledger: { selection, select, count } }: HeaderProps<Row, F, S>) {
  const { formatMessage } = useIntl();
  const box = useRef<HTMLInputElement>(null);
  const selected = selectedCount(selection, count);
  const isAll = count > 0 && selected === count;
  useEffect(() => {
    if (box.current) box.current.indeterminate = selected > 0 && !isAll;
  }, [selected, isAll]);
  return (
    <div role="columnheader" className={classes['tick']} data-head="">
      <input ref={box} type="checkbox" checked={isAll} disabled={count === 0} aria-label={formatMessage({ id: 'ledger.select-all' })} title={formatMessage({ id: 'ledger.select-all' })} onChange={() => select(isAll ? nothingSelected : everythingSelected)} />
    </div>
  );
}
