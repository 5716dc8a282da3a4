import { z } from 'zod';
import { dayText } from '#shared/contract/list.ts';

/** Whose work an indicator speaks of: a grid member, a grid, a community or a department. The id is that of the record. */
export const indicatorSubjects = ['member', 'grid', 'community', 'department'] as const;
export const indicatorSubjectSchema = z.enum(indicatorSubjects);
export type IndicatorSubject = z.infer<typeof indicatorSubjectSchema>;

/** `share`: `sum` of `cases` went well, between 0 and 1. `average`: `sum` over `cases`, in the unit the definition names. */
export const indicatorUnits = ['share', 'average'] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

/** The subjects asked about and the days, both included, whose cases count. */
export const indicatorQuestionSchema = z.strictObject({ subject: indicatorSubjectSchema, ids: z.array(z.uuid()).max(20_000), from: dayText, until: dayText });
export type IndicatorQuestion = z.infer<typeof indicatorQuestionSchema>;

/** One subject's figure. Without cases there is no value, never a nought: `sum / cases` is computed by whoever shows it. */
export const indicatorMeasureSchema = z.strictObject({ subjectId: z.uuid(), cases: z.number().min(0), sum: z.number() });
export type IndicatorMeasure = z.infer<typeof indicatorMeasureSchema>;

/** One record that counted, so that a figure opens to its rows. `exception` names why a record was left out; such a row has no part in the figure. */
export const indicatorCaseSchema = z.strictObject({ id: z.string(), label: z.string(), on: dayText, value: z.number().nullable(), exception: z.string().nullable(), to: z.string().nullable() });
export type IndicatorCase = z.infer<typeof indicatorCaseSchema>;
