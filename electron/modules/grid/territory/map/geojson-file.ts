import type { MapGrid, StoredShape } from '#shared/modules/grid/territory/map/map.contract.ts';

/** Shapes as a GeoJSON text of RFC 7946 (WGS-84), each with its grid's code and name; the outline has neither. No figures of people go along. */
export function geoJsonOf(grids: readonly MapGrid[], shapes: readonly StoredShape[]): string {
  const features = shapes.map(({ gridId, shape, areaM2 }) => {
    const grid = grids.find(({ id }) => id === gridId);
    return { type: 'Feature', properties: { kind: gridId === null ? 'outline' : 'grid', code: grid?.code ?? '', name: grid?.name ?? '', areaM2 }, geometry: { type: 'MultiPolygon', coordinates: shape } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}
