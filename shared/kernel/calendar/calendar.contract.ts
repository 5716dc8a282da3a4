import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { dayText, doneSchema } from '#shared/contract/list.ts';

export const calendarPermissions = { 'calendar.edit': ['administrator', 'supervisor'] } as const;
const { query, command } = operationsFor(calendarPermissions);

/** A day that differs from the plain week: a weekday that is free, or a weekend day that is worked (调休). */
export const calendarDaySchema = z.strictObject({
  day: dayText,
  kind: z.enum(['holiday', 'workday']),
  name: z.string().trim().min(1).max(40),
  /** Where it was published, or `manual`. */
  source: z.string().max(100),
});
export type CalendarDay = z.infer<typeof calendarDaySchema>;

const year = z.int().min(2000).max(2100);

export const calendarContract = {
  listDays: query({ permission: 'session', input: z.strictObject({ year }), output: z.array(calendarDaySchema) }),
  /** Years that hold at least one published day; deadlines in other years are estimates. */
  listKnownYears: query({ permission: 'session', input: z.strictObject({}), output: z.array(year) }),
  setDay: command({ permission: 'calendar.edit', input: calendarDaySchema.omit({ source: true }), output: calendarDaySchema, invalidates: ['calendar', 'notifications'] }),
  clearDay: command({ permission: 'calendar.edit', input: z.strictObject({ day: dayText }), output: doneSchema, invalidates: ['calendar', 'notifications'] }),
  /** The text of the yearly notice, a line a day: `2027-01-01 元旦` or `2027-02-14 班 春节调休`. */
  importDays: command({
    permission: 'calendar.edit',
    input: z.strictObject({ text: z.string().max(20_000), source: z.string().trim().min(1).max(100) }),
    output: z.strictObject({ imported: z.int() }),
    invalidates: ['calendar', 'notifications'],
  }),
};
