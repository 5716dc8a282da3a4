import { z } from 'zod';
import { dayText, sortBy } from '#shared/contract/list.ts';

export const retirementRuleSchema = z.strictObject({
  /** Null while the program's own figures stand. */
  id: z.uuid().nullable(),
  version: z.int(),
  class: z.enum(['men-60', 'women-55', 'women-50']),
  /** The age before any delay, in months. */
  originalMonths: z.int().min(480).max(840),
  /** The first month of the delay. */
  fromMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  /** One month later for every so many months. */
  monthsPerStep: z.int().min(1).max(12),
  mostMonths: z.int().min(0).max(120),
  source: z.string().trim().min(2).max(300),
});
export type RetirementRule = z.infer<typeof retirementRuleSchema>;
export const retirementChangeSchema = retirementRuleSchema.omit({ id: true });

const countedSchema = z.strictObject({ key: z.string(), count: z.int() });
/** Who is in service, counted. Ages in bands of five full years; -1: unknown. */
export const staffProfileSchema = z.strictObject({
  people: z.int(),
  ages: z.array(z.strictObject({ band: z.int(), male: z.int(), female: z.int(), other: z.int() })),
  educations: z.array(countedSchema),
  /** Bands of years of grid work: 0, 1, 3, 5, 10 and more. */
  experience: z.array(countedSchema),
  computerLevels: z.array(countedSchema),
  grades: z.array(countedSchema),
  posts: z.array(z.strictObject({ postId: z.uuid(), name: z.string(), quota: z.int(), filled: z.int() })),
  withoutBirth: z.int(),
  withoutRetirementClass: z.int(),
});
export type StaffProfile = z.infer<typeof staffProfileSchema>;

export const retirementRowSchema = z.strictObject({ id: z.uuid(), name: z.string(), sex: z.string(), birthOn: dayText, postId: z.uuid().nullable(), postName: z.string(), gridName: z.string(), month: z.string(), /** Months from this one; negative: past. */ monthsLeft: z.int() });
export type RetirementRow = z.infer<typeof retirementRowSchema>;
export const retirementFilterSchema = z.strictObject({ /** Within so many months. */ within: z.int().min(0).max(600).default(60) });
export type RetirementFilter = z.infer<typeof retirementFilterSchema>;
export const retirementSortSchema = sortBy(['month', 'name'], 'month');
/** A post whose holder ends within the horizon, and how many of the team meet its conditions. */
export const successionRowSchema = z.strictObject({ memberId: z.uuid(), memberName: z.string(), postId: z.uuid(), postName: z.string(), gridName: z.string(), month: z.string(), monthsLeft: z.int(), fits: z.int(), names: z.array(z.string()) });
export type SuccessionRow = z.infer<typeof successionRowSchema>;
export const spanRowSchema = z.strictObject({ id: z.uuid(), name: z.string(), postName: z.string(), direct: z.int(), /** Everybody below, at any depth. */ all: z.int() });
export type SpanRow = z.infer<typeof spanRowSchema>;
/** More people than this straight under one are hard to lead; a usual figure of management teaching, shown as a remark only. */
export const WIDE_SPAN = 15;
