import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

export const proposalStates = ['proposed', 'seconded', 'deliberated', 'accepted', 'rejected', 'done', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];
export const proposalMoveNames = ['second', 'deliberate', 'accept', 'reject', 'finish', 'withdraw'] as const;
export type ProposalMove = (typeof proposalMoveNames)[number];

const proposalShape = {
  title: z.string().trim().min(2).max(60),
  content: text(1000),
  proposedOn: dayText,
  proposerId: z.uuid().nullable(),
  proposerName: text(50),
  gridId: z.uuid().nullable(),
  topic: z.string().trim().min(1).max(20),
};
export const proposalDraftSchema = z.strictObject(proposalShape);
export type ProposalDraft = z.infer<typeof proposalDraftSchema>;
export const proposalChangeSchema = z.strictObject({ ...versionedShape, ...proposalShape });
export type ProposalChange = z.infer<typeof proposalChangeSchema>;

export const proposalRowSchema = z.strictObject({
  ...versionedShape,
  no: z.string(),
  ...proposalShape,
  gridName: z.string(),
  state: z.enum(proposalStates),
  seconds: z.int(),
  secondsNeeded: z.int(),
  answerDueOn: dayText,
  isOverdue: z.boolean(),
  answer: z.string(),
  costFen: z.int().nullable(),
  plannedUntil: dayText.nullable(),
  decidedOn: dayText.nullable(),
  doneOn: dayText.nullable(),
  demandId: z.uuid().nullable(),
  updatedAt: instantText,
});
export type ProposalRow = z.infer<typeof proposalRowSchema>;

export const secondSchema = z.strictObject({ id: z.uuid(), personId: z.uuid(), personName: z.string(), secondedOn: dayText });
export const deliberationDraftSchema = z.strictObject({
  heldOn: dayText,
  place: text(100),
  personIds: z.array(z.uuid()).max(500),
  guests: text(200),
  views: z.string().trim().min(2).max(2000),
  votesFor: z.int().min(0).max(10_000),
  votesAgainst: z.int().min(0).max(10_000),
  votesAbstained: z.int().min(0).max(10_000),
});
export type DeliberationDraft = z.infer<typeof deliberationDraftSchema>;
export const deliberationSchema = z.strictObject({ id: z.uuid(), ...deliberationDraftSchema.shape, personNames: z.array(z.string()) });
export const progressSchema = z.strictObject({ id: z.uuid(), notedOn: dayText, note: z.string(), byName: z.string() });

export const proposalSheetSchema = z.strictObject({
  ...proposalRowSchema.shape,
  secondings: z.array(secondSchema),
  deliberations: z.array(deliberationSchema),
  progress: z.array(progressSchema),
  /** Working days since it came in, and the limit for the public answer. */
  answerClock: z.strictObject({ used: z.int(), limit: z.int() }),
  survey: z.strictObject({ id: z.uuid(), answers: z.int(), meanScore: z.number().nullable() }).nullable(),
  moves: z.array(z.enum(proposalMoveNames)),
});
export type ProposalSheet = z.infer<typeof proposalSheetSchema>;

/** The public answer: what, at what cost, by when (domain.md 3.6). An acceptance without cost and time is none. */
export const proposalAnswerSchema = z
  .strictObject({ ...versionedShape, isAccepted: z.boolean(), answer: z.string().trim().min(2).max(500), costFen: z.int().min(0).max(10_000_000_000).nullable(), plannedUntil: dayText.nullable() })
  .refine(({ isAccepted, costFen }) => !isAccepted || costFen !== null, { path: ['costFen'] })
  .refine(({ isAccepted, plannedUntil }) => !isAccepted || plannedUntil !== null, { path: ['plannedUntil'] });
export type ProposalAnswer = z.infer<typeof proposalAnswerSchema>;

export const proposalFilterSchema = z.strictObject({
  text: text(60).default(''),
  states: z.array(z.enum(proposalStates)).default([]),
  topics: z.array(z.string().max(20)).max(50).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
  overdue: z.boolean().default(false),
});
export type ProposalFilter = z.infer<typeof proposalFilterSchema>;
export const proposalSortSchema = sortBy(['proposedOn', 'answerDueOn', 'no'], 'proposedOn');
