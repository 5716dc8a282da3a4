import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** The difference of two shares, signed, in percentage points: shares differ by these, not by per cent of one another. */
export function usePercentagePoints(): (difference: number) => string {
  const { formatNumber } = useIntl();
  return useCallback((difference) => formatNumber(difference * 100, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }), [formatNumber]);
}
