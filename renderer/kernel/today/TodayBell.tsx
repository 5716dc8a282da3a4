import { ActionIcon, Group, Popover, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { itemKey } from './today-items.ts';
import { TodayEntry } from './TodayEntry.tsx';
import { useToday } from './use-today.ts';
import classes from './today.module.css';

/** As many as are read at one glance; the rest stands on the page. */
const SHOWN = 8;

/** The bell of the top bar: how much waits, and the most pressing of it without leaving the screen. */
export function TodayBell() {
  const { formatMessage } = useIntl();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const { items = [] } = useToday();
  const count = items.length;
  const leaveByLink = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a')) close(); // whichever link was followed, the screen is another one now
  };
  return (
    <Popover opened={isOpen} onChange={(next) => !next && close()} position="bottom-end" width={360} shadow="md" trapFocus returnFocus transitionProps={{ duration: 100 }}>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" w="auto" px={6} onClick={toggle} aria-label={formatMessage({ id: 'today.bell' }, { count })}>
          <Group gap={4} wrap="nowrap">
            <IconBell size={18} stroke={1.75} aria-hidden />
            {count > 0 && <Text span size="xs" fw={600} aria-hidden>{count}</Text>}
          </Group>
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown onClick={leaveByLink} aria-label={formatMessage({ id: 'today.title' })}>
        {count === 0 ? (
          <Text size="sm" c="dimmed"><FormattedMessage id="today.empty" /></Text>
        ) : (
          <ul className={`${classes['list']} ${classes['bell']}`}>{items.slice(0, SHOWN).map((item) => <TodayEntry key={itemKey(item)} item={item} />)}</ul>
        )}
        <PlaceLink to="/today" size="sm" mt="sm" display="block"><FormattedMessage id="today.bell.all" /></PlaceLink>
      </Popover.Dropdown>
    </Popover>
  );
}
