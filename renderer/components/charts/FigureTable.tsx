import { Table } from '@mantine/core';
import { useIntl } from 'react-intl';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import classes from './charts.module.css';

export type FigureCell = { readonly id: string; readonly count: number; readonly to: string | null };
export type FigureRow = { readonly id: string; readonly name: string; readonly cells: readonly FigureCell[] };

type FigureTableProps = { readonly caption: string; readonly rowHead: string; readonly columns: readonly string[]; readonly rows: readonly FigureRow[]; readonly format?: (value: number) => string; /** False where a sum would mean nothing, e.g. of shares. */ readonly hasSum?: boolean };

/** The numbers of a chart, for reading exactly, for the keyboard and for paper; each opens its rows, the sums stand below. */
export function FigureTable({ caption, rowHead, columns, rows, format, hasSum = true }: FigureTableProps) {
  const { formatMessage, formatNumber } = useIntl();
  const worded = format ?? ((value: number) => formatNumber(value));
  const sums = columns.map((_, index) => rows.reduce((sum, { cells }) => sum + (cells[index]?.count ?? 0), 0));
  return (
    <Table withRowBorders verticalSpacing={2} captionSide="top">
      <Table.Caption ta="start">{caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{rowHead}</Table.Th>
          {columns.map((column) => <Table.Th key={column} scope="col" className={classes['figures']}>{column}</Table.Th>)}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ id, name, cells }) => (
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
}
