import { z } from 'zod';
import { dayText, instantText, versionedShape } from '#shared/contract/list.ts';

export const gridTypes = ['basic', 'dedicated'] as const;
export const gridStatuses = ['active', 'closed'] as const;
/** How a grid ended; empty while it is in use. `undone`: it came from a split that was taken back. */
export const gridEndings = ['', 'closed', 'split', 'merged', 'undone'] as const;
export const boundarySides = ['east', 'south', 'west', 'north'] as const;

const side = z.string().trim().max(60).default('');

const gridShape = {
  name: z.string().trim().min(2).max(50),
  type: z.enum(gridTypes),
  /** Code of table `grid-nature`, or empty. */
  nature: z.string().max(20),
  /** What lies inside, in words. */
  boundary: z.string().trim().max(300),
  /** 四至: the road or neighbour on each side. */
  east: side,
  south: side,
  west: side,
  north: side,
  responsibleId: z.uuid().nullable(),
  deputyId: z.uuid().nullable().default(null),
  /** Where the notice board hangs. */
  boardPlace: z.string().trim().max(100).default(''),
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
  ending: z.enum(gridEndings),
  closedOn: dayText.nullable(),
  closedReason: z.string(),
  responsibleName: z.string(),
  responsiblePhone: z.string(),
  deputyName: z.string(),
  /** Grids in use that the responsible member answers for; more than one is a double. */
  responsibleGrids: z.int(),
  households: z.int(),
  persons: z.int(),
  dwellings: z.int(),
  updatedAt: instantText,
});
export type Grid = z.infer<typeof gridSchema>;
