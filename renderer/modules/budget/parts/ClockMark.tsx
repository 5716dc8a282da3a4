import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconClockExclamation } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { ClockState } from '#shared/kernel/calendar/clock.rules.ts';
import classes from './budget.module.css';

const ICONS = { calm: IconClock, near: IconClockExclamation, overdue: IconAlertTriangle } as const;

/** Day n of m with its colour, its icon and, when it is not calm, its word. */
export function ClockMark({ clock, days, limit }: { readonly clock: ClockState; readonly days: number; readonly limit: number | null }) {
  const { formatMessage } = useIntl();
  const Icon = ICONS[clock];
  return (
    <Group gap={4} wrap="nowrap" component="span" className={classes['clock']} data-clock={clock}>
      <Icon size={14} aria-hidden />
      <Text size="xs" span className={classes['tabular']}>{formatMessage({ id: limit === null ? 'budget.days' : 'budget.day-of' }, { days, limit })}</Text>
      {clock !== 'calm' && <Text size="xs" span fw={600}>{formatMessage({ id: `budget.clock.${clock}` })}</Text>}
    </Group>
  );
}
