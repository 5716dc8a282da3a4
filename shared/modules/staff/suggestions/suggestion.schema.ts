import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';

const words = (max: number) => z.string().trim().min(2).max(max);

export const suggestionStates = ['received', 'taken-up', 'not-taken-up', 'carried-out'] as const;
export type SuggestionState = (typeof suggestionStates)[number];
export const suggestionMoveNames = ['take-up', 'decline', 'carry-out'] as const;
export type SuggestionMove = (typeof suggestionMoveNames)[number];

const suggestionShape = {
  title: words(60),
  /** What is wrong now. */
  problem: words(1000),
  /** What should change. */
  remedy: words(1000),
  /** Table `suggestion-area`. */
  area: z.string().trim().min(1).max(20),
};
export const suggestionDraftSchema = z.strictObject(suggestionShape);
export type SuggestionDraft = z.infer<typeof suggestionDraftSchema>;
export const suggestionChangeSchema = z.strictObject({ ...versionedShape, ...suggestionShape });

export const suggestionRowSchema = z.strictObject({
  ...versionedShape,
  ...suggestionShape,
  putterName: z.string(),
  putOn: dayText,
  /** The reader put it in. */
  isOwn: z.boolean(),
  seconds: z.int(),
  seconderNames: z.array(z.string()),
  /** The reader seconded it. */
  isSeconded: z.boolean(),
  state: z.enum(suggestionStates),
  answerDueOn: dayText,
  /** Not answered, and the day for it is over. */
  isOverdue: z.boolean(),
  answer: z.string(),
  answeredOn: dayText.nullable(),
  answererName: z.string(),
  doerId: z.uuid().nullable(),
  doerName: z.string(),
  plannedUntil: dayText.nullable(),
  /** Taken up, not carried out, and the day it was promised for is over. */
  isBehind: z.boolean(),
  result: z.string(),
  doneOn: dayText.nullable(),
  /** The good practice written of it, empty where there is none. */
  practiceTitle: z.string(),
});
export type SuggestionRow = z.infer<typeof suggestionRowSchema>;

/** The answer: taken up by somebody until a day, or not, with the reason. */
export const suggestionAnswerSchema = z
  .strictObject({ ...versionedShape, takesUp: z.boolean(), answer: z.string().trim().max(500), doerId: z.uuid().nullable(), plannedUntil: dayText.nullable() })
  .refine(({ takesUp, answer }) => takesUp || answer.length >= 2, { path: ['answer'] })
  .refine(({ takesUp, doerId }) => !takesUp || doerId !== null, { path: ['doerId'] })
  .refine(({ takesUp, plannedUntil }) => !takesUp || plannedUntil !== null, { path: ['plannedUntil'] });
export type SuggestionAnswer = z.infer<typeof suggestionAnswerSchema>;
export const suggestionResultSchema = z.strictObject({ ...versionedShape, result: words(500), doneOn: dayText });
export type SuggestionResult = z.infer<typeof suggestionResultSchema>;

export const suggestionFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  states: z.array(z.enum(suggestionStates)).max(4).default([]),
  areas: z.array(z.string().max(20)).max(50).default([]),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
  /** Only what the reader put in. */
  mine: z.boolean().default(false),
  /** Only what the reader has to carry out. */
  toDo: z.boolean().default(false),
  overdue: z.boolean().default(false),
  behind: z.boolean().default(false),
  /** Only those answered by the day it was due. */
  inTime: z.boolean().default(false),
});
export type SuggestionFilter = z.infer<typeof suggestionFilterSchema>;
export const suggestionSortSchema = sortBy(['putOn', 'answerDueOn', 'seconds'], 'putOn');

export const suggestionPeriodSchema = z.strictObject({ from: dayText, until: dayText }).refine(({ from, until }) => from <= until, { path: ['until'] });
/** Numerators and denominators, so that each share can be recounted over its rows. Suggestions count by the day they were put in, practices by the day they were written, matters by the day they ended. */
export const suggestionFiguresSchema = z.strictObject({
  put: z.int(),
  answered: z.int(),
  inTime: z.int(),
  /** Taken up, carried out or not. */
  takenUp: z.int(),
  carriedOut: z.int(),
  practices: z.int(),
  /** Practices that another grid than their own took up. */
  takenElsewhere: z.int(),
  /** Matters that were settled, and the model cases among them; null for whoever may not see matters. */
  settled: z.int().nullable(),
  models: z.int().nullable(),
});
export type SuggestionFigures = z.infer<typeof suggestionFiguresSchema>;
