import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { budgetLines, budgetYears } from './year.tables.ts';

export type YearRecord = typeof budgetYears.$inferSelect;
export type LineRecord = typeof budgetLines.$inferSelect;

/** The columns that name a year of a community; one that was taken back with its import is none. */
const ofYear = and(eq(budgetYears.communityId, sql.placeholder('communityId')), eq(budgetYears.year, sql.placeholder('year')), isNull(budgetYears.removedAt));

export function budgetYearsRepository(db: Db) {
  const { orm } = db;
  const prepare = () => orm.select().from(budgetYears).where(ofYear).prepare();
  const kept: { named?: ReturnType<typeof prepare> } = {};
  return {
    insert: (year: YearRecord): void => void orm.insert(budgetYears).values(year).run(),
    find: preparedFind(db, budgetYears),
    /** Asked by every act on money. */
    findYear: (communityId: string, year: number): YearRecord | undefined => (kept.named ??= prepare()).get({ communityId, year }),
    list: (communityId: string): YearRecord[] => orm.select().from(budgetYears).where(and(eq(budgetYears.communityId, communityId), isNull(budgetYears.removedAt))).orderBy(desc(budgetYears.year)).all(),
    replace: (year: YearRecord): void => void orm.update(budgetYears).set(year).where(eq(budgetYears.id, year.id)).run(),
  };
}

export function budgetLinesRepository(db: Db) {
  const { orm } = db;
  return {
    insert: (line: LineRecord): void => void orm.insert(budgetLines).values(line).run(),
    replace: (line: LineRecord): void => void orm.update(budgetLines).set(line).where(eq(budgetLines.id, line.id)).run(),
    find: preparedFind(db, budgetLines),
    findCode: (communityId: string, year: number, code: string): LineRecord | undefined => orm.select().from(budgetLines).where(and(eq(budgetLines.communityId, communityId), eq(budgetLines.year, year), eq(budgetLines.code, code), isNull(budgetLines.removedAt))).get(),
    ofYear: (communityId: string, year: number): LineRecord[] => orm.select().from(budgetLines).where(and(eq(budgetLines.communityId, communityId), eq(budgetLines.year, year), isNull(budgetLines.removedAt))).orderBy(asc(budgetLines.code)).all(),
  };
}
