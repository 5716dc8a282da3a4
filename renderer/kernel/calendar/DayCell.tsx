import { VisuallyHidden } from '@mantine/core';
import { useIntl } from 'react-intl';
import type { CalendarDay } from '#shared/kernel/calendar/calendar.contract.ts';
import { isWeekend } from './month-weeks.ts';
import classes from './calendar.module.css';

export type DayCellProps = {
  readonly day: string;
  readonly published: CalendarDay | undefined;
  readonly isToday: boolean;
  /** The one day of the year the Tab key reaches; arrows go on from it. */
  readonly isReached: boolean;
  /** Absent for who may only look. */
  readonly onOpen: ((day: string) => void) | null;
};

/** One day: its number, and under it the word when it differs from the plain week. */
export function DayCell({ day, published, isToday, isReached, onOpen }: DayCellProps) {
  const { formatMessage, formatDate } = useIntl();
  const date = formatDate(`${day}T00:00:00Z`, { timeZone: 'UTC', month: 'long', day: 'numeric', weekday: 'long' });
  const isFree = published ? published.kind === 'holiday' : isWeekend(day);
  const label = published ? formatMessage({ id: 'calendar.day.label' }, { date, kind: formatMessage({ id: `calendar.kind.${published.kind}` }), name: published.name }) : date;
  const look = {
    className: classes['day'],
    'data-day': day,
    'data-kind': published?.kind,
    'data-free': isFree || undefined,
    'data-today': isToday || undefined,
    title: published?.name,
  };
  const body = (
    <>
      <span className={classes['number']} aria-hidden>{Number(day.slice(8))}</span>
      {published && <span className={classes['mark']} aria-hidden>{formatMessage({ id: `calendar.mark.${published.kind}` })}</span>}
    </>
  );
  const current = isToday ? ({ 'aria-current': 'date' } as const) : {};
  return onOpen ? (
    <button type="button" {...look} {...current} tabIndex={isReached ? 0 : -1} onClick={() => onOpen(day)}>{body}<VisuallyHidden>{label}</VisuallyHidden></button>
  ) : (
    <span {...look} {...current} role="img" aria-label={label}>{body}</span>
  );
}
