import { z } from 'zod';

export const pictureTypes = ['image/png', 'image/jpeg'] as const;

const corner = z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]);
/** Where three corners of the picture lie: upper left, upper right, lower left. The fourth follows from them. */
export const backdropCornersSchema = z.tuple([corner, corner, corner]);
export type BackdropCorners = z.infer<typeof backdropCornersSchema>;

export const backdropSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  mediaType: z.enum(pictureTypes),
  width: z.int(),
  height: z.int(),
  corners: backdropCornersSchema,
  /** Percent. */
  opacity: z.int(),
});
export type Backdrop = z.infer<typeof backdropSchema>;
