import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsJoin2, IconArrowsSplit2, IconHomePlus, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { History } from '#renderer/components/history/History.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import type { MessageId } from '#renderer/i18n/messages.ts';
import { mergedPlace } from '#shared/modules/grid/territory/buildings/room-layout.rules.ts';
import type { Room } from '#shared/modules/grid/territory/buildings/room.schema.ts';
import { dwellingPlace } from '../../places.ts';
import { useRoomWords } from './use-room-words.ts';

export type RoomAct = 'edit' | 'merge' | 'split' | 'tie' | 'remove';

/** What is chosen in the layout, and what can be done with it. */
export function RoomPanel({ rooms, onAct }: { readonly rooms: readonly Room[]; readonly onAct: (act: RoomAct) => void }) {
  const mayEdit = useMay()('buildings.edit');
  const wordsOf = useRoomWords();
  const [room] = rooms;
  const act = (name: RoomAct, words: MessageId, icon: ReactNode) => <Button size="xs" variant="default" leftSection={icon} onClick={() => onAct(name)}><FormattedMessage id={words} /></Button>;
  if (!room) return <Text size="sm" c="dimmed"><FormattedMessage id="buildings.choose-room" /></Text>;
  if (rooms.length > 1) {
    return (
      <Stack gap="sm">
        <Text fw={600}><FormattedMessage id="buildings.rooms-chosen" values={{ count: rooms.length }} /></Text>
        {mergedPlace(rooms) ? <Group>{mayEdit && act('merge', 'buildings.merge', <IconArrowsJoin2 size={16} aria-hidden />)}</Group> : <Text size="sm"><FormattedMessage id="buildings.not-side-by-side" /></Text>}
      </Stack>
    );
  }
  const { people, kind } = wordsOf(room);
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{`${room.unit}${room.name}`}</Text>
        <Text size="sm" c="dimmed">{[people, kind].filter(Boolean).join(' · ')}</Text>
      </div>
      {room.dwellings.map(({ id, address, residents }) => (
        <div key={id}>
          <PlaceLink to={dwellingPlace(id)} size="sm">{address}</PlaceLink>
          <Text size="sm" c="dimmed"><FormattedMessage id="register.residents-count" values={{ count: residents }} /></Text>
        </div>
      ))}
      {mayEdit && (
        <Group gap="xs">
          {act('edit', 'common.edit', <IconPencil size={16} aria-hidden />)}
          {act('split', 'buildings.split', <IconArrowsSplit2 size={16} aria-hidden />)}
          {act('tie', 'buildings.tie', <IconHomePlus size={16} aria-hidden />)}
          {act('remove', 'buildings.remove-ask', <IconTrash size={16} aria-hidden />)}
        </Group>
      )}
      <Text component="h3" fw={600} size="sm"><FormattedMessage id="territory.history" /></Text>
      <History entity="room" id={room.id} version={room.version} codeTables={CODE_TABLES} />
    </Stack>
  );
}

const CODE_TABLES = { use: 'dwelling-use' };
