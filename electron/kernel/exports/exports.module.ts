import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre';
import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { writeBytes, writeWhole } from '#electron/kernel/files/save-file.ts';
import { exportLists } from '#electron/modules.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { exportsContract } from '#shared/kernel/exports/exports.contract.ts';
import { cellOf, columnFormat, type ExportList, type SheetFrame, type WorkbookCell } from './export-list.ts';
import { framedSheet } from './framed-sheet.ts';

type Request = z.output<typeof exportsContract.writeList.input>;

const WINDOW = 2000;

function listOf(work: Work, name: string): ExportList {
  const list = Object.hasOwn(exportLists, name) ? exportLists[name] : undefined;
  if (!list) return fail('export/unknown-list', { list: name });
  if (!mayDo(work.actor.roles, list.permission)) fail('auth/forbidden', { permission: list.permission });
  return list;
}

/** Title row, then every row of the list; the mark (who, when, log head) stands in the last line as a traceable end of the sheet. */
function* rowsOf(work: Work, list: ExportList, query: unknown, request: Request, total: number): Generator<WorkbookCell[]> {
  yield request.columns.map((column) => column.title);
  let done = 0;
  for (const window of list.windows(work, query, WINDOW)) {
    for (const row of window) yield request.columns.map((column) => cellOf(list, column.field, row[column.field] ?? null));
    done += window.length;
    work.step(done, total);
  }
  yield [request.mark];
}

/** A table in the layout of offices is short: its rows stand in memory once. */
function framedBytes(work: Work, list: ExportList, frame: SheetFrame, query: unknown, request: Request): Promise<Uint8Array> {
  const rows = Array.from(list.windows(work, query, WINDOW)).flat().map((row) => ({ isSum: frame.isSum(row), cells: request.columns.map(({ field }) => cellOf(list, field, row[field] ?? null)) }));
  return framedSheet({ frame, rows, mark: request.mark, columns: request.columns.map(({ field, title }) => ({ field, title, ...columnFormat(list, field) })) });
}

/**
 * Writes a list as seen into an xlsx file beside its final name and renames it at the end, so that a cancelled or failed export leaves
 * nothing. Errors: `export/too-many-rows`, `task/cancelled`, `disk/full`, `file/locked`, `file/not-writable`.
 */
async function writeList(work: Work, request: Request): Promise<{ rows: number }> {
  const list = listOf(work, request.list);
  const unknown = request.columns.find((column) => !list.fields.includes(column.field));
  if (unknown) fail('export/unknown-list', { list: `${request.list}.${unknown.field}` });
  const query = list.query.parse(request.query);
  const total = list.count(work, query);
  const limit = work.settings.get().exportRowLimit;
  if (total > limit) fail('export/too-many-rows', { rows: total, limit });
  const frame = list.frame?.(work, query);
  if (frame) {
    const bytes = await framedBytes(work, list, frame, query, request);
    await writeBytes(request.path, bytes);
    return { rows: total };
  }
  const columns = request.columns.map(({ field }) => columnFormat(list, field));
  const sheet = writeXlsxStream(rowsOf(work, list, query, request, total), { name: 'Sheet1', columns, freezePane: { rows: 1 } });
  await writeWhole(request.path, (partial) => pipeline(Readable.fromWeb(sheet as never), createWriteStream(partial, { mode: 0o600 }))); // the web stream type of the library and of Node differ in name only
  return { rows: total };
}

export const exportsHandlers: Handlers<typeof exportsContract, Work> = { writeList };
