import { inflateRawSync } from 'node:zlib';
import { fail } from '#shared/errors/app-error.ts';
import { wideEncoding } from './text-encoding.ts';

/** What a file may hold before and after it is read (security.md 2.10). */
export const limits = { fileMiB: 50, zipEntries: 2000, inflatedMiB: 200, ratio: 100, sheets: 20, rows: 100_000, columns: 256, cellLength: 32_767, seconds: 60, memoryMiB: 512 } as const;

const MIB = 1024 * 1024;
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('504b0304', 'hex');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

type ZipEntry = { readonly name: string; readonly method: number; readonly packed: number; readonly unpacked: number; readonly offset: number };

/** The central directory; anything that does not add up is a structure this program does not open. */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 22 > bytes.length) return fail('import/cut-off', {});
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) fail('import/zip-structure', {});
    const length = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + length),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

export const isUnsafeName = (name: string): boolean => name.startsWith('/') || name.includes('\\') || /^[A-Za-z]:/.test(name) || name.split('/').includes('..') || /\.(zip|xlsx|docx|jar)$/i.test(name);

export function contentOf(bytes: Buffer, entry: ZipEntry, most: number): Buffer {
  const at = entry.offset;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return fail('import/zip-structure', {});
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) return fail('import/cut-off', {});
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return fail('import/zip-structure', {});
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    return fail(error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'import/zip-structure' : 'import/cut-off', {});
  }
}

/** Told before the sheet is taken apart, which would need many times the memory. */
function hasTooManyRows(content: Buffer): boolean {
  let rows = 0;
  for (let at = content.indexOf('<row '); at >= 0 && rows <= limits.rows; at = content.indexOf('<row ', at + 5)) rows += 1;
  return rows > limits.rows;
}

/** Inflates every part once, never to disk: sizes in the directory may lie, the bytes cannot. */
function checkZip(bytes: Buffer): void {
  const entries = zipEntries(bytes);
  if (entries.length > limits.zipEntries || entries.some((entry) => isUnsafeName(entry.name))) fail('import/zip-structure', {});
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) fail('import/wrong-type', {});
  let left = limits.inflatedMiB * MIB;
  for (const entry of entries) {
    const content = contentOf(bytes, entry, Math.max(1, Math.min(left, Math.max(entry.packed, 1024) * limits.ratio)));
    left -= content.length;
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name) && hasTooManyRows(content)) fail('import/too-many-rows', { limit: limits.rows });
    if (/\.(xml|rels|vml)$/i.test(entry.name) && /<!(DOCTYPE|ENTITY)/i.test(content.toString('latin1'))) fail('import/xml-entities', {});
  }
}

/** What may be read at all, told by content and never by name. Errors: `import/too-large` … `import/encrypted`, `import/cut-off`. */
export function checkWorkbookBytes(bytes: Buffer): 'xlsx' | 'xls' | 'text' {
  if (bytes.length > limits.fileMiB * MIB) return fail('import/too-large', { limitMiB: limits.fileMiB });
  if (bytes.subarray(0, 4).equals(ZIP)) {
    checkZip(bytes);
    return 'xlsx';
  }
  if (!bytes.subarray(0, 8).equals(OLE)) return bytes.length === 0 || (bytes.includes(0) && !wideEncoding(bytes)) ? fail('import/wrong-type', {}) : 'text';
  if (bytes.includes(utf16('EncryptedPackage')) || bytes.includes(utf16('EncryptionInfo'))) return fail('import/encrypted', {});
  if (bytes.length < 1536 || bytes.length < (bytes.readUInt32LE(0x2c) + 1) * 512) return fail('import/cut-off', {});
  if (!bytes.includes(utf16('Workbook')) && !bytes.includes(utf16('Book'))) return fail('import/wrong-type', {});
  return 'xls';
}
