import { z } from 'zod';
import { instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);
/** A week; nothing that needs longer is an emergency step. */
const minutes = z.int().min(1).max(10_080);

export const planTaskSchema = z.strictObject({ text: text(200).min(1), withinMinutes: minutes.nullable() });
export type PlanTask = z.infer<typeof planTaskSchema>;
/** One of the contact tree: who calls whom. `parentKey` null is the head of a branch; phones are work phones. */
export const planContactSchema = z.strictObject({ key: text(40).min(1), parentKey: text(40).nullable(), role: text(50).min(1), name: text(50).min(1), phone: text(40), withinMinutes: minutes });
export type PlanContact = z.infer<typeof planContactSchema>;

const planShape = {
  /** A value of table `emergency-kind`. */
  kind: text(20).min(1),
  name: text(60).min(2),
  /** Where what is needed lies. */
  materials: text(500),
  note: text(1000),
  tasks: z.array(planTaskSchema).min(1).max(60),
  contacts: z.array(planContactSchema).max(100),
};
export const planDraftSchema = z.strictObject(planShape);
export type PlanDraft = z.infer<typeof planDraftSchema>;
export const planChangeSchema = z.strictObject({ ...versionedShape, ...planShape });
export type PlanChange = z.infer<typeof planChangeSchema>;
export const planSchema = z.strictObject({ ...versionedShape, ...planShape, lastUsedAt: instantText.nullable(), lastDrillAt: instantText.nullable(), updatedAt: instantText });
export type EmergencyPlan = z.infer<typeof planSchema>;

export const startEmergencySchema = z.strictObject({ planId: z.uuid(), isDrill: z.boolean(), title: text(80).min(1), place: text(200), gridId: z.uuid().nullable() });
export type StartEmergency = z.infer<typeof startEmergencySchema>;

export const locateEmergencySchema = z.strictObject({ ...versionedShape, title: text(80).min(1), place: text(200), gridId: z.uuid().nullable() });
export type LocateEmergency = z.infer<typeof locateEmergencySchema>;

export const logKinds = ['started', 'located', 'note', 'task-done', 'task-open', 'reported', 'ended', 'reviewed'] as const;
export const emergencyTaskSchema = z.strictObject({ ...versionedShape, text: z.string(), dueAt: instantText.nullable(), doneAt: instantText.nullable(), doneBy: z.string() });
export type EmergencyTask = z.infer<typeof emergencyTaskSchema>;
export const emergencyContactSchema = z.strictObject({ ...versionedShape, depth: z.int(), role: z.string(), name: z.string(), phone: z.string(), dueAt: instantText, reportedAt: instantText.nullable(), words: z.string() });
export type EmergencyContact = z.infer<typeof emergencyContactSchema>;
export const emergencyLogSchema = z.strictObject({ id: z.uuid(), at: instantText, by: z.string(), kind: z.enum(logKinds), text: z.string() });

const reviewShape = { wentWell: text(2000), toImprove: text(2000), followUp: text(1000) };
export const endEmergencySchema = z.strictObject({ ...versionedShape, summary: text(2000).min(2), ...reviewShape });
export type EndEmergency = z.infer<typeof endEmergencySchema>;

export const emergencyRowSchema = z.strictObject({
  ...versionedShape,
  planId: z.uuid(),
  kind: z.string(),
  title: z.string(),
  place: z.string(),
  gridId: z.uuid().nullable(),
  gridName: z.string(),
  isDrill: z.boolean(),
  startedAt: instantText,
  startedBy: z.string(),
  endedAt: instantText.nullable(),
  tasks: z.int(),
  tasksDone: z.int(),
  contacts: z.int(),
  reported: z.int(),
  reportedLate: z.int(),
  summary: z.string(),
  updatedAt: instantText,
});
export type EmergencyRow = z.infer<typeof emergencyRowSchema>;
export const emergencySheetSchema = z.strictObject({ ...emergencyRowSchema.shape, materials: z.string(), ...reviewShape, taskList: z.array(emergencyTaskSchema), contactList: z.array(emergencyContactSchema), log: z.array(emergencyLogSchema) });
export type EmergencySheet = z.infer<typeof emergencySheetSchema>;

export const emergencyFilterSchema = z.strictObject({ text: z.string().trim().max(60).default(''), kinds: z.array(z.string().max(20)).max(50).default([]), running: z.boolean().default(false), drills: z.enum(['all', 'only', 'none']).default('all') });
export type EmergencyFilter = z.output<typeof emergencyFilterSchema>;
export const emergencySortSchema = sortBy(['startedAt', 'kind'], 'startedAt');
