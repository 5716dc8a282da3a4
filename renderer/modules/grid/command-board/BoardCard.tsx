import { ActionIcon, Group, Menu, Text } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconClockExclamation, IconDotsVertical } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { MatterMove } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { MatterRow } from '#shared/modules/grid/matters/matter.schema.ts';
import { MatterCard } from '../matters/MatterClock.tsx';
import { matterPlace, useDayOf, useHolder } from '../matters/matter-words.ts';
import classes from './command-board.module.css';

type BoardCardProps = { readonly row: MatterRow; readonly mayMove: boolean; readonly onMove: (row: MatterRow, move: MatterMove) => void; readonly onDrag: (row: MatterRow | null) => void };

/** A matter on the board: number, what and where, who has it, day n of m. It is dragged, or moved by its menu with the keyboard. */
export function BoardCard({ row, mayMove, onMove, onDrag }: BoardCardProps) {
  const { formatMessage } = useIntl();
  const holderOf = useHolder();
  return (
    <li
      className={classes['card']}
      data-clock={row.clock}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', row.number);
        onDrag(row);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <Group gap={2} wrap="nowrap" justify="space-between" align="flex-start">
        <PlaceLink to={matterPlace(row.id)} size="xs" fw={600} style={{ whiteSpace: 'nowrap' }}>{row.number}</PlaceLink>
        {mayMove && <MoveMenu row={row} onMove={onMove} label={formatMessage({ id: 'command.moves-of' }, { number: row.number })} />}
      </Group>
      <Text size="xs" lineClamp={2} title={row.subject}>{row.subject}</Text>
      <Text size="xs" c="dimmed" truncate title={row.place}>{[row.gridName, row.place].filter(Boolean).join(' ')}</Text>
      <Text size="xs" c="dimmed" truncate title={holderOf(row)}>{holderOf(row)}</Text>
      <CardClock row={row} />
      <MatterCard card={row.card} />
    </li>
  );
}

const COLOURS = { calm: 'dimmed', near: 'var(--mantine-color-yellow-text)', overdue: 'var(--mantine-color-red-text)' } as const;
const ICONS = { calm: IconClock, near: IconClockExclamation, overdue: IconAlertTriangle } as const;

/** Day n of m, small enough for a card. */
function CardClock({ row }: { readonly row: MatterRow }) {
  const { formatMessage } = useIntl();
  const words = useDayOf()(row);
  if (words === '') return null;
  const Icon = ICONS[row.clock];
  return <Group gap={4} wrap="nowrap" c={COLOURS[row.clock]} fz="xs"><Icon size={12} aria-hidden style={{ flex: 'none' }} /><span>{words}{row.clock !== 'calm' && ` ${formatMessage({ id: `wait-strip.${row.clock}` })}`}</span></Group>;
}

/** Every step that the machine allows this person with this matter now, urging and supervising among them. */
function MoveMenu({ row, onMove, label }: { readonly row: MatterRow; readonly onMove: BoardCardProps['onMove']; readonly label: string }) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery({ ...api.grid.getMatter({ id: row.id }), enabled: isOpen });
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-end" transitionProps={{ duration: 0 }} returnFocus>
      <Menu.Target><ActionIcon size="sm" variant="subtle" color="gray" aria-label={label}><IconDotsVertical size={14} aria-hidden /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {!data && <Menu.Item disabled>{formatMessage({ id: 'common.loading' })}</Menu.Item>}
        {data?.legal.map((move) => <Menu.Item key={move} onClick={() => onMove(row, move)}>{formatMessage({ id: messageId(`matters.move.${move}`) })}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}
