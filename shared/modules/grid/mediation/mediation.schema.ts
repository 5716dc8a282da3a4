import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

export const mediationStates = ['open', 'agreed', 'in-force', 'failed', 'withdrawn', 'closed'] as const;
export type MediationState = (typeof mediationStates)[number];
/** On request, offered by the mediators, or entrusted by an authority (People's Mediation Law, articles 17 and 18). */
export const mediationOrigins = ['requested', 'offered', 'entrusted'] as const;
/** Parties may agree in writing or by word of mouth; the latter is put on record by the mediators (article 28). */
export const agreementForms = ['written', 'oral'] as const;
export const performances = ['kept', 'partly', 'broken'] as const;

/** A person of the register, a body at work in the grids, or whoever was named. */
export const partySchema = z.strictObject({ name: text(80).min(1), personId: z.uuid().nullable(), bodyId: z.uuid().nullable(), address: text(200) });
export type Party = z.infer<typeof partySchema>;

const caseShape = {
  subject: text(100).min(1),
  /** A value of table `dispute-kind`. */
  kind: text(20).min(1),
  gridId: z.uuid().nullable(),
  place: text(200),
  origin: z.enum(mediationOrigins),
  appliedOn: dayText,
  parties: z.array(partySchema).min(2).max(30),
  mediators: z.array(text(50).min(1)).min(1).max(10),
  recorder: text(50),
  facts: text(2000).min(1),
  peopleInvolved: z.int().min(2).max(100_000),
  /** What is argued about, in fen; null when it is not about money. */
  amountFen: z.int().min(0).max(100_000_000_00).nullable(),
  nextSessionOn: dayText.nullable(),
};
export const mediationDraftSchema = z.strictObject(caseShape);
export type MediationDraft = z.infer<typeof mediationDraftSchema>;
export const mediationChangeSchema = z.strictObject({ ...versionedShape, ...caseShape });
export type MediationChange = z.infer<typeof mediationChangeSchema>;

export const sessionDraftSchema = z.strictObject({ ...versionedShape, heldOn: dayText, place: text(200), present: z.array(text(80).min(1)).min(1).max(40), content: text(2000).min(1), nextSessionOn: dayText.nullable() });
export type SessionDraft = z.infer<typeof sessionDraftSchema>;
export const agreeSchema = z.strictObject({ ...versionedShape, form: z.enum(agreementForms), agreedOn: dayText, agreement: text(4000).min(1), performance: text(1000).min(1), performBy: dayText.nullable(), followUpOn: dayText });
export type Agree = z.infer<typeof agreeSchema>;
export const signSchema = z.strictObject({ ...versionedShape, signedOn: dayText });
export const endMediationSchema = z.strictObject({ ...versionedShape, how: z.enum(['fail', 'withdraw']), reason: text(300).min(2) });
export const reopenMediationSchema = z.strictObject({ ...versionedShape, reason: text(300).min(2) });
/** `nextOn` null ends the following up. */
export const followUpSchema = z.strictObject({ ...versionedShape, heldOn: dayText, content: text(1000).min(1), performed: z.enum(performances), nextOn: dayText.nullable() });
export type FollowUp = z.infer<typeof followUpSchema>;

export const mediationStepSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['session', 'follow-up']),
  heldOn: dayText,
  place: z.string(),
  present: z.array(z.string()),
  content: z.string(),
  performed: z.enum(performances).nullable(),
  createdAt: instantText,
});
export type MediationStep = z.infer<typeof mediationStepSchema>;

const storedShape = {
  ...versionedShape,
  ...caseShape,
  no: z.string(),
  state: z.enum(mediationStates),
  gridName: z.string(),
  form: z.enum(agreementForms).nullable(),
  agreement: z.string(),
  performance: z.string(),
  agreedOn: dayText.nullable(),
  signedOn: dayText.nullable(),
  performBy: dayText.nullable(),
  followUpOn: dayText.nullable(),
  performed: z.enum(performances).nullable(),
  endReason: z.string(),
  createdAt: instantText,
  updatedAt: instantText,
};
export const mediationRowSchema = z.strictObject(storedShape);
export type MediationRow = z.infer<typeof mediationRowSchema>;
export const mediationSheetSchema = z.strictObject({ ...storedShape, steps: z.array(mediationStepSchema), /** Until when both may ask a court to confirm it (article 33); null while nothing is in force. */ confirmUntil: dayText.nullable() });
export type MediationSheet = z.infer<typeof mediationSheetSchema>;

export const mediationFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  states: z.array(z.enum(mediationStates)).default([]),
  kinds: z.array(z.string().max(20)).max(50).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
  /** Follow-ups or sessions fixed for a day up to this one. */
  dueUntil: dayText.nullable().default(null),
  unsignedBefore: dayText.nullable().default(null),
  /** What the last follow-up of an agreement in force found. */
  performed: z.array(z.enum(performances)).default([]),
});
export type MediationFilter = z.output<typeof mediationFilterSchema>;
export const mediationSortSchema = sortBy(['appliedOn', 'followUpOn', 'no'], 'appliedOn');

export const mediationFiguresSchema = z.strictObject({ total: z.int(), open: z.int(), agreed: z.int(), failed: z.int(), withdrawn: z.int(), kept: z.int(), followed: z.int() });
