import { useIntl } from 'react-intl';
import { fileSize } from './file-size.ts';

/** The size of a file in words, e.g. 12.3 MB. */
export function FileSize({ bytes }: { readonly bytes: number }) {
  const { formatNumber } = useIntl();
  const { value, unit } = fileSize(bytes);
  return <>{formatNumber(value, { style: 'unit', unit, maximumFractionDigits: value < 100 ? 1 : 0 })}</>;
}
