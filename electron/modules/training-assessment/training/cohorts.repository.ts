import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { educationLevels, type CohortPeopleFilter, type CohortPerson, type CohortRow } from '#shared/modules/training-assessment/training/cohort.schema.ts';
import { TRAINEES } from './trainees.repository.ts';
import { trainingCohorts, trainingPlacements } from './training.tables.ts';

export type CohortRecord = typeof trainingCohorts.$inferSelect;
export type PlacementRecord = typeof trainingPlacements.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };

const within = (value: string, from: string, until: string): string => `((${from} IS NULL AND ${until} IS NULL) OR (${value} IS NOT NULL AND ${value} >= coalesce(${from}, ${value}) AND ${value} <= coalesce(${until}, ${value})))`;
const rank = (column: string): string => `(CASE ${column} ${educationLevels.map((level, at) => `WHEN '${level}' THEN ${at}`).join(' ')} END)`;
/** isCaught of cohort.rules.ts as one condition on a trainee `p` and a rule `c`. */
const CAUGHT = [within('p.age', 'c.age_from', 'c.age_until'), within('p.years', 'c.years_from', 'c.years_until'), within('p.level', rank('c.education_from'), rank('c.education_until'))].join(' AND ');

/** Everybody once, with the number of rules of plan `@plan` that catch the person, what was decided by hand, and where the person falls in the end: NULL when nowhere. */
const FALLS = `people AS MATERIALIZED (${TRAINEES}),
  rules AS MATERIALIZED (SELECT c.* FROM training_cohort c WHERE c.plan_id = @plan AND c.removed_at IS NULL),
  hand AS MATERIALIZED (SELECT h.* FROM training_placement h WHERE h.plan_id = @plan AND h.removed_at IS NULL),
  caught AS (SELECT p.id AS member_id, c.id AS cohort_id FROM people p JOIN rules c ON ${CAUGHT}),
  counted AS (SELECT member_id, count(*) AS n, min(cohort_id) AS only_id FROM caught GROUP BY member_id),
  falls AS MATERIALIZED (SELECT p.id, coalesce(k.n, 0) AS n, h.cohort_id AS by_hand, coalesce(h.cohort_id, CASE WHEN k.n = 1 THEN k.only_id END) AS cohort_id
    FROM people p LEFT JOIN counted k ON k.member_id = p.id LEFT JOIN hand h ON h.member_id = p.id)`;
const WHERE = { all: '1', 'left-out': 'f.n = 0 AND f.by_hand IS NULL', 'in-two': 'f.n > 1 AND f.by_hand IS NULL', 'by-hand': 'f.by_hand IS NOT NULL' } as const;
const ORDER = { name: 'p.name_py', age: 'p.age', years: 'p.years' } as const;
export type CohortPeopleOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };
type Totals = { readonly people: number; readonly leftOut: number; readonly inTwo: number; readonly byHand: number };

const condition = ({ where, cohortId, text }: CohortPeopleFilter): { sql: string; values: string[] } => ({
  sql: [WHERE[where], ...(cohortId === null ? [] : ['f.cohort_id = ?']), ...(text === '' ? [] : ['(instr(p.name, ?) > 0 OR p.name_py LIKE ?)'])].join(' AND '),
  values: [...(cohortId === null ? [] : [cohortId]), ...(text === '' ? [] : [text, `${text.toLowerCase()}%`])],
});

