import type { Database } from 'better-sqlite3';

const KEPT = 200;

/**
 * Remembers what was worked out from the file until another connection commits to it. A connection that writes itself remembers nothing,
 * because it may also take back what it wrote.
 */
export function untilChanged<T>(sqlite: Database): (key: string, workOut: () => T) => T {
  if (!sqlite.readonly) return (_key, workOut) => workOut();
  const version = sqlite.prepare('PRAGMA data_version').pluck();
  const known = new Map<string, T>();
  let seen: unknown;
  return (key, workOut) => {
    const now = version.get();
    if (now !== seen || known.size >= KEPT) known.clear();
    seen = now;
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = workOut();
    known.set(key, value);
    return value;
  };
}
