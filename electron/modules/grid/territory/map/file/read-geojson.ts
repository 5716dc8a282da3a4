import { fail } from '#shared/errors/app-error.ts';
import type { Attributes } from '#shared/modules/grid/territory/map/map-file.schema.ts';
import { geometryOf, type Geometry } from './geometry.ts';

export type Entry = { readonly geometry: Geometry; readonly attributes: Attributes };

const LONGEST = 500;
const MOST_ATTRIBUTES = 60;

/** Attributes as plain texts; structures and what a file hides behind odd names stay away. */
export function attributesOf(value: unknown): Attributes {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  const plain = Object.entries(value).filter((entry): entry is [string, string | number | boolean] => ['string', 'number', 'boolean'].includes(typeof entry[1]) && entry[0].length <= 100 && entry[0] !== '__proto__');
  return Object.fromEntries(plain.slice(0, MOST_ATTRIBUTES).map(([name, text]) => [name, String(text).trim().slice(0, LONGEST)]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return fail('map/file-broken', {});
  }
}

type Loose = { readonly type?: unknown; readonly features?: unknown; readonly geometry?: unknown; readonly properties?: unknown; readonly crs?: { readonly properties?: { readonly name?: unknown } } };

/** Features of a GeoJSON text, and whether it names its coordinate system (a member older than RFC 7946 that many programs still write). */
export function readGeoJson(text: string): { readonly entries: readonly Entry[]; readonly isSystemKnown: boolean } {
  const root = parsed(text) as Loose | null; // every part is looked at before it is used
  if (root === null || typeof root !== 'object') return fail('map/file-unknown', {});
  const features = root.type === 'FeatureCollection' && Array.isArray(root.features) ? (root.features as (Loose | null)[]) : root.type === 'Feature' ? [root] : [{ geometry: root, properties: {} }]; // as above
  const entries = features.map((feature) => ({ geometry: geometryOf(feature?.geometry), attributes: attributesOf(feature?.properties) }));
  const system = root.crs?.properties?.name;
  return { entries, isSystemKnown: typeof system === 'string' && /4326|4490|CRS84/i.test(system) };
}
