import { Stack } from '@mantine/core';
import type { IntlShape } from 'react-intl';
import type { LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';

type Ranged = { readonly from: string | null; readonly until: string | null };

/** "From this day to that day", for lists whose conditions have `from` and `until`. */
export function dayRangeFilter<F extends Ranged>({ id, label, formatMessage }: { readonly id: string; readonly label: string; readonly formatMessage: IntlShape['formatMessage'] }): LedgerFilter<F> {
  return {
    id,
    label,
    describe: ({ from, until }) => (from === null && until === null ? null : formatMessage({ id: 'command.range' }, { from: from ?? '…', until: until ?? '…' })),
    without: (filter) => ({ ...filter, from: null, until: null }),
    editor: (filter, change) => (
      <Stack gap="xs" w={220}>
        <DayInput label={formatMessage({ id: 'command.range-from' })} value={filter.from} data-autofocus popoverProps={{ withinPortal: false }} onChange={(day) => change({ ...filter, from: day })} />
        <DayInput label={formatMessage({ id: 'command.range-until' })} value={filter.until} popoverProps={{ withinPortal: false }} onChange={(day) => change({ ...filter, until: day })} />
      </Stack>
    ),
  };
}
