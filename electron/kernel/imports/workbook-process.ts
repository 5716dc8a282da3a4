import { readFileSync } from 'node:fs';
import { AppError, type Failure } from '#shared/errors/app-error.ts';
import { parseWorkbook } from './workbook-parse.ts';
import { packWorkbook } from './workbook.ts';

export type WorkbookAnswer = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly error: Failure };

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function readable(path: string, name: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const isLocked = ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error));
    throw new AppError({ code: isLocked ? 'file/locked' : 'file/not-readable', params: { name } });
  }
}

/**
 * The isolated reader of strange workbooks: a process of its own, without database and keys, that lives for one file and is ended from
 * outside when it takes too long or too much.
 */
process.parentPort.once('message', ({ data }: { data: { path: string; name: string } }) => {
  const answer = (result: WorkbookAnswer): void => process.parentPort.postMessage(result);
  Promise.resolve()
    .then(() => parseWorkbook(readable(data.path, data.name)))
    .then((workbook) => answer({ ok: true, bytes: packWorkbook(workbook) }))
    .catch((error: unknown) => answer({ ok: false, error: error instanceof AppError ? error.failure : { code: 'import/parser-stopped', params: {} } }));
});
