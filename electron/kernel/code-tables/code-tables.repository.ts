import type { Statement } from 'better-sqlite3';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import type { CodeItem } from '#shared/kernel/code-tables/code-tables.contract.ts';
import { buildCodeIndex, findInIndex, labelInIndex, type CodeIndex } from './code-index.ts';
import { codeItems } from './code-tables.tables.ts';
import { shippedTables } from './shipped-tables.ts';

/**
 * The tables of one connection. Lists and imports ask often, so the words are kept in memory; what tells that they
 * are out of date is the sum of the rows' versions, which every saved value raises by one on whatever connection it was saved and which
 * falls back when the saving is rolled back.
 */
export function codeTablesRepository({ orm, sqlite }: Db) {
  let statement: Statement<[], number> | undefined; // prepared at the first question: the table comes with the migrations
  const stampNow = (): number => {
    statement ??= sqlite.prepare<[], number>('SELECT total(version) FROM code_item').pluck();
    return statement.get() ?? 0;
  };
  let kept: { readonly stamp: number; readonly index: CodeIndex } | undefined;

  const ownItems = (): CodeItem[] =>
    orm
      .select({ table: codeItems.tableName, code: codeItems.code, zh: codeItems.zh, en: codeItems.en, active: codeItems.active })
      .from(codeItems)
      .orderBy(asc(codeItems.tableName), asc(codeItems.code))
      .all();
  const current = (): CodeIndex => {
    const stamp = stampNow();
    if (kept?.stamp !== stamp) kept = { stamp, index: buildCodeIndex(shippedTables, ownItems()) };
    return kept.index;
  };

  return {
    /** The tables as they stand now, for a run that asks many times within one transaction: what is asked of it is not looked at again. */
    present: () => {
      const index = current();
      const stamp = stampNow();
      return {
        /** Another number for every saved state of the tables. */
        stamp,
        items: (table: string): readonly CodeItem[] => index.get(table)?.items ?? [],
        find: (table: string, text: string): CodeItem | undefined => findInIndex(index, table, text),
        labelOf: (table: string, code: string, locale: 'zh-CN' | 'en'): string => labelInIndex(index, table, code, locale),
      };
    },
    /** The values of one table, or of all of them, in the order of the tables; an unknown table has none. */
    items: (table?: string): CodeItem[] => (table === undefined ? [...current().values()].flatMap(({ items }) => items) : [...(current().get(table)?.items ?? [])]),
    /** The value a text means, by code, label in either language or another word for it, whatever its width and spaces. */
    find: (table: string, text: string): CodeItem | undefined => findInIndex(current(), table, text),
    /** The label of a code; the code itself where the table does not know it. */
    labelOf: (table: string, code: string, locale: 'zh-CN' | 'en'): string => labelInIndex(current(), table, code, locale),
    idOf: (table: string, code: string): string | undefined =>
      orm
        .select({ id: codeItems.id })
        .from(codeItems)
        .where(and(eq(codeItems.tableName, table), eq(codeItems.code, code)))
        .get()?.id,
    put: ({ table, ...value }: CodeItem, write: { id: string; communityId: string; now: string }): string => {
      kept = undefined; // a rolled-back saving and the next one can have the same sum
      return orm
        .insert(codeItems)
        .values({ id: write.id, communityId: write.communityId, createdAt: write.now, updatedAt: write.now, tableName: table, ...value })
        .onConflictDoUpdate({
          target: [codeItems.tableName, codeItems.code],
          set: { zh: value.zh, en: value.en, active: value.active, updatedAt: write.now, version: sql`version + 1` },
        })
        .returning({ id: codeItems.id })
        .get().id;
    },
  };
}
