import type { Database, Statement } from 'better-sqlite3';

/** A person who works with a list asks the same few statements again and again; these many are kept. */
const KEPT = 24;

/** Prepares statements and keeps the newest: the text of a list's statement is longer to read than its answer is to find. */
export function keptStatements(sqlite: Database): (sql: string) => Statement {
  const kept = new Map<string, Statement>();
  return (sql) => {
    const statement = kept.get(sql) ?? sqlite.prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return statement;
  };
}
