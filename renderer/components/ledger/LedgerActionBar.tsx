import { Button, Kbd, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './ledger-frame.module.css';
import type { LedgerAction, LedgerRecord } from './ledger-list.ts';
import { everythingSelected, nothingSelected, selectedCount } from './selection.ts';
import { ROWS_AT_HAND, useLedgerRows } from './use-ledger-rows.ts';
import type { Ledger } from './use-ledger.ts';

type LedgerActionBarProps<Row extends LedgerRecord, F extends object, S extends string> = { readonly ledger: Ledger<Row, F, S>; readonly focusRows: () => void };

/** What can be done with the selected rows; there only while rows are selected. */
export function LedgerActionBar<Row extends LedgerRecord, F extends object, S extends string>({ ledger, focusRows }: LedgerActionBarProps<Row, F, S>) {
  const { formatMessage } = useIntl();
  const { selection, select, count } = ledger;
  const rows = useLedgerRows(ledger);
  const selected = selectedCount(selection, count);
  // the rows of "all that match" are read first; a refusal of that reading reaches the one place where failures of acts are shown
  const act = useMutation({
    mutationFn: async ({ run, runMany }: LedgerAction<Row>) => {
      const chosen = await rows.selected();
      if (runMany) runMany(chosen);
      else if (chosen[0]) run(chosen[0]);
    },
  });
  if (selected === 0) return null;
  const start = (action: LedgerAction<Row>) => {
    if (selected <= ROWS_AT_HAND) act.mutate(action);
    else notifications.show({ color: 'yellow', message: formatMessage({ id: 'ledger.selected-too-many' }, { limit: ROWS_AT_HAND }) });
  };
  const offered = (ledger.props.actions ?? []).filter(({ runMany }) => runMany || selected === 1);
  const selectAll = () => {
    select(everythingSelected);
    focusRows(); // the button is gone, and Esc must still be heard
  };
  const leave = () => {
    select(nothingSelected);
    focusRows();
  };
  return (
    <div role="group" aria-label={formatMessage({ id: 'ledger.selected-bar' })} className={classes['actions']} onKeyDown={(event) => event.key === 'Escape' && leave()}>
      <Text size="sm" fw={600} role="status"><FormattedMessage id="ledger.selected" values={{ count: selected }} /></Text>
      {selected < count && <Button size="compact-sm" variant="subtle" onClick={selectAll}><FormattedMessage id="ledger.select-all-count" values={{ count }} /></Button>}
      {offered.map((action) => (
        <Button key={action.id} size="compact-sm" variant="default" leftSection={action.icon} {...(action.danger && { color: 'red', variant: 'light' })} disabled={act.isPending} onClick={() => start(action)}>
          {action.label}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" ml="auto" rightSection={<Kbd size="xs">Esc</Kbd>} onClick={leave}><FormattedMessage id="ledger.deselect" /></Button>
    </div>
  );
}
