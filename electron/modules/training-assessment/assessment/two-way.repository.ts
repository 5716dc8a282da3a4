import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { mayDo, type Actor } from '#shared/contract/actor.ts';
import { LOW_STARS, type RatingFilter, type RatingRow, type TwoWay } from '#shared/modules/training-assessment/assessment/two-way.schema.ts';
import { ratings } from './assessment.tables.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';

export type RatingRecord = typeof ratings.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };

const ROW = `r.id, r.version, r.department_id AS departmentId, r.grid_id AS gridId, r.matter_no AS matterNo, r.rated_on AS ratedOn, r.stars, r.comment, r.reply, r.replied_on AS repliedOn, r.updated_at AS updatedAt,
  coalesce(b.name, '') AS departmentName, coalesce(g.name, '') AS gridName, m.id AS matterId, coalesce(m.subject, '') AS matterSubject, m.grid_id AS matterGrid`;
const FROM = `FROM assessment_rating r LEFT JOIN body b ON b.id = r.department_id LEFT JOIN grid g ON g.id = r.grid_id LEFT JOIN matter m ON m.number = r.matter_no AND m.number <> ''`;
const ORDER = { ratedOn: 'r.rated_on', stars: 'r.stars', departmentName: 'b.name_py' } as const;
export type RatingOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

/** A clerk of some grids reads what these said and what the community said. */
const visible = (actor: Actor): Condition[] => (actor.scope === 'all' ? [] : [{ sql: `r.grid_id IS NULL OR ${isIn('r.grid_id', actor.scope).sql}`, values: isIn('r.grid_id', actor.scope).values }]);
const condition = (actor: Actor, { departmentId, low, unanswered }: RatingFilter): Condition =>
  allOf([
    { sql: 'r.removed_at IS NULL', values: [] },
    ...visible(actor),
    ...(departmentId === null ? [] : [{ sql: 'r.department_id = ?', values: [departmentId] }]),
    ...(low ? [{ sql: 'r.stars <= ?', values: [LOW_STARS] }] : []),
    ...(unanswered ? [{ sql: "r.reply = ''", values: [] }] : []),
  ]);

/** The matter's words go with the right to read it; its number always stands. */
function shown(actor: Actor, row: unknown): RatingRow {
  const { matterGrid, ...rating } = row as RatingRow & { readonly matterGrid: string | null }; // columns named in ROW
  const mayRead = mayDo(actor.roles, 'matters.read') && (actor.scope === 'all' || (matterGrid !== null && actor.scope.includes(matterGrid)));
  return mayRead ? rating : { ...rating, matterId: null, matterSubject: '' };
}

export function twoWayRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, ratings),
    row: (actor: Actor, id: string): RatingRow | undefined => {
      const { sql, values } = allOf([{ sql: 'r.id = ? AND r.removed_at IS NULL', values: [id] }, ...visible(actor)]);
      const row = statement(`SELECT ${ROW} ${FROM} WHERE ${sql}`).get(...values);
      return row === undefined ? undefined : shown(actor, row);
    },
    list: (actor: Actor, filter: RatingFilter, { field, direction }: RatingOrder, { offset, limit }: Window): RatingRow[] => {
      const { sql, values } = condition(actor, filter);
      return statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${direction === 'desc' ? 'DESC' : 'ASC'}, r.id LIMIT ? OFFSET ?`).all(...values, limit, offset).map((row) => shown(actor, row));
    },
    count: (actor: Actor, filter: RatingFilter): number => {
      const { sql, values } = condition(actor, filter);
      return statement(`SELECT count(*) FROM assessment_rating r WHERE ${sql}`).pluck().get(...values) as number; // the one column
    },
    isDepartment: (id: string): boolean => statement("SELECT 1 FROM body WHERE id = ? AND kind = 'department'").get(id) !== undefined,
    /** Downwards: each plan of the year with the mean share of its results. */
    down: (year: number): TwoWay['down'] =>
      statement(`SELECT p.id AS planId, p.title, p.subject_kind AS subjectKind, count(s.id) AS subjects, coalesce(sum(s.state = 'archived'), 0) AS archived, CAST(round(avg(s.total) * 10000.0 / p.full_score) AS INTEGER) AS meanShare
        FROM assessment_plan p LEFT JOIN assessment_sheet s ON s.plan_id = p.id AND s.state <> 'excluded' WHERE p.removed_at IS NULL AND p.state = 'enabled' AND p.year = ? AND p.subject_kind <> 'department' GROUP BY p.id ORDER BY p.subject_kind, p.title`).all(year) as TwoWay['down'], // columns named
    /** Upwards: each department with its result and what was said of it in the year. */
    up: (year: number): TwoWay['up'] =>
      statement(`SELECT b.id AS departmentId, b.name, s.id AS sheetId, coalesce(p.title, '') AS planTitle, CAST(round(s.total * 10000.0 / p.full_score) AS INTEGER) AS scoreShare, count(r.id) AS ratings,
          coalesce(sum(r.stars <= ${String(LOW_STARS)}), 0) AS low, coalesce(sum(r.reply <> ''), 0) AS answered, CAST(round(avg(r.stars) * 10) AS INTEGER) AS starsTenths
        FROM body b LEFT JOIN assessment_plan p ON p.id = (SELECT id FROM assessment_plan WHERE subject_kind = 'department' AND year = @year AND state = 'enabled' AND removed_at IS NULL ORDER BY enabled_at DESC LIMIT 1)
          LEFT JOIN assessment_sheet s ON s.plan_id = p.id AND s.subject_id = b.id AND s.state <> 'excluded'
          LEFT JOIN assessment_rating r ON r.department_id = b.id AND r.removed_at IS NULL AND r.rated_on BETWEEN @from AND @until
        WHERE b.kind = 'department' AND b.is_active = 1 GROUP BY b.id ORDER BY scoreShare IS NULL, scoreShare DESC, b.name_py`).all({ year, from: `${String(year)}-01-01`, until: `${String(year)}-12-31` }) as TwoWay['up'], // columns named
  };
}
