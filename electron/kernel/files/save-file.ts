import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AppError, fail } from '#shared/errors/app-error.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);
const HELD = new Set(['EBUSY', 'ETXTBSY']);
/** Windows answers with one of these when another program (Excel) holds the file that is to be replaced. */
const HELD_OR_FORBIDDEN = new Set(['EPERM', 'EACCES']);
const UNWRITABLE = new Set(['EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'EINVAL', 'EIO']);

/**
 * Why a file could not be written, as the person can act on it: another program holds it, the disk is full, or the place takes no
 * file. What is none of these is handed back as it is.
 */
export function writeFailure(error: unknown, path: string, isWindows = process.platform === 'win32'): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = basename(path);
  if (FULL.has(code)) return new AppError({ code: 'disk/full', params: {} });
  if (HELD.has(code) || (isWindows && HELD_OR_FORBIDDEN.has(code) && existsSync(path))) return new AppError({ code: 'file/locked', params: { name } });
  if (HELD_OR_FORBIDDEN.has(code) || UNWRITABLE.has(code)) return new AppError({ code: 'file/not-writable', params: { name } });
  return error;
}

/** Whole or not at all: written beside its name and renamed; a file that could not be finished leaves nothing, and one that stood there stays. */
export async function writeWhole(path: string, write: (partial: string) => Promise<unknown>): Promise<void> {
  const partial = `${path}.part`;
  try {
    await write(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined); // a folder that takes no file has none to remove
    throw writeFailure(error, path);
  }
}

export const writeBytes = (path: string, bytes: Uint8Array | string): Promise<void> => writeWhole(path, (partial) => writeFile(partial, bytes, { mode: 0o600 }));

export type FileKind = { readonly name: string; readonly extension: 'xlsx' | 'pdf' | 'zip' | 'txt' | 'png' | 'geojson' };

/** Asks where to save; the kind's ending is added when the person left it out. Errors: `task/cancelled`. */
export async function askWhere(window: Electron.BrowserWindow, place: string, { name, extension }: FileKind): Promise<string> {
  const { dialog } = await import('electron'); // only a desk with a window asks
  const { filePath, canceled } = await dialog.showSaveDialog(window, { defaultPath: `${place}.${extension}`, filters: [{ name, extensions: [extension] }] });
  if (canceled || !filePath) return fail('task/cancelled', {});
  return extname(filePath).toLowerCase() === `.${extension}` ? filePath : `${filePath}.${extension}`;
}
