import { mutationOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { calendarContract, type CalendarDay } from '#shared/kernel/calendar/calendar.contract.ts';

const { setDay, clearDay } = calendarContract;

/** What a day becomes: off, worked, or again what the plain week says. Only the first two have a name. */
export const dayChangeSchema = z.discriminatedUnion('kind', [
  setDay.input.extend({ kind: z.literal('holiday') }),
  setDay.input.extend({ kind: z.literal('workday') }),
  clearDay.input.extend({ kind: z.literal('plain') }),
]);
export type DayChange = z.input<typeof dayChangeSchema>;

/** One act for the person, one of two commands for main; both make the same things to be read again. */
export function saveDay(published: CalendarDay | undefined) {
  const set = api.calendar.setDay();
  const clear = api.calendar.clearDay();
  return mutationOptions<CalendarDay | null, AppError, DayChange>({
    mutationKey: ['calendar', 'saveDay'],
    ...(set.meta && { meta: set.meta }),
    mutationFn: async (change, context) => {
      if (change.kind !== 'plain') return (await set.mutationFn?.(change, context)) ?? null;
      if (published) await clear.mutationFn?.({ day: change.day }, context);
      return null;
    },
  });
}
