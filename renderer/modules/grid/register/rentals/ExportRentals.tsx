import { useIntl } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { ExportButton } from '#renderer/components/export/ExportButton.tsx';

const COLUMNS = ['address', 'gridName', 'state', 'rentalUse', 'rentalType', 'tenantName', 'tenantIdNumber', 'tenantPhone', 'startsOn', 'endsOn', 'leftOn', 'note'] as const;

/** Every letting on record as a workbook. */
export function ExportRentals() {
  const { formatMessage } = useIntl();
  if (!useMay()('rentals.read')) return null;
  return <ExportButton list="grid.rentals" label={formatMessage({ id: 'rentals.export' })} query={{}} columns={COLUMNS.map((field) => ({ field, title: formatMessage({ id: `rentals.column.${field}` }) }))} />;
}
