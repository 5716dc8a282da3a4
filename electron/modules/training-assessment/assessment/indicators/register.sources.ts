import type { IndicatorSource } from './indicator-source.ts';

/** The end of the period, or today while it runs: what lies ahead is not missed yet. */
const END = 'min(@until, @today)';

/** Help with a visit that was promised by then: kept when somebody came and none stands open, missed while one does. */
export const visitsKept: IndicatorSource = {
  by: 'grid',
  permission: 'care.read',
  rows: () => `SELECT p.grid_id AS key, c.id AS id, p.name AS label, coalesce(v.served_on, c.next_visit_on) AS day,
      CASE WHEN p.removed_at IS NOT NULL OR c.until_on < ${END} THEN 0 ELSE coalesce(c.next_visit_on, '9999') > ${END} END AS earned,
      CASE WHEN p.removed_at IS NOT NULL OR c.until_on < ${END} THEN 0 ELSE 1 END AS due,
      CASE WHEN coalesce(c.next_visit_on, '9999') > ${END} THEN 'visited' ELSE 'visit-open' END AS note,
      CASE WHEN p.removed_at IS NOT NULL THEN 'person-gone' WHEN c.until_on < ${END} THEN 'help-ended' ELSE '' END AS left_out, '/grid/persons/' || p.id AS place
    FROM care_group c JOIN person p ON p.id = c.person_id
    LEFT JOIN (SELECT l.person_id, max(s.served_on) AS served_on FROM service_record s JOIN service_person l ON l.service_id = s.id WHERE s.removed_at IS NULL AND s.served_on BETWEEN @from AND @until GROUP BY l.person_id) v ON v.person_id = c.person_id
    WHERE c.removed_at IS NULL AND c.from_on <= @until AND (c.until_on IS NULL OR c.until_on >= @from) AND (v.served_on IS NOT NULL OR c.next_visit_on BETWEEN @from AND ${END})`,
};

/** Every record of a person who is registered in a grid, as complete as it is now, in per cent. */
export const recordsComplete: IndicatorSource = {
  by: 'grid',
  permission: 'register.read',
  rows: ({ completeness: { expression } }) => `SELECT p.grid_id AS key, p.id AS id, p.name AS label, NULL AS day, ${expression.score} AS earned, 100 AS due, '' AS note, '' AS left_out, '/grid/persons/' || p.id AS place
    ${expression.from} WHERE p.removed_at IS NULL AND p.grid_id IS NOT NULL`,
};

/** Pairs of one name and one day of birth: open while nobody said what they are, settled when joined or kept apart within the period. */
export const duplicatesSettled: IndicatorSource = {
  by: 'grid',
  permission: 'register.read',
  rows: () => `SELECT a.grid_id AS key, a.id || '/' || b.id AS id, a.name AS label, NULL AS day, 0 AS earned, 1 AS due, 'pair-open' AS note, '' AS left_out, '/grid/persons/' || a.id AS place
      FROM person a JOIN person b ON b.sort_key = a.sort_key AND b.row_no > a.row_no AND b.removed_at IS NULL AND b.birth_on = a.birth_on AND b.name = a.name
      WHERE a.removed_at IS NULL AND NOT (a.id_number <> '' AND b.id_number <> '' AND a.id_number <> b.id_number)
        AND NOT EXISTS (SELECT 1 FROM person_distinct d WHERE d.one_id = min(a.id, b.id) AND d.other_id = max(a.id, b.id) AND d.removed_at IS NULL)
    UNION ALL SELECT p.grid_id, m.id, p.name, date(m.created_at, 'localtime'), 1, 1, 'pair-joined', '', '/grid/persons/' || p.id FROM person_merge m JOIN person p ON p.id = m.kept_id
      WHERE m.removed_at IS NULL AND date(m.created_at, 'localtime') BETWEEN @from AND @until
    UNION ALL SELECT p.grid_id, d.id, p.name, date(d.created_at, 'localtime'), 1, 1, 'pair-apart', '', '/grid/persons/' || p.id FROM person_distinct d JOIN person p ON p.id = d.one_id
      WHERE d.removed_at IS NULL AND date(d.created_at, 'localtime') BETWEEN @from AND @until`,
};

/** Four things every grid in use should have, the first four of the warnings page; only basic grids have a size norm. */
export const gridInOrder: IndicatorSource = {
  by: 'grid',
  permission: 'territory.read',
  rows: ({ settings }) => {
    const { gridHouseholdsMin: least, gridHouseholdsMax: most } = settings.get();
    const check = (note: string, holds: string, leftOut = "''"): string =>
      `SELECT g.id AS key, g.id || '/${note}' AS id, g.name AS label, NULL AS day, CASE WHEN ${leftOut} = '' THEN ${holds} ELSE 0 END AS earned, ${leftOut} = '' AS due, '${note}' AS note, ${leftOut} AS left_out, '/grid/grids/' || g.id AS place FROM grid g WHERE g.status = 'active'`;
    return [
      check('grid-member', 'g.responsible_id IS NOT NULL'),
      check('grid-drawn', 'EXISTS (SELECT 1 FROM grid_shape f WHERE f.grid_id = g.id)'),
      check('grid-size', `(SELECT count(*) FROM household h WHERE h.grid_id = g.id AND h.removed_at IS NULL) BETWEEN ${String(least)} AND ${String(most)}`, "CASE WHEN g.type = 'basic' THEN '' ELSE 'no-size-norm' END"),
      check('grid-homes', 'NOT EXISTS (SELECT 1 FROM household h JOIN dwelling d ON d.id = h.dwelling_id WHERE h.grid_id = g.id AND h.removed_at IS NULL AND d.removed_at IS NULL AND d.grid_id IS NOT NULL AND d.grid_id <> h.grid_id)'),
    ].join(' UNION ALL ');
  },
};
