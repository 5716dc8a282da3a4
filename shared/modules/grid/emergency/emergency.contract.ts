import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { emergencyFilterSchema, emergencyRowSchema, emergencySheetSchema, emergencySortSchema, endEmergencySchema, locateEmergencySchema, planChangeSchema, planDraftSchema, planSchema, startEmergencySchema } from './emergency.schema.ts';

/** Everybody at the desk may start one and write into it; the plans are the supervisor's. */
export const emergencyPermissions = { 'emergency.read': ['clerk', 'supervisor'], 'emergency.run': ['clerk', 'supervisor'], 'emergency.plan': ['supervisor'] } as const;
const { query, command } = operationsFor(emergencyPermissions);

const filter = emergencyFilterSchema.default(emergencyFilterSchema.parse({}));
const STALE = ['grid', 'notifications', 'audit', 'undo'];
const one = z.strictObject(versionedShape);
const runs = <I extends z.ZodType>(input: I) => command({ permission: 'emergency.run', input, output: emergencySheetSchema, invalidates: STALE });

export const emergencyOperations = {
  listEmergencyPlans: query({ permission: 'emergency.read', input: z.strictObject({}), output: z.array(planSchema) }),
  getEmergencyPlan: query({ permission: 'emergency.read', input: idInput, output: planSchema }),
  createEmergencyPlan: command({ permission: 'emergency.plan', input: planDraftSchema, output: planSchema, invalidates: STALE }),
  updateEmergencyPlan: command({ permission: 'emergency.plan', input: planChangeSchema, output: planSchema, invalidates: STALE }),
  removeEmergencyPlan: command({ permission: 'emergency.plan', input: one, output: doneSchema, invalidates: STALE }),
  listEmergencies: query({ permission: 'emergency.read', input: z.strictObject({ filter, sort: emergencySortSchema, ...windowShape }), output: z.array(emergencyRowSchema) }),
  countEmergencies: query({ permission: 'emergency.read', input: z.strictObject({ filter }), output: countSchema }),
  getEmergency: query({ permission: 'emergency.read', input: idInput, output: emergencySheetSchema }),
  startEmergency: runs(startEmergencySchema),
  /** It is started with one key; where it is can be said a moment later. */
  locateEmergency: runs(locateEmergencySchema),
  /** Ticks one step of the check-list, or opens it again. */
  tickEmergencyTask: runs(z.strictObject({ ...versionedShape, isDone: z.boolean() })),
  /** Somebody of the contact tree has reported. */
  reportInEmergency: runs(z.strictObject({ ...versionedShape, words: z.string().trim().max(300) })),
  writeEmergencyLog: runs(z.strictObject({ id: z.uuid(), text: z.string().trim().min(1).max(500) })),
  /** Ends it with its summary; the same later completes the after-action note. */
  endEmergency: runs(endEmergencySchema),
};
