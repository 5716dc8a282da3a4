import { ActionIcon } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useState } from 'react';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { PaperPreview, type Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { LedgerRecord } from './ledger-list.ts';
import { selectedCount } from './selection.ts';
import { useLedgerRows } from './use-ledger-rows.ts';
import type { Ledger } from './use-ledger.ts';

/** More on paper than this nobody reads; an export is the way. */
const ROWS_ON_PAPER = 2000;

/** The list on paper as it stands: its columns and order, the selected rows or else all that match. */
export function LedgerPrint<Row extends LedgerRecord, F extends object, S extends string>({ ledger }: { readonly ledger: Ledger<Row, F, S> }) {
  const { formatMessage } = useIntl();
  const { props, selection, count, placed } = ledger;
  const [paper, setPaper] = useState<Paper | null>(null);
  const rows = useLedgerRows(ledger);
  const selected = selectedCount(selection, count);
  const gather = useMutation({
    mutationFn: async (): Promise<Paper | null> => {
      const onPaper = selected > 0 ? selected : await rows.matching();
      if (onPaper > ROWS_ON_PAPER) notifications.show({ color: 'yellow', message: formatMessage({ id: 'ledger.print-too-many' }, { limit: ROWS_ON_PAPER, count: onPaper }) });
      if (onPaper === 0 || onPaper > ROWS_ON_PAPER) return null;
      const read = selected > 0 ? await rows.selected() : ((await rows.range(0, onPaper - 1)) ?? []).map(({ row }) => row);
      const columns = placed.map(({ column, width }) => ({ title: column.title, width, ...(column.figures && { figures: true }) }));
      const cells = read.map((row) => placed.map(({ column }) => column.text(row)));
      return { title: props.label, entity: props.id, entityId: '', rows: read.length, asksReason: true, startsLandscape: columns.length > 6, blocks: [{ kind: 'table', heading: '', columns, rows: cells }] };
    },
    onSuccess: setPaper,
  });
  const start = () => {
    if (!gather.isPending && !paper) gather.mutate();
  };
  useDeskCommand({ id: 'frame.print', title: 'common.print', accelerator: 'CmdOrCtrl+P', run: start });
  const label = formatMessage({ id: 'common.print' });
  return (
    <>
      <ActionIcon size={26} variant="default" aria-label={label} title={label} disabled={count === 0} loading={gather.isPending} onClick={start}><IconPrinter size={14} aria-hidden /></ActionIcon>
      {paper && <PaperPreview paper={paper} onClose={() => setPaper(null)} />}
    </>
  );
}