export function cohortsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const cohorts = recordStore(db, trainingCohorts);
  const placements = recordStore(db, trainingPlacements);
  const personOf = (raw: unknown): CohortPerson => {
    const { cohorts, byHand, ...row } = raw as Omit<CohortPerson, 'cohorts' | 'byHand'> & { cohorts: string; byHand: string | null }; // columns named below
    return { ...row, cohorts: JSON.parse(cohorts) as CohortPerson['cohorts'], byHand: byHand === null ? null : (JSON.parse(byHand) as CohortPerson['byHand']) }; // written by the statement
  };
  return {
    ...cohorts,
    placements: {
      ...placements,
      ofMember: (planId: string, memberId: string): PlacementRecord | undefined => {
        const id = statement('SELECT id FROM training_placement WHERE plan_id = ? AND member_id = ? AND removed_at IS NULL').pluck().get(planId, memberId) as string | undefined; // the one column
        return id === undefined ? undefined : placements.find(id);
      },
      idsOfCohort: (cohortId: string): string[] => statement('SELECT id FROM training_placement WHERE cohort_id = ? AND removed_at IS NULL').pluck().all(cohortId) as string[], // the one column
    },
    ofPlan: (planId: string): CohortRecord[] =>
      (statement('SELECT id FROM training_cohort WHERE plan_id = ? AND removed_at IS NULL ORDER BY position, id').pluck().all(planId) as string[]).flatMap((id) => cohorts.find(id) ?? []), // the one column
    totals: (today: string, planId: string): Totals =>
      statement(`WITH ${FALLS} SELECT count(*) AS people, coalesce(sum(${WHERE['left-out']}), 0) AS leftOut, coalesce(sum(${WHERE['in-two']}), 0) AS inTwo, coalesce(sum(${WHERE['by-hand']}), 0) AS byHand FROM falls f`).get({ today, plan: planId }) as Totals, // columns named
    rows: (today: string, planId: string): CohortRow[] =>
      statement(`WITH ${FALLS}, hits AS (SELECT cohort_id, count(*) AS n FROM caught GROUP BY cohort_id), ends AS (SELECT cohort_id, count(*) AS n FROM falls GROUP BY cohort_id)
        SELECT c.id, c.version, c.plan_id AS planId, c.name, c.position, c.category, c.content, c.hours_tenths AS hoursTenths, c.age_from AS ageFrom, c.age_until AS ageUntil, c.education_from AS educationFrom, c.education_until AS educationUntil,
          c.years_from AS yearsFrom, c.years_until AS yearsUntil, coalesce(i.n, 0) AS caught, coalesce(e.n, 0) AS placed,
          (SELECT k.id FROM training_class k WHERE k.cohort_id = c.id AND k.removed_at IS NULL AND k.state <> 'cancelled' LIMIT 1) AS classId
        FROM rules c LEFT JOIN hits i ON i.cohort_id = c.id LEFT JOIN ends e ON e.cohort_id = c.id ORDER BY c.position, c.id`).all({ today, plan: planId }) as CohortRow[], // columns named
    /** Whom the plan enrols where: everybody who falls somewhere, by cohort. */
    falls: (today: string, planId: string): { memberId: string; cohortId: string }[] => statement(`WITH ${FALLS} SELECT id AS memberId, cohort_id AS cohortId FROM falls WHERE cohort_id IS NOT NULL ORDER BY cohort_id, id`).all({ today, plan: planId }) as { memberId: string; cohortId: string }[], // columns named
    people: (today: string, filter: CohortPeopleFilter, { field, direction }: CohortPeopleOrder, { offset, limit }: Window): CohortPerson[] => {
      const { sql, values } = condition(filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return statement(`WITH ${FALLS} SELECT p.id, p.name, p.grid_name AS gridName, p.age, p.education, p.years,
          (SELECT json_group_array(json_object('id', c.id, 'name', c.name) ORDER BY c.position, c.id) FROM rules c WHERE ${CAUGHT}) AS cohorts,
          (SELECT json_object('id', h.id, 'version', h.version, 'cohortId', h.cohort_id, 'name', c.name, 'reason', h.reason) FROM hand h JOIN rules c ON c.id = h.cohort_id WHERE h.member_id = p.id) AS byHand
        FROM falls f JOIN people p ON p.id = f.id WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, p.id LIMIT ? OFFSET ?`).all(...values, limit, offset, { today, plan: filter.planId }).map(personOf);
    },
    countPeople: (today: string, filter: CohortPeopleFilter): number => {
      const { sql, values } = condition(filter);
      return statement(`WITH ${FALLS} SELECT count(*) FROM falls f JOIN people p ON p.id = f.id WHERE ${sql}`).pluck().get(...values, { today, plan: filter.planId }) as number; // the one column
    },
  };
}
