import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api } from '#renderer/api/index.ts';
import type { Backdrop } from '#shared/modules/grid/territory/map/backdrop.schema.ts';
import { OUTLINE, type Drawing } from '#shared/modules/grid/territory/map/shape.schema.ts';
import type { ListedGrid } from './GridList.tsx';
import type { OpenMap } from './open-map.ts';
import { shapeStyles } from './shape-style.ts';

type Layers = {
  readonly map: OpenMap | null;
  readonly drawing: Drawing;
  readonly grids: readonly ListedGrid[];
  readonly chosen: string | null;
  readonly hasPattern: boolean;
  readonly everywhere: boolean;
  readonly showsPoints: boolean;
  readonly backdrop: Backdrop | null;
};

/** The picture of the plan, decoded once for each one that is stored. */
function usePicture(backdrop: Backdrop | null): ImageBitmap | null {
  const id = backdrop?.id ?? null;
  const { data } = useQuery({ ...api.grid.getBackdropPicture({ id: id ?? '' }), enabled: id !== null });
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  useEffect(() => {
    if (!data || id === null) return undefined;
    let isWanted = true;
    createImageBitmap(new Blob([data.bytes], { type: data.mediaType })).then(
      (bitmap) => isWanted && setPicture(bitmap),
      () => isWanted && setPicture(null), // a picture whose bytes cannot be drawn leaves the map without it
    );
    return () => {
      isWanted = false;
    };
  }, [data, id]);
  return id === null ? null : picture;
}

/** Keeps what the drawing plane shows in step with what is known. */
export function useMapLayers({ map, drawing, grids, chosen, hasPattern, everywhere, showsPoints, backdrop }: Layers): void {
  const points = useQuery({ ...api.grid.listBuildingPoints({ everywhere }), enabled: showsPoints });
  const picture = usePicture(backdrop);
  const fitted = useRef<string | null>(null);
  const known = useMemo(() => new Map(grids.map((grid) => [grid.id, grid])), [grids]);
  useEffect(() => {
    if (!map) return;
    map.showShapes(drawing);
    const what = `${everywhere}`;
    if (Object.keys(drawing).length === 0 || fitted.current === what) return;
    fitted.current = what; // a drawing is brought into view once, not at every change
    map.fit();
  }, [map, drawing, everywhere]);
  useEffect(() => {
    map?.look(
      shapeStyles((id) => {
        const grid = known.get(id);
        const isOutline = id === OUTLINE || grid === undefined;
        return { fill: grid?.fill ?? null, label: grid ? `${grid.name}\n${grid.value}` : '', isChosen: id === chosen, isOutline };
      }, hasPattern),
    );
  }, [map, known, chosen, hasPattern]);
  useEffect(() => {
    const { lons = [], lats = [] } = (showsPoints && points.data) || {};
    map?.showPoints(lons.map((lon, at) => [lon, lats[at] ?? 0] as const));
  }, [map, points.data, showsPoints]);
  useEffect(() => {
    map?.showBackdrop(backdrop && picture ? { picture, corners: backdrop.corners, opacity: backdrop.opacity } : null);
  }, [map, backdrop, picture]);
}
