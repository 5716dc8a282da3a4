import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

type Made = { readonly /** Its folder's name. */ name: string; readonly /** What it is made of beside its sources: sizes and seeds. */ of: unknown; readonly /** Patterns of the files that decide how it comes out. */ sources: readonly string[] };

/**
 * A file that takes minutes to fill: made once and kept in `.cache/bench/<name>/` under what stands for its sources. What an earlier
 * source or a filling that was broken off left there goes first. The schema is no source: a file of before is migrated when it is opened.
 */
export async function keptFile({ name, of, sources }: Made, make: (file: string) => Promise<void>): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(of));
  for (const source of sources.flatMap((pattern) => globSync(pattern)).sort()) hash.update(source).update(readFileSync(source));
  const folder = resolve('.cache/bench', name);
  const file = join(folder, `${hash.digest('hex').slice(0, 16)}.db`);
  rmSync(copyOf(file), { force: true }); // an earlier run's, from before it migrated
  if (existsSync(file)) return file;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, 'unfinished.db');
  await make(unfinished);
  const anchors = [unfinished, file].map(anchorOf) as [string, string]; // as many as were given
  if (existsSync(anchors[0])) renameSync(...anchors);
  renameSync(unfinished, file);
  return file;
}

/** Where the copy goes that is made before the file is migrated; the next run takes it away. */
export const copyOf = (file: string): string => `${file}.before-migration`;

/** Where the anchor of such a file stands. */
export const anchorOf = (file: string): string => `${file}.anchor.json`;
