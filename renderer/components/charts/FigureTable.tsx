import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import classes from './charts.module.css';
import { MOST_BARS } from './many.ts';

export type FigureCell = { readonly id: string; readonly count: number; readonly to: string | null };
export type FigureRow = { readonly id: string; readonly name: string; readonly cells: readonly FigureCell[] };

type FigureTableProps = {
  readonly caption: string;
  readonly rowHead: string;
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly format?: (value: number) => string;
  /** False where a sum would mean nothing, e.g. of shares. */
  readonly hasSum?: boolean;
  /** Rows that stand in an order of their own, such as months; others are put in order by their numbers when there are many. */
  readonly isInTime?: boolean;
};

/** Which column rows are put in order by, -1 for their names, and which way. */
type Order = { readonly column: number; readonly descending: boolean };

function ordered(rows: readonly FigureRow[], { column, descending }: Order): FigureRow[] {
  const way = descending ? -1 : 1;
  return rows.toSorted((a, b) => way * (column < 0 ? a.name.localeCompare(b.name, 'zh', { numeric: true }) : (a.cells[column]?.count ?? 0) - (b.cells[column]?.count ?? 0)));
}

/** The numbers of a chart, for reading exactly, for the keyboard and for paper; each opens its rows, the sums stand below. Many rows keep to their own window, in an order that is said and can be changed. */
export function FigureTable({ caption, rowHead, columns, rows, format, hasSum = true, isInTime = false }: FigureTableProps) {
  const { formatMessage, formatNumber } = useIntl();
  const isLong = rows.length > MOST_BARS;
  const [chosen, setChosen] = useState<Order | null>(null);
  const order = isLong && !isInTime ? (chosen ?? { column: 0, descending: true }) : null;
  const worded = format ?? ((value: number) => formatNumber(value));
  const sums = columns.map((_, index) => rows.reduce((sum, { cells }) => sum + (cells[index]?.count ?? 0), 0));
  const said = order === null ? caption : formatMessage({ id: order.descending ? 'chart.table.descending' : 'chart.table.ascending' }, { caption, all: rows.length, by: order.column < 0 ? rowHead : (columns[order.column] ?? rowHead) });
  const head = (label: string, column: number) => (order === null ? label : <OrderButton label={label} order={order} column={column} onChange={setChosen} />);
  const sorted = (column: number) => (order === null ? undefined : order.column !== column ? ('none' as const) : order.descending ? ('descending' as const) : ('ascending' as const));
  const table = (
    <Table withRowBorders verticalSpacing={2} captionSide="top" stickyHeader={isLong}>
      <Table.Caption ta="start">{said}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" aria-sort={sorted(-1)}>{head(rowHead, -1)}</Table.Th>
          {columns.map((column, at) => <Table.Th key={column} scope="col" aria-sort={sorted(at)} className={classes['figures']}>{head(column, at)}</Table.Th>)}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {(order === null ? rows : ordered(rows, order)).map(({ id, name, cells }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" fw={400}>{name}</Table.Th>
            {cells.map((cell) => (
              <Table.Td key={cell.id} className={classes['figures']}>{cell.to === null || cell.count === 0 ? worded(cell.count) : <PlaceLink to={cell.to} inherit>{worded(cell.count)}</PlaceLink>}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
      {hasSum && <Table.Tfoot>
        <Table.Tr>
          <Table.Th scope="row">{formatMessage({ id: 'chart.sum' })}</Table.Th>
          {sums.map((sum, index) => <Table.Td key={columns[index]} fw={600} className={classes['figures']}>{worded(sum)}</Table.Td>)}
        </Table.Tr>
      </Table.Tfoot>}
    </Table>
  );
  return isLong ? <div className={classes['long']} role="region" aria-label={said} tabIndex={0}>{table}</div> : table;
}

type OrderButtonProps = { readonly label: string; readonly order: Order; readonly column: number; readonly onChange: (order: Order) => void };

function OrderButton({ label, order, column, onChange }: OrderButtonProps) {
  const isThis = order.column === column;
  return (
    <UnstyledButton fz="inherit" fw="inherit" className={classes['order']} onClick={() => onChange({ column, descending: isThis ? !order.descending : column >= 0 })}>
      {label}
      {isThis && (order.descending ? <IconArrowDown size={14} aria-hidden /> : <IconArrowUp size={14} aria-hidden />)}
    </UnstyledButton>
  );
}
