import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircle, IconClock, IconClockExclamation, IconMinus } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { ClockState } from '#shared/kernel/calendar/clock.rules.ts';
import classes from './wait-strip.module.css';

/** One step of the way of something that waits. Times are instants (ISO) or days; `days` and `limit` are working days. */
export type WaitStep = {
  readonly id: string;
  readonly label: string;
  readonly state: 'done' | 'now' | 'ahead' | 'skipped';
  readonly who: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly days: number | null;
  readonly limit: number | null;
  readonly clock: ClockState;
};

const CLOCK_ICONS = { calm: IconClock, near: IconClockExclamation, overdue: IconAlertTriangle } as const;
const STATE_ICONS = { done: IconCheck, ahead: IconCircle, skipped: IconMinus } as const;

/** Who had it and how long, who has it now since when and on which day of how many, and what is to come (look.md 4). */
export function WaitStrip({ steps, label }: { readonly steps: readonly WaitStep[]; readonly label?: string }) {
  const { formatMessage } = useIntl();
  return (
    // the arrow keys move along a way that is longer than the window
    <ol className={classes['strip']} tabIndex={0} aria-label={label ?? formatMessage({ id: 'wait-strip.label' })}>
      {steps.map((step) => <Step key={step.id} step={step} />)}
    </ol>
  );
}

function Step({ step }: { readonly step: WaitStep }) {
  const { formatMessage } = useIntl();
  const isNow = step.state === 'now';
  const Icon = step.state === 'now' ? CLOCK_ICONS[step.clock] : STATE_ICONS[step.state];
  return (
    <li className={classes['step']} data-state={step.state} data-clock={step.state === 'ahead' || step.state === 'skipped' ? undefined : step.clock} {...(isNow && { 'aria-current': 'step' as const })}>
      <div className={classes['mark']}>
        <Icon size={16} stroke={2} aria-hidden />
        <span className={classes['line']} aria-hidden />
      </div>
      <Text size="sm" fw={isNow ? 600 : 400} lineClamp={2}>{step.label}</Text>
      {step.who !== null && <Text size="xs" c="dimmed" lineClamp={2} title={step.who}>{step.who}</Text>}
      <StepTime step={step} />
      {(isNow || step.state === 'done') && step.clock !== 'calm' && <Text size="xs" fw={600} className={classes['word']}>{formatMessage({ id: `wait-strip.${step.clock}` })}</Text>}
    </li>
  );
}

function StepTime({ step: { state, since, until, days, limit } }: { readonly step: WaitStep }) {
  const at = state === 'now' ? since : (until ?? since);
  return (
    <Text size="xs" c="dimmed" component="div" className={classes['time']}>
      {at !== null && <div><FormattedMessage id={state === 'now' ? 'wait-strip.since' : 'wait-strip.at'} values={{ time: at.length === 10 ? <DayText day={at} /> : <InstantText at={at} /> }} /></div>}
      {days !== null && (state === 'now' || state === 'done') && <div><FormattedMessage id={limit === null ? 'wait-strip.days' : state === 'now' ? 'wait-strip.day-of' : 'wait-strip.days-of'} values={{ days, limit }} /></div>}
      {state === 'ahead' && limit !== null && <FormattedMessage id="wait-strip.limit" values={{ limit }} />}
      {state === 'skipped' && <FormattedMessage id="wait-strip.skipped" />}
    </Text>
  );
}
