import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

/** `trust`: awareness and trust, once in a half-year (domain.md 3.6, P1, P3); `proposal`: how satisfied people are with what was done. */
export const surveyKinds = ['trust', 'proposal'] as const;
const surveyShape = { title: z.string().trim().min(2).max(80), kind: z.enum(surveyKinds), proposalId: z.uuid().nullable(), opensOn: dayText, closesOn: dayText.nullable() };
const fits = ({ kind, proposalId }: { readonly kind: string; readonly proposalId: string | null }): boolean => (kind === 'proposal') === (proposalId !== null);
export const surveyDraftSchema = z.strictObject(surveyShape).refine(fits, { path: ['proposalId'] });
export type SurveyDraft = z.infer<typeof surveyDraftSchema>;
export const surveyChangeSchema = z.strictObject({ ...versionedShape, ...surveyShape }).refine(fits, { path: ['proposalId'] });
export type SurveyChange = z.infer<typeof surveyChangeSchema>;

const share = z.strictObject({ yes: z.int(), asked: z.int() });
export const surveyResultSchema = z.strictObject({ answers: z.int(), meanScore: z.number().nullable(), knowsGrid: share, knowsMember: share });
export type SurveyResult = z.infer<typeof surveyResultSchema>;
export const surveyRowSchema = z.strictObject({ ...versionedShape, ...surveyShape, proposalTitle: z.string(), ...surveyResultSchema.shape, updatedAt: instantText });
export type SurveyRow = z.infer<typeof surveyRowSchema>;
export const surveyFilterSchema = z.strictObject({ text: text(60).default(''), kinds: z.array(z.enum(surveyKinds)).default([]) });
export type SurveyFilter = z.infer<typeof surveyFilterSchema>;
export const surveySortSchema = sortBy(['opensOn', 'title'], 'opensOn');

/** One sheet of paper that came back. Nobody is named: a survey is not a register. */
export const surveyAnswerDraftSchema = z.strictObject({ surveyId: z.uuid(), answeredOn: dayText, gridId: z.uuid().nullable(), knowsGrid: z.boolean().nullable(), knowsMember: z.boolean().nullable(), score: z.int().min(1).max(5), comment: text(300) });
export type SurveyAnswerDraft = z.infer<typeof surveyAnswerDraftSchema>;
export const surveyAnswerSchema = z.strictObject({ ...versionedShape, ...surveyAnswerDraftSchema.shape, gridName: z.string() });
export type SurveyAnswer = z.infer<typeof surveyAnswerSchema>;
export const surveySheetSchema = z.strictObject({ ...surveyRowSchema.shape, byGrid: z.array(z.strictObject({ gridId: z.uuid().nullable(), gridName: z.string(), ...surveyResultSchema.shape })), recent: z.array(surveyAnswerSchema) });
export type SurveySheet = z.infer<typeof surveySheetSchema>;
