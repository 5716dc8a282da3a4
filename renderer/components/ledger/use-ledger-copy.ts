import { notifications } from '@mantine/notifications';
import { useIntl } from 'react-intl';
import { writeClipboard } from './clipboard-write.ts';
import { copyOf } from './ledger-clipboard.ts';
import type { LedgerColumn, LedgerRecord } from './ledger-list.ts';
import { selectedCount } from './selection.ts';
import { ROWS_AT_HAND } from './use-ledger-rows.ts';
import type { Ledger } from './use-ledger.ts';

/** Ctrl+C of a list: the selected rows with their heads, else the cell or the row the person stands on. */
export function useLedgerCopy<Row extends LedgerRecord, F extends object, S extends string>(ledger: Ledger<Row, F, S>, selectedRows: () => Promise<Row[]>) {
  const intl = useIntl();
  const columns: readonly LedgerColumn<Row>[] = ledger.placed.map(({ column }) => column);
  const say = (message: string): void => void notifications.show({ message, autoClose: 4000 });

  return async (row: Row | undefined, columnId = ledger.active.column): Promise<void> => {
    const selected = selectedCount(ledger.selection, ledger.count);
    if (selected > ROWS_AT_HAND) {
      say(intl.formatMessage({ id: 'ledger.copy-too-many' }, { limit: ROWS_AT_HAND }));
      return;
    }
    if (selected > 0) {
      const rows = await selectedRows();
      if (writeClipboard(copyOf(rows, columns, true))) say(intl.formatMessage({ id: 'ledger.copied' }, { count: rows.length }));
      return;
    }
    if (row) writeClipboard(copyOf([row], columnId === null ? columns : columns.filter(({ id }) => id === columnId), false));
  };
}
