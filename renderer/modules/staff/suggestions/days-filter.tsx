import { Stack } from '@mantine/core';
import type { IntlShape } from 'react-intl';
import type { LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';

type Ranged = { readonly from: string | null; readonly until: string | null };

/** "Between these days", both ends included; either may be left open. */
export const daysFilter = <F extends Ranged>(formatMessage: IntlShape['formatMessage'], label: 'staff_suggestion.field.putOn' | 'good_practice.field.writtenOn'): LedgerFilter<F> => ({
  id: 'days',
  label: formatMessage({ id: label }),
  describe: ({ from, until }) => (from === null && until === null ? null : formatMessage({ id: 'suggestion.filter.days' }, { from: from ?? '…', until: until ?? '…' })),
  without: (filter) => ({ ...filter, from: null, until: null }),
  editor: (filter, change) => (
    <Stack gap="xs" w={220}>
      <DayInput label={formatMessage({ id: 'suggestion.filter.from' })} value={filter.from} data-autofocus popoverProps={{ withinPortal: false }} onChange={(from) => change({ ...filter, from })} />
      <DayInput label={formatMessage({ id: 'suggestion.filter.until' })} value={filter.until} popoverProps={{ withinPortal: false }} onChange={(until) => change({ ...filter, until })} />
    </Stack>
  ),
});
