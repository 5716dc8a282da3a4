import { z } from 'zod';
import { destinations } from './follow.rules.ts';
import { refusedIds } from './indicator.rules.ts';

const part = z.strictObject({ title: z.string(), sum: z.number(), full: z.number() });

export const assessmentErrors = {
  'assessment/indicator-refused': z.strictObject({ indicator: z.enum(refusedIds) }),
  'assessment/indicator-unsuited': z.strictObject({ title: z.string() }),
  'assessment/children-exceed': part,
  'assessment/weights-do-not-sum': part,
  'assessment/adjust-once': z.strictObject({}),
  'assessment/not-yet': z.strictObject({ until: z.string() }),
  'assessment/bands-out-of-order': z.strictObject({}),
  'assessment/plan-enabled': z.strictObject({ title: z.string() }),
  'assessment/nobody-to-assess': z.strictObject({}),
  'assessment/not-now': z.strictObject({ state: z.string() }),
  'assessment/score-out-of-range': z.strictObject({ title: z.string(), full: z.number() }),
  'assessment/basis-missing': z.strictObject({ title: z.string() }),
  'assessment/not-all-scored': z.strictObject({ count: z.int() }),
  'assessment/too-few-raters': z.strictObject({ title: z.string(), have: z.int(), least: z.int() }),
  'assessment/own-sheet': z.strictObject({}),
  'assessment/already-rated': z.strictObject({}),
  'assessment/nothing-to-rate': z.strictObject({}),
  'assessment/another-person': z.strictObject({}),
  'assessment/appeal-too-late': z.strictObject({ until: z.string() }),
  'assessment/appeal-open': z.strictObject({}),
  'assessment/already-decided': z.strictObject({}),
  'assessment/hand-on-missing': z.strictObject({ to: z.enum(destinations) }),
  'assessment/rule-unsuited': z.strictObject({ rule: z.string() }),
  'assessment/outside-period': z.strictObject({ fromOn: z.string(), untilOn: z.string() }),
};
