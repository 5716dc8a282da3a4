import { Table } from '@mantine/core';
import { useIntl } from 'react-intl';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import classes from './trace.module.css';

/** One part of a score or balance; `value` as it is shown, `to` its record or rows. */
export type TraceItem = { readonly id: string; readonly label: string; readonly value: string; readonly note?: string; readonly to?: string };

type TraceProps = { readonly items: readonly TraceItem[]; readonly total: { readonly label: string; readonly value: string }; /** What is unfolded, for whoever hears the page. */ readonly label: string };

/** A score or balance unfolded into its items, each with its record; the sum stands under the line (look.md 4). The caller proves that it is their sum. */
export function Trace({ items, total, label }: TraceProps) {
  const { formatMessage } = useIntl();
  return (
    <Table aria-label={label} verticalSpacing={4} className={classes['trace']}>
      <Table.Thead className={classes['heads']}>
        <Table.Tr><Table.Th scope="col">{formatMessage({ id: 'trace.item' })}</Table.Th><Table.Th scope="col" ta="end">{formatMessage({ id: 'trace.value' })}</Table.Th></Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.id}>
            <Table.Td>
              {item.to === undefined ? item.label : <PlaceLink to={item.to} inherit>{item.label}</PlaceLink>}
              {item.note !== undefined && <div className={classes['note']}>{item.note}</div>}
            </Table.Td>
            <Table.Td className={classes['value']}>{item.value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot className={classes['total']}>
        <Table.Tr><Table.Th scope="row">{total.label}</Table.Th><Table.Td className={classes['value']}>{total.value}</Table.Td></Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
