import { useMemo } from 'react';
import { useIntl } from 'react-intl';

const FEN_IN_YUAN = 100;
const MINUTES_IN_HOUR = 60;

export type FigureWords = { readonly yuan: (fen: number | null) => string; readonly hours: (minutes: number) => string; readonly share: (part: number, whole: number) => string; readonly mean: (value: number | null) => string };

/** Money, hours, shares and means as they are read; nothing at all is a dash. */
export function useFigures(): FigureWords {
  const { formatNumber } = useIntl();
  return useMemo(
    () => ({
      yuan: (fen) => (fen === null ? '' : `¥${formatNumber(fen / FEN_IN_YUAN, { minimumFractionDigits: 2 })}`),
      hours: (minutes) => formatNumber(minutes / MINUTES_IN_HOUR, { maximumFractionDigits: 1 }),
      share: (part, whole) => (whole === 0 ? '—' : formatNumber(part / whole, { style: 'percent', maximumFractionDigits: 1 })),
      mean: (value) => (value === null ? '—' : formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })),
    }),
    [formatNumber],
  );
}
