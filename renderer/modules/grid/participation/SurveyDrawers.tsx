import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { surveyAnswerDraftSchema, surveyChangeSchema, surveyDraftSchema, type SurveyAnswerDraft, type SurveyDraft, type SurveyRow } from '#shared/modules/grid/participation/survey.schema.ts';
import { surveyPlace } from '../places.ts';
import type { FieldSpec } from '../typed/fields.tsx';
import { GridSelect } from '../typed/pickers.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

/** As typed: the day may still be empty. */
type Values = Omit<SurveyDraft, 'opensOn'> & { opensOn: string | null };
const FIELDS: readonly FieldSpec<Values>[] = [
  { name: 'title', kind: 'text', max: 80, required: true, focus: true, wide: true },
  { name: 'opensOn', kind: 'day', required: true },
  { name: 'closesOn', kind: 'day' },
];

/** A survey of awareness and trust; one after a proposal is begun from the proposal. */
export function SurveyDrawer({ survey, onClosed }: { readonly survey: SurveyRow | null; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const shared = { words: 'survey', fields: FIELDS, onClosed };
  if (survey === null) {
    const initialValues: Values = { title: '', kind: 'trust', proposalId: null, opensOn: localToday(), closesOn: null };
    return <TypedDrawer {...shared} title={formatMessage({ id: 'surveys.new' })} draftKey="survey/new" initialValues={initialValues} inputOf={(values) => ({ ...values, opensOn: values.opensOn ?? '' })} schema={surveyDraftSchema} save={api.grid.createSurvey()} onSaved={({ id }) => goTo(surveyPlace(id))} />;
  }
  const { id, version, title, kind, proposalId, opensOn, closesOn } = survey;
  return <TypedDrawer {...shared} title={formatMessage({ id: 'surveys.edit' })} draftKey={`survey/${id}`} initialValues={{ title, kind, proposalId, opensOn, closesOn } as Values} inputOf={(values) => ({ ...values, opensOn: values.opensOn ?? '', id, version })} schema={surveyChangeSchema} save={api.grid.updateSurvey()} />;
}

type Answer = Omit<SurveyAnswerDraft, 'answeredOn' | 'score'> & { answeredOn: string | null; score: string };
const SCORES = ['5', '4', '3', '2', '1'] as const;

/** One sheet of paper that came back; one follows the other. */
export function AnswerDrawer({ survey, onClosed }: { readonly survey: SurveyRow; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const empty = (answeredOn: string | null, gridId: string | null): Answer => ({ surveyId: survey.id, answeredOn, gridId, knowsGrid: null, knowsMember: null, score: '3', comment: '' });
  const fields: readonly FieldSpec<Answer>[] = [
    { name: 'gridId', kind: 'picker', picker: GridSelect, focus: true },
    { name: 'answeredOn', kind: 'day', required: true },
    ...(survey.kind === 'trust' ? [{ name: 'knowsGrid' as const, kind: 'yes-no' as const }, { name: 'knowsMember' as const, kind: 'yes-no' as const }] : []),
    { name: 'score', kind: 'choice', values: SCORES, words: 'surveys.score', required: true },
    { name: 'comment', kind: 'area', max: 300 },
  ];
  return <TypedDrawer title={formatMessage({ id: 'surveys.answer' })} words="survey_answer" draftKey={`survey-answer/${survey.id}/new`} initialValues={empty(localToday(), null)} inputOf={(values) => ({ ...values, answeredOn: values.answeredOn ?? '', score: Number(values.score) })} schema={surveyAnswerDraftSchema} save={api.grid.recordSurveyAnswer()} fields={fields} nextValues={({ answeredOn, gridId }) => empty(answeredOn, gridId)} onClosed={onClosed} />;
}
