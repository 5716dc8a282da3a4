import { basename, extname } from 'node:path';
import { askWhere, writeBytes } from '#electron/kernel/files/save-file.ts';
import type { WrittenFiles } from '#electron/kernel/files/written-files.ts';
import type { Control } from '#electron/database/unit-of-work.ts';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import type { TaskHandlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { columnsOfSheet, type ImportRow, type importsContract } from '#shared/kernel/imports/imports.contract.ts';
import { badRowsWorkbook } from './bad-rows-workbook.ts';
import { formWorkbook } from './form-workbook.ts';
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
const EXCEL = { name: 'Excel', extension: 'xlsx' } as const;

async function allBadRows({ call }: TaskContext, batchId: string): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (;;) {
    const page = await call('imports', 'listRows', { batchId, verdicts: ['bad'], offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length < PAGE) return rows;
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
  saveForm: async ({ call, window }, { profile, suggestedName, title, path }) => {
    const { columns, isPlain } = await call('imports', 'describeForm', { profile });
    const target = path ?? (await askWhere(window, files.placeFor('template', suggestedName), EXCEL));
    await writeBytes(target, await formWorkbook(profile, isPlain ? '' : title, columns));
    files.add('template', target);
    await call('audit', 'recordEvent', { action: 'template.saved', entity: 'import_batch', entityId: '', detail: { profile }, result: 'done' });
    return { path: target };
  },
  exportBadRows: async (context, { batchId, path }) => {
    const { call, window } = context;
    const batch = await call('imports', 'getBatch', { batchId });
    const { sheets } = await call('imports', 'readLayout', { batchId });
    const rows = await allBadRows(context, batchId);
    const language = locale();
    const target = path ?? (await askWhere(window, files.placeFor('import', `${basename(batch.fileName, extname(batch.fileName))}-${noteTitle(language)}`), EXCEL));
    const workbook = await badRowsWorkbook(sheets, rows, noteTitle(language), (finding, sheet) => findingSentence(language, finding, columnsOfSheet(batch, sheet)));
    await writeBytes(target, workbook);
    files.add('import', target);
    await call('audit', 'recordEvent', { action: 'import.bad-rows-exported', entity: 'import_batch', entityId: batchId, detail: { rows: rows.length }, result: 'done' });
    return { path: target, rows: rows.length };
  },
});
