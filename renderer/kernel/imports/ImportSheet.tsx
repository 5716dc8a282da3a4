import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { columnsOfSheet, type ImportBatch, type ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import { columnWidth, nextProblem, type Place } from './import-cells.ts';
import { ImportSheetHead } from './ImportSheetHead.tsx';
import { ImportSheetRow } from './ImportSheetRow.tsx';
import type { ImportRows } from './use-import-rows.ts';
import { useSheetKeys } from './use-sheet-keys.ts';
import classes from './import-sheet.module.css';

const ROW_HEIGHT = 32;
const HEAD_HEIGHT = 44;
const SAMPLE = 60;

type ImportSheetProps = {
  batch: ImportBatch;
  rows: ImportRows;
  cursor: Place;
  onCursor: (place: Place) => void;
  onFix: (row: ImportRow, column: number, text: string) => void;
  onSkip: (row: ImportRow) => void;
  isReadOnly: boolean;
};

/** The file as it is: every cell where the clerk knows it from, with the spreadsheet's own row numbers and letters. */
export function ImportSheet({ batch, rows, cursor, onCursor, onFix, onSkip, isReadOnly }: ImportSheetProps) {
  const { formatMessage } = useIntl();
  const scroller = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const sheetName = rows.rowAt(cursor.row)?.sheet ?? batch.sheetName;
  const columns = useMemo(() => columnsOfSheet(batch, sheetName), [batch, sheetName]);
  const isManySheets = rows.sample.some(({ sheet }) => sheet !== batch.sheetName);
  const leadWidth = isManySheets ? 216 : 132;
  const widths = useMemo(() => columns.map(({ title, index }) => columnWidth(title, rows.sample.slice(0, SAMPLE).map(({ cells }) => cells[index] ?? ''))), [columns, rows.sample]);
  const lines = useVirtualizer({ count: rows.count, getScrollElement: () => scroller.current, estimateSize: () => ROW_HEIGHT, paddingStart: HEAD_HEIGHT, scrollPaddingStart: HEAD_HEIGHT, overscan: 8 });
  const across = useVirtualizer({ horizontal: true, count: columns.length, getScrollElement: () => scroller.current, estimateSize: (index) => widths[index] ?? 72, paddingStart: leadWidth, scrollPaddingStart: leadWidth, overscan: 4 });
  useEffect(() => across.measure(), [across, widths]);

  const visible = lines.getVirtualItems();
  const [from, until] = [visible[0]?.index ?? 0, visible.at(-1)?.index ?? 0];
  const { show } = rows;
  useEffect(() => show(from, until), [show, from, until]);
  useEffect(() => {
    if (rows.count > 0) lines.scrollToIndex(cursor.row);
    across.scrollToIndex(cursor.column);
  }, [lines, across, cursor.row, cursor.column, rows.count]);

  const active = rows.rowAt(cursor.row);
  const leave = () => {
    setDraft(null);
    scroller.current?.focus();
  };
  const edit = (text?: string) => {
    const column = columns[cursor.column];
    if (!isReadOnly && active && column) setDraft(text ?? active.cells[column.index] ?? '');
  };
  const keep = (text: string) => {
    const column = columns[cursor.column];
    if (active && column && text !== (active.cells[column.index] ?? '')) onFix(active, column.index, text);
    setDraft(null);
  };
  const save = (text: string) => {
    keep(text);
    leave();
    const next = nextProblem(rows.rowAt, columns, cursor, 1);
    if (next) onCursor(next);
  };
  const onKeyDown = useSheetKeys({
    cursor,
    rows: rows.count,
    columns: columns.length,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2),
    onMove: onCursor,
    onNextProblem: (direction) => {
      const next = nextProblem(rows.rowAt, columns, cursor, direction);
      if (next) onCursor(next);
    },
    onEdit: edit,
    onSkip: () => active && !isReadOnly && onSkip(active),
  });

  return (
    <div
      ref={scroller}
      className={classes['sheet']}
      role="grid"
      tabIndex={0}
      aria-label={formatMessage({ id: 'imports.sheet.label' }, { file: batch.fileName })}
      aria-rowcount={rows.count + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={active ? `cell-${cursor.row}-${cursor.column}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={classes['sizer']} role="presentation" style={{ height: lines.getTotalSize(), width: across.getTotalSize() }}>
        <ImportSheetHead columns={columns} items={across.getVirtualItems()} leadWidth={leadWidth} height={HEAD_HEIGHT} />
        {visible.map((line) => (
          <ImportSheetRow
            key={line.index}
            index={line.index}
            top={line.start}
            height={line.size}
            row={rows.rowAt(line.index)}
            columns={columns}
            items={across.getVirtualItems()}
            leadWidth={leadWidth}
            isManySheets={isManySheets}
            activeColumn={line.index === cursor.row ? cursor.column : null}
            draft={line.index === cursor.row ? draft : null}
            onPick={(column) => {
              setDraft(null);
              onCursor({ row: line.index, column: column ?? cursor.column });
            }}
            onEdit={() => edit()}
            onSave={save}
            onLeave={leave}
            onBlur={keep}
          />
        ))}
      </div>
    </div>
  );
}
