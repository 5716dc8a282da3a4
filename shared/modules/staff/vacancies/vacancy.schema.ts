import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { conditionResultSchema } from '../posts/post.schema.ts';

const text = (max: number) => z.string().trim().max(max);
const reason = z.string().trim().min(2).max(300);

const vacancyShape = {
  postId: z.uuid(),
  gridId: z.uuid().nullable(),
  seats: z.int().min(1).max(1000),
  /** Table `vacancy-channel`. */
  channel: z.string().trim().min(1).max(20),
  openedOn: dayText,
  closesOn: dayText.nullable(),
  note: text(300),
};
const inOrder = ({ openedOn, closesOn }: { readonly openedOn: string; readonly closesOn: string | null }): boolean => closesOn === null || openedOn <= closesOn;
export const vacancyDraftSchema = z.strictObject(vacancyShape).refine(inOrder, { path: ['closesOn'] });
export type VacancyDraft = z.infer<typeof vacancyDraftSchema>;
export const vacancyChangeSchema = z.strictObject({ ...versionedShape, ...vacancyShape }).refine(inOrder, { path: ['closesOn'] });
export type VacancyChange = z.infer<typeof vacancyChangeSchema>;
export const vacancyStatuses = ['open', 'filled', 'withdrawn'] as const;
export const vacancyRowSchema = z.strictObject({ ...versionedShape, ...vacancyShape, postName: z.string(), gridName: z.string(), status: z.enum(vacancyStatuses), endedOn: dayText.nullable(), endReason: z.string(), candidates: z.int(), appointed: z.int() });
export type VacancyRow = z.infer<typeof vacancyRowSchema>;
export const vacancyFilterSchema = z.strictObject({ statuses: z.array(z.enum(vacancyStatuses)).max(3).default([]), channels: z.array(z.string().max(20)).max(20).default([]), postId: z.uuid().nullable().default(null) });
export type VacancyFilter = z.infer<typeof vacancyFilterSchema>;
export const vacancySortSchema = sortBy(['openedOn', 'closesOn', 'postName', 'status'], 'openedOn');
export const withdrawVacancySchema = z.strictObject({ ...versionedShape, reason });

/** Of somebody of the team only `memberId` counts; what the check needs is read from the record. */
export const candidateDraftSchema = z.strictObject({
  vacancyId: z.uuid(),
  memberId: z.uuid().nullable(),
  name: text(50),
  sex: z.enum(['0', '1', '2', '9']),
  birthOn: dayText.nullable(),
  education: z.string().max(10),
  profession: z.string().max(20),
  /** Months of grid work so far. */
  gridMonths: z.int().min(0).max(720),
  privatePhone: text(40),
  /** Conditions in words that were found met. */
  met: z.array(z.string().max(60)).max(10),
  appliedOn: dayText,
  note: text(300),
}).refine(({ memberId, name }) => memberId !== null || name !== '', { path: ['name'] });
export type CandidateDraft = z.infer<typeof candidateDraftSchema>;
export const candidateChangeSchema = z.strictObject({ ...versionedShape, ...candidateDraftSchema.shape, privatePhone: text(40).optional() });
export type CandidateChange = z.infer<typeof candidateChangeSchema>;

export const exemptionSchema = z.strictObject({
  ...versionedShape,
  conditions: z.array(z.string()),
  reason: z.string(),
  proposerName: z.string(),
  proposedAt: z.string(),
  /** True when the reader asked for it, who therefore may not decide. */
  isOwn: z.boolean(),
  status: z.enum(['proposed', 'approved', 'refused']),
  deciderName: z.string(),
  decidedAt: z.string().nullable(),
  decision: z.string(),
});
export type Exemption = z.infer<typeof exemptionSchema>;
export const candidateSchema = z.strictObject({
  ...versionedShape,
  ...candidateDraftSchema.shape,
  privatePhone: z.null(),
  privatePhoneMasked: z.string(),
  status: z.enum(['applied', 'appointed', 'refused']),
  decision: z.string(),
  results: z.array(conditionResultSchema),
  /** True when every condition is met or exempted. */
  isFit: z.boolean(),
  exemptions: z.array(exemptionSchema),
});
export type Candidate = z.infer<typeof candidateSchema>;
export const refuseCandidateSchema = z.strictObject({ ...versionedShape, reason });
export const proposeExemptionSchema = z.strictObject({ candidateId: z.uuid(), conditions: z.array(z.string().min(1).max(70)).min(1).max(20), reason });
export const decideExemptionSchema = z.strictObject({ ...versionedShape, approve: z.boolean(), decision: reason });
export const appointCandidateSchema = z.strictObject({ ...versionedShape, fromOn: dayText, reason: text(200) });

const quotaShape = { postId: z.uuid(), asked: z.int().min(1).max(1000), reason, addressee: z.string().trim().min(1).max(60) };
export const quotaDraftSchema = z.strictObject(quotaShape);
export type QuotaDraft = z.infer<typeof quotaDraftSchema>;
export const quotaRequestSchema = z.strictObject({ ...versionedShape, ...quotaShape, postName: z.string(), quota: z.int(), filled: z.int(), status: z.enum(['drafted', 'sent', 'granted', 'refused']), sentOn: dayText.nullable(), granted: z.int(), answeredOn: dayText.nullable(), answer: z.string(), createdAt: z.string() });
export type QuotaRequest = z.infer<typeof quotaRequestSchema>;
export const sendQuotaSchema = z.strictObject({ ...versionedShape, sentOn: dayText });
/** Zero granted is a refusal; what is granted is added to the post's quota. */
export const answerQuotaSchema = z.strictObject({ ...versionedShape, granted: z.int().min(0).max(1000), answeredOn: dayText, answer: text(300) });
