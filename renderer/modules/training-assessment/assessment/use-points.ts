import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { HUNDREDTHS, WHOLE } from '#shared/modules/training-assessment/assessment/score.rules.ts';

/** Hundredths as points, without empty decimals; what is not known yet is a dash. */
export function usePoints(): (score: number | null) => string {
  const { formatNumber } = useIntl();
  return useCallback((score) => (score === null ? '—' : formatNumber(score / HUNDREDTHS, { maximumFractionDigits: 2 })), [formatNumber]);
}

/** Hundredths as points with both decimals, for scores that stand below one another. */
export function useScore(): (score: number | null) => string {
  const { formatNumber } = useIntl();
  return useCallback((score) => (score === null ? '—' : formatNumber(score / HUNDREDTHS, { minimumFractionDigits: 2 })), [formatNumber]);
}

/** Ten-thousandths as per cent. */
export function useShare(): (share: number | null) => string {
  const { formatNumber } = useIntl();
  return useCallback((share) => (share === null ? '—' : formatNumber(share / WHOLE, { style: 'percent', maximumFractionDigits: 1 })), [formatNumber]);
}
