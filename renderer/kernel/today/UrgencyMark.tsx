import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircle, IconClockExclamation } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import classes from './today.module.css';

const ICONS = { overdue: IconAlertTriangle, near: IconClockExclamation, calm: IconCircle } as const;

/** How pressing it is: a sign and a word, the colour only beside them. */
export function UrgencyMark({ urgency }: { readonly urgency: TodayItem['urgency'] }) {
  const Icon = ICONS[urgency];
  return (
    <Group gap={4} wrap="nowrap" className={classes['urgency']} data-urgency={urgency}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <Text span size="xs"><FormattedMessage id={`today.urgency.${urgency}`} /></Text>
    </Group>
  );
}
