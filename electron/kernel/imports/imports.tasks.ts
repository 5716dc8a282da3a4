import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { dialog } from 'electron';
import type { WrittenFiles } from '#electron/kernel/exports/written-files.ts';
import type { Control } from '#electron/database/unit-of-work.ts';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { ImportRow, importsContract } from '#shared/kernel/imports/imports.contract.ts';
import { badRowsWorkbook } from './bad-rows-workbook.ts';
import { findingSentence, noteTitle } from './finding-words.ts';
import { readWorkbook } from './workbook-client.ts';

type Deps = {
  /** Built file of the isolated reader. */
  readonly workbookProcess: string;
  readonly files: WrittenFiles;
  readonly locale: () => 'zh-CN' | 'en';
  /** A backup to go back to, made before anything of the register changes. */
  readonly backUp: (progress: Control['progress']) => Promise<unknown>;
};

const PAGE = 500;

async function allBadRows({ call }: TaskContext, batchId: string): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (;;) {
    const page = await call('imports', 'listRows', { batchId, verdicts: ['bad'], offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length < PAGE) return rows;
  }
}

async function askWhere(window: Electron.BrowserWindow, defaultPath: string): Promise<string> {
  const { filePath, canceled } = await dialog.showSaveDialog(window, { defaultPath, filters: [{ name: 'Excel', extensions: ['xlsx'] }] });
  if (canceled || !filePath) return fail('task/cancelled', {});
  return extname(filePath).toLowerCase() === '.xlsx' ? filePath : `${filePath}.xlsx`;
}

/** Whole or not at all: a file that could not be finished leaves nothing. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(`${path}.part`, bytes, { mode: 0o600 });
    await rename(`${path}.part`, path);
  } catch (error) {
    await rm(`${path}.part`, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOSPC') throw error;
    fail('file/not-writable', { name: basename(path) });
  }
}

export const importsTasks = ({ workbookProcess, files, locale, backUp }: Deps): TaskHandlers<typeof importsContract, TaskContext> => ({
  openWorkbook: async ({ call, control }, { path, profile }) => {
    const workbook = await readWorkbook(workbookProcess, path, control);
    return call('imports', 'stageBatch', { profile: profile ?? null, fileName: basename(path), workbook }, control);
  },
  commitBatch: async (context, { batchId }) => {
    const { control } = context;
    const half = (from: number) => (done: number, total: number): void => control.progress(from + Math.floor((50 * done) / Math.max(total, 1)), 100);
    await backUp(half(0));
    if (control.cancelled()) fail('task/cancelled', {});
    return context.call('imports', 'commitStaged', { batchId }, { ...control, progress: half(50) });
  },
  exportBadRows: async (context, { batchId, path }) => {
    const { call, window } = context;
    const batch = await call('imports', 'getBatch', { batchId });
    const { sheets } = await call('imports', 'readLayout', { batchId });
    const rows = await allBadRows(context, batchId);
    const language = locale();
    const target = path ?? (await askWhere(window, `${files.folder()}/${basename(batch.fileName, extname(batch.fileName))}-${noteTitle(language)}.xlsx`));
    const workbook = await badRowsWorkbook(sheets, rows, noteTitle(language), (finding) => findingSentence(language, finding, batch.columns));
    await writeWhole(target, workbook);
    files.add(target);
    await call('audit', 'recordEvent', { action: 'import.bad-rows-exported', entity: 'import_batch', entityId: batchId, detail: { rows: rows.length }, result: 'done' });
    return { path: target, rows: rows.length };
  },
});
