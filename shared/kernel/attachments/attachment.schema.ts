import { z } from 'zod';
import { instantText } from '#shared/contract/list.ts';

/** The record an attachment belongs to: its table, as the log names it, and its id. */
export const attachmentOwnerSchema = z.strictObject({ table: z.string().regex(/^[a-z_]{1,60}$/), id: z.uuid() });
export type AttachmentOwner = z.infer<typeof attachmentOwnerSchema>;

export const pictureTypes = ['image/png', 'image/jpeg'] as const;

/** A picture that belongs to a record, without its bytes. Width and height in pixels, size in bytes. */
export const attachmentSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  mediaType: z.enum(pictureTypes),
  width: z.int(),
  height: z.int(),
  size: z.int(),
  addedBy: z.string(),
  createdAt: instantText,
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** The longer side a picture is brought down to: a sheet of A4 stays readable. */
export const LONGEST_SIDE = 1800;
/** Base64 of a stored picture; one call carries no more. */
export const LONGEST_PICTURE = 950_000;
/** So many pictures a record holds. */
export const MOST_ATTACHMENTS = 30;
