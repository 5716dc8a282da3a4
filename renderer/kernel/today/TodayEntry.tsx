import { Group, Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { UrgencyMark } from './UrgencyMark.tsx';
import classes from './today.module.css';

/** One thing that waits: what it is, how pressing, since when and until when. The words are the link to where it is settled. */
export function TodayEntry({ item }: { readonly item: TodayItem }) {
  const { formatMessage } = useIntl();
  return (
    <li className={classes['entry']}>
      <PlaceLink to={item.to} c="var(--mantine-color-text)" size="sm">
        {formatMessage({ id: messageId(`today.item.${item.kind}`) }, item.params)}
      </PlaceLink>
      <Group gap="sm" mt={2}>
        <UrgencyMark urgency={item.urgency} />
        {item.dueOn && <Text size="xs" c="dimmed"><FormattedMessage id="today.due-on" values={{ day: <DayText day={item.dueOn} /> }} /></Text>}
        {item.since && <Text size="xs" c="dimmed"><FormattedMessage id="today.since" values={{ time: <InstantText at={item.since} /> }} /></Text>}
      </Group>
    </li>
  );
}
