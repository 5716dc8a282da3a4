import { Button, Stack, Text } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import classes from './ledger-frame.module.css';
import type { LedgerRecord } from './ledger-list.ts';
import type { Ledger } from './use-ledger.ts';

/** A list without rows says why and what to do: conditions that match nothing can be removed, an empty list offers its own beginning. */
export function LedgerEmpty<Row extends LedgerRecord, F extends object, S extends string>({ ledger: { props, place, setPlace } }: { readonly ledger: Ledger<Row, F, S> }) {
  const start = props.filterSchema.parse({});
  const isFiltered = JSON.stringify(place.filter) !== JSON.stringify(start);
  return (
    <div className={classes['empty']}>
      {isFiltered ? (
        <Stack gap="xs" align="center">
          <Text fw={600}><FormattedMessage id="ledger.none-match" /></Text>
          <Text size="sm" c="dimmed"><FormattedMessage id="ledger.none-match-hint" /></Text>
          <Button variant="default" size="compact-sm" onClick={() => setPlace({ filter: start })}><FormattedMessage id="ledger.filters-clear" /></Button>
        </Stack>
      ) : (
        props.empty
      )}
    </div>
  );
}
