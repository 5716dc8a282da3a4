import { Group } from '@mantine/core';
import classes from './ledger-frame.module.css';
import type { LedgerRecord } from './ledger-list.ts';
import { LedgerColumns } from './LedgerColumns.tsx';
import { LedgerExport } from './LedgerExport.tsx';
import { LedgerFilters } from './LedgerFilters.tsx';
import { LedgerPrint } from './LedgerPrint.tsx';
import { LedgerSearch } from './LedgerSearch.tsx';
import { LedgerViews } from './LedgerViews.tsx';
import type { Ledger } from './use-ledger.ts';

type LedgerToolbarProps<Row extends LedgerRecord, F extends object, S extends string> = { readonly ledger: Ledger<Row, F, S>; readonly focusRows: () => void };

/** Above the rows: which of them at the left, how they are shown at the right. */
export function LedgerToolbar<Row extends LedgerRecord, F extends object, S extends string>({ ledger, focusRows }: LedgerToolbarProps<Row, F, S>) {
  return (
    <div className={classes['toolbar']}>
      <Group gap={8} className={classes['conditions']}>
        <LedgerSearch ledger={ledger} focusRows={focusRows} />
        <LedgerFilters ledger={ledger} />
      </Group>
      <Group gap={8} wrap="nowrap">
        <LedgerViews ledger={ledger} />
        <LedgerColumns ledger={ledger} />
        <LedgerExport ledger={ledger} />
        <LedgerPrint ledger={ledger} />
      </Group>
    </div>
  );
}
