import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { instantText, versionedShape } from '#shared/contract/list.ts';
import { territoryPermissions } from '../territory.contract.ts';
import { backdropCornersSchema, backdropSchema, pictureTypes } from './backdrop.schema.ts';
import { mapFileSchema } from './map-file.schema.ts';
import { coordinateSystems, shapeSchema } from './shape.schema.ts';

const { query, report, command, task } = operationsFor(territoryPermissions);

export const storedShapeSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  /** Null for the outline of a community. */
  gridId: z.uuid().nullable(),
  communityId: z.uuid(),
  shape: shapeSchema,
  sourceSystem: z.enum(coordinateSystems),
  sourceFile: z.string(),
  areaM2: z.int(),
  updatedAt: instantText,
});
export type StoredShape = z.infer<typeof storedShapeSchema>;

/** What a map can be coloured by; a grid without people has its figures all the same. */
/** Matters of so many days count as recent on the map. */
export const RECENT_DAYS = 30;
export const matterMapFigures = ['openMatters', 'recentMatters', 'lateMatters'] as const;
export type MatterMapFigure = (typeof matterMapFigures)[number];
export const mapFigures = ['persons', 'households', 'floatingShare', 'members', 'area', 'density', ...matterMapFigures] as const;
export type MapFigure = (typeof mapFigures)[number];

const mapGridSchema = z.strictObject({ id: z.uuid(), code: z.string(), name: z.string(), communityId: z.uuid(), responsibleName: z.string() });
export type MapGrid = z.infer<typeof mapGridSchema>;

const everywhere = z.strictObject({ everywhere: z.boolean().default(false) });
const BIGGEST_PICTURE = 25 * 1024 * 1024;

export const mapOperations = {
  /** The grids in use with their shapes: those of the own community, or of every community of the file. */
  getMap: query({
    permission: 'territory.read',
    input: everywhere,
    output: z.strictObject({ grids: z.array(mapGridSchema), shapes: z.array(storedShapeSchema), backdrop: backdropSchema.nullable(), hasOthers: z.boolean() }),
  }),
  summariseMapFigures: report({
    permission: 'territory.read',
    input: everywhere,
    output: z.array(z.strictObject({ gridId: z.uuid(), persons: z.int(), floating: z.int(), households: z.int(), members: z.int(), /** Open matters, those of the last 30 days without the void, and the open past their due day; null for who may not read the grid's matters. */ openMatters: z.int().nullable(), recentMatters: z.int().nullable(), lateMatters: z.int().nullable() })),
  }),
  /** Columns instead of rows: thirty thousand points are read at once. */
  listBuildingPoints: query({
    permission: 'territory.read',
    input: everywhere,
    output: z.strictObject({ labels: z.array(z.string()), lons: z.array(z.number()), lats: z.array(z.number()) }),
  }),
  /** Every shape an edit touched, in one transaction: all of them or none. */
  saveMapShapes: command({
    permission: 'territory.edit',
    input: z.strictObject({
      shapes: z
        .array(
          z.strictObject({
            gridId: z.uuid().nullable(),
            /** Null for a shape that is not stored yet. */
            version: z.int().min(1).nullable(),
            /** Null takes the shape off the map. */
            shape: shapeSchema.nullable(),
            sourceSystem: z.enum(coordinateSystems),
            sourceFile: z.string().max(200),
          }),
        )
        .min(1)
        .max(500),
    }),
    output: z.strictObject({ shapes: z.array(storedShapeSchema) }),
    invalidates: ['grid'],
  }),
  /** Puts the points of a file in place of all the community's points; each is filed in the grid that holds it. */
  saveBuildingPoints: command({
    permission: 'territory.edit',
    input: z.strictObject({ points: z.array(z.strictObject({ label: z.string().trim().min(1).max(100), at: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]) })).max(10_000), sourceFile: z.string().max(200) }),
    /** `buildings`: buildings of the register that got their place from a point of their name. */
    output: z.strictObject({ points: z.int(), outside: z.int(), buildings: z.int() }),
    invalidates: ['grid'],
  }),
  readMapFile: task({ permission: 'territory.edit', input: z.strictObject({ path: z.string().min(1).max(1000) }), output: mapFileSchema, invalidates: [] }),
  exportMap: task({
    permission: 'territory.edit',
    input: z.strictObject({ reason: z.string().trim().min(2).max(300), suggestedName: z.string().max(120), path: z.string().max(1000).optional() }),
    output: z.strictObject({ path: z.string(), shapes: z.int() }),
    invalidates: ['audit'],
  }),
  getBackdropPicture: query({ permission: 'territory.read', input: z.strictObject({ id: z.uuid() }), output: z.strictObject({ mediaType: z.enum(pictureTypes), bytes: z.instanceof(Uint8Array) }) }),
  /** Takes a scanned plan into the file; it lies where `corners` say until they are moved. */
  addBackdrop: task({ permission: 'territory.edit', input: z.strictObject({ path: z.string().min(1).max(1000), corners: backdropCornersSchema }), output: backdropSchema, invalidates: ['grid'] }),
  insertBackdrop: command({
    permission: 'territory.edit',
    internal: true,
    input: z.strictObject({ name: z.string().max(200), mediaType: z.enum(pictureTypes), width: z.int().min(1).max(30_000), height: z.int().min(1).max(30_000), corners: backdropCornersSchema, bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= BIGGEST_PICTURE) }),
    output: backdropSchema,
    invalidates: ['grid'],
  }),
  updateBackdrop: command({ permission: 'territory.edit', input: z.strictObject({ ...versionedShape, corners: backdropCornersSchema, opacity: z.int().min(10).max(100) }), output: backdropSchema, invalidates: ['grid'] }),
  removeBackdrop: command({ permission: 'territory.edit', input: z.strictObject(versionedShape), output: z.strictObject({}), invalidates: ['grid'] }),
};
