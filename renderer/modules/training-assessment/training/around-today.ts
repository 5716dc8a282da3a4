import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { Days } from './DaysPicker.tsx';

/** The weeks around today, as a list of sessions or exams begins. */
export const aroundToday = (before: number, after: number): Days => ({ from: addDays(localToday(), -before), until: addDays(localToday(), after) });
