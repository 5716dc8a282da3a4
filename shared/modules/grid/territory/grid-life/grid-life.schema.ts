import { z } from 'zod';
import { dayText, instantText, versionedShape } from '#shared/contract/list.ts';
import { gridDraftSchema } from '../grid.schema.ts';

export const gridEventKinds = ['split', 'merged', 'closed', 'reopened', 'renumbered', 'handed-over'] as const;

/** A split or merge may be taken back so long, as an import may. */
export const UNDO_DAYS = 30;

/**
 * Where people of a grid live, as small as a split can cut: one unit of a building, or one address where no building is known. Whoever
 * lives there moves together: dwelling, households, people.
 */
export const gridPlaceSchema = z.strictObject({
  key: z.string().max(260),
  estate: z.string(),
  building: z.string(),
  unit: z.string(),
  /** Only where there is no building. */
  address: z.string(),
  dwellings: z.int(),
  households: z.int(),
  persons: z.int(),
});
export type GridPlace = z.infer<typeof gridPlaceSchema>;

const placeKeys = z.array(gridPlaceSchema.shape.key).max(5000);
const reason = z.string().trim().min(2).max(300);

export const gridPartSchema = z.strictObject({
  name: gridDraftSchema.shape.name,
  type: gridDraftSchema.shape.type,
  nature: gridDraftSchema.shape.nature,
  code: gridDraftSchema.shape.code,
  responsibleId: gridDraftSchema.shape.responsibleId,
  places: placeKeys.min(1),
});

export const splitSchema = z.strictObject({
  ...versionedShape,
  on: dayText,
  reason,
  /** What the grid keeps. Nothing: the grid ends with the split. */
  stays: placeKeys,
  parts: z.array(gridPartSchema).min(1).max(9),
});
export type Split = z.output<typeof splitSchema>;

export const mergeSchema = z.strictObject({
  /** The grid that goes on. */
  ...versionedShape,
  on: dayText,
  reason,
  /** The grids that end in it. */
  others: z.array(z.strictObject(versionedShape)).min(1).max(9),
});
export type Merge = z.output<typeof mergeSchema>;

const party = { gridId: z.uuid(), code: z.string(), name: z.string(), memberName: z.string(), memberPhone: z.string() };
export const givingSchema = z.strictObject(party);
export const takingSchema = z.strictObject({
  ...party,
  dwellings: z.int(),
  households: z.int(),
  persons: z.int(),
  /** Empty for who may not read the register. */
  places: z.array(gridPlaceSchema),
});
export type Giving = z.infer<typeof givingSchema>;
export type Taking = z.infer<typeof takingSchema>;

export const gridEventSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  kind: z.enum(gridEventKinds),
  happenedOn: dayText,
  reason: z.string(),
  gives: z.array(givingSchema),
  takes: z.array(takingSchema),
  undoneAt: instantText.nullable(),
  undoneReason: z.string(),
  /** The last day on which it can be taken back; null when it cannot. */
  undoableUntil: dayText.nullable(),
});
export type GridEvent = z.infer<typeof gridEventSchema>;
