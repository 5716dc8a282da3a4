import { localDay } from '#electron/database/unit-of-work.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { IndicatorSource } from './indicator-source.ts';

/** A record that lacks nothing. */
const FULL = 100;

/** The midnight a local day begins at. */
const instantOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

/** Of the residents registered in the days, in grids a member answers for, the share whose record lacks nothing (completeness.rules.ts), as the records stand now. */
export const newRecords: IndicatorSource = {
  id: 'new-records-whole',
  unit: 'share',
  better: 'higher',
  subjects: ['member'],
  permission: 'register.read',
  measure: (work, { ids, from, until }) => work.completeness.newByResponsible(ids, instantOf(from), instantOf(addDays(until, 1))),
  cases: (work, { id, from, until, offset, limit }) =>
    work.completeness.newOfResponsible(id, instantOf(from), instantOf(addDays(until, 1)), { offset, limit }).map((person) => ({ id: person.id, label: person.name, on: localDay(new Date(person.createdAt)), value: person.score >= FULL ? 1 : 0, exception: null, to: `/grid/persons/${person.id}` })),
};
