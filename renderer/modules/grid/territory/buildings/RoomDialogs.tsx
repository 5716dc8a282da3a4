import { Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import type { Building } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import type { Room } from '#shared/modules/grid/territory/buildings/room.schema.ts';
import { DwellingSelect } from '../../register/HomeSelects.tsx';
import { useGridOptions } from '../use-grid-options.ts';

/** Rooms side by side become one; asks what it is called. */
export function MergeRooms({ rooms, onMerged, onClose }: { readonly rooms: readonly Room[]; readonly onMerged: (room: Room) => void; readonly onClose: () => void }) {
  const { formatMessage, formatList } = useIntl();
  const row = rooms.toSorted((a, b) => a.leftEdge - b.leftEdge);
  const [name, setName] = useState([row[0]?.name, row.at(-1)?.name].join('-'));
  const merge = useMutation(api.grid.mergeRooms());
  return (
    <ConfirmDialog
      opened
      title={formatMessage({ id: 'buildings.merge-title' }, { count: rooms.length })}
      consequence={formatMessage({ id: 'buildings.merge-consequence' }, { rooms: formatList(row.map((room) => room.name)), dwellings: row.reduce((sum, { dwellings }) => sum + dwellings.length, 0) })}
      confirmLabel={formatMessage({ id: 'buildings.merge' })}
      pending={merge.isPending}
      onConfirm={() => {
        if (name.trim() !== '') merge.mutate({ rooms: row.map(({ id, version }) => ({ id, version })), name: name.trim() }, { onSuccess: (room) => { onMerged(room); onClose(); } });
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <ErrorNote error={merge.error} />
        <TextInput label={formatMessage({ id: 'room.field.name' })} required maxLength={40} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
      </Stack>
    </ConfirmDialog>
  );
}

const PARTS = ['2', '3', '4'];
const LETTERS = 'ABCD';
/** 101-103 was made of 101 and 103; anything else gets letters. */
function partNames(name: string, count: number): string[] {
  const known = name.split('-');
  return Array.from({ length: count }, (_, index) => (known.length === count ? (known[index] ?? '') : `${name}${LETTERS[index] ?? ''}`));
}

/** One room becomes several; asks what they are called and which dwelling lies in which. */
export function SplitRoom({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [names, setNames] = useState(partNames(room.name, 2));
  const [parts, setParts] = useState<Readonly<Record<string, number>>>(Object.fromEntries(room.dwellings.map(({ id }, index) => [id, Math.min(index, 1)])));
  const split = useMutation(api.grid.splitRoom());
  const options = names.map((name, index) => ({ value: String(index), label: name || String(index + 1) }));
  return (
    <ConfirmDialog
      opened
      title={formatMessage({ id: 'buildings.split-title' }, { name: room.name })}
      consequence={formatMessage({ id: 'buildings.split-consequence' })}
      confirmLabel={formatMessage({ id: 'buildings.split' })}
      pending={split.isPending}
      onConfirm={() => {
        const drafts = names.map((name, index) => ({ name: name.trim(), dwellingIds: room.dwellings.map(({ id }) => id).filter((id) => parts[id] === index) }));
        if (drafts.every(({ name }) => name !== '')) split.mutate({ id: room.id, version: room.version, parts: drafts }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <ErrorNote error={split.error} />
        <Select label={formatMessage({ id: 'buildings.split-into' })} data={PARTS} allowDeselect={false} value={String(names.length)} comboboxProps={{ transitionProps: { duration: 0 } }} onChange={(count) => {
          setNames(partNames(room.name, Number(count)));
          setParts(Object.fromEntries(room.dwellings.map(({ id }, index) => [id, Math.min(index, Number(count) - 1)])));
        }} />
        {names.map((name, index) => <TextInput key={LETTERS[index]} label={formatMessage({ id: 'buildings.split-part' }, { no: index + 1 })} required maxLength={40} value={name} onChange={(event) => setNames(names.with(index, event.currentTarget.value))} />)}
        {room.dwellings.map(({ id, address }) => <Select key={id} label={address} data={options} allowDeselect={false} value={String(parts[id] ?? 0)} comboboxProps={{ transitionProps: { duration: 0 } }} onChange={(part) => setParts({ ...parts, [id]: Number(part) })} />)}
      </Stack>
    </ConfirmDialog>
  );
}

/** Puts a dwelling of the register into a room. */
export function TieDwelling({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [dwellingId, setDwellingId] = useState<string | null>(null);
  const tie = useMutation(api.grid.tieDwelling());
  return (
    <ConfirmDialog
      opened
      title={formatMessage({ id: 'buildings.tie-title' }, { name: room.name })}
      consequence={formatMessage({ id: 'buildings.tie-consequence' })}
      confirmLabel={formatMessage({ id: 'buildings.tie' })}
      pending={tie.isPending}
      onConfirm={() => {
        if (dwellingId !== null) tie.mutate({ dwellingId, roomId: room.id }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <ErrorNote error={tie.error} />
        <DwellingSelect label={formatMessage({ id: 'register.dwelling' })} chosenName="" onChange={setDwellingId} />
      </Stack>
    </ConfirmDialog>
  );
}

/** The building goes to another grid with everybody filed in it. */
export function MoveBuilding({ building: { id, version, name, gridId, dwellings, persons }, onClose }: { readonly building: Building; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const [target, setTarget] = useState<string | null>(gridId);
  const move = useMutation(api.grid.moveBuilding());
  return (
    <ConfirmDialog
      opened
      title={formatMessage({ id: 'buildings.move-title' }, { name })}
      consequence={formatMessage({ id: 'buildings.move-consequence' }, { dwellings, persons })}
      confirmLabel={formatMessage({ id: 'buildings.move' })}
      pending={move.isPending}
      onConfirm={() => {
        if (target !== null) move.mutate({ id, version, gridId: target }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <ErrorNote error={move.error} />
        <PickSelect kind="grid" label={formatMessage({ id: 'building.field.gridId' })} options={grids} value={target} onChange={setTarget} data-autofocus />
      </Stack>
    </ConfirmDialog>
  );
}
