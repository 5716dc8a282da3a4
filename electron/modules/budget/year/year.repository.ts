import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { budgetLines, budgetYears } from './year.tables.ts';

export type YearRecord = typeof budgetYears.$inferSelect;
export type LineRecord = typeof budgetLines.$inferSelect;

export const budgetYearsRepository = ({ orm }: Db) => ({
  insert: (year: YearRecord): void => void orm.insert(budgetYears).values(year).run(),
  find: (id: string): YearRecord | undefined => orm.select().from(budgetYears).where(eq(budgetYears.id, id)).get(),
  findYear: (communityId: string, year: number): YearRecord | undefined => orm.select().from(budgetYears).where(and(eq(budgetYears.communityId, communityId), eq(budgetYears.year, year))).get(),
  list: (communityId: string): YearRecord[] => orm.select().from(budgetYears).where(eq(budgetYears.communityId, communityId)).orderBy(desc(budgetYears.year)).all(),
  replace: (year: YearRecord): void => void orm.update(budgetYears).set(year).where(eq(budgetYears.id, year.id)).run(),
});

export const budgetLinesRepository = ({ orm }: Db) => ({
  insert: (line: LineRecord): void => void orm.insert(budgetLines).values(line).run(),
  replace: (line: LineRecord): void => void orm.update(budgetLines).set(line).where(eq(budgetLines.id, line.id)).run(),
  find: (id: string): LineRecord | undefined => orm.select().from(budgetLines).where(eq(budgetLines.id, id)).get(),
  findCode: (communityId: string, year: number, code: string): LineRecord | undefined => orm.select().from(budgetLines).where(and(eq(budgetLines.communityId, communityId), eq(budgetLines.year, year), eq(budgetLines.code, code), isNull(budgetLines.removedAt))).get(),
  ofYear: (communityId: string, year: number): LineRecord[] => orm.select().from(budgetLines).where(and(eq(budgetLines.communityId, communityId), eq(budgetLines.year, year), isNull(budgetLines.removedAt))).orderBy(asc(budgetLines.code)).all(),
});
