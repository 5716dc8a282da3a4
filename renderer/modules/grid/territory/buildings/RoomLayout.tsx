import { Button, Group, Skeleton, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import type { Building } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { roomMatrix } from '#shared/modules/grid/territory/buildings/room-matrix.rules.ts';
import type { Room } from '#shared/modules/grid/territory/buildings/room.schema.ts';
import { dwellingPlace } from '../../places.ts';
import { RemovePlace } from './RemovePlace.tsx';
import { MergeRooms, SplitRoom, TieDwelling } from './RoomDialogs.tsx';
import { EditRoomDrawer, NewRoomDrawer } from './RoomDrawer.tsx';
import { RoomMatrix } from './RoomMatrix.tsx';
import { RoomPanel, type RoomAct } from './RoomPanel.tsx';
import classes from './room-matrix.module.css';

const searchSchema = z.object({ room: z.string().optional().catch(undefined) });

/** The rooms of a building, the chosen one beside them. A link may name the room to begin with. */
export function RoomLayout({ building }: { readonly building: Building }) {
  const { room: linked } = searchSchema.parse(useSearch({ strict: false }));
  const mayEdit = useMay()('buildings.edit');
  const goTo = useGoTo();
  const { data, error, refetch } = useQuery(api.grid.listRooms({ buildingId: building.id }));
  const [chosenIds, setChosenIds] = useState<readonly string[]>(linked === undefined ? [] : [linked]);
  const [act, setAct] = useState<RoomAct | 'new' | null>(null);
  const units = useMemo(() => roomMatrix(data ?? [], building.floors ?? 1), [data, building.floors]);
  if (!data) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Skeleton height={160} />;
  const chosen = chosenIds.flatMap((id) => data.find((room) => room.id === id) ?? []);
  const [one] = chosen;
  const close = () => setAct(null);
  const choose = ({ id }: Room, isAdded: boolean): void => setChosenIds(!isAdded ? [id] : chosenIds.includes(id) && chosenIds.length > 1 ? chosenIds.filter((known) => known !== id) : [...chosenIds.filter((known) => known !== id), id]);
  const open = ({ dwellings: [dwelling] }: Room): void => {
    if (dwelling) goTo(dwellingPlace(dwelling.id));
  };
  return (
    <>
      {mayEdit && <Group><Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAct('new')}><FormattedMessage id="buildings.room-new" /></Button></Group>}
      {data.length === 0 ? (
        <Text size="sm" c="dimmed"><FormattedMessage id="buildings.rooms-empty" /></Text>
      ) : (
        <div className={classes['layout']}>
          <RoomMatrix units={units} chosen={chosenIds} onChoose={choose} onOpen={open} />
          <div className={classes['panel']}><RoomPanel rooms={chosen} onAct={setAct} /></div>
        </div>
      )}
      {act === 'new' && <NewRoomDrawer buildingId={building.id} beside={one} onClosed={close} />}
      {act === 'edit' && one && <EditRoomDrawer key={one.id} room={one} onClosed={close} />}
      {act === 'merge' && <MergeRooms rooms={chosen} onMerged={({ id }) => setChosenIds([id])} onClose={close} />}
      {act === 'split' && one && <SplitRoom room={one} onClose={close} />}
      {act === 'tie' && one && <TieDwelling room={one} onClose={close} />}
      {act === 'remove' && one && <RemovePlace kind="room" place={one} remove={api.grid.removeRoom()} onRemoved={() => setChosenIds([])} onClose={close} />}
    </>
  );
}
