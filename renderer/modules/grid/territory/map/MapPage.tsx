import { Button, Checkbox, Select, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { classMethods, type ClassMethod } from '#shared/modules/grid/territory/map/classes.rules.ts';
import { mapFigures, matterMapFigures, type MapFigure } from '#shared/modules/grid/territory/map/map.contract.ts';
import { OUTLINE } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { BackdropPanel } from './BackdropPanel.tsx';
import { drawingOf } from './map-edit.ts';
import { GridFacts } from './GridFacts.tsx';
import { GridList } from './GridList.tsx';
import { MapCanvas } from './MapCanvas.tsx';
import { MapEditor } from './MapEditor.tsx';
import { MapFiles } from './MapFiles.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapPrint } from './MapPrint.tsx';
import classes from './map.module.css';
import { MisplacedPanel } from './MisplacedPanel.tsx';
import type { OpenMap } from './open-map.ts';
import { useListedGrids } from './use-listed-grids.ts';
import { useMapEdit } from './use-map-edit.ts';
import { useMapLayers } from './use-map-layers.ts';

/** Where the grids lie: their borders, a figure to colour them by, and beside it the list that is the keyboard's way. */
export default function MapPage() {
  const { formatMessage } = useIntl();
  const may = useMay();
  const mayEdit = may('territory.edit');
  const [figure, setFigure] = useState<MapFigure>('floatingShare');
  const [method, setMethod] = useState<ClassMethod>('natural');
  const [hasPattern, setPattern] = useState(false);
  const [everywhere, setEverywhere] = useState(false);
  const [showsPoints, setPoints] = useState(true);
  const [chosen, setChosen] = useState<string | null>(null);
  const [map, setMap] = useState<OpenMap | null>(null);
  const stored = useQuery(api.grid.getMap({ everywhere }));
  const editing = useMapEdit();
  const { edit } = editing;
  const shapes = useMemo(() => stored.data?.shapes ?? [], [stored.data]);
  const storedDrawing = useMemo(() => (everywhere ? Object.fromEntries(shapes.map(({ gridId, id, shape }) => [gridId ?? id, shape])) : drawingOf(shapes)), [shapes, everywhere]);
  const drawing = edit?.now.drawing ?? storedDrawing;
  const { grids, colouring, nameOf } = useListedGrids({ map: stored.data, figure, method, everywhere, drawing });
  useMapLayers({ map, drawing, grids, chosen, hasPattern, everywhere, showsPoints, backdrop: stored.data?.backdrop ?? null });
  const show = useCallback((id: string) => map?.fit(drawing[id] ? [drawing[id]] : undefined), [map, drawing]);
  const begin = () => {
    setEverywhere(false);
    if (!everywhere) editing.begin(shapes);
  };
  const km2 = shapes.filter(({ gridId }) => gridId !== null).reduce((sum, { areaM2 }) => sum + areaM2, 0) / 1e6;
  const isEmpty = stored.data !== undefined && Object.keys(drawing).length === 0;
  return (
    <Page
      wide
      title={formatMessage({ id: 'map.title' })}
      figure={<FormattedMessage id="map.summary" values={{ drawn: shapes.filter(({ gridId }) => gridId !== null).length, km2: <FormattedNumber value={km2} maximumFractionDigits={2} /> }} />}
      actions={
        <>
          <Select
            size="xs"
            w={150}
            aria-label={formatMessage({ id: 'map.colour-by' })}
            value={figure}
            allowDeselect={false}
            onChange={(value) => setFigure(mapFigures.find((name) => name === value) ?? 'floatingShare')}
            data={mapFigures.filter((value) => may('matters.read') || !matterMapFigures.some((name) => name === value)).map((value) => ({ value, label: formatMessage({ id: `map.figure.${value}` }) }))}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
          <Select
            size="xs"
            w={140}
            aria-label={formatMessage({ id: 'map.method' })}
            value={method}
            allowDeselect={false}
            onChange={(value) => setMethod(classMethods.find((name) => name === value) ?? 'natural')}
            data={classMethods.map((value) => ({ value, label: formatMessage({ id: `map.method.${value}` }) }))}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
          {!edit && <MapPrint figure={figure} colouring={colouring} grids={grids} drawing={drawing} />}
          {mayEdit && !everywhere && stored.data && <MapFiles stored={stored.data} editing={editing} onPlaced={() => map?.fit()} />}
          {mayEdit && !edit && !everywhere && stored.data && <Button size="xs" leftSection={<IconPencil size={16} aria-hidden />} onClick={begin}><FormattedMessage id="map.edit" /></Button>}
        </>
      }
    >
      <ErrorNote error={stored.error} onRetry={() => void stored.refetch()} />
      <div className={classes['screen']}>
        <MapCanvas onOpen={setMap} onPick={setChosen}>
          {!edit && colouring.classes.length > 0 && <MapLegend figure={figure} colouring={colouring} hasPattern={hasPattern} onPattern={setPattern} />}
          {isEmpty && !edit && <div className={classes['empty']}><Text size="sm"><FormattedMessage id={mayEdit ? 'map.empty-next' : 'map.empty'} /></Text></div>}
        </MapCanvas>
        <Stack className={classes['side']} gap="sm">
          <GridList grids={grids} hasPattern={hasPattern} chosen={chosen} onChoose={setChosen} onShow={show} />
          {!edit && (
            <Stack gap={6}>
              <Checkbox size="xs" label={formatMessage({ id: 'map.points' })} checked={showsPoints} onChange={(event) => setPoints(event.currentTarget.checked)} />
              {stored.data?.hasOthers && <Checkbox size="xs" label={formatMessage({ id: 'map.everywhere' })} checked={everywhere} onChange={(event) => setEverywhere(event.currentTarget.checked)} />}
            </Stack>
          )}
          {edit && map ? (
            <MapEditor key={chosen ?? ''} map={map} editing={editing} edit={edit} grids={grids} chosen={chosen} nameOf={nameOf} onChoose={setChosen} />
          ) : (
            chosen !== null && chosen !== OUTLINE && <GridFacts id={chosen} name={nameOf(chosen)} stored={shapes.find(({ gridId }) => gridId === chosen)} colouring={colouring} figure={figure} />
          )}
          {may('buildings.read') && !edit && !everywhere && stored.data && <MisplacedPanel key={editing.moved.join()} touched={editing.moved} />}
          {mayEdit && !edit && !everywhere && map && stored.data && <BackdropPanel map={map} backdrop={stored.data.backdrop} />}
        </Stack>
      </div>
    </Page>
  );
}
