import { memo, type CSSProperties } from 'react';
import type { PlacedColumn } from './column-layout.ts';
import { Marked, markedInName } from '#renderer/components/marked/Marked.tsx';
import classes from './ledger.module.css';
import type { LedgerRecord } from './ledger-list.ts';

/** The one row or cell of the list that the Tab key reaches. */
export const TAB_STOP = '[data-index][tabindex="0"], [data-index] [tabindex="0"]';

type LedgerRowProps<Row> = {
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly row: Row | undefined;
  readonly columns: readonly PlacedColumn<Row>[];
  readonly isActive: boolean;
  readonly isTabStop: boolean;
  /** Column of the active cell, when this row has it. */
  readonly activeColumn: string | null;
  readonly isSelected: boolean;
  readonly tickLabel: string;
  readonly marked: string;
};

const cellStyle = (placed: PlacedColumn<never>): CSSProperties => ({ width: placed.width, ...(placed.pinned ? { position: 'sticky', left: placed.left, zIndex: 1 } : {}) });

function LedgerRowCells<Row extends LedgerRecord>({ row, columns, activeColumn, isSelected, tickLabel, marked }: Pick<LedgerRowProps<Row>, 'columns' | 'activeColumn' | 'isSelected' | 'tickLabel' | 'marked'> & { readonly row: Row }) {
  return (
    <>
      <div role="gridcell" className={classes['tick']} data-tick>
        <input type="checkbox" checked={isSelected} readOnly tabIndex={-1} aria-label={tickLabel} />
      </div>
      {columns.map((placed) => {
        const { column } = placed;
        const text = column.text(row);
        return (
          <div key={column.id} role="gridcell" data-column={column.id} data-figures={column.figures || undefined} data-pinned={placed.pinned || undefined} className={classes['cell']} style={cellStyle(placed as PlacedColumn<never>)} tabIndex={activeColumn === column.id ? 0 : undefined} title={text}>
            {column.cell ? column.cell(row) : <Marked text={text} marked={column.leading ? markedInName(text, marked) : marked} />}
          </div>
        );
      })}
    </>
  );
}

/** One line of a list; a row that is not read yet is a quiet line of the same height. */
function LedgerRowLine<Row extends LedgerRecord>(props: LedgerRowProps<Row>) {
  const { index, top, height, row, isActive, isTabStop, isSelected, activeColumn } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      data-active={isActive || undefined}
      className={classes['row']}
      style={{ top, height }}
      tabIndex={isTabStop && activeColumn === null ? 0 : -1}
    >
      {row ? <LedgerRowCells {...props} row={row} /> : <div role="gridcell" className={classes['waiting']} aria-busy />}
    </div>
  );
}

export const LedgerRow = memo(LedgerRowLine) as typeof LedgerRowLine; // memo keeps the props but forgets that they are generic
