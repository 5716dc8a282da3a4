import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './ledger-frame.module.css';
import type { LedgerRecord } from './ledger-list.ts';
import type { Ledger } from './use-ledger.ts';

type LedgerEmptyProps<Row extends LedgerRecord, F extends object, S extends string> = { readonly ledger: Ledger<Row, F, S> };

/** A list without rows says why and what to do: which condition hides the rows, or how an empty list begins. */
export function LedgerEmpty<Row extends LedgerRecord, F extends object, S extends string>({ ledger }: LedgerEmptyProps<Row, F, S>) {
  const { props, place } = ledger;
  const isFiltered = JSON.stringify(place.filter) !== JSON.stringify(props.filterSchema.parse({}));
  return <div className={classes['empty']}>{isFiltered ? <NoneMatch ledger={ledger} /> : props.empty}</div>;
}

type Hiding<F> = { readonly id: string; readonly words: string; readonly filter: F };

/** Every condition that is set, with the filter as it would be without it. */
function useSetConditions<Row extends LedgerRecord, F extends object, S extends string>({ props: { filters, search }, place: { filter } }: Ledger<Row, F, S>): Hiding<F>[] {
  const { formatMessage } = useIntl();
  const text = search?.of(filter) ?? '';
  const set = filters.flatMap((one) => {
    const words = one.describe(filter);
    return words === null ? [] : [{ id: one.id, words: formatMessage({ id: 'ledger.condition' }, { label: one.label, words }), filter: one.without(filter) }];
  });
  return search && text !== '' ? [{ id: 'search', words: formatMessage({ id: 'ledger.condition-search' }, { text }), filter: search.put(filter, '') }, ...set] : set;
}

/** Names each condition that, taken away alone, would show rows, with their number; none does when only several together hide them. */
function NoneMatch<Row extends LedgerRecord, F extends object, S extends string>({ ledger }: LedgerEmptyProps<Row, F, S>) {
  const { props, setPlace } = ledger;
  const conditions = useSetConditions(ledger);
  const counts = useQueries({ queries: conditions.map(({ filter }) => props.source(filter).count) });
  const hiding = conditions.map((condition, at) => ({ ...condition, count: counts[at]?.data ?? 0 })).filter(({ count }) => count > 0);
  return (
    <Stack gap="xs" align="center" role="status">
      <Text fw={600}><FormattedMessage id="ledger.none-match" /></Text>
      <Text size="sm" c="dimmed"><FormattedMessage id={hiding.length > 0 ? 'ledger.none-match-hiding' : 'ledger.none-match-hint'} /></Text>
      <Group gap="xs" justify="center">
        {hiding.map(({ id, words, filter, count }) => (
          <Button key={id} variant="default" size="compact-sm" onClick={() => setPlace({ filter })}><FormattedMessage id="ledger.show-without" values={{ words, count }} /></Button>
        ))}
        <Button variant="subtle" size="compact-sm" onClick={() => setPlace({ filter: props.filterSchema.parse({}) })}><FormattedMessage id="ledger.filters-clear" /></Button>
      </Group>
    </Stack>
  );
}
