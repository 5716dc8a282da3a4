import { readFileSync } from 'node:fs';
import { AppError } from '#shared/errors/app-error.ts';
import type { WorkbookAnswer } from '#electron/kernel/imports/workbook-process.ts';
import { parseMapFile } from './parse-map-file.ts';

/** The isolated reader of strange map files: like that of workbooks, without database and keys, for one file and ended from outside. */
process.parentPort.once('message', ({ data: { path, name } }: { data: { path: string; name: string } }) => {
  const answer = (result: WorkbookAnswer): void => process.parentPort.postMessage(result);
  try {
    answer({ ok: true, bytes: new TextEncoder().encode(JSON.stringify(parseMapFile(bytesOf(path, name), name))) });
  } catch (error) {
    answer({ ok: false, error: error instanceof AppError ? error.failure : { code: 'import/parser-stopped', params: {} } });
  }
});

function bytesOf(path: string, name: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new AppError({ code: 'file/not-readable', params: { name } });
  }
}
