import { useRef } from 'react';
import { useIntl } from 'react-intl';
import { ReadingFailed } from '#renderer/components/QueryState.tsx';
import classes from './ledger-frame.module.css';
import type { LedgerRecord } from './ledger-list.ts';
import { LedgerActionBar } from './LedgerActionBar.tsx';
import { LedgerEmpty } from './LedgerEmpty.tsx';
import { LedgerFooter } from './LedgerFooter.tsx';
import { LedgerGrid } from './LedgerGrid.tsx';
import { LedgerPeek } from './LedgerPeek.tsx';
import { TAB_STOP } from './LedgerRow.tsx';
import { LedgerToolbar } from './LedgerToolbar.tsx';
import { useLedger, type LedgerProps } from './use-ledger.ts';

/**
 * The list of the desk (ecosystem.md 2): conditions, search, views and columns above, rows in the middle with a look at one of them at
 * the right, what can be done with the selected ones below. Rows come window by window; any number of them costs the same.
 */
export function LedgerTable<Row extends LedgerRecord, F extends object, S extends string>(props: LedgerProps<Row, F, S>) {
  const { formatMessage } = useIntl();
  const ledger = useLedger(props);
  const { arrangement, counting, place } = ledger;
  const frame = useRef<HTMLElement>(null);
  const focusRows = () => frame.current?.querySelector<HTMLElement>(TAB_STOP)?.focus();
  // rows are placed from the person's own row height and the number of rows: before both are known the list could not come back to its place
  const isReady = arrangement.isReady && counting.data !== undefined;
  return (
    <section ref={frame} className={classes['frame']} aria-label={props.label}>
      <LedgerToolbar ledger={ledger} focusRows={focusRows} />
      <div className={classes['body']}>
        <div className={classes['main']}>
          {counting.isError && counting.data === undefined && <ReadingFailed error={counting.error} onRetry={() => void counting.refetch()} />}
          {isReady && <LedgerGrid ledger={ledger} overlay={ledger.count === 0 && !counting.isPlaceholderData && <LedgerEmpty ledger={ledger} />} />}
          {!isReady && !counting.isError && <div className={classes['waiting']} role="status" aria-label={formatMessage({ id: 'common.loading' })} />}
        </div>
        {props.peek && place.peek && <LedgerPeek ledger={ledger} focusRows={focusRows} />}
      </div>
      <LedgerActionBar ledger={ledger} focusRows={focusRows} />
      <LedgerFooter ledger={ledger} />
    </section>
  );
}
