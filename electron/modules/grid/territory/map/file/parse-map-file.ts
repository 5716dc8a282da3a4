import { AppError, fail } from '#shared/errors/app-error.ts';
import type { MapFile } from '#shared/modules/grid/territory/map/map-file.schema.ts';
import type { Geometry } from './geometry.ts';
import { readGeoJson } from './read-geojson.ts';
import { readKml } from './read-kml.ts';
import { readShapefile, type Shapefile } from './read-shapefile.ts';

const LIMIT_MIB = 20;
const MOST_ENTRIES = 20_000;

function textOf(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next encoding is tried
    }
  }
  return fail('map/file-unknown', {});
}

type Read = Omit<Shapefile, 'geometries'> & { readonly kind: MapFile['kind']; readonly geometries: readonly Geometry[] };

function read(bytes: Buffer): Read {
  if (bytes.subarray(0, 4).equals(Buffer.from('504b0304', 'hex'))) return { kind: 'shapefile', ...readShapefile(bytes) };
  const text = textOf(bytes).trimStart();
  const isKml = text.startsWith('<') && /<(?:\w+:)?(kml|Document|Placemark)[\s>]/.test(text);
  if (!isKml && !text.startsWith('{')) return fail('map/file-unknown', {});
  const { entries, isSystemKnown } = isKml ? { entries: readKml(text), isSystemKnown: false } : readGeoJson(text);
  return { kind: isKml ? 'kml' : 'geojson', geometries: entries.map(({ geometry }) => geometry), readings: [{ encoding: 'utf-8', attributes: entries.map(({ attributes }) => attributes) }], encoding: 'utf-8', isSystemKnown };
}

/**
 * Reads GeoJSON, KML or a zipped Shapefile, told by content and never by name. Errors: `map/file-too-large`, `map/file-unknown`,
 * `map/file-broken`, `map/no-projection`, `map/projection-unknown`, `map/no-shapes`, `map/too-many-corners`.
 */
export function parseMapFile(bytes: Buffer, fileName: string): MapFile {
  if (bytes.length > LIMIT_MIB * 1024 * 1024) return fail('map/file-too-large', { limitMiB: LIMIT_MIB });
  try {
    const { geometries, ...facts } = read(bytes);
    if (geometries.length > MOST_ENTRIES) return fail('map/file-too-large', { limitMiB: LIMIT_MIB });
    const shapes = geometries.map((geometry) => (geometry && 'shape' in geometry ? geometry.shape : null));
    const points = geometries.flatMap((geometry, index) => (geometry && 'point' in geometry ? [{ at: [geometry.point[0], geometry.point[1]] as [number, number], index }] : []));
    if (points.length === 0 && shapes.every((shape) => shape === null)) return fail('map/no-shapes', {});
    return { fileName, shapes, points, ...facts };
  } catch (error) {
    if (!(error instanceof AppError)) return fail('map/file-broken', {}); // a library lost its way in the bytes
    if (error.failure.code === 'import/cut-off' || error.failure.code === 'import/zip-structure') return fail('map/file-broken', {});
    throw error;
  }
}
