import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, versionedShape, windowShape } from '#shared/contract/list.ts';
import { careChangeSchema, careDraftSchema, careFilterSchema, careRowSchema, careSortSchema, serviceChangeSchema, serviceDraftSchema, serviceFilterSchema, serviceRowSchema, serviceSortSchema } from './care.schema.ts';

/** Care groups are seen by who brings the help, and by nobody else. */
export const carePermissions = { 'care.read': ['clerk', 'supervisor'], 'care.edit': ['clerk', 'supervisor'] } as const;
const { query, command } = operationsFor(carePermissions);

const careFilter = careFilterSchema.default(careFilterSchema.parse({}));
const serviceFilter = serviceFilterSchema.default(serviceFilterSchema.parse({}));
const STALE = ['grid', 'notifications', 'audit', 'undo'];

export const careOperations = {
  listCareGroups: query({ permission: 'care.read', input: z.strictObject({ filter: careFilter, sort: careSortSchema, ...windowShape }), output: z.array(careRowSchema) }),
  countCareGroups: query({ permission: 'care.read', input: z.strictObject({ filter: careFilter }), output: countSchema }),
  addToCareGroup: command({ permission: 'care.edit', input: careDraftSchema, output: careRowSchema, invalidates: STALE }),
  updateCareGroup: command({ permission: 'care.edit', input: careChangeSchema, output: careRowSchema, invalidates: STALE }),
  /** Takes out what was entered by mistake; help that ended gets its last day instead. */
  removeCareGroup: command({ permission: 'care.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  listServices: query({ permission: 'care.read', input: z.strictObject({ filter: serviceFilter, sort: serviceSortSchema, ...windowShape }), output: z.array(serviceRowSchema) }),
  countServices: query({ permission: 'care.read', input: z.strictObject({ filter: serviceFilter }), output: countSchema }),
  recordService: command({ permission: 'care.edit', input: serviceDraftSchema, output: serviceRowSchema, invalidates: STALE }),
  updateService: command({ permission: 'care.edit', input: serviceChangeSchema, output: serviceRowSchema, invalidates: STALE }),
};
