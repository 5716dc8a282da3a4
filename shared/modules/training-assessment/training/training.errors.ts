import { z } from 'zod';

const nothing = z.strictObject({});
const named = z.strictObject({ name: z.string() });

export const trainingErrors = {
  'training/plan-exists': z.strictObject({ year: z.int() }),
  'training/plan-approved': nothing,
  'training/own-plan': nothing,
  'training/left-out': z.strictObject({ count: z.int(), name: z.string() }),
  'training/in-two': z.strictObject({ count: z.int(), name: z.string() }),
  'training/catches-nobody': named,
  'training/classes-made': nothing,
  'training/no-cohorts': nothing,
  'training/results-locked': named,
  'training/state-not-allowed': z.strictObject({ from: z.string(), to: z.string() }),
  'training/class-past': z.strictObject({ untilOn: z.string(), today: z.string() }),
  'training/outside-class': z.strictObject({ fromOn: z.string(), untilOn: z.string() }),
  'training/not-ready': z.strictObject({ sessions: z.int(), exams: z.int() }),
  'training/nobody-enrolled': nothing,
  'training/already-enrolled': named,
  'training/double-booked': z.strictObject({ name: z.string(), className: z.string(), on: z.string() }),
  'training/no-room': z.strictObject({ places: z.int(), enrolled: z.int() }),
  'training/not-begun': z.strictObject({ on: z.string() }),
  'training/not-in-class': named,
  'training/sheet-incomplete': z.strictObject({ count: z.int(), name: z.string() }),
  'training/reason-missing': nothing,
  'training/score-out-of-range': z.strictObject({ name: z.string(), full: z.string() }),
  'training/no-make-up': named,
  'training/has-records': named,
  'training/session-cancelled': nothing,
  'training/make-up-not-set': nothing,
  'training/plan-not-approved': nothing,
  'training/has-certificates': z.strictObject({ count: z.int() }),
  'training/nothing-to-issue': nothing,
  'training/quarter-not-over': z.strictObject({ dueOn: z.string() }),
  'training/need-closed': nothing,
  'training/outcome-missing': nothing,
};
