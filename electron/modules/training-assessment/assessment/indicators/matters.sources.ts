import type { IndicatorSource } from './indicator-source.ts';

const MATTER = "m.number || ' ' || m.subject";
const PLACE = "'/grid/matters/' || m.id";
const ENDED = "m.outcome IN ('closed', 'recorded') AND m.ended_on BETWEEN @from AND @until";

const ofGrids = (columns: string, where: string): IndicatorSource => ({
  by: 'grid',
  permission: 'matters.read',
  rows: () => `SELECT m.grid_id AS key, m.id AS id, ${MATTER} AS label, ${columns}, ${PLACE} AS place FROM matter m WHERE m.grid_id IS NOT NULL AND ${where}`,
});

/** Matters of a grid that were settled in the period, within the day that was promised. */
export const mattersOnTime = ofGrids("m.ended_on AS day, coalesce(m.in_time, 0) AS earned, m.in_time IS NOT NULL AS due, CASE m.in_time WHEN 1 THEN 'on-time' WHEN 0 THEN 'late' ELSE '' END AS note, CASE WHEN m.in_time IS NULL THEN 'no-promise' ELSE '' END AS left_out", ENDED);
/** Settled matters that never came back: neither failed at the verification nor opened again. */
export const mattersNoRework = ofGrids("m.ended_on AS day, m.reworks + m.reopens = 0 AS earned, 1 AS due, CASE WHEN m.reworks + m.reopens = 0 THEN 'first-time' ELSE 'reworked' END AS note, '' AS left_out", ENDED);
/** What the people concerned said: 满意 earns 2 of 2, 基本满意 1, 不满意 nothing. */
export const mattersSatisfied = ofGrids("m.rated_on AS day, m.rating - 1 AS earned, 2 AS due, 'rating-' || m.rating AS note, '' AS left_out", 'm.rating IS NOT NULL AND m.rated_on BETWEEN @from AND @until');

const ofDepartments = (rows: string): IndicatorSource => ({ by: 'department', permission: 'matters.read', rows: () => rows });
const marked = (kinds: string, earned: string): string =>
  `SELECT u.unit_id AS key, u.id AS id, ${MATTER} AS label, u.marked_on AS day, ${earned} AS earned, 1 AS due, u.kind AS note, '' AS left_out, ${PLACE} AS place
    FROM unit_mark u JOIN matter m ON m.id = u.matter_id WHERE u.unit_kind = 'department' AND u.kind IN (${kinds}) AND u.marked_on BETWEEN @from AND @until`;

/** Matters a department was handed and signed for within the limit of its clock. */
export const departmentSigned = ofDepartments(`SELECT v.unit_id AS key, v.id AS id, ${MATTER} AS label, v.moved_on AS day, coalesce(v.days <= v.limit_days, 0) AS earned, v.limit_days IS NOT NULL AS due,
    CASE WHEN v.days <= v.limit_days THEN 'signed-on-time' ELSE 'signed-late' END AS note, CASE WHEN v.limit_days IS NULL THEN 'no-limit' ELSE '' END AS left_out, ${PLACE} AS place
  FROM matter_move v JOIN matter m ON m.id = v.matter_id WHERE v.move = 'sign' AND v.unit_kind = 'department' AND v.moved_on BETWEEN @from AND @until`);
/** What a department reported as done, within the time it had for it. */
export const departmentHandled = ofDepartments(marked("'late', 'on-time'", "u.kind = 'on-time'"));
/** Matters that ended with a department, within the day promised to the people. */
export const departmentOnTime = ofDepartments(`SELECT m.unit_id AS key, m.id AS id, ${MATTER} AS label, m.ended_on AS day, coalesce(m.in_time, 0) AS earned, m.in_time IS NOT NULL AS due,
    CASE m.in_time WHEN 1 THEN 'on-time' WHEN 0 THEN 'late' ELSE '' END AS note, CASE WHEN m.in_time IS NULL THEN 'no-promise' ELSE '' END AS left_out, ${PLACE} AS place FROM matter m WHERE m.unit_kind = 'department' AND ${ENDED}`);
/** Of what a department was handed: done counts, sent back does not. */
export const departmentNoReturns = ofDepartments(marked("'late', 'on-time', 'returned'", "u.kind <> 'returned'"));
/** Matters a department reported as done that passed the verification each time. */
export const departmentNoRework = ofDepartments(`SELECT u.unit_id AS key, u.matter_id || '/' || u.unit_id AS id, ${MATTER} AS label, max(u.marked_on) AS day, sum(u.kind = 'rework') = 0 AS earned, 1 AS due,
    CASE WHEN sum(u.kind = 'rework') = 0 THEN 'first-time' ELSE 'reworked' END AS note, '' AS left_out, ${PLACE} AS place
  FROM unit_mark u JOIN matter m ON m.id = u.matter_id WHERE u.unit_kind = 'department' AND u.kind IN ('late', 'on-time', 'rework') AND u.marked_on BETWEEN @from AND @until GROUP BY u.unit_id, u.matter_id`);
