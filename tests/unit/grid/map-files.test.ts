import { describe, expect, it } from 'vitest';
import { seededRandom } from '#electron/kernel/demo/random.ts';
import { inventedShapes } from '#electron/kernel/demo/invented-shapes.ts';
import { parseMapFile } from '#electron/modules/grid/territory/map/file/parse-map-file.ts';
import { geoJsonOf } from '#electron/modules/grid/territory/map/geojson-file.ts';
import { pictureFacts } from '#electron/kernel/files/picture-facts.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { fromWgs84 } from '#shared/modules/grid/territory/map/coordinates.rules.ts';
import type { MapGrid } from '#shared/modules/grid/territory/map/map.contract.ts';
import { matchFile, pointsIn } from '#shared/modules/grid/territory/map/match-file.rules.ts';
import { metresBetween } from '#shared/modules/grid/territory/map/position.rules.ts';
import type { Position, Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { dbfOf, shpOf } from '#tests/support/shapefile.ts';
import { zipOf, type ZipPart } from '#tests/support/zip.ts';

/** 第一网格 and 第二网格 as a Chinese Windows writes them (GBK). */
const GBK = { first: Buffer.from('b5dad2bbcdf8b8f1', 'hex'), second: Buffer.from('b5dab6fecdf8b8f1', 'hex') };
const shapes = inventedShapes(seededRandom(3), 0, 2).map((shape): Shape => shape.map((polygon) => polygon.map((ring) => ring.toReversed())));
const grid = (id: string, name: string, code: string): MapGrid => ({ id, name, code, communityId: 'c', responsibleName: '' });
const grids = [grid('a', '第一网格', '330102001001101'), grid('b', '第二网格', '330102001001102')];
const CHOICE = { encoding: 'utf-8', system: 'wgs84' } as const;

const WGS84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const CGCS2000_ZONE = 'PROJCS["CGCS2000_3_Degree_GK_CM_129E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",129.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const XIAN80 = WGS84.replaceAll('WGS_1984', 'Xian_1980');

const dbf = (first: Buffer, second: Buffer): Buffer => dbfOf(['NAME'], [[first], [second]]);
const shapefile = (parts: readonly ZipPart[] = []): Buffer => zipOf([{ name: '网格/wg.shp', content: shpOf(shapes) }, { name: '网格/wg.dbf', content: dbf(GBK.first, GBK.second) }, ...parts]);
const geoJson = (coordinates: unknown, properties: object = { 编码: '330102001001102' }): Buffer => Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } }] }));
const kml = (inner: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inner}</Document></kml>`);
const codeOf = (bytes: Buffer): string => {
  try {
    parseMapFile(bytes, 'file');
    return 'read';
  } catch (error) {
    return error instanceof AppError ? error.failure.code : String(error);
  }
};

describe('a Shapefile', () => {
  it('in GBK without a word about it is recognised, and the other reading is there to compare', () => {
    const file = parseMapFile(shapefile(), 'wg.zip');
    expect([file.kind, file.encoding, file.isSystemKnown]).toEqual(['shapefile', 'gb18030', false]);
    expect(matchFile(file, { ...CHOICE, encoding: 'gb18030' }, grids, shapes).map(({ target, by, problems }) => ({ target, by, problems }))).toEqual([{ target: 'a', by: 'name', problems: [] }, { target: 'b', by: 'name', problems: [] }]);
    expect(matchFile(file, CHOICE, grids, shapes).map(({ target, problems }) => ({ target, problems }))).toEqual([{ target: null, problems: [{ code: 'encoding' }] }, { target: null, problems: [{ code: 'encoding' }] }]);
  });
  it.each([['936', 'gb18030'], ['GBK', 'gb18030'], ['UTF-8', 'utf-8'], ['65001', 'utf-8']])('whose .cpg says %s is read as %s', (stated, encoding) => expect(parseMapFile(shapefile([{ name: '网格/wg.cpg', content: stated }]), 'wg.zip').encoding).toBe(encoding));
  it('with a projection is turned into degrees, and nobody has to be asked', () => {
    const flat: Shape = [[[[604_600, 2_211_000], [605_600, 2_211_000], [605_600, 2_212_000], [604_600, 2_212_000], [604_600, 2_211_000]]]];
    const file = parseMapFile(zipOf([{ name: 'wg.shp', content: shpOf([flat]) }, { name: 'wg.dbf', content: dbfOf(['NAME'], [[GBK.first]]) }, { name: 'wg.prj', content: CGCS2000_ZONE }]), 'wg.zip');
    expect(file.isSystemKnown).toBe(true);
    const [first] = file.shapes[0]?.[0]?.[0] ?? [];
    expect(metresBetween([first?.[0] ?? 0, first?.[1] ?? 0], [130, 20])).toBeLessThan(20_000);
    expect(parseMapFile(shapefile([{ name: '网格/wg.prj', content: WGS84 }]), 'wg.zip').isSystemKnown).toBe(true);
  });
  it('in metres without a projection, and one of another datum, are refused by name', () => {
    const flat: Shape = [[[[604_600, 2_211_000], [605_600, 2_211_000], [605_600, 2_212_000], [604_600, 2_211_000]]]];
    expect(codeOf(zipOf([{ name: 'wg.shp', content: shpOf([flat]) }]))).toBe('map/no-projection');
    expect(codeOf(shapefile([{ name: '网格/wg.prj', content: XIAN80 }]))).toBe('map/projection-unknown');
  });
  it.each([
    ['map/file-broken', 'cut off in the shapes', zipOf([{ name: 'wg.shp', content: shpOf(shapes).subarray(0, 180) }])],
    ['map/file-broken', 'with a table that promises more rows', zipOf([{ name: 'wg.shp', content: shpOf(shapes) }, { name: 'wg.dbf', content: dbf(GBK.first, GBK.second).subarray(0, 90) }])],
    ['map/file-broken', 'that leads out of its folder', zipOf([{ name: '../wg.shp', content: shpOf(shapes) }])],
    ['map/file-broken', 'cut off in the archive', shapefile().subarray(0, 300)],
    ['map/file-unknown', 'that is some other archive', zipOf([{ name: 'readme.txt', content: 'x' }])],
  ])('%s: one %s', (code, _what, bytes) => expect(codeOf(bytes)).toBe(code));
});

describe('GeoJSON', () => {
  it('finds its grid by the code before the name, closes a ring the file left open, and drops heights', () => {
    const file = parseMapFile(geoJson([[[130, 20, 5], [130.01, 20, 5], [130.01, 20.01, 5]]], { name: '第一网格', code: '330102001001102' }), 'a.geojson');
    expect(file.shapes).toEqual([[[[[130, 20], [130.01, 20], [130.01, 20.01], [130, 20]]]]]);
    expect(matchFile(file, CHOICE, grids, [])).toMatchObject([{ target: 'b', by: 'code', problems: [] }]);
  });
  it('that the desk wrote comes back digit for digit', () => {
    const stored = shapes.map((shape, at) => ({ id: `s${at}`, version: 1, gridId: grids[at]?.id ?? null, communityId: 'c', shape, sourceSystem: 'wgs84' as const, sourceFile: '', areaM2: 5, updatedAt: '' }));
    const file = parseMapFile(Buffer.from(geoJsonOf(grids, stored)), 'a.geojson');
    expect(matchFile(file, CHOICE, grids, shapes).map(({ shape, target }) => ({ shape, target }))).toEqual(stored.map(({ shape, gridId }) => ({ shape, target: gridId })));
  });
  it('of another system is told by its distance, and comes back right in the system it was written in', () => {
    const there = shapes.map((shape) => shape.map((polygon) => polygon.map((ring) => ring.map((at) => fromWgs84(at, 'bd09')))));
    const file = parseMapFile(geoJson(there[0]?.[0]), 'a.geojson');
    const [right] = matchFile(file, { ...CHOICE, system: 'bd09' }, grids, shapes);
    const corner = right?.shape[0]?.[0]?.[0] ?? [0, 0];
    expect(metresBetween(corner, shapes[0]?.[0]?.[0]?.[0] ?? [0, 0])).toBeLessThan(1.5);
    const swapped = parseMapFile(geoJson([[[20, 89], [20.01, 89], [20.01, 89.01], [20, 89]]]), 'a.geojson');
    expect(matchFile(swapped, CHOICE, grids, shapes)[0]?.problems).toMatchObject([{ code: 'elsewhere' }]);
  });
  it('that crosses itself is shown as such, and two areas for one grid are not both taken', () => {
    const bow = [[[130, 20], [130.01, 20.01], [130.01, 20], [130, 20.01], [130, 20]]];
    expect(matchFile(parseMapFile(geoJson(bow), 'a.geojson'), CHOICE, grids, [])[0]?.problems).toEqual([{ code: 'fault', fault: 'crossing' }]);
    const twice = JSON.stringify({ type: 'FeatureCollection', features: [1, 2].map(() => ({ type: 'Feature', properties: { n: '第一网格' }, geometry: { type: 'Polygon', coordinates: [[[130, 20], [130.01, 20], [130.01, 20.01], [130, 20]]] } })) });
    expect(matchFile(parseMapFile(Buffer.from(twice), 'a'), CHOICE, grids, []).map(({ target }) => target)).toEqual(['a', null]);
  });
  it.each([
    ['map/file-unknown', 'words', Buffer.from('没有坐标')],
    ['map/file-broken', 'half a file', Buffer.from('{"type":"FeatureCollection","features":[')],
    ['map/file-broken', 'a corner of words', geoJson([[['x', 'y'], [1, 2], [3, 4]]])],
    ['map/no-projection', 'metres', geoJson([[[604_600, 2_211_000], [605_600, 2_211_000], [605_600, 2_212_000]]])],
    ['map/no-shapes', 'lines only', Buffer.from('{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}')],
    ['map/file-too-large', 'more than the limit', Buffer.alloc(20 * 1024 * 1024 + 1, ' ')],
    ['map/too-many-corners', 'a border of ten thousand corners', geoJson([Array.from({ length: 10_000 }, (_, at) => [130 + at * 1e-6, 20 + (at % 2) * 1e-6])])],
  ])('%s: %s', (code, _what, bytes) => expect(codeOf(bytes)).toBe(code));
});

describe('KML', () => {
  const polygon = (ring: string): string => `<Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
  it('gives names, holes, several parts and points', () => {
    const file = parseMapFile(kml(`<Placemark><name><![CDATA[第一网格]]></name>${polygon('130,20,0 130.01,20,0 130.01,20.01,0 130,20,0')}</Placemark><Placemark><name>3&#24162; &amp; 4</name><Point><coordinates>130.001,20.001,0</coordinates></Point></Placemark><Placemark><name>x</name><ExtendedData><Data name="编码"><value>330102001001102</value></Data></ExtendedData><MultiGeometry>${polygon('130,20 130.01,20 130.01,20.01')}${polygon('131,20 131.01,20 131.01,20.01')}</MultiGeometry></Placemark>`), 'a.kml');
    expect(file.shapes.map((shape) => shape?.length ?? 0)).toEqual([1, 0, 2]);
    expect(matchFile(file, CHOICE, grids, []).map(({ target }) => target)).toEqual(['a', 'b']);
    expect(pointsIn(file, CHOICE)).toEqual([{ label: '3幢 & 4', at: [130.001, 20.001] satisfies Position }]);
  });
  it.each([
    ['map/file-broken', 'with entities of its own', kml('<!DOCTYPE x [<!ENTITY a "b">]>')],
    ['map/file-broken', 'that ends early', kml('<Placemark><Polygon><outerBoundaryIs>')],
    ['map/no-shapes', 'without a place', kml('<Placemark><name>a</name></Placemark>')],
  ])('%s: one %s', (code, _what, bytes) => expect(codeOf(bytes)).toBe(code));
});

describe('a scanned plan', () => {
  it('is known by its bytes', () => {
    const png = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.from([0, 0, 4, 0, 0, 0, 3, 0, 8])]);
    expect(pictureFacts(png)).toEqual({ mediaType: 'image/png', width: 1024, height: 768 });
    const jpeg = Buffer.from('ffd8ffe000044a46ffc0001108030004000301', 'hex');
    expect(pictureFacts(jpeg)).toEqual({ mediaType: 'image/jpeg', width: 1024, height: 768 });
    expect(() => pictureFacts(Buffer.from('GIF89a plus more than enough bytes'))).toThrow(AppError);
  });
});
