import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import classes from './ledger-frame.module.css';
import type { LedgerRecord } from './ledger-list.ts';
import type { Ledger } from './use-ledger.ts';

/** How many rows match, and out of how many while a condition limits them. */
export function LedgerFooter<Row extends LedgerRecord, F extends object, S extends string>({ ledger }: { readonly ledger: Ledger<Row, F, S> }) {
  const { props, place, counting } = ledger;
  const start = props.filterSchema.parse({});
  const isFiltered = JSON.stringify(place.filter) !== JSON.stringify(start);
  const total = useQuery({ ...props.source(start).count, enabled: isFiltered });
  return (
    <Text component="div" size="xs" c="dimmed" role="status" className={classes['footer']}>
      {counting.data === undefined && !counting.isError && <FormattedMessage id="ledger.counting" />}
      {counting.data !== undefined &&
        (isFiltered && total.data !== undefined ? (
          <FormattedMessage id="ledger.count-filtered" values={{ count: counting.data, total: total.data }} />
        ) : (
          <FormattedMessage id="ledger.count" values={{ count: counting.data }} />
        ))}
    </Text>
  );
}
