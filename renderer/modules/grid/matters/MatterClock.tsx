import { Badge, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCards, IconClock, IconClockExclamation, IconPlayerPause } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { MatterRow } from '#shared/modules/grid/matters/matter.schema.ts';
import { useDayOf } from './matter-words.ts';

const COLOURS = { calm: 'inherit', near: 'var(--mantine-color-yellow-text)', overdue: 'var(--mantine-color-red-text)' } as const;
const ICONS = { calm: IconClock, near: IconClockExclamation, overdue: IconAlertTriangle } as const;

/** Day n of m with its mark: near its limit, past it, or stopped. */
export function MatterClock({ row }: { readonly row: MatterRow }) {
  const { formatMessage } = useIntl();
  const words = useDayOf()(row);
  if (words === '') return null;
  const Icon = row.state === 'suspended' ? IconPlayerPause : ICONS[row.clock];
  return (
    <Group gap={4} wrap="nowrap" c={COLOURS[row.clock]}>
      <Icon size={14} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm" inherit span>{words}{row.clock !== 'calm' && ` ${formatMessage({ id: `wait-strip.${row.clock}` })}`}</Text>
    </Group>
  );
}

const CARD_COLOURS = { ordinary: 'gray', yellow: 'yellow', red: 'red' } as const;

/** The card a matter is under, as a mark and a word. */
export function MatterCard({ card }: { readonly card: MatterRow['card'] }) {
  const { formatMessage } = useIntl();
  if (card === 'none') return null;
  return <Badge size="sm" variant="light" color={CARD_COLOURS[card]} leftSection={<IconCards size={12} aria-hidden />}>{formatMessage({ id: `matters.card.${card}` })}</Badge>;
}
