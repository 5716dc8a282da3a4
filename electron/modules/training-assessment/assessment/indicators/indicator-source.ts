import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { SubjectKind } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';

/** What a source's rows are filed under. */
export type FactKey = 'grid' | 'member' | 'department';

/**
 * One indicator as its rows: a SELECT of key, id, label, day (null: whenever), earned, due, note, left_out, place. A row with a `left_out` code is
 * due nothing. The figure is always the sum of these rows, so that no number stands without its records. It may name @from, @until
 * and @today; rows outside @from to @until are left out by the source itself.
 */
export type IndicatorSource = {
  readonly by: FactKey;
  /** Who may read the records behind it; others see what they earned, not who it was. */
  readonly permission: Permission;
  readonly rows: (work: Work) => string;
};

const GRIDS_OF: Readonly<Record<Exclude<SubjectKind, 'department'>, string>> = {
  grid: 'SELECT id AS subject_id, id AS key FROM grid',
  member: "SELECT m.id AS subject_id, coalesce(g.id, m.grid_id) AS key FROM grid_member m LEFT JOIN grid g ON g.responsible_id = m.id AND g.status = 'active'",
  station: 'SELECT community_id AS subject_id, id AS key FROM grid',
  community: 'SELECT community_id AS subject_id, id AS key FROM grid',
};
const MEMBERS_OF: Readonly<Record<Exclude<SubjectKind, 'department'>, string>> = {
  grid: "SELECT coalesce(g.id, m.grid_id) AS subject_id, m.id AS key FROM grid_member m LEFT JOIN grid g ON g.responsible_id = m.id AND g.status = 'active'",
  member: 'SELECT id AS subject_id, id AS key FROM grid_member',
  station: 'SELECT community_id AS subject_id, id AS key FROM grid_member',
  community: 'SELECT community_id AS subject_id, id AS key FROM grid_member',
};

/** Which keys belong to which subject: a member's are the grids the member answers for, a community's all of its grids. */
export function keysOf(kind: SubjectKind, by: FactKey): string {
  if (kind === 'department' || by === 'department') return "SELECT id AS subject_id, id AS key FROM body WHERE kind = 'department'";
  return (by === 'grid' ? GRIDS_OF : MEMBERS_OF)[kind];
}

/** Everybody of a kind who can be assessed from one day to another: subject_id, name, name_py, grid_id, account_id, from_on, until_on. */
const SUBJECTS: Readonly<Record<SubjectKind, string>> = {
  grid: "SELECT id AS subject_id, name, name_py, id AS grid_id, NULL AS account_id, max(coalesce(started_on, ''), @from) AS from_on, @until AS until_on FROM grid WHERE status = 'active' AND coalesce(started_on, '') <= @until",
  member: `SELECT m.id AS subject_id, m.name, m.name_py, coalesce(g.id, m.grid_id) AS grid_id, m.account_id, max(coalesce(m.started_on, m.registered_on, ''), @from) AS from_on, min(coalesce(m.left_on, '9999-12-31'), @until) AS until_on
    FROM grid_member m LEFT JOIN grid g ON g.responsible_id = m.id AND g.status = 'active'
    WHERE m.removed_at IS NULL AND coalesce(m.started_on, m.registered_on, '') <= @until AND coalesce(m.left_on, '9999-12-31') >= @from GROUP BY m.id`,
  station: "SELECT o.id AS subject_id, o.name, o.name_py, NULL AS grid_id, NULL AS account_id, @from AS from_on, @until AS until_on FROM organisation o WHERE o.level = 'community' AND EXISTS (SELECT 1 FROM grid g WHERE g.community_id = o.id)",
  community: "SELECT o.id AS subject_id, o.name, o.name_py, NULL AS grid_id, NULL AS account_id, @from AS from_on, @until AS until_on FROM organisation o WHERE o.level = 'community' AND EXISTS (SELECT 1 FROM grid g WHERE g.community_id = o.id)",
  department: "SELECT id AS subject_id, name, name_py, NULL AS grid_id, NULL AS account_id, @from AS from_on, @until AS until_on FROM body WHERE kind = 'department' AND is_active = 1",
};
export const subjectsOf = (kind: SubjectKind): string => SUBJECTS[kind];
