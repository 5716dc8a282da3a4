import { z } from 'zod';
import { dayText } from '#shared/contract/list.ts';
import { indicatorCaseSchema } from '../indicator.schema.ts';

const counted = z.strictObject({ cases: z.number(), sum: z.number() });
const side = z.strictObject({ from: dayText, until: dayText, cohort: counted, others: counted });
/** One indicator before and after a class, for those who were in it and for everybody who was not, with what may be said of it. */
export const classEffectSchema = z.strictObject({
  indicator: z.string(),
  unit: z.enum(['share', 'average']),
  before: side,
  after: side,
  /** False while the days after the class are not over. */
  isComplete: z.boolean(),
  claim: z.enum(['too-few', 'no-difference', 'better', 'worse']),
  difference: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
});
export type ClassEffect = z.infer<typeof classEffectSchema>;

/** One record behind a figure of the class: whose it is, and what it counted; a word instead where it did not count. */
export const effectCaseSchema = indicatorCaseSchema.extend({ memberId: z.uuid(), memberName: z.string() });
export type EffectCase = z.infer<typeof effectCaseSchema>;
export const effectQuestionSchema = z.strictObject({ classId: z.uuid(), indicator: z.string().max(40), side: z.enum(['before', 'after']) });
export type EffectQuestion = z.infer<typeof effectQuestionSchema>;
