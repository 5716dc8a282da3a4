import { z } from 'zod';

/** Longitude and latitude in WGS-84 degrees (CGCS2000 differs by less than a hand's width and is taken as the same). */
const positionSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** More corners than a surveyed community has; the call that carries them stays below the gate's limit. */
export const MOST_CORNERS = 5000;

export type Position = readonly [number, number];
export type Ring = readonly Position[];
export type Polygon = readonly Ring[];
export type Shape = readonly Polygon[];

/** Polygons of one grid, each an outer ring and its holes; every ring ends where it began. */
export const shapeSchema: z.ZodType<Shape, Shape> = z.array(z.array(z.array(positionSchema).min(4).max(MOST_CORNERS + 1)).min(1).max(50)).min(1).max(50);

/** What coordinates a file or a person may bring (ecosystem.md 6). */
export const coordinateSystems = ['wgs84', 'gcj02', 'bd09'] as const;
export type CoordinateSystem = (typeof coordinateSystems)[number];

/** Shapes by the id of their grid; the outline of the community stands under `OUTLINE`. */
export type Drawing = Readonly<Record<string, Shape>>;
export const OUTLINE = 'outline';
