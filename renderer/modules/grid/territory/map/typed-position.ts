import { rounded } from '#shared/modules/grid/territory/map/position.rules.ts';
import type { Position } from '#shared/modules/grid/territory/map/shape.schema.ts';

/** Longitude and latitude as a person types or pastes them: `130.0012345, 19.998`, with Chinese commas or spaces. Null when it is none. */
export function typedPosition(text: string): Position | null {
  const parts = text.normalize('NFKC').replaceAll(/[°度]/g, '').trim().split(/[\s,、;]+/);
  const [lon, lat] = parts.map(Number);
  if (parts.length !== 2 || lon === undefined || lat === undefined || !(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) return null;
  return rounded([lon, lat]);
}

export const positionText = ([lon, lat]: Position): string => `${lon.toFixed(7)}, ${lat.toFixed(7)}`;
