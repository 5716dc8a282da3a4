import { z } from 'zod';
import { dayText, versionedShape } from '#shared/contract/list.ts';

const fen = z.int().min(0).max(100_000_000);
const grade = z.string().trim().min(1).max(20);

/** A month's subsidy of a grade (table `staff-grade`) from a day on. */
const subsidyShape = { grade, fromOn: dayText, monthlyFen: fen, basis: z.string().trim().max(200) };
export const subsidyDraftSchema = z.strictObject(subsidyShape);
export type SubsidyDraft = z.infer<typeof subsidyDraftSchema>;
export const subsidyChangeSchema = z.strictObject({ ...versionedShape, ...subsidyShape });
export const subsidyRowSchema = z.strictObject({ ...versionedShape, ...subsidyShape });
export type SubsidyRow = z.infer<typeof subsidyRowSchema>;

/** What a grade would get instead, for a whole year. */
export const raiseSchema = z.strictObject({ grade, monthlyFen: fen });
export type Raise = z.infer<typeof raiseSchema>;
export const yearText = z.int().min(2000).max(2100);

/** `months` are months of service of all people of the grade in the year. */
export const subsidyLineSchema = z.strictObject({ grade: z.string(), people: z.int(), months: z.int(), yearFen: z.int() });
/**
 * What subsidies cost in a year: a month counts for who was in service on its first day, with the grade of today and the amount that runs on
 * that day; subsidies of posts are counted for whoever holds the post on that day. Fen.
 */
export const subsidyYearSchema = z.strictObject({ year: yearText, lines: z.array(subsidyLineSchema), gradesFen: z.int(), postsFen: z.int(), totalFen: z.int(), withoutGrade: z.int() });
export type SubsidyYear = z.infer<typeof subsidyYearSchema>;
/** The year as it runs and as it would be with the raise, for the budget to take over. */
export const raiseSimulationSchema = z.strictObject({ now: subsidyYearSchema, raised: subsidyYearSchema, moreFen: z.int() });
export type RaiseSimulation = z.infer<typeof raiseSimulationSchema>;
