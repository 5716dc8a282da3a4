import { Text } from '@mantine/core';
import { IconBed, IconBuildingStore, IconDoorOff, IconHome, IconKey, IconMinus } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { matrixKeys, roomBeside, type MatrixFloor, type MatrixUnit } from '#shared/modules/grid/territory/buildings/room-matrix.rules.ts';
import { ROOM_WIDTH } from '#shared/modules/grid/territory/buildings/room-layout.rules.ts';
import type { Room } from '#shared/modules/grid/territory/buildings/room.schema.ts';
import { roomCategory, roomResidents, useRoomWords } from './use-room-words.ts';
import classes from './room-matrix.module.css';

type RoomMatrixProps = {
  readonly units: readonly MatrixUnit<Room>[];
  readonly chosen: readonly string[];
  /** `isAdded`: beside those chosen already. */
  readonly onChoose: (room: Room, isAdded: boolean) => void;
  readonly onOpen: (room: Room) => void;
};

/** A plain room is as wide as its words need. */
const ROOM_REM = 7;
const MARKS = { self: IconHome, rented: IconKey, vacant: IconDoorOff, collective: IconBed, shop: IconBuildingStore } as const;

function RoomMark({ room }: { readonly room: Room }) {
  const category = roomCategory(room);
  const kind = room.use === 'commerce' || room.dwellings.some(({ use }) => use === 'commerce') ? 'shop' : category;
  const Mark = kind in MARKS ? MARKS[kind as keyof typeof MARKS] : IconMinus; // the line's own test
  return <Mark size={14} aria-hidden />;
}

/** The rooms of a building, a matrix of floors and doors for each unit. Arrows go from room to room, Space chooses, Enter opens. */
export function RoomMatrix({ units, chosen, onChoose, onOpen }: RoomMatrixProps) {
  const { formatMessage } = useIntl();
  const wordsOf = useRoomWords();
  const root = useRef<HTMLDivElement>(null);
  const all = units.flatMap(({ floors }) => floors.flatMap(({ rooms }) => rooms));
  const reached = all.find(({ id }) => id === chosen.at(-1)) ?? all[0];
  const go = (event: KeyboardEvent, room: Room): void => {
    const key = matrixKeys.find((known) => known === event.key);
    if (key) {
      event.preventDefault();
      const next = roomBeside(units, room, key);
      if (!next) return;
      onChoose(next, event.shiftKey);
      root.current?.querySelector<HTMLElement>(`[data-room="${next.id}"]`)?.focus();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(room);
    } else if (event.key === ' ') {
      event.preventDefault();
      onChoose(room, true);
    }
  };
  const cellsOf = ({ rooms, gaps }: MatrixFloor<Room>) => [
    ...rooms.map((room) => {
      const { people, kind, label } = wordsOf(room);
      return {
        ...room,
        cell: (
          <button
            type="button"
            role="gridcell"
            className={classes['room']}
            data-room={room.id}
            data-empty={roomResidents(room) === 0 || undefined}
            aria-selected={chosen.includes(room.id)}
            title={label}
            tabIndex={room === reached ? 0 : -1}
            onClick={(event: MouseEvent) => onChoose(room, event.ctrlKey || event.metaKey || event.shiftKey)}
            onDoubleClick={() => onOpen(room)}
            onKeyDown={(event) => go(event, room)}
          >
            <span className={classes['head']}><span className={classes['name']}>{room.name}</span><span>{people}</span></span>
            <span className={classes['kind']}><RoomMark room={room} />{kind}</span>
          </button>
        ),
      };
    }),
    ...gaps.map((gap) => ({ ...gap, id: `gap-${gap.leftEdge}`, cell: <span role="gridcell" className={classes['gap']}><FormattedMessage id="buildings.gap" /></span> })),
  ];
  return (
    <div ref={root} className={classes['units']}>
      {units.map(({ unit, width, floors }) => (
        <div key={unit} className={classes['unit']}>
          <Text fw={600} size="sm" mb={6} ps="3.375rem">{unit || formatMessage({ id: 'buildings.no-unit' })}</Text>
          <div role="grid" aria-multiselectable="true" aria-label={formatMessage({ id: 'buildings.unit-layout' }, { unit })} style={{ minWidth: `${3.375 + (width / ROOM_WIDTH) * ROOM_REM}rem` }}>
            {floors.map((floor) => (
              <div key={floor.floor} role="row" className={classes['row']}>
                <span role="rowheader" className={classes['floor']}><FormattedMessage id="buildings.floor" values={{ floor: floor.floor }} /></span>
                <div role="presentation" className={classes['cells']} style={{ gridTemplateColumns: `repeat(${width}, minmax(0, 1fr))` }}>
                  {cellsOf(floor).toSorted((a, b) => a.leftEdge - b.leftEdge).map(({ id, leftEdge, width: span, cell }) => <div key={id} role="presentation" style={{ gridColumn: `${leftEdge + 1} / span ${span}` }}>{cell}</div>)}
                </div>
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
