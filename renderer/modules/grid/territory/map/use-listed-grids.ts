import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import type { Output } from '#shared/contract/define.ts';
import type { ClassMethod } from '#shared/modules/grid/territory/map/classes.rules.ts';
import type { MapFigure, mapOperations } from '#shared/modules/grid/territory/map/map.contract.ts';
import { OUTLINE, type Drawing } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { colouringOf, figureFormat, type Colouring } from './figures.ts';
import type { ListedGrid } from './GridList.tsx';
import { fillAt } from './map-colours.ts';

type StoredMap = Output<typeof mapOperations.getMap>;
type Wanted = { readonly map: StoredMap | undefined; readonly figure: MapFigure; readonly method: ClassMethod; readonly everywhere: boolean; readonly drawing: Drawing };

const NOTHING: StoredMap = { grids: [], shapes: [], backdrop: null, hasOthers: false };

/** The grids of the list with value and class, the outline last, and the name of everything that can be chosen. */
export function useListedGrids({ map = NOTHING, figure, method, everywhere, drawing }: Wanted): { readonly grids: readonly ListedGrid[]; readonly colouring: Colouring; readonly nameOf: (id: string) => string } {
  const { formatMessage, formatNumber } = useIntl();
  const counts = useQuery(api.grid.summariseMapFigures({ everywhere }));
  const colouring = useMemo(() => colouringOf(figure, method, map.grids.map(({ id }) => id), counts.data ?? [], map.shapes), [figure, method, map, counts.data]);
  const outline = formatMessage({ id: 'map.outline' });
  const grids = useMemo((): ListedGrid[] => {
    const format = figureFormat(figure);
    const classes = colouring.classes.length;
    const listed = map.grids.map(({ id, name }): ListedGrid => {
      const [value, at] = [colouring.values.get(id) ?? null, colouring.classOf(id)];
      return { id, name, value: value === null ? '—' : formatNumber(value, format), fill: at === null ? null : fillAt(at, classes), isDrawn: id in drawing };
    });
    return everywhere ? listed : [...listed, { id: OUTLINE, name: outline, value: '', fill: null, isDrawn: OUTLINE in drawing }];
  }, [map, figure, colouring, drawing, everywhere, outline, formatNumber]);
  const nameOf = useCallback((id: string) => (id === OUTLINE ? outline : (map.grids.find((grid) => grid.id === id)?.name ?? '')), [map, outline]);
  return { grids, colouring, nameOf };
}
