import { added, begunRemovable, current, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { SurveyAnswer, SurveyAnswerDraft, SurveyChange, SurveyDraft, SurveyRow, SurveySheet } from '#shared/modules/grid/participation/survey.schema.ts';
import { checkPast } from './participation-checks.ts';

type Versioned = { readonly id: string; readonly version: number };
const SURVEY = 'survey';
const ANSWER = 'survey_answer';

const rowOf = (work: Work, id: string): SurveyRow => work.surveys.row(id) ?? fail('record/not-found', {});

function checkProposal(work: Work, proposalId: string | null): void {
  if (proposalId !== null && !work.proposals.row(work.actor, proposalId, work.today)) fail('record/not-found', {});
}

export function createSurvey(work: Work, draft: SurveyDraft): SurveyRow {
  checkProposal(work, draft.proposalId);
  const survey = { ...begunRemovable(work), ...draft };
  work.record({ action: 'survey.created', entity: SURVEY, entityId: survey.id, changes: [added(work, work.surveys, survey)] });
  return rowOf(work, survey.id);
}

export function updateSurvey(work: Work, { id, version, ...draft }: SurveyChange): SurveyRow {
  const survey = current(work, work.surveys, { id, version });
  if (draft.proposalId !== survey.proposalId) checkProposal(work, draft.proposalId);
  work.record({ action: 'survey.changed', entity: SURVEY, entityId: id, changes: [rewritten(work, work.surveys, survey, draft)] });
  return rowOf(work, id);
}

/** A sheet that came back. Errors: `survey/closed` outside the survey's days, `participation/day-ahead`. */
export function recordSurveyAnswer(work: Work, draft: SurveyAnswerDraft): SurveyAnswer {
  const survey = rowOf(work, draft.surveyId);
  checkPast(work, draft.answeredOn);
  if (draft.answeredOn < survey.opensOn || (survey.closesOn !== null && draft.answeredOn > survey.closesOn)) fail('survey/closed', {});
  if (draft.gridId !== null && !work.grids.find(draft.gridId)) fail('record/not-found', {});
  const answer = { ...begunRemovable(work), ...draft };
  work.record({ action: 'survey.answered', entity: ANSWER, entityId: answer.id, changes: [added(work, work.surveys.answers, answer)] });
  return work.surveys.answer(answer.id) ?? fail('record/not-found', {});
}

export function removeSurveyAnswer(work: Work, one: Versioned): Record<string, never> {
  const answer = current(work, work.surveys.answers, one);
  work.record({ action: 'survey.answer-removed', entity: ANSWER, entityId: one.id, changes: [takenOut(work, work.surveys.answers, answer)] });
  return {};
}

export const getSurvey = (work: Work, { id }: { readonly id: string }): SurveySheet => ({ ...rowOf(work, id), byGrid: work.surveys.byGrid(id), recent: work.surveys.recent(id) });
