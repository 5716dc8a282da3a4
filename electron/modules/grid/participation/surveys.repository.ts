import type { Db } from '#electron/database/database.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { SurveyAnswer, SurveyFilter, SurveyRow } from '#shared/modules/grid/participation/survey.schema.ts';
import { listReader, type Order, type Window } from '../records.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { surveyAnswers, surveys } from './participation.tables.ts';

type Counted = { readonly answers: number; readonly meanScore: number | null; readonly knowsGridYes: number; readonly knowsGridAsked: number; readonly knowsMemberYes: number; readonly knowsMemberAsked: number };
const COUNTED = 'count(a.id) AS answers, avg(a.score) AS meanScore, coalesce(sum(a.knows_grid), 0) AS knowsGridYes, count(a.knows_grid) AS knowsGridAsked, coalesce(sum(a.knows_member), 0) AS knowsMemberYes, count(a.knows_member) AS knowsMemberAsked';
const OF_SURVEY = (what: string): string => `(SELECT ${what} FROM survey_answer a WHERE a.survey_id = t.id AND a.removed_at IS NULL)`;
const ROW = `t.id, t.version, t.title, t.kind, t.proposal_id AS proposalId, t.opens_on AS opensOn, t.closes_on AS closesOn, coalesce(q.title, '') AS proposalTitle, t.updated_at AS updatedAt,
  ${OF_SURVEY('count(*)')} AS answers, ${OF_SURVEY('avg(a.score)')} AS meanScore, ${OF_SURVEY('coalesce(sum(a.knows_grid), 0)')} AS knowsGridYes, ${OF_SURVEY('count(a.knows_grid)')} AS knowsGridAsked,
  ${OF_SURVEY('coalesce(sum(a.knows_member), 0)')} AS knowsMemberYes, ${OF_SURVEY('count(a.knows_member)')} AS knowsMemberAsked`;
const ORDER = { opensOn: 't.opens_on', title: 't.title' } as const;
export type SurveyOrder = Order<keyof typeof ORDER>;
type Stored = Omit<SurveyRow, 'knowsGrid' | 'knowsMember'> & Counted;

function result<R extends Counted>({ knowsGridYes, knowsGridAsked, knowsMemberYes, knowsMemberAsked, ...row }: R) {
  return { ...row, knowsGrid: { yes: knowsGridYes, asked: knowsGridAsked }, knowsMember: { yes: knowsMemberYes, asked: knowsMemberAsked } };
}
const condition = (filter: SurveyFilter): Condition =>
  allOf([{ sql: 't.removed_at IS NULL', values: [] }, ...(filter.text === '' ? [] : [{ sql: 'instr(t.title, ?) > 0', values: [filter.text] }]), ...(filter.kinds.length > 0 ? [isIn('t.kind', filter.kinds)] : [])]);
const flag = (value: unknown): boolean | null => (value === null ? null : value === 1);
const RECENT = 50;

export function surveysRepository(db: Db) {
  const { sqlite } = db;
  const reader = listReader<Stored, keyof typeof ORDER>(db, { row: ROW, from: 'FROM survey t LEFT JOIN proposal q ON q.id = t.proposal_id', order: ORDER });
  const row = (id: string): SurveyRow | undefined => {
    const found = reader.one({ sql: 't.id = ? AND t.removed_at IS NULL', values: [id] });
    return found && result(found);
  };
  const ANSWER = "a.id, a.version, a.survey_id AS surveyId, a.answered_on AS answeredOn, a.grid_id AS gridId, a.knows_grid AS knowsGrid, a.knows_member AS knowsMember, a.score, a.comment, coalesce(g.name, '') AS gridName";
  const answers = (sql: string, value: string): SurveyAnswer[] =>
    (sqlite.prepare(`SELECT ${ANSWER} FROM survey_answer a LEFT JOIN grid g ON g.id = a.grid_id WHERE a.removed_at IS NULL AND ${sql}`).all(value) as (Omit<SurveyAnswer, 'knowsGrid' | 'knowsMember'> & { knowsGrid: unknown; knowsMember: unknown })[]) // columns named in ANSWER
      .map((answer) => ({ ...answer, knowsGrid: flag(answer.knowsGrid), knowsMember: flag(answer.knowsMember) }));
  return {
    ...recordStore(db, surveys),
    answers: recordStore(db, surveyAnswers),
    row,
    list: (filter: SurveyFilter, order: SurveyOrder, window: Window): SurveyRow[] => reader.list(condition(filter), order, window).map(result),
    count: (filter: SurveyFilter): number => reader.count(condition(filter)),
    ofProposal: (proposalId: string): SurveyRow | undefined => {
      const id = sqlite.prepare('SELECT id FROM survey WHERE proposal_id = ? AND removed_at IS NULL ORDER BY opens_on DESC LIMIT 1').pluck().get(proposalId) as string | undefined; // the one column
      return id === undefined ? undefined : row(id);
    },
    byGrid: (surveyId: string) =>
      (sqlite.prepare(`SELECT a.grid_id AS gridId, coalesce(g.name, '') AS gridName, ${COUNTED} FROM survey_answer a LEFT JOIN grid g ON g.id = a.grid_id WHERE a.survey_id = ? AND a.removed_at IS NULL GROUP BY a.grid_id ORDER BY g.code`).all(surveyId) as ({ gridId: string | null; gridName: string } & Counted)[]).map(result), // columns named
    answer: (id: string): SurveyAnswer | undefined => answers('a.id = ?', id)[0],
    recent: (surveyId: string): SurveyAnswer[] => answers(`a.survey_id = ? ORDER BY a.created_at DESC, a.id DESC LIMIT ${RECENT}`, surveyId),
  };
}
