import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { LookupSelect } from '#renderer/components/record-form/LookupSelect.tsx';
import { buildingTitle, type Building } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { locator } from '#shared/modules/grid/territory/map/inside.rules.ts';
import type { Position } from '#shared/modules/grid/territory/map/shape.schema.ts';
import type { ListedGrid } from './GridList.tsx';
import { MapCanvas } from './MapCanvas.tsx';
import { drawingOf } from './map-edit.ts';
import type { OpenMap } from './open-map.ts';
import { useMapLayers } from './use-map-layers.ts';

const MICRO = 1e6;
const PAUSE_MS = 200;
const CANDIDATES = 12;
const ignore = () => undefined;

/** The form below this dialog listens for Escape as well and looks at this mark, so that one key closes one thing. */
const keepEscape = (event: FocusEvent<HTMLDivElement>): void => event.target.setAttribute('data-mantine-stop-propagation', 'true');
const leaveByEscape = (leave: () => void) => (event: KeyboardEvent<HTMLDivElement>): void => {
  event.stopPropagation();
  if (event.key === 'Escape' && event.target instanceof Element && event.target.getAttribute('aria-expanded') !== 'true') leave();
};

export type PickedPlace = { readonly at: Position; readonly gridId: string | null; readonly building: { readonly id: string; readonly title: string } | null };
type PlaceDialogProps = { readonly at: Position | null; readonly onPicked: (place: PickedPlace) => void; readonly onClose: () => void };

/** Picks one place of the community: a click on the map, or a building out of the list, which is the keyboard's way. The grid is the one whose shape holds it. */
export default function PlaceDialog({ at, onPicked, onClose }: PlaceDialogProps) {
  const { formatMessage } = useIntl();
  const mayLookUp = useMay()('buildings.read');
  const stored = useQuery(api.grid.getMap({ everywhere: false }));
  const [map, setMap] = useState<OpenMap | null>(null);
  const [picked, setPicked] = useState<Omit<PickedPlace, 'gridId'> | null>(at && { at, building: null });
  const shapes = useMemo(() => stored.data?.shapes ?? [], [stored.data]);
  const drawing = useMemo(() => drawingOf(shapes), [shapes]);
  const find = useMemo(() => locator(shapes.flatMap(({ gridId, shape }) => (gridId === null ? [] : [{ id: gridId, shape }]))), [shapes]);
  const grids = useMemo(() => (stored.data?.grids ?? []).map(({ id, name }): ListedGrid => ({ id, name, value: '', fill: null, isDrawn: true })), [stored.data]);
  const gridId = picked && find(picked.at);
  useMapLayers({ map, drawing, grids, chosen: gridId, hasPattern: false, everywhere: false, showsPoints: true, backdrop: stored.data?.backdrop ?? null });
  useEffect(() => map?.tellPlaces((place) => setPicked({ at: place, building: null })), [map]);
  useEffect(() => map?.showMark(picked?.at ?? null), [map, picked]);
  const chooseBuilding = (building: Building | null) => {
    if (!building || building.lngMicro === null || building.latMicro === null) return;
    const place: Position = [building.lngMicro / MICRO, building.latMicro / MICRO];
    setPicked({ at: place, building: { id: building.id, title: buildingTitle(building) } });
    map?.centre(place);
  };
  const words = picked === null ? formatMessage({ id: 'map.place-none' }) : [gridId === null ? formatMessage({ id: 'map.place-outside' }) : (grids.find(({ id }) => id === gridId)?.name ?? ''), picked.building?.title ?? '', picked.at.map((degrees) => degrees.toFixed(6)).join(', ')].filter(Boolean).join(' · ');
  return (
    <Modal opened onClose={onClose} size="52rem" title={formatMessage({ id: 'map.place-title' })} withCloseButton={false} closeOnEscape={false} transitionProps={{ duration: 0 }} onFocusCapture={keepEscape} onKeyDown={leaveByEscape(onClose)}>
      <Stack gap="sm">
        <ErrorNote error={stored.error} onRetry={() => void stored.refetch()} />
        {mayLookUp && <BuildingLookup onChosen={chooseBuilding} />}
        <div style={{ display: 'grid', height: '22rem' }}>
          <MapCanvas onOpen={setMap} onPick={ignore}>{null}</MapCanvas>
        </div>
        <Group justify="space-between" gap="sm">
          <Text size="sm" role="status">{words}</Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
            <Button disabled={picked === null} onClick={() => picked && onPicked({ ...picked, gridId })}><FormattedMessage id="map.place-take" /></Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Buildings that have a place, by what is typed of their name or address. */
function BuildingLookup({ onChosen }: { readonly onChosen: (building: Building | null) => void }) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const { data = [] } = useQuery({ ...api.grid.listBuildings({ filter: { text: asked.slice(0, 60) }, sort: { field: 'name', direction: 'asc' }, limit: CANDIDATES }), placeholderData: keepPreviousData });
  const known = data.filter(({ lngMicro, latMicro }) => lngMicro !== null && latMicro !== null);
  return (
    <LookupSelect
      label={formatMessage({ id: 'map.place-building' })}
      placeholder={formatMessage({ id: 'map.place-building-hint' })}
      data-autofocus
      openOnFocus={false}
      found={known.map((building) => ({ value: building.id, label: [buildingTitle(building), building.gridName].filter(Boolean).join(' · ') }))}
      onLookUp={setText}
      chosen={null}
      onChange={(id) => onChosen(known.find((building) => building.id === id) ?? null)}
    />
  );
}
