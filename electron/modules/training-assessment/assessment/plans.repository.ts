import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { BandFloor, PlanItem, PlanRow } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { items, plans } from './assessment.tables.ts';

export type PlanRecord = typeof plans.$inferSelect;
export type ItemRecord = typeof items.$inferSelect;

const ROW = `p.id, p.version, p.title, p.year, p.subject_kind AS subjectKind, p.from_on AS fromOn, p.until_on AS untilOn, p.full_score AS fullScore, p.self_until AS selfUntil, p.superior_until AS superiorUntil,
  p.appeal_days AS appealDays, p.least_peers AS leastPeers, p.least_residents AS leastResidents, p.note, p.bands, p.state, p.enabled_at AS enabledAt, p.copied_from_id AS copiedFromId, p.updated_at AS updatedAt,
  (SELECT count(*) FROM assessment_sheet s WHERE s.plan_id = p.id AND s.state <> 'excluded') AS sheets, (SELECT count(*) FROM assessment_sheet s WHERE s.plan_id = p.id AND s.state = 'archived') AS archived`;

export function plansRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const shown = (raw: unknown): PlanRow => {
    const row = raw as Omit<PlanRow, 'bands'> & { bands: string }; // columns named in ROW
    return { ...row, bands: JSON.parse(row.bands) as BandFloor[] }; // written by this repository
  };
  return {
    ...recordStore(db, plans),
    item: recordStore(db, items),
    row: (id: string): PlanRow | undefined => {
      const row = statement(`SELECT ${ROW} FROM assessment_plan p WHERE p.id = ? AND p.removed_at IS NULL`).get(id);
      return row === undefined ? undefined : shown(row);
    },
    list: (year: number | null): PlanRow[] =>
      statement(`SELECT ${ROW} FROM assessment_plan p WHERE p.removed_at IS NULL AND (? IS NULL OR p.year = ?) ORDER BY p.year DESC, p.subject_kind, p.created_at DESC, p.id`).all(year, year).map(shown),
    items: (planId: string): PlanItem[] =>
      db.orm.select().from(items).where(and(eq(items.planId, planId), isNull(items.removedAt))).orderBy(asc(items.sortNo), asc(items.id)).all()
        .map(({ communityId: _c, createdAt: _a, updatedAt: _u, removedAt: _r, ...item }) => item),
    /** The newest enabled plan for the same kind of subject before a year, whose marks tell what people gave last time. */
    earlier: (plan: Pick<PlanRecord, 'id' | 'subjectKind' | 'year'>): string | undefined =>
      statement("SELECT id FROM assessment_plan WHERE subject_kind = ? AND year < ? AND state = 'enabled' AND removed_at IS NULL AND id <> ? ORDER BY year DESC, enabled_at DESC LIMIT 1").pluck().get(plan.subjectKind, plan.year, plan.id) as string | undefined, // the one column
  };
}
