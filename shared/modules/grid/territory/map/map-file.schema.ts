import { z } from 'zod';
import { shapeSchema } from './shape.schema.ts';

export const mapFileKinds = ['geojson', 'kml', 'shapefile'] as const;
/** How the attributes of a Shapefile may be written; a file that says nothing is read both ways and the person sees which is right. */
export const mapEncodings = ['utf-8', 'gb18030'] as const;
export type MapEncoding = (typeof mapEncodings)[number];

const attributesSchema = z.record(z.string().max(100), z.string().max(500));
export type Attributes = z.infer<typeof attributesSchema>;

/** A map file as it was read, in its own coordinates; nothing of it is stored yet. */
export const mapFileSchema = z.strictObject({
  fileName: z.string(),
  kind: z.enum(mapFileKinds),
  /** Shapes in degrees, as the file writes them. */
  shapes: z.array(shapeSchema.nullable()),
  /** The shapes' attributes in every encoding that can be meant; one for files whose encoding is certain. */
  readings: z.array(z.strictObject({ encoding: z.enum(mapEncodings), attributes: z.array(attributesSchema) })).min(1),
  /** The encoding the file states, or the one every byte agrees with. */
  encoding: z.enum(mapEncodings),
  /** True when the file itself names a projection of WGS-84 or CGCS2000; else the system has to be asked for. */
  isSystemKnown: z.boolean(),
  /** Points with a name, for buildings. */
  points: z.array(z.strictObject({ at: z.tuple([z.number(), z.number()]), index: z.int() })),
});
export type MapFile = z.infer<typeof mapFileSchema>;
