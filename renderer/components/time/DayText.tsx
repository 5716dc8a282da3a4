import { useIntl } from 'react-intl';
import { useNow } from './use-now.ts';

type DayTextProps = {
  /** A calendar day as `2026-11-22`; null says there is none. */
  day: string | null;
};

/** A calendar day, short with its weekday; the year only when it is not this one, the full date on hover (look.md 6). */
export function DayText({ day }: DayTextProps) {
  const { formatDate, formatMessage } = useIntl();
  const now = useNow();
  if (day === null) return <span>{formatMessage({ id: 'common.none' })}</span>;
  const date = new Date(`${day}T00:00:00Z`); // a day has no clock: read and written in the same zone it never shifts
  const isThisYear = day.startsWith(String(new Date(now).getFullYear()));
  return (
    <time dateTime={day} title={formatDate(date, { dateStyle: 'full', timeZone: 'UTC' })}>
      {formatDate(date, { timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short', ...(!isThisYear && { year: 'numeric' }) })}
    </time>
  );
}
