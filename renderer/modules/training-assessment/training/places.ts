import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';
import { classFilterSchema, type ClassFilter } from '#shared/modules/training-assessment/training/class.schema.ts';
import { hoursFilterSchema, type HoursFilter } from '#shared/modules/training-assessment/training/record.schema.ts';

/** Places of this area, as links and buttons name them. */
export const planPlace = (id: string): string => `/training/plans/${id}`;
export const classPlace = (id: string): string => `/training/classes/${id}`;
export const sessionPlace = (id: string): string => `/training/sessions/${id}`;
export const examPlace = (id: string): string => `/training/exams/${id}`;
export const memberPlace = (id: string): string => `/training/members/${id}`;

/** The list of classes with its conditions already set. */
export function classesPlace(filter: Partial<ClassFilter>): string {
  const { f } = filterSearch(classFilterSchema, filter);
  return f === undefined ? '/training/classes' : `/training/classes?f=${encodeURIComponent(JSON.stringify(f))}`;
}

/** The list of people by hours, with its conditions already set. */
export function hoursPlace(filter: Partial<HoursFilter>): string {
  const { f } = filterSearch(hoursFilterSchema, filter);
  return f === undefined ? '/training/members' : `/training/members?f=${encodeURIComponent(JSON.stringify(f))}`;
}
