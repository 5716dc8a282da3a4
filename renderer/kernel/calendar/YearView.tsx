import { useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { CalendarDay } from '#shared/kernel/calendar/calendar.contract.ts';
import { dayByKey } from './month-weeks.ts';
import { MonthTable } from './MonthTable.tsx';
import classes from './calendar.module.css';

type YearViewProps = { readonly year: number; readonly days: readonly CalendarDay[]; readonly onOpen: ((day: string) => void) | null };

const MONTHS = Array.from({ length: 12 }, (_month, index) => index + 1);

/** Twelve months. Tab reaches one day, arrows and page keys go on from there, Enter opens it. */
export function YearView({ year, days, onOpen }: YearViewProps) {
  const { formatMessage } = useIntl();
  const today = localToday();
  const [reached, setReached] = useState(() => (today.startsWith(`${year}-`) ? today : `${year}-01-01`));
  const place = useRef<HTMLDivElement>(null);
  const published = new Map(days.map((day) => [day.day, day]));
  const move = (event: KeyboardEvent) => {
    const next = dayByKey(reached, event.key);
    if (next === null || !onOpen) return;
    event.preventDefault();
    setReached(next);
    place.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  const open = onOpen
    ? (day: string) => {
        setReached(day);
        onOpen(day);
      }
    : null;
  return (
    <div ref={place} className={classes['year']} role="group" aria-label={formatMessage({ id: 'calendar.year' }, { year: String(year) })} onKeyDown={move}>
      {MONTHS.map((month) => (
        <MonthTable key={month} year={year} month={month} cellOf={(day) => ({ published: published.get(day), isToday: day === today, isReached: day === reached, onOpen: open })} />
      ))}
    </div>
  );
}
