import { useRef, type PointerEvent } from 'react';
import { withWidth, type ColumnLayout, type PlacedColumn } from './column-layout.ts';
import classes from './ledger.module.css';

type ColumnResizerProps<Row, S extends string> = { readonly layout: ColumnLayout; readonly placed: PlacedColumn<Row, S>; readonly onChange: (layout: ColumnLayout) => void };

/** The right edge of a head: pull it to change the width, double click for the width as delivered. Keys do the same on the head itself. */
export function ColumnResizer<Row, S extends string>({ layout, placed: { column, width }, onChange }: ColumnResizerProps<Row, S>) {
  const pulled = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const move = (event: PointerEvent) => {
    if (pulled.current) onChange(withWidth(layout, column.id, pulled.current.width + event.clientX - pulled.current.from));
  };
  return (
    <span
      aria-hidden
      className={classes['resizer']}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        pulled.current = { from: event.clientX, width };
      }}
      onPointerMove={move}
      onLostPointerCapture={() => (pulled.current = null)}
      onDoubleClick={() => onChange(withWidth(layout, column.id, column.width))}
    />
  );
}
