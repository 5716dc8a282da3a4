import { Stack } from '@mantine/core';
import type { IntlShape } from 'react-intl';
import type { LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';

type Days = { readonly from: string | null; readonly until: string | null };

/** "From … until …", either side may stay open. */
export function daysFilter<F extends Days>({ formatMessage }: Pick<IntlShape, 'formatMessage'>, label: string): LedgerFilter<F> {
  return {
    id: 'days',
    label,
    describe: ({ from, until }) => (from === null && until === null ? null : formatMessage({ id: 'typed.range' }, { from: from ?? '…', until: until ?? '…' })),
    without: (filter) => ({ ...filter, from: null, until: null }),
    editor: (filter, change) => (
      <Stack gap="xs">
        <DayInput label={formatMessage({ id: 'typed.from' })} value={filter.from} data-autofocus popoverProps={{ withinPortal: false }} onChange={(from) => change({ ...filter, from })} />
        <DayInput label={formatMessage({ id: 'typed.until' })} value={filter.until} popoverProps={{ withinPortal: false }} onChange={(until) => change({ ...filter, until })} />
      </Stack>
    ),
  };
}
