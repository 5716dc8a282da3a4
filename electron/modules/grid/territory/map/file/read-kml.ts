import { fail } from '#shared/errors/app-error.ts';
import type { Position, Ring } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { ringOf } from './geometry.ts';
import { attributesOf, type Entry } from './read-geojson.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string): string =>
  text
    .replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
      const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();

/** The contents of every element of a name, whatever prefix its namespace has. The same element does not stand inside itself in KML. */
function contentsOf(text: string, name: string): string[] {
  const open = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>`, 'g');
  const found: string[] = [];
  for (let match = open.exec(text); match; match = open.exec(text)) {
    if (match[0].endsWith('/>')) continue;
    const from = match.index + match[0].length;
    const close = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g');
    close.lastIndex = from;
    const end = close.exec(text);
    if (!end) return fail('map/file-broken', {});
    found.push(text.slice(from, end.index));
    open.lastIndex = close.lastIndex;
  }
  return found;
}

/** Tuples of longitude, latitude and perhaps height. */
function positionsOf(text: string): Position[] {
  return text.trim().split(/\s+/).map((tuple) => {
    const [lon, lat] = tuple.split(',').map(Number);
    if (lon === undefined || lat === undefined || !Number.isFinite(lon) || !Number.isFinite(lat)) return fail('map/file-broken', {});
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return fail('map/no-projection', {});
    return [lon, lat];
  });
}

const ringsIn = (polygon: string, boundary: string): Ring[] => contentsOf(polygon, boundary).flatMap((part) => contentsOf(part, 'coordinates').map((text) => ringOf(positionsOf(text))));

function attributesIn(placemark: string): Record<string, string> {
  const outside = placemark.replaceAll(/<(?:\w+:)?(Polygon|Point|MultiGeometry)[\s\S]*?<\/(?:\w+:)?\1>/g, '');
  const named = ['name', 'description'].flatMap((name) => contentsOf(outside, name).slice(0, 1).map((text): [string, string] => [name, decoded(text)]));
  const simple = [...outside.matchAll(/<(?:\w+:)?SimpleData\s+name="([^"]{1,100})"[^>]*>([\s\S]*?)<\//g)].map(([, name = '', text = '']): [string, string] => [decoded(name), decoded(text)]);
  const data = [...outside.matchAll(/<(?:\w+:)?Data\s+name="([^"]{1,100})"[^>]*>[\s\S]*?<(?:\w+:)?value>([\s\S]*?)<\//g)].map(([, name = '', text = '']): [string, string] => [decoded(name), decoded(text)]);
  return Object.fromEntries([...named, ...simple, ...data]);
}

/** Placemarks of a KML text with their polygons or point. A document type is refused: KML needs none, and its entities could hide anything. */
export function readKml(text: string): readonly Entry[] {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return fail('map/file-broken', {});
  return contentsOf(text, 'Placemark').map((placemark): Entry => {
    const attributes = attributesOf(attributesIn(placemark));
    const shape = contentsOf(placemark, 'Polygon').map((polygon) => [...ringsIn(polygon, 'outerBoundaryIs').slice(0, 1), ...ringsIn(polygon, 'innerBoundaryIs')]);
    if (shape.some(([outer]) => outer === undefined)) return fail('map/file-broken', {});
    if (shape.length > 0) return { geometry: { shape }, attributes };
    const [point] = contentsOf(placemark, 'Point').flatMap((part) => contentsOf(part, 'coordinates').flatMap(positionsOf));
    return { geometry: point ? { point } : null, attributes };
  });
}
