import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, idInput, windowShape } from '#shared/contract/list.ts';
import { answerQuotaSchema, appointCandidateSchema, candidateChangeSchema, candidateDraftSchema, candidateSchema, decideExemptionSchema, exemptionSchema, proposeExemptionSchema, quotaDraftSchema, quotaRequestSchema, refuseCandidateSchema, sendQuotaSchema, vacancyChangeSchema, vacancyDraftSchema, vacancyFilterSchema, vacancyRowSchema, vacancySortSchema, withdrawVacancySchema } from './vacancy.schema.ts';

export const vacanciesPermissions = { 'vacancies.read': ['supervisor', 'trainer', 'administrator'], 'vacancies.edit': ['supervisor', 'trainer', 'administrator'], 'vacancies.decide': ['supervisor'] } as const;
const { query, command } = operationsFor(vacanciesPermissions);
const filter = vacancyFilterSchema.default(vacancyFilterSchema.parse({}));
const STALE = ['staff', 'grid', 'notifications', 'audit', 'undo'];

export const vacanciesOperations = {
  listVacancies: query({ permission: 'vacancies.read', input: z.strictObject({ filter, sort: vacancySortSchema, ...windowShape }), output: z.array(vacancyRowSchema) }),
  countVacancies: query({ permission: 'vacancies.read', input: z.strictObject({ filter }), output: countSchema }),
  getVacancy: query({ permission: 'vacancies.read', input: idInput, output: vacancyRowSchema }),
  openVacancy: command({ permission: 'vacancies.edit', input: vacancyDraftSchema, output: vacancyRowSchema, invalidates: STALE }),
  updateVacancy: command({ permission: 'vacancies.edit', input: vacancyChangeSchema, output: vacancyRowSchema, invalidates: STALE }),
  withdrawVacancy: command({ permission: 'vacancies.edit', input: withdrawVacancySchema, output: vacancyRowSchema, invalidates: STALE }),
  /** Each with the check of the post's conditions as the record stands now. */
  listCandidates: query({ permission: 'vacancies.read', input: z.strictObject({ vacancyId: z.uuid() }), output: z.array(candidateSchema) }),
  addCandidate: command({ permission: 'vacancies.edit', input: candidateDraftSchema, output: candidateSchema, invalidates: STALE }),
  updateCandidate: command({ permission: 'vacancies.edit', input: candidateChangeSchema, output: candidateSchema, invalidates: STALE }),
  refuseCandidate: command({ permission: 'vacancies.edit', input: refuseCandidateSchema, output: doneSchema, invalidates: STALE }),
  proposeExemption: command({ permission: 'vacancies.edit', input: proposeExemptionSchema, output: exemptionSchema, invalidates: STALE }),
  /** By somebody else than who asked for it. */
  decideExemption: command({ permission: 'vacancies.decide', input: decideExemptionSchema, output: exemptionSchema, invalidates: STALE }),
  /** Makes the person's record where there is none, and the appointment. */
  appointCandidate: command({ permission: 'vacancies.edit', input: appointCandidateSchema, output: candidateSchema, invalidates: STALE }),
  listQuotaRequests: query({ permission: 'vacancies.read', input: z.strictObject({ ...windowShape }), output: z.strictObject({ rows: z.array(quotaRequestSchema), count: z.int() }) }),
  requestQuota: command({ permission: 'vacancies.edit', input: quotaDraftSchema, output: quotaRequestSchema, invalidates: STALE }),
  sendQuota: command({ permission: 'vacancies.edit', input: sendQuotaSchema, output: quotaRequestSchema, invalidates: STALE }),
  answerQuota: command({ permission: 'vacancies.edit', input: answerQuotaSchema, output: quotaRequestSchema, invalidates: STALE }),
};
