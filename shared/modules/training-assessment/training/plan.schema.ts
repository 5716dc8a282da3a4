import { z } from 'zod';
import { versionedShape } from '#shared/contract/list.ts';

export const planStates = ['draft', 'approved'] as const;
const planShape = {
  year: z.int().min(2000).max(2100),
  title: z.string().trim().min(1).max(60),
  /** Hours a person is to be trained in the year, in tenths; the training indicator divides by it (domain.md 3.3). */
  hoursDueTenths: z.int().min(0).max(5000),
  note: z.string().trim().max(500),
};
export const planDraftSchema = z.strictObject({ ...planShape, /** The plan whose rules for classes are copied. */ copyOf: z.uuid().nullable() });
export type PlanDraft = z.infer<typeof planDraftSchema>;
export const planChangeSchema = z.strictObject({ ...versionedShape, ...planShape });
export type PlanChange = z.infer<typeof planChangeSchema>;
export const planSchema = z.strictObject({ ...versionedShape, ...planShape, state: z.enum(planStates), approvedBy: z.string(), approvedAt: z.string().nullable(), classes: z.int(), needs: z.int(), updatedAt: z.string() });
export type Plan = z.infer<typeof planSchema>;
