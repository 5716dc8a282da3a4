import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, dayText, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import {
  bringFindingSchema, expiryChangeSchema, expiryDraftSchema, expiryFilterSchema, expiryRowSchema, expirySortSchema, inspectionChangeSchema, inspectionDraftSchema,
  inspectionFilterSchema, inspectionResultSchema, inspectionRowSchema, inspectionSortSchema, inspectionVisitSchema, preventionFiguresSchema,
} from './prevention.schema.ts';
import { inspectionRecordFilterSchema, inspectionRecordSchema, inspectionRecordSortSchema } from './inspection-record.schema.ts';

export const preventionPermissions = { 'prevention.read': ['clerk', 'supervisor'], 'prevention.edit': ['clerk', 'supervisor'] } as const;
const { query, command } = operationsFor(preventionPermissions);

const inspectionFilter = inspectionFilterSchema.default(inspectionFilterSchema.parse({}));
const recordFilter = inspectionRecordFilterSchema.default(inspectionRecordFilterSchema.parse({}));
const expiryFilter = expiryFilterSchema.default(expiryFilterSchema.parse({}));
const STALE = ['grid', 'notifications', 'audit', 'undo'];
const one = z.strictObject(versionedShape);

export const preventionOperations = {
  listInspections: query({ permission: 'prevention.read', input: z.strictObject({ filter: inspectionFilter, sort: inspectionSortSchema, ...windowShape }), output: z.array(inspectionRowSchema) }),
  countInspections: query({ permission: 'prevention.read', input: z.strictObject({ filter: inspectionFilter }), output: countSchema }),
  /** What each visit to one place found, the newest first. */
  listInspectionVisits: query({ permission: 'prevention.read', input: idInput, output: z.array(inspectionVisitSchema) }),
  listInspectionRecords: query({ permission: 'prevention.read', input: z.strictObject({ filter: recordFilter, sort: inspectionRecordSortSchema, ...windowShape }), output: z.array(inspectionRecordSchema) }),
  countInspectionRecords: query({ permission: 'prevention.read', input: z.strictObject({ filter: recordFilter }), output: countSchema }),
  createInspection: command({ permission: 'prevention.edit', input: inspectionDraftSchema, output: inspectionRowSchema, invalidates: STALE }),
  updateInspection: command({ permission: 'prevention.edit', input: inspectionChangeSchema, output: inspectionRowSchema, invalidates: STALE }),
  /** Somebody went there: the next day follows from it, what was found stays with the place. */
  recordInspection: command({ permission: 'prevention.edit', input: inspectionResultSchema, output: inspectionRowSchema, invalidates: STALE }),
  /** What was found becomes a matter of the desk, once. */
  bringFinding: command({ permission: 'prevention.edit', input: bringFindingSchema, output: z.array(inspectionVisitSchema), invalidates: STALE }),
  removeInspection: command({ permission: 'prevention.edit', input: one, output: doneSchema, invalidates: STALE }),
  listExpiries: query({ permission: 'prevention.read', input: z.strictObject({ filter: expiryFilter, sort: expirySortSchema, ...windowShape }), output: z.array(expiryRowSchema) }),
  countExpiries: query({ permission: 'prevention.read', input: z.strictObject({ filter: expiryFilter }), output: countSchema }),
  createExpiry: command({ permission: 'prevention.edit', input: expiryDraftSchema, output: expiryRowSchema, invalidates: STALE }),
  updateExpiry: command({ permission: 'prevention.edit', input: expiryChangeSchema, output: expiryRowSchema, invalidates: STALE }),
  renewExpiry: command({ permission: 'prevention.edit', input: z.strictObject({ ...versionedShape, expiresOn: dayText }), output: expiryRowSchema, invalidates: STALE }),
  removeExpiry: command({ permission: 'prevention.edit', input: one, output: doneSchema, invalidates: STALE }),
  summarisePrevention: query({ permission: 'prevention.read', input: z.strictObject({ from: dayText, until: dayText }), output: preventionFiguresSchema }),
};
