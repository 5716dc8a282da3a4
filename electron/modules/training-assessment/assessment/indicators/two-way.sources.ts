import type { IndicatorSource } from './indicator-source.ts';

/** What grids and communities said of a department, each over a matter: one star earns nothing, five earn all. */
export const ratedByCommunities: IndicatorSource = {
  by: 'department',
  permission: 'assessment.view',
  rows: () => `SELECT department_id AS key, id, matter_no AS label, rated_on AS day, stars - 1 AS earned, 4 AS due, 'stars-' || stars AS note, '' AS left_out, '/assessment/ratings' AS place
    FROM assessment_rating WHERE removed_at IS NULL AND rated_on BETWEEN @from AND @until`,
};
