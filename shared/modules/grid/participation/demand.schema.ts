import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

/** Where a demand came in (domain.md 3.6). */
export const demandChannels = ['desk', 'phone', 'grid-visit', 'meeting', 'letter-box'] as const;
/** `open` until somebody sorted it. */
export const demandSorts = ['open', 'matter', 'proposal', 'answered'] as const;
export const demandAnswered = ['in-time', 'late'] as const;
export const demandOutcomes = ['met', 'partly', 'not-met'] as const;

const demandShape = {
  receivedOn: dayText,
  channel: z.enum(demandChannels),
  personId: z.uuid().nullable(),
  /** Who asked, when not in the register; shown nowhere in public. */
  personName: text(50),
  gridId: z.uuid().nullable(),
  /** A value of table `demand-topic`. */
  topic: z.string().trim().min(1).max(20),
  /** One line without names: what the "asked and done" list on the board shows. */
  subject: z.string().trim().min(2).max(60),
  content: text(1000),
};
export const demandDraftSchema = z.strictObject(demandShape);
export type DemandDraft = z.infer<typeof demandDraftSchema>;
export const demandChangeSchema = z.strictObject({ ...versionedShape, ...demandShape });
export type DemandChange = z.infer<typeof demandChangeSchema>;

export const demandRowSchema = z.strictObject({
  ...versionedShape,
  no: z.string(),
  ...demandShape,
  gridName: z.string(),
  sort: z.enum(demandSorts),
  dueOn: dayText,
  isOverdue: z.boolean(),
  answer: z.string(),
  answeredOn: dayText.nullable(),
  outcome: z.enum(demandOutcomes).nullable(),
  matterId: z.uuid().nullable(),
  proposalId: z.uuid().nullable(),
  updatedAt: instantText,
});
export type DemandRow = z.infer<typeof demandRowSchema>;

export const demandFilterSchema = z.strictObject({
  text: text(60).default(''),
  sorts: z.array(z.enum(demandSorts)).default([]),
  topics: z.array(z.string().max(20)).max(50).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  outcomes: z.array(z.enum(demandOutcomes)).default([]),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
  overdue: z.boolean().default(false),
  /** Answered on or before the last day, or after it. */
  answered: z.array(z.enum(demandAnswered)).default([]),
});
export type DemandFilter = z.infer<typeof demandFilterSchema>;
export const demandSortSchema = sortBy(['receivedOn', 'dueOn', 'no'], 'receivedOn');

/** Sorting: answered on the spot, a proposal of the residents, or a matter of the desk. */
export const demandSortingSchema = z.discriminatedUnion('sort', [
  z.strictObject({ ...versionedShape, sort: z.literal('answered'), answer: z.string().trim().min(2).max(500), outcome: z.enum(demandOutcomes) }),
  z.strictObject({ ...versionedShape, sort: z.literal('proposal') }),
  /** `kind` is a value of table `matter-kind`. */
  z.strictObject({ ...versionedShape, sort: z.literal('matter'), kind: z.string().trim().min(1).max(20), place: text(200) }),
]);
export type DemandSorting = z.infer<typeof demandSortingSchema>;
/** What became of a demand that was not answered on the spot. */
export const demandAnswerSchema = z.strictObject({ ...versionedShape, answer: z.string().trim().min(2).max(500), outcome: z.enum(demandOutcomes) });
export type DemandAnswer = z.infer<typeof demandAnswerSchema>;

/** One line of the list on the board: what was asked, what was done. Nobody is named. */
export const askedAndDoneSchema = z.strictObject({ id: z.uuid(), kind: z.enum(['demand', 'proposal']), askedOn: dayText, subject: z.string(), answer: z.string(), answeredOn: dayText, isDone: z.boolean() });
export type AskedAndDone = z.infer<typeof askedAndDoneSchema>;
