import { z } from 'zod';
import { dayText, instantText, versionedShape } from '#shared/contract/list.ts';

export const gridTypes = ['basic', 'dedicated'] as const;
export const gridStatuses = ['active', 'closed'] as const;

const gridShape = {
  name: z.string().trim().min(2).max(50),
  type: z.enum(gridTypes),
  /** Code of table `grid-nature`, or empty. */
  nature: z.string().max(20),
  /** 四至边界 in words. */
  boundary: z.string().trim().max(300),
  responsibleId: z.uuid().nullable(),
  startedOn: dayText.nullable(),
  note: z.string().trim().max(300),
};

export const gridDraftSchema = z.strictObject({
  ...gridShape,
  /** Empty: the next code of the station's rule. */
  code: z.string().trim().max(20),
});
export type GridDraft = z.infer<typeof gridDraftSchema>;

export const gridChangeSchema = z.strictObject({ ...versionedShape, ...gridDraftSchema.shape });

export const gridSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  ...gridDraftSchema.shape,
  communityId: z.uuid(),
  formerCodes: z.array(z.string()),
  status: z.enum(gridStatuses),
  closedOn: dayText.nullable(),
  closedReason: z.string(),
  responsibleName: z.string(),
  responsiblePhone: z.string(),
  households: z.int(),
  persons: z.int(),
  updatedAt: instantText,
});
export type Grid = z.infer<typeof gridSchema>;
