import { IconPencil } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { LedgerAction } from '#renderer/components/ledger/ledger-list.ts';

/** "Edit" in the menu of a row, for who may. */
export function useEditAction<Row>(mayEdit: boolean, onEdit: (row: Row) => void): readonly LedgerAction<Row>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => (mayEdit ? [{ id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: onEdit }] : []), [formatMessage, mayEdit, onEdit]);
}
