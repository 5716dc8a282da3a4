import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { mayDo, type Actor } from '#shared/contract/actor.ts';
import type { Band } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import type { SheetFilter, SheetRow } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { adjustments, marks, reviews, sheets } from './assessment.tables.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';

export type SheetRecord = typeof sheets.$inferSelect;
export type MarkRecord = typeof marks.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };
type GridResult = { readonly gridId: string | null; readonly gridName: string; readonly count: number; readonly mean: number };
type Counted = { readonly band: Band; readonly count: number };

const ROW = `s.id, s.version, s.plan_id AS planId, p.title AS planTitle, p.year, s.subject_kind AS subjectKind, s.subject_id AS subjectId, s.subject_name AS subjectName, coalesce(g.name, '') AS gridName, s.state, s.total,
  p.full_score AS fullScore, s.band, CASE WHEN s.state IN ('self', 'returned') THEN p.self_until WHEN s.state IN ('reported', 'scored') THEN p.superior_until END AS dueOn, s.updated_at AS updatedAt`;
const FROM = 'FROM assessment_sheet s JOIN assessment_plan p ON p.id = s.plan_id LEFT JOIN grid g ON g.id = s.grid_id';
const ORDER = { total: 's.total', subjectName: 's.name_py', state: 's.state', updatedAt: 's.updated_at' } as const;
export type SheetOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

/** Who may not read all results reads the own ones and those of the own grids; a sheet outside answers like a missing one (security.md 2.5). */
function visible(actor: Actor): Condition[] {
  if (!mayDo(actor.roles, 'assessment.read')) {
    const grids = actor.scope === 'all' ? [] : [isIn('s.grid_id', actor.scope)];
    const own = { sql: 's.self_account_id = ?', values: [actor.userId] };
    const ofGrids = allOf([{ sql: "s.subject_kind = 'grid'", values: [] }, ...grids]);
    return actor.scope === 'all' ? [own] : [{ sql: `${own.sql} OR ${ofGrids.sql}`, values: [...own.values, ...ofGrids.values] }];
  }
  return actor.scope === 'all' ? [] : [{ sql: `s.self_account_id = ? OR ${isIn('s.grid_id', actor.scope).sql}`, values: [actor.userId, ...isIn('s.grid_id', actor.scope).values] }];
}
const condition = (actor: Actor, filter: SheetFilter): Condition =>
  allOf([
    ...visible(actor),
    ...(filter.text === '' ? [] : [{ sql: 'instr(s.subject_name, ?) > 0 OR s.name_py LIKE ?', values: [filter.text, `${filter.text.toLowerCase()}%`] }]),
    ...(filter.planId === null ? [] : [{ sql: 's.plan_id = ?', values: [filter.planId] }]),
    ...(filter.kinds.length > 0 ? [isIn('s.subject_kind', filter.kinds)] : []),
    ...(filter.states.length > 0 ? [isIn('s.state', filter.states)] : []),
    ...(filter.bands.length > 0 ? [isIn('s.band', filter.bands)] : []),
    ...(filter.gridIds.length > 0 ? [isIn('s.grid_id', filter.gridIds)] : []),
  ]);

