import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

/** What an inspection found, after the provincial platform's levels 安全, 一般, 严重 (domain.md 1.4, hidden danger). */
export const hazardLevels = ['safe', 'ordinary', 'serious'] as const;

const planShape = {
  place: text(200).min(2),
  gridId: z.uuid().nullable(),
  /** A value of table `hazard-kind`. */
  kind: text(20).min(1),
  everyDays: z.int().min(1).max(1000),
  assignee: text(50),
  /** What is looked at, a line each. */
  points: z.array(text(100).min(1)).max(40),
  nextOn: dayText,
  isPaused: z.boolean(),
};
export const inspectionDraftSchema = z.strictObject(planShape);
export type InspectionDraft = z.infer<typeof inspectionDraftSchema>;
export const inspectionChangeSchema = z.strictObject({ ...versionedShape, ...planShape });
export type InspectionChange = z.infer<typeof inspectionChangeSchema>;
export const inspectionRowSchema = z.strictObject({ ...versionedShape, ...planShape, gridName: z.string(), lastOn: dayText.nullable(), lastLevel: z.enum(hazardLevels).nullable(), findings: z.int(), updatedAt: z.string() });
export type InspectionRow = z.infer<typeof inspectionRowSchema>;
export const inspectionFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  kinds: z.array(z.string().max(20)).max(50).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  dueUntil: dayText.nullable().default(null),
  withPaused: z.boolean().default(false),
});
export type InspectionFilter = z.output<typeof inspectionFilterSchema>;
export const inspectionSortSchema = sortBy(['nextOn', 'place', 'kind'], 'nextOn');

export const inspectionResultSchema = z
  .strictObject({ ...versionedShape, inspectedOn: dayText, inspector: text(50).min(1), level: z.enum(hazardLevels), finding: text(500) })
  .refine(({ level, finding }) => level === 'safe' || finding !== '', { path: ['finding'] });
export type InspectionResult = z.infer<typeof inspectionResultSchema>;
export const inspectionVisitSchema = z.strictObject({ ...versionedShape, inspectedOn: dayText, inspector: z.string(), level: z.enum(hazardLevels), finding: z.string(), matterId: z.uuid().nullable(), matterNumber: z.string() });
export type InspectionVisit = z.infer<typeof inspectionVisitSchema>;

/** A finding goes to the desk as a matter of a kind of table `matter-kind`. */
export const bringFindingSchema = z.strictObject({ ...versionedShape, kind: text(20).min(1), subject: text(100).min(2) });
export type BringFinding = z.infer<typeof bringFindingSchema>;

export const expiryStates = ['running', 'near', 'expired'] as const;
export type ExpiryState = (typeof expiryStates)[number];
const expiryShape = {
  /** A value of table `expiry-kind`. */
  kind: text(20).min(1),
  name: text(100).min(1),
  place: text(200),
  gridId: z.uuid().nullable(),
  holder: text(80),
  expiresOn: dayText,
  remindDays: z.int().min(0).max(365),
  note: text(300),
};
export const expiryDraftSchema = z.strictObject(expiryShape);
export type ExpiryDraft = z.infer<typeof expiryDraftSchema>;
export const expiryChangeSchema = z.strictObject({ ...versionedShape, ...expiryShape });
export type ExpiryChange = z.infer<typeof expiryChangeSchema>;
export const expiryRowSchema = z.strictObject({ ...versionedShape, ...expiryShape, gridName: z.string(), state: z.enum(expiryStates), updatedAt: z.string() });
export type ExpiryRow = z.infer<typeof expiryRowSchema>;
export const expiryFilterSchema = z.strictObject({ text: z.string().trim().max(60).default(''), kinds: z.array(z.string().max(20)).max(50).default([]), gridIds: z.array(z.uuid()).max(2000).default([]), states: z.array(z.enum(expiryStates)).default([]) });
export type ExpiryFilter = z.output<typeof expiryFilterSchema>;
export const expirySortSchema = sortBy(['expiresOn', 'name', 'kind'], 'expiresOn');

export const preventionFiguresSchema = z.strictObject({ due: z.int(), overdue: z.int(), done: z.int(), findings: z.int(), serious: z.int(), expired: z.int(), near: z.int() });
