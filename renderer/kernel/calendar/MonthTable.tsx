import { useIntl } from 'react-intl';
import { DayCell, type DayCellProps } from './DayCell.tsx';
import { monthWeeks } from './month-weeks.ts';
import classes from './calendar.module.css';

type MonthTableProps = { readonly year: number; /** From 1. */ readonly month: number; readonly cellOf: (day: string) => Omit<DayCellProps, 'day'> };

/** A Monday, from which the names of the seven weekdays are taken. */
const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** One month, Monday first. */
export function MonthTable({ year, month, cellOf }: MonthTableProps) {
  const { formatDate } = useIntl();
  const weekdays = Array.from({ length: 7 }, (_day, index) => new Date(MONDAY + index * DAY_MS));
  return (
    <table className={classes['month']}>
      <caption>{formatDate(Date.UTC(year, month - 1, 1), { timeZone: 'UTC', month: 'long' })}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday.getTime()} scope="col" abbr={formatDate(weekday, { timeZone: 'UTC', weekday: 'long' })}>{formatDate(weekday, { timeZone: 'UTC', weekday: 'narrow' })}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(year, month).map((week) => (
          <tr key={week.join()}>
            {week.map((day, index) => <td key={day ?? `empty-${index}`}>{day && <DayCell day={day} {...cellOf(day)} />}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
