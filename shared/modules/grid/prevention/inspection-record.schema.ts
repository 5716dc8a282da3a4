import { z } from 'zod';
import { dayText, sortBy } from '#shared/contract/list.ts';
import { hazardLevels } from './prevention.schema.ts';

/** One visit to an inspected place, wherever it was: the rows behind the figures of inspections. A place that is not inspected any more keeps its visits. */
export const inspectionRecordSchema = z.strictObject({
  id: z.uuid(), place: z.string(), kind: z.string(), gridName: z.string(), inspectedOn: dayText, inspector: z.string(), level: z.enum(hazardLevels), finding: z.string(), matterId: z.uuid().nullable(), matterNumber: z.string(),
});
export type InspectionRecordRow = z.infer<typeof inspectionRecordSchema>;
export const inspectionRecordFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  levels: z.array(z.enum(hazardLevels)).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
});
export type InspectionRecordFilter = z.output<typeof inspectionRecordFilterSchema>;
export const inspectionRecordSortSchema = sortBy(['inspectedOn', 'place'], 'inspectedOn');
