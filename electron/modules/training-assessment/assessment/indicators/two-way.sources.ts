import type { IndicatorSource } from './indicator-source.ts';

/** What grids and communities said of a department, each over a matter: one star earns nothing, five earn all. */
export const ratedByCommunities: IndicatorSource = {
  by: 'department',
  permission: 'assessment.view',
  rows: () => `SELECT department_id AS key, id, matter_no AS label, rated_on AS day, stars - 1 AS earned, 4 AS due, 'stars-' || stars AS note, '' AS left_out, '/assessment/ratings' AS place
    FROM assessment_rating WHERE removed_at IS NULL AND rated_on BETWEEN @from AND @until`,
};

/** What a department brought to the community: applied for and admitted counts, pushed without admission and refused at the door does not (domain.md 3.2). */
export const departmentAdmitted: IndicatorSource = {
  by: 'department',
  permission: 'admission.read',
  rows: () => `SELECT body_id AS key, id, no || ' ' || title AS label, applied_on AS day, exempt = 'none' AS earned, exempt = 'none' AS due, 'admitted' AS note, CASE WHEN exempt = 'none' THEN '' ELSE 'exempt' END AS left_out, '/grid/admission/' || id AS place
      FROM admission WHERE removed_at IS NULL AND state IN ('admitted', 'paused', 'exited') AND applied_on BETWEEN @from AND @until
    UNION ALL SELECT body_id, id, no || ' ' || title, refused_on, 0, 1, 'pushed', '', '/grid/refusals' FROM door_refusal WHERE removed_at IS NULL AND refused_on BETWEEN @from AND @until`,
};
