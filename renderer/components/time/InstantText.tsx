import { useIntl } from 'react-intl';
import { useNow } from './use-now.ts';

type InstantTextProps = {
  /** ISO instant in UTC; null says there is none. */
  at: string | null;
};

/** A moment in the PC's own zone: the clock for today, the day for this year, the year before that; everything on hover. */
export function InstantText({ at }: InstantTextProps) {
  const { formatDate, formatTime, formatMessage } = useIntl();
  const now = new Date(useNow());
  if (at === null) return <span>{formatMessage({ id: 'common.none' })}</span>;
  const date = new Date(at);
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const short =
    date.toDateString() === now.toDateString()
      ? formatTime(date, clock)
      : formatDate(date, { month: 'short', day: 'numeric', ...(date.getFullYear() === now.getFullYear() ? clock : { year: 'numeric' }) });
  return <time dateTime={at} title={formatDate(date, { dateStyle: 'full', timeStyle: 'medium' })}>{short}</time>;
}
