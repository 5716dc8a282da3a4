import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, dayText, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { askedAndDoneSchema, demandAnswerSchema, demandChangeSchema, demandDraftSchema, demandFilterSchema, demandRowSchema, demandSortingSchema, demandSortSchema } from './demand.schema.ts';
import { indicatorsInputSchema, indicatorsSchema, takingPartFilterSchema, takingPartSchema, takingPartSortSchema } from './indicators.schema.ts';
import { participationRuleSchema } from './participation-rule.schema.ts';
import { deliberationDraftSchema, proposalAnswerSchema, proposalChangeSchema, proposalDraftSchema, proposalFilterSchema, proposalRowSchema, proposalSheetSchema, proposalSortSchema } from './proposal.schema.ts';
import { surveyAnswerDraftSchema, surveyAnswerSchema, surveyChangeSchema, surveyDraftSchema, surveyFilterSchema, surveyRowSchema, surveySheetSchema, surveySortSchema } from './survey.schema.ts';

/** Who asked, who came and who helps is seen by who works with them. */
export const participationPermissions = {
  'participation.read': ['clerk', 'supervisor'],
  'participation.edit': ['clerk', 'supervisor'],
  'participation.decide': ['supervisor'],
} as const;
const { query, command } = operationsFor(participationPermissions);

const STALE = ['grid', 'notifications', 'audit', 'undo'];
const demandFilter = demandFilterSchema.prefault({});
const proposalFilter = proposalFilterSchema.prefault({});
const surveyFilter = surveyFilterSchema.prefault({});
const takingPartFilter = takingPartFilterSchema.prefault({});

export const participationOperations = {
  listDemands: query({ permission: 'participation.read', input: z.strictObject({ filter: demandFilter, sort: demandSortSchema, ...windowShape }), output: z.array(demandRowSchema) }),
  countDemands: query({ permission: 'participation.read', input: z.strictObject({ filter: demandFilter }), output: countSchema }),
  recordDemand: command({ permission: 'participation.edit', input: demandDraftSchema, output: demandRowSchema, invalidates: STALE }),
  updateDemand: command({ permission: 'participation.edit', input: demandChangeSchema, output: demandRowSchema, invalidates: STALE }),
  sortDemand: command({ permission: 'participation.edit', input: demandSortingSchema, output: demandRowSchema, invalidates: STALE }),
  answerDemand: command({ permission: 'participation.edit', input: demandAnswerSchema, output: demandRowSchema, invalidates: STALE }),
  listAskedAndDone: query({ permission: 'participation.read', input: z.strictObject({ from: dayText, until: dayText, gridId: z.uuid().nullable().default(null) }), output: z.array(askedAndDoneSchema) }),

  listProposals: query({ permission: 'participation.read', input: z.strictObject({ filter: proposalFilter, sort: proposalSortSchema, ...windowShape }), output: z.array(proposalRowSchema) }),
  countProposals: query({ permission: 'participation.read', input: z.strictObject({ filter: proposalFilter }), output: countSchema }),
  getProposal: query({ permission: 'participation.read', input: idInput, output: proposalSheetSchema }),
  createProposal: command({ permission: 'participation.edit', input: proposalDraftSchema, output: proposalRowSchema, invalidates: STALE }),
  updateProposal: command({ permission: 'participation.edit', input: proposalChangeSchema, output: proposalRowSchema, invalidates: STALE }),
  secondProposal: command({ permission: 'participation.edit', input: z.strictObject({ ...versionedShape, personIds: z.array(z.uuid()).min(1).max(200), secondedOn: dayText }), output: proposalRowSchema, invalidates: STALE }),
  recordDeliberation: command({ permission: 'participation.edit', input: z.strictObject({ ...versionedShape, ...deliberationDraftSchema.shape }), output: proposalRowSchema, invalidates: STALE }),
  answerProposal: command({ permission: 'participation.decide', input: proposalAnswerSchema, output: proposalRowSchema, invalidates: STALE }),
  noteProgress: command({ permission: 'participation.edit', input: z.strictObject({ ...versionedShape, notedOn: dayText, note: z.string().trim().min(2).max(500), isDone: z.boolean() }), output: proposalRowSchema, invalidates: STALE }),
  withdrawProposal: command({ permission: 'participation.edit', input: z.strictObject({ ...versionedShape, reason: z.string().trim().min(2).max(300) }), output: proposalRowSchema, invalidates: STALE }),

  listSurveys: query({ permission: 'participation.read', input: z.strictObject({ filter: surveyFilter, sort: surveySortSchema, ...windowShape }), output: z.array(surveyRowSchema) }),
  countSurveys: query({ permission: 'participation.read', input: z.strictObject({ filter: surveyFilter }), output: countSchema }),
  getSurvey: query({ permission: 'participation.read', input: idInput, output: surveySheetSchema }),
  createSurvey: command({ permission: 'participation.edit', input: surveyDraftSchema, output: surveyRowSchema, invalidates: STALE }),
  updateSurvey: command({ permission: 'participation.edit', input: surveyChangeSchema, output: surveyRowSchema, invalidates: STALE }),
  recordSurveyAnswer: command({ permission: 'participation.edit', input: surveyAnswerDraftSchema, output: surveyAnswerSchema, invalidates: STALE }),
  removeSurveyAnswer: command({ permission: 'participation.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),

  getIndicators: query({ permission: 'participation.read', input: indicatorsInputSchema, output: indicatorsSchema }),
  listTakingPart: query({ permission: 'participation.read', input: z.strictObject({ filter: takingPartFilter, sort: takingPartSortSchema, ...windowShape }), output: z.array(takingPartSchema) }),
  countTakingPart: query({ permission: 'participation.read', input: z.strictObject({ filter: takingPartFilter }), output: countSchema }),
  getParticipationRule: query({ permission: 'participation.read', input: z.strictObject({}), output: participationRuleSchema }),
  saveParticipationRule: command({ permission: 'participation.decide', input: participationRuleSchema, output: participationRuleSchema, invalidates: STALE }),
};
