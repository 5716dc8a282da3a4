import { useIntl } from 'react-intl';
import { useNow } from './use-now.ts';

type DayTextProps = {
  /** A calendar day as `2026-11-22`; null says there is none. */
  day: string | null;
};

/** A calendar day: of this year short with its weekday, of another with the year instead, where a weekday tells nobody anything; the full date on hover (look.md 6). */
export function DayText({ day }: DayTextProps) {
  const { formatDate, formatMessage } = useIntl();
  const now = useNow();
  if (day === null) return <span>{formatMessage({ id: 'common.none' })}</span>;
  const date = new Date(`${day}T00:00:00Z`); // a day has no clock: read and written in the same zone it never shifts
  const isThisYear = day.startsWith(String(new Date(now).getFullYear()));
  const written = formatDate(date, { timeZone: 'UTC', month: 'short', day: 'numeric', ...(!isThisYear && { year: 'numeric' }) });
  return (
    <time dateTime={day} title={formatDate(date, { dateStyle: 'full', timeZone: 'UTC' })}>
      {isThisYear ? formatMessage({ id: 'common.day' }, { day: written, weekday: formatDate(date, { timeZone: 'UTC', weekday: 'short' }) }) : written}
    </time>
  );
}
