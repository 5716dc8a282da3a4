import { useCallback } from 'react';
import { useIntl } from 'react-intl';

const FEN_IN_YUAN = 100;

/** Fen as people read them: ¥12,340.00 (look.md 6). */
export function useYuan(): (fen: number) => string {
  const { formatNumber } = useIntl();
  return useCallback((fen) => `${fen < 0 ? '-' : ''}¥${formatNumber(Math.abs(fen) / FEN_IN_YUAN, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`, [formatNumber]);
}

/** Fen in a table whose head says yuan: 12,340.00. */
export function usePlainYuan(): (fen: number) => string {
  const { formatNumber } = useIntl();
  return useCallback((fen) => formatNumber(fen / FEN_IN_YUAN, { minimumFractionDigits: 2, maximumFractionDigits: 2 }), [formatNumber]);
}

/** Fen on the axis of a chart: whole yuan, ten thousands short. */
export function useShortYuan(): (fen: number) => string {
  const { formatNumber, locale } = useIntl();
  return useCallback(
    (fen) => {
      const yuan = fen / FEN_IN_YUAN;
      if (Math.abs(yuan) < 10_000) return formatNumber(yuan, { maximumFractionDigits: 0 });
      return locale === 'en' ? `${formatNumber(yuan / 1000, { maximumFractionDigits: 1 })}k` : `${formatNumber(yuan / 10_000, { maximumFractionDigits: 1 })}万`;
    },
    [formatNumber, locale],
  );
}

/** Tenths of a per cent as per cent; a dash where there is nothing to divide by. */
export function usePercent(): (permille: number | null) => string {
  const { formatNumber } = useIntl();
  return useCallback((permille) => (permille === null ? '—' : formatNumber(permille / 1000, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })), [formatNumber]);
}
