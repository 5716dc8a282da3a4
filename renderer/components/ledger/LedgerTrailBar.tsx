import { ActionIcon, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useLedgerTrail } from './use-ledger-trail.ts';

/** On a record's sheet: the place in the list it was opened from, previous and next, also with Alt and the arrows. */
export function LedgerTrailBar({ list }: { readonly list: string }) {
  const { formatMessage } = useIntl();
  const trail = useLedgerTrail(list);
  useHotkeys([
    ['alt+ArrowUp', () => trail?.previous?.()],
    ['alt+ArrowDown', () => trail?.next?.()],
  ]);
  if (!trail) return null;
  const previous = formatMessage({ id: 'ledger.trail-previous' });
  const next = formatMessage({ id: 'ledger.trail-next' });
  return (
    <Group component="nav" gap={4} wrap="nowrap" aria-label={formatMessage({ id: 'ledger.trail' })}>
      <Text size="xs" c="dimmed" role="status"><FormattedMessage id="ledger.trail-place" values={{ index: trail.index + 1, count: trail.count }} /></Text>
      <ActionIcon variant="subtle" size="sm" aria-label={previous} title={previous} disabled={!trail.previous} onClick={() => trail.previous?.()}><IconChevronUp size={16} /></ActionIcon>
      <ActionIcon variant="subtle" size="sm" aria-label={next} title={next} disabled={!trail.next} onClick={() => trail.next?.()}><IconChevronDown size={16} /></ActionIcon>
    </Group>
  );
}
