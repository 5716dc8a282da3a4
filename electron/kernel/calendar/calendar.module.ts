import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { CalendarDay, calendarContract } from '#shared/kernel/calendar/calendar.contract.ts';
import { parseCalendarLines, type PublishedDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { calendarDays } from './calendar.tables.ts';

const calendarRepository = ({ orm }: Db) => ({
  ofYear: (year: number): CalendarDay[] =>
    orm
      .select({ day: calendarDays.day, kind: calendarDays.kind, name: calendarDays.name, source: calendarDays.source })
      .from(calendarDays)
      .where(and(gte(calendarDays.day, `${year}-01-01`), lt(calendarDays.day, `${year + 1}-01-01`)))
      .orderBy(asc(calendarDays.day))
      .all() as CalendarDay[], // `kind` is CHECKed by the table
  years: (): number[] =>
    orm
      .selectDistinct({ year: sql<number>`cast(substr(${calendarDays.day}, 1, 4) AS INTEGER)` })
      .from(calendarDays)
      .all()
      .map((row) => row.year)
      .sort((a, b) => a - b),
  published: (): PublishedDays => new Map(orm.select({ day: calendarDays.day, kind: calendarDays.kind }).from(calendarDays).all().map((row) => [row.day, row.kind as CalendarDay['kind']])), // CHECKed
  idOf: (day: string): string | undefined => orm.select({ id: calendarDays.id }).from(calendarDays).where(eq(calendarDays.day, day)).get()?.id,
  put: (value: CalendarDay, write: { id: string; communityId: string; now: string }): string =>
    orm
      .insert(calendarDays)
      .values({ id: write.id, communityId: write.communityId, createdAt: write.now, updatedAt: write.now, ...value })
      .onConflictDoUpdate({ target: calendarDays.day, set: { kind: value.kind, name: value.name, source: value.source, updatedAt: write.now, version: sql`version + 1` } })
      .returning({ id: calendarDays.id })
      .get().id,
  remove: (day: string): void => void orm.delete(calendarDays).where(eq(calendarDays.day, day)).run(),
});

export const openCalendar = (db: Db) => ({ calendar: calendarRepository(db) });

const written = (work: Work) => ({ id: work.clock.newId(), communityId: work.actor.communityId, now: work.clock.now().toISOString() });

function put(work: Work, day: CalendarDay) {
  const existing = work.calendar.idOf(day.day);
  const before = existing ? work.rows.read('calendar_day', existing) : undefined;
  return work.rows.change('calendar_day', work.calendar.put(day, written(work)), before);
}

function setDay(work: Work, value: Omit<CalendarDay, 'source'>): CalendarDay {
  const day: CalendarDay = { ...value, source: 'manual' };
  const change = put(work, day);
  work.record({ action: 'calendar.day.set', entity: 'calendar_day', entityId: change.entityId, detail: { day: day.day, kind: day.kind }, changes: [change] });
  return day;
}

function clearDay(work: Work, { day }: { day: string }): Record<string, never> {
  const id = work.calendar.idOf(day) ?? fail('record/not-found', {});
  const before = work.rows.read('calendar_day', id) ?? fail('record/not-found', {});
  work.calendar.remove(day);
  work.record({ action: 'calendar.day.cleared', entity: 'calendar_day', entityId: id, detail: { day }, changes: [work.rows.removal('calendar_day', before)] });
  return {};
}

/** All lines or none: one that is not understood stops the import and is named. */
function importDays(work: Work, { text, source }: { text: string; source: string }): { imported: number } {
  const lines = parseCalendarLines(text);
  const wrong = lines.find((line) => !line.ok);
  if (wrong) return fail('calendar/line-not-understood', { line: wrong.line, text: wrong.text });
  const days = new Map(lines.filter((line) => line.ok).map(({ day, kind, name }) => [day, { day, kind, name, source }])); // a date given twice: its last line
  const changes = [...days.values()].map((day) => put(work, day));
  work.record({ action: 'calendar.days.imported', entity: 'calendar_day', entityId: '', detail: { count: changes.length, source }, changes });
  return { imported: changes.length };
}

export const calendarHandlers: Handlers<typeof calendarContract, Work> = {
  listDays: (work, { year }) => work.calendar.ofYear(year),
  listKnownYears: (work) => work.calendar.years(),
  setDay,
  clearDay,
  importDays,
};

/** The State Council publishes next year's days in November; from 1 December an empty next year is somebody's task. */
export const calendarToday: readonly TodaySource[] = [
  {
    permission: 'calendar.edit',
    items: (work) => {
      const year = Number(work.today.slice(0, 4));
      const years = work.calendar.years();
      const missing = years.includes(year) ? (work.today.slice(5) >= '12-01' && !years.includes(year + 1) ? year + 1 : null) : year;
      return missing === null ? [] : [{ kind: 'calendar-empty', column: 'due', urgency: 'near', params: { year: missing }, to: '/system/calendar', since: null, dueOn: null }];
    },
  },
];
