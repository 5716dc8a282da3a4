import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { PastedCell } from '#shared/modules/training-assessment/training/paste.rules.ts';

type PasteFaultsProps = { readonly cells: readonly PastedCell<unknown>[]; readonly onClose: () => void };

/** What a paste could not put anywhere, line by line; the sheet is as it was at those places. */
export function PasteFaults({ cells, onClose }: PasteFaultsProps) {
  const { formatMessage } = useIntl();
  const faults = cells.filter((cell) => cell.kind !== 'taken');
  if (faults.length === 0) return null;
  return (
    <Alert color="red" variant="light" role="alert" withCloseButton onClose={onClose} closeButtonLabel={formatMessage({ id: 'common.close' })} icon={<IconAlertTriangle size={18} aria-hidden />} title={formatMessage({ id: 'training.paste.wrong' }, { count: faults.length })}>
      <List size="sm">{faults.map((cell) => <List.Item key={cell.row}>{formatMessage({ id: `training.paste.${cell.kind}` }, { row: cell.row, text: cell.text })}</List.Item>)}</List>
    </Alert>
  );
}
