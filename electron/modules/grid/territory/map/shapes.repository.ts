import type { Db } from '#electron/database/database.ts';
import { deleteRow } from '#electron/database/stored-record.ts';
import { areaOf } from '#shared/modules/grid/territory/map/overlay.rules.ts';
import type { MapGrid, StoredShape } from '#shared/modules/grid/territory/map/map.contract.ts';
import type { CoordinateSystem, Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';

export type ShapeValues = {
  readonly id: string;
  readonly communityId: string;
  readonly gridId: string | null;
  readonly shape: Shape;
  readonly sourceSystem: CoordinateSystem;
  readonly sourceFile: string;
  readonly now: string;
};

const ROW = `s.id, s.version, s.grid_id AS gridId, s.community_id AS communityId, s.geometry ->> 'coordinates' AS shape, s.source_system AS sourceSystem, s.source_file AS sourceFile,
  s.area_m2 AS areaM2, s.updated_at AS updatedAt`;
const shown = (row: unknown): StoredShape => {
  const stored = row as Omit<StoredShape, 'shape'> & { shape: string }; // columns named in ROW
  return { ...stored, shape: JSON.parse(stored.shape) as Shape }; // written by this repository
};
const textOf = (shape: Shape): string => JSON.stringify({ type: 'MultiPolygon', coordinates: shape });
const squareMetres = (shape: Shape): number => Math.max(1, Math.round(areaOf(shape)));

export function shapesRepository({ sqlite }: Db) {
  const ofCommunity = sqlite.prepare(`SELECT ${ROW} FROM grid_shape s LEFT JOIN grid g ON g.id = s.grid_id WHERE s.community_id = ? AND (g.id IS NULL OR g.status = 'active') ORDER BY g.code`);
  const everywhere = sqlite.prepare(`SELECT ${ROW} FROM grid_shape s LEFT JOIN grid g ON g.id = s.grid_id WHERE g.id IS NULL OR g.status = 'active' ORDER BY s.community_id, g.code`);
  const insertRow = sqlite.prepare(
    `INSERT INTO grid_shape (id, community_id, version, created_at, updated_at, grid_id, geometry, source_system, source_file, area_m2) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const updateRow = sqlite.prepare('UPDATE grid_shape SET version = version + 1, updated_at = ?, geometry = ?, source_system = ?, source_file = ?, area_m2 = ? WHERE id = ?');
  const db = { sqlite } as Db; // deleting a row needs nothing else of it
  const grids = (condition: string, values: readonly string[]): MapGrid[] =>
    sqlite
      .prepare(`SELECT g.id, g.code, g.name, g.community_id AS communityId, coalesce(m.name, '') AS responsibleName FROM grid g LEFT JOIN grid_member m ON m.id = g.responsible_id WHERE g.status = 'active' ${condition} ORDER BY g.code`)
      .all(...values) as MapGrid[]; // columns named just above
  return {
    /** Shapes of grids in use and the outline, of one community or of all. */
    list: (communityId: string | null): StoredShape[] => (communityId === null ? everywhere.all() : ofCommunity.all(communityId)).map(shown),
    grids: (communityId: string | null): MapGrid[] => (communityId === null ? grids('', []) : grids('AND g.community_id = ?', [communityId])),
    /** Whether any other community has a shape in this file. */
    hasOthers: (communityId: string): boolean => sqlite.prepare('SELECT 1 FROM grid_shape WHERE community_id <> ? LIMIT 1').get(communityId) !== undefined,
    insert: ({ id, communityId, gridId, shape, sourceSystem, sourceFile, now }: ShapeValues): void => void insertRow.run(id, communityId, now, now, gridId, textOf(shape), sourceSystem, sourceFile, squareMetres(shape)),
    replace: ({ id, shape, sourceSystem, sourceFile, now }: ShapeValues): void => void updateRow.run(now, textOf(shape), sourceSystem, sourceFile, squareMetres(shape), id),
    remove: (id: string): void => deleteRow(db, 'grid_shape', id),
  };
}
