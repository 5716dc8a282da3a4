import { parseDbf, parseShp } from 'shpjs';
import { contentOf, isUnsafeName, limits, zipEntries } from '#electron/kernel/imports/workbook-limits.ts';
import { fail } from '#shared/errors/app-error.ts';
import { mapEncodings, type Attributes, type MapEncoding } from '#shared/modules/grid/territory/map/map-file.schema.ts';
import { geometryOf, type Geometry } from './geometry.ts';
import { attributesOf } from './read-geojson.ts';

export type Shapefile = {
  readonly geometries: readonly Geometry[];
  readonly readings: { readonly encoding: MapEncoding; readonly attributes: Attributes[] }[];
  readonly encoding: MapEncoding;
  readonly isSystemKnown: boolean;
};

const MIB = 1024 * 1024;
const SHAPE_CODES = new Set([1, 5, 11, 15, 21, 25]);

/** The parts of the first Shapefile in the archive, by their endings. Names may not lead out of it, and sizes may not lie. */
function partsOf(bytes: Buffer): Map<string, Buffer> {
  const entries = zipEntries(bytes).filter(({ name }) => !name.startsWith('__MACOSX') && !name.endsWith('/'));
  if (entries.length > limits.zipEntries || entries.some(({ name }) => isUnsafeName(name))) return fail('map/file-broken', {});
  const shp = entries.find(({ name }) => /\.shp$/i.test(name));
  if (!shp) return fail('map/file-unknown', {});
  const stem = shp.name.slice(0, -4).toLowerCase();
  const mine = entries.filter(({ name }) => name.toLowerCase().startsWith(`${stem}.`));
  return new Map(mine.map((entry) => [entry.name.slice(stem.length + 1).toLowerCase(), contentOf(bytes, entry, limits.inflatedMiB * MIB)]));
}

/** The header must agree with the bytes before a library walks through them. */
function checkShp(bytes: Buffer): void {
  if (bytes.length < 100 || bytes.readInt32BE(0) !== 9994 || bytes.readInt32BE(24) * 2 > bytes.length) fail('map/file-broken', {});
  if (!SHAPE_CODES.has(bytes.readInt32LE(32))) fail('map/no-shapes', {});
}

function checkDbf(bytes: Buffer): void {
  if (bytes.length < 33 || bytes.readUInt16LE(8) + bytes.readUInt32LE(4) * bytes.readUInt16LE(10) > bytes.length + 1) fail('map/file-broken', {});
}

const isFlawless = (bytes: Buffer, encoding: MapEncoding): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** The stated encoding (`.cpg` writes it in many ways: UTF-8, GBK, 936, CP936); else UTF-8 when every byte agrees, else the national one. */
export function encodingOf(stated: string, dbf: Buffer): MapEncoding {
  if (/utf-?8|65001/i.test(stated)) return 'utf-8';
  if (/gb|936|54936/i.test(stated)) return 'gb18030';
  const texts = dbf.length > 33 ? dbf.subarray(dbf.readUInt16LE(8)) : dbf;
  return isFlawless(texts, 'utf-8') ? 'utf-8' : 'gb18030';
}

/** WGS-84 and CGCS2000, plain or projected; another datum lies up to a hundred metres beside them and is not guessed. */
const isKnownDatum = (projection: string): boolean => /WGS_?\s?(19)?84|CGCS_?2000|China_2000|China_Geodetic_Coordinate_System_2000/i.test(projection);

function geometriesOf(bytes: Buffer, projection: string): Geometry[] {
  checkShp(bytes);
  try {
    return parseShp(bytes, projection === '' ? undefined : projection).map((geometry) => geometryOf(geometry));
  } catch (error) {
    if (error instanceof RangeError) return fail('map/file-broken', {});
    throw error;
  }
}

/** The polygons or points of a zipped Shapefile with their attributes in both encodings. */
export function readShapefile(bytes: Buffer): Shapefile {
  const parts = partsOf(bytes);
  const projection = parts.get('prj')?.toString('latin1').trim() ?? '';
  if (projection !== '' && !isKnownDatum(projection)) fail('map/projection-unknown', {});
  const geometries = geometriesOf(parts.get('shp') ?? Buffer.alloc(0), projection);
  const dbf = parts.get('dbf');
  if (!dbf) return { geometries, readings: [{ encoding: 'utf-8', attributes: geometries.map(() => ({})) }], encoding: 'utf-8', isSystemKnown: projection !== '' };
  checkDbf(dbf);
  const readings = mapEncodings.map((encoding) => {
    const rows = parseDbf(dbf, encoding).map(attributesOf);
    return { encoding, attributes: geometries.map((_, at) => rows[at] ?? {}) };
  });
  return { geometries, readings, encoding: encodingOf(parts.get('cpg')?.toString('latin1') ?? '', dbf), isSystemKnown: projection !== '' };
}
