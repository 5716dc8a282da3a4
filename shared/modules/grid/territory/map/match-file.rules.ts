import { farAway, shapeToWgs84, toWgs84 } from './coordinates.rules.ts';
import type { Attributes, MapEncoding, MapFile } from './map-file.schema.ts';
import type { MapGrid } from './map.contract.ts';
import { shapeFault, type RingFault } from './ring.rules.ts';
import { OUTLINE, type CoordinateSystem, type Position, type Shape } from './shape.schema.ts';

export type FileChoice = { readonly encoding: MapEncoding; readonly system: CoordinateSystem };
export type FoundShape = {
  /** Place in the file, from 0. */
  readonly index: number;
  readonly shape: Shape;
  readonly attributes: Attributes;
  /** The grid it is meant for: by code, else by name, else the outline by its words; null when nothing fits. */
  readonly target: string | null;
  readonly by: 'code' | 'name' | 'outline' | null;
  readonly problems: readonly FoundProblem[];
};
export type FoundProblem = { readonly code: 'fault'; readonly fault: RingFault } | { readonly code: 'elsewhere'; readonly kilometres: number } | { readonly code: 'encoding' } | { readonly code: 'twice' };

const UNREADABLE = /\uFFFD|[\u0080-\u009F]/;
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
const isOutlineWord = (text: string): boolean => /^(outline|社区范围|社区边界|社区)$/i.test(text);

/** Attributes in the chosen encoding; those of the first reading when the file has no such. */
export const attributesIn = ({ readings }: MapFile, encoding: MapEncoding): readonly Attributes[] => (readings.find((reading) => reading.encoding === encoding) ?? readings[0])?.attributes ?? [];

function targetOf(attributes: Attributes, grids: readonly MapGrid[]): Pick<FoundShape, 'target' | 'by'> {
  const values = Object.values(attributes).map(plain).filter(Boolean);
  const byCode = grids.find(({ code }) => values.includes(plain(code)));
  if (byCode) return { target: byCode.id, by: 'code' };
  const byName = grids.find(({ name }) => values.includes(plain(name)));
  if (byName) return { target: byName.id, by: 'name' };
  return values.some(isOutlineWord) ? { target: OUTLINE, by: 'outline' } : { target: null, by: null };
}

/** Reads a file's shapes the way the person chose, says which grid each is meant for, and what is wrong with it. Nothing is stored by it. */
export function matchFile(file: MapFile, { encoding, system }: FileChoice, grids: readonly MapGrid[], present: readonly Shape[]): readonly FoundShape[] {
  const attributes = attributesIn(file, encoding);
  const taken = new Set<string>();
  return file.shapes.flatMap((raw, index): FoundShape[] => {
    if (raw === null) return [];
    const [shape, mine] = [shapeToWgs84(raw, system), attributes[index] ?? {}];
    const { target, by } = targetOf(mine, grids);
    const [fault, kilometres] = [shapeFault(shape), farAway(shape, present)];
    const isTwice = target !== null && taken.has(target);
    if (target !== null) taken.add(target);
    const problems: FoundProblem[] = [
      ...(fault === null ? [] : [{ code: 'fault', fault } as const]),
      ...(kilometres === null ? [] : [{ code: 'elsewhere', kilometres } as const]),
      ...(Object.values(mine).some((text) => UNREADABLE.test(text)) ? [{ code: 'encoding' } as const] : []),
      ...(isTwice ? [{ code: 'twice' } as const] : []),
    ];
    return [{ index, shape, attributes: mine, target: isTwice ? null : target, by: isTwice ? null : by, problems }];
  });
}

/** Points of a file with the label of their first attribute that has words; those without any are numbered. */
export function pointsIn(file: MapFile, { encoding, system }: FileChoice): readonly { readonly label: string; readonly at: Position }[] {
  const attributes = attributesIn(file, encoding);
  return file.points.map(({ at, index }) => ({ label: (Object.values(attributes[index] ?? {}).find(Boolean) ?? String(index + 1)).slice(0, 100), at: toWgs84(at, system) }));
}
