import { useIntl } from 'react-intl';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { WaitStep } from '#renderer/components/wait-strip/WaitStrip.tsx';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { SheetState } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import type { Sheet } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';

const ORDER = ['self', 'reported', 'scored', 'archived'] as const;
const placeOf = (state: SheetState): number => (state === 'returned' ? 0 : Math.max(0, ORDER.findIndex((one) => one === state)));
const NEAR_DAYS = 3;

/** The way of a sheet: who has it, since when, and until when. */
export function useSteps(sheet: Sheet): readonly WaitStep[] {
  const { formatMessage } = useIntl();
  const today = localToday();
  const here = placeOf(sheet.state);
  const clock = (until: string | null): WaitStep['clock'] => (until === null ? 'calm' : today > until ? 'overdue' : addDays(today, NEAR_DAYS) >= until ? 'near' : 'calm');
  const step = (no: number, id: 'self' | 'superior' | 'sign-off' | 'archived', who: string, since: string | null, until: string | null, limit: string | null): WaitStep => ({
    id,
    label: formatMessage({ id: `assessment.step.${id}` }),
    state: no < here || sheet.state === 'archived' ? 'done' : no === here ? 'now' : 'ahead',
    who: who === '' ? null : who,
    since,
    until,
    days: null,
    limit: null,
    clock: no === here && sheet.state !== 'archived' ? clock(limit) : 'calm',
  });
  return [
    step(0, 'self', sheet.reportedName || sheet.selfName, sheet.enabledAt, sheet.reportedAt, sheet.selfUntil),
    step(1, 'superior', sheet.scoredName, sheet.reportedAt, sheet.scoredAt, sheet.superiorUntil),
    step(2, 'sign-off', sheet.archivedName, sheet.scoredAt, sheet.archivedAt, sheet.superiorUntil),
    step(3, 'archived', '', sheet.archivedAt, sheet.archivedAt, null),
  ];
}
