import { z } from 'zod';
import { sortBy, versionedShape } from '#shared/contract/list.ts';

/** Levels of education from low to high, as a rule for a class names them (order of GB/T 4658-2006, domain.md 2.6). */
export const educationLevels = ['primary', 'junior', 'senior', 'college', 'bachelor', 'postgraduate'] as const;
export const educationLevelSchema = z.enum(educationLevels);
export type EducationLevel = z.infer<typeof educationLevelSchema>;

const years = z.int().min(0).max(90).nullable();
/** Whom a class is for: age in whole years, level of education, whole years of grid experience; null does not limit. Both ends are included. */
export const cohortRuleShape = {
  ageFrom: years,
  ageUntil: years,
  educationFrom: educationLevelSchema.nullable(),
  educationUntil: educationLevelSchema.nullable(),
  yearsFrom: years,
  yearsUntil: years,
};
export type CohortRule = z.infer<z.ZodObject<typeof cohortRuleShape>>;

const cohortShape = {
  planId: z.uuid(),
  name: z.string().trim().min(1).max(60),
  position: z.int().min(1).max(99),
  /** A value of table `training-category`. */
  category: z.string().trim().min(1).max(20),
  /** What such a class is about, e.g. basics of the platform, hands-on, in small groups. */
  content: z.string().trim().max(300),
  hoursTenths: z.int().min(5).max(2000),
  ...cohortRuleShape,
};
const level = (value: EducationLevel | null, otherwise: number): number => (value === null ? otherwise : educationLevels.indexOf(value));
const inOrder = (rule: CohortRule): boolean => (rule.ageFrom ?? 0) <= (rule.ageUntil ?? 99) && (rule.yearsFrom ?? 0) <= (rule.yearsUntil ?? 99) && level(rule.educationFrom, 0) <= level(rule.educationUntil, 9);
export const cohortDraftSchema = z.strictObject(cohortShape).refine(inOrder, { path: ['ageUntil'] });
export type CohortDraft = z.infer<typeof cohortDraftSchema>;
export const cohortChangeSchema = z.strictObject({ ...versionedShape, ...cohortShape }).refine(inOrder, { path: ['ageUntil'] });
export type CohortChange = z.infer<typeof cohortChangeSchema>;
/** A rule with the number of people it catches today, and of those who fall into it in the end. */
export const cohortRowSchema = z.strictObject({ ...versionedShape, ...cohortShape, caught: z.int(), placed: z.int(), classId: z.uuid().nullable() });
export type CohortRow = z.infer<typeof cohortRowSchema>;

/** Where somebody falls: the rules that catch the person, and the class by hand where somebody decided otherwise. */
export const cohortPersonSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  gridName: z.string(),
  age: z.int().nullable(),
  education: z.string(),
  years: z.int().nullable(),
  /** Names of the rules that fit, in the plan's order. */
  cohorts: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  byHand: z.strictObject({ id: z.uuid(), version: z.int(), cohortId: z.uuid(), name: z.string(), reason: z.string() }).nullable(),
});
export type CohortPerson = z.infer<typeof cohortPersonSchema>;
export const cohortPeopleFilterSchema = z.strictObject({
  planId: z.uuid(),
  /** In no rule and not placed by hand; in two or more and not decided; or in this cohort in the end. */
  where: z.enum(['all', 'left-out', 'in-two', 'by-hand']).default('all'),
  cohortId: z.uuid().nullable().default(null),
  text: z.string().trim().max(50).default(''),
});
export type CohortPeopleFilter = z.infer<typeof cohortPeopleFilterSchema>;
export const cohortPeopleSortSchema = sortBy(['name', 'age', 'years'], 'name');
/** The preview in figures: everybody falls into exactly one class once `leftOut` and `inTwo` are nought and no rule is empty. */
export const cohortPreviewSchema = z.strictObject({ people: z.int(), leftOut: z.int(), inTwo: z.int(), byHand: z.int(), cohorts: z.array(cohortRowSchema) });
export type CohortPreview = z.infer<typeof cohortPreviewSchema>;

export const placementDraftSchema = z.strictObject({ planId: z.uuid(), memberId: z.uuid(), cohortId: z.uuid(), reason: z.string().trim().min(2).max(300) });
export type PlacementDraft = z.infer<typeof placementDraftSchema>;
