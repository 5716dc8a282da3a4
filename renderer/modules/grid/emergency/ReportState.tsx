import { IconAlertTriangle, IconCheck, IconClock, IconClockExclamation } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useNow } from '#renderer/components/time/use-now.ts';
import { minutesLeft, reportStateOf } from '#shared/modules/grid/emergency/emergency.rules.ts';
import classes from './emergency.module.css';

type ReportStateProps = { readonly startedAt: string; readonly dueAt: string; readonly doneAt: string | null; /** An emergency that has ended counts no further. */ readonly endedAt: string | null };

const ICONS = { reported: IconCheck, 'reported-late': IconCheck, waiting: IconClock, near: IconClockExclamation, late: IconAlertTriangle } as const;

/** In time, nearly late or late, with the minutes: a sign and a word, the colour only beside them. */
export function ReportState({ startedAt, dueAt, doneAt, endedAt }: ReportStateProps) {
  const { formatMessage } = useIntl();
  const clock = useNow();
  const now = endedAt === null ? Math.max(clock, Date.parse(startedAt)) : Date.parse(endedAt);
  const state = reportStateOf({ startedAt, dueAt, doneAt }, now);
  const minutes = minutesLeft(dueAt, doneAt === null ? now : Date.parse(doneAt));
  const Icon = ICONS[state];
  return (
    <span className={classes['state']} data-state={state}>
      <Icon size={16} aria-hidden />
      {formatMessage({ id: `emergency.report.${state}` }, { minutes: Math.abs(minutes) })}
    </span>
  );
}
