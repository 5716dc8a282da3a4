import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre';
import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { exportLists } from '#electron/modules.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { exportsContract } from '#shared/kernel/exports/exports.contract.ts';
import { guardCell } from '#shared/kernel/exports/cell-guard.rules.ts';
import type { ExportList } from './export-list.ts';

type Request = z.output<typeof exportsContract.writeList.input>;

const WINDOW = 2000;

function listOf(work: Work, name: string): ExportList {
  const list = Object.hasOwn(exportLists, name) ? exportLists[name] : undefined;
  if (!list) return fail('export/unknown-list', { list: name });
  if (!mayDo(work.actor.roles, list.permission)) fail('auth/forbidden', { permission: list.permission });
  return list;
}

/** Title row, then every row of the list; the mark (who, when, log head) stands in the last line as a traceable end of the sheet. */
function* rowsOf(work: Work, list: ExportList, query: unknown, request: Request, total: number): Generator<(string | number | null)[]> {
  yield request.columns.map((column) => column.title);
  let done = 0;
  for (const window of list.windows(work, query, WINDOW)) {
    for (const row of window) yield request.columns.map((column) => guardCell(row[column.field] ?? null));
    done += window.length;
    work.step(done, total);
  }
  yield [request.mark];
}

/**
 * Writes a list as seen into an xlsx file beside its final name and renames it at the end, so that a cancelled or failed export leaves
 * nothing. Errors: `export/too-many-rows`, `task/cancelled`, `disk/full`.
 */
async function writeList(work: Work, request: Request): Promise<{ rows: number }> {
  const list = listOf(work, request.list);
  const unknown = request.columns.find((column) => !list.fields.includes(column.field));
  if (unknown) fail('export/unknown-list', { list: `${request.list}.${unknown.field}` });
  const query = list.query.parse(request.query);
  const total = list.count(work, query);
  const limit = work.settings.get().exportRowLimit;
  if (total > limit) fail('export/too-many-rows', { rows: total, limit });
  const partial = `${request.path}.part`;
  try {
    const sheet = writeXlsxStream(rowsOf(work, list, query, request, total), { name: 'Sheet1', freezePane: { rows: 1 } });
    await pipeline(Readable.fromWeb(sheet as never), createWriteStream(partial, { mode: 0o600 })); // the web stream type of the library and of Node differ in name only
    await rename(partial, request.path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { rows: total };
}

export const exportsHandlers: Handlers<typeof exportsContract, Work> = { writeList };