export function sheetsRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  return {
    ...recordStore(db, sheets),
    mark: recordStore(db, marks),
    adjustment: recordStore(db, adjustments),
    review: recordStore(db, reviews),
    row: (actor: Actor, id: string): SheetRow | undefined => {
      const { sql, values } = allOf([{ sql: 's.id = ?', values: [id] }, ...visible(actor)]);
      return statement(`SELECT ${ROW} ${FROM} WHERE ${sql}`).get(...values) as SheetRow | undefined; // columns named in ROW
    },
    list: (actor: Actor, filter: SheetFilter, { field, direction }: SheetOrder, { offset, limit }: Window): SheetRow[] => {
      const { sql, values } = condition(actor, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, s.id LIMIT ? OFFSET ?`).all(...values, limit, offset) as SheetRow[]; // as above
    },
    count: (actor: Actor, filter: SheetFilter): number => {
      const { sql, values } = condition(actor, filter);
      return statement(`SELECT count(*) FROM assessment_sheet s WHERE ${sql}`).pluck().get(...values) as number; // the one column
    },
    ofPlan: (planId: string): SheetRecord[] => orm.select().from(sheets).where(eq(sheets.planId, planId)).all(),
    marksOf: (sheetId: string): MarkRecord[] => orm.select().from(marks).where(eq(marks.sheetId, sheetId)).all(),
    adjustmentsOf: (sheetId: string) => orm.select().from(adjustments).where(and(eq(adjustments.sheetId, sheetId), isNull(adjustments.removedAt))).orderBy(adjustments.happenedOn, adjustments.id).all(),
    reviewsOf: (sheetId: string) => orm.select().from(reviews).where(and(eq(reviews.sheetId, sheetId), isNull(reviews.removedAt))).orderBy(reviews.heldOn, reviews.id).all(),
    /** Bands of the subject's earlier archived cycles, newest first. */
    earlierBands: (subjectId: string, planId: string): Band[] =>
      statement("SELECT s.band FROM assessment_sheet s JOIN assessment_plan p ON p.id = s.plan_id WHERE s.subject_id = ? AND s.plan_id <> ? AND s.state = 'archived' AND p.until_on < (SELECT from_on FROM assessment_plan WHERE id = ?) ORDER BY p.until_on DESC LIMIT 5").pluck().all(subjectId, planId, planId) as Band[], // CHECKed
    /** Share, in ten-thousandths, that each subject was given for the lines people scored in a cycle: by subject, then by the title of the line. */
    givenShares: (planId: string): ReadonlyMap<string, ReadonlyMap<string, number>> => {
      const rows = statement('SELECT s.subject_id AS subjectId, i.title, m.score * 10000 / i.full_score AS share FROM assessment_mark m JOIN assessment_sheet s ON s.id = m.sheet_id JOIN assessment_item i ON i.id = m.item_id WHERE s.plan_id = ? AND m.score IS NOT NULL').all(planId) as { subjectId: string; title: string; share: number }[]; // columns named
      const shares = new Map<string, Map<string, number>>();
      for (const { subjectId, title, share } of rows) shares.set(subjectId, (shares.get(subjectId) ?? new Map<string, number>()).set(title, share));
      return shares;
    },
    states: (planId: string): { state: string; count: number }[] => statement('SELECT state, count(*) AS count FROM assessment_sheet WHERE plan_id = ? GROUP BY state').all(planId) as { state: string; count: number }[], // columns named
    bands: (planId: string): Counted[] => statement("SELECT band, count(*) AS count FROM assessment_sheet WHERE plan_id = ? AND state IN ('scored', 'archived') GROUP BY band").all(planId) as Counted[], // CHECKed
    byGrid: (planId: string): (GridResult & { bands: Counted[] })[] => {
      const bands = statement("SELECT grid_id AS gridId, band, count(*) AS count FROM assessment_sheet WHERE plan_id = ? AND state IN ('scored', 'archived') GROUP BY grid_id, band").all(planId) as (Counted & { gridId: string | null })[]; // columns named
      const grids = statement(`SELECT s.grid_id AS gridId, coalesce(g.name, '') AS gridName, s.count, s.mean FROM
        (SELECT grid_id, count(*) AS count, CAST(round(avg(total)) AS INTEGER) AS mean FROM assessment_sheet WHERE plan_id = ? AND state IN ('scored', 'archived') GROUP BY grid_id) s LEFT JOIN grid g ON g.id = s.grid_id ORDER BY g.code`).all(planId) as GridResult[]; // columns named
      const ofGrid = new Map<string | null, Counted[]>();
      for (const { gridId, ...counted } of bands) ofGrid.set(gridId, [...(ofGrid.get(gridId) ?? []), counted]);
      return grids.map((grid) => ({ ...grid, bands: ofGrid.get(grid.gridId) ?? [] }));
    },
  };
}
