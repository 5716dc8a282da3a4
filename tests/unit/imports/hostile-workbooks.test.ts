import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { parseWorkbook } from '#electron/kernel/imports/workbook-parse.ts';
import { limits } from '#electron/kernel/imports/workbook-limits.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { filledForm, hasForms } from '#tests/support/forms.ts';
import { zipOf, type ZipPart } from '#tests/support/zip.ts';

const WORKBOOK: ZipPart = { name: 'xl/workbook.xml', content: '<workbook xmlns="x"><sheets/></workbook>' };
const book = (...parts: ZipPart[]): Buffer => zipOf([WORKBOOK, ...parts]);
const sound = async (): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows: [['姓名', '数'], ['王芳', 1.5]] }] }));

async function refusal(bytes: Buffer): Promise<string> {
  try {
    await parseWorkbook(bytes);
    return 'read';
  } catch (error) {
    return error instanceof AppError ? error.failure.code : `thrown: ${String(error)}`;
  }
}

describe('a workbook that is not what it says', () => {
  const bomb = Buffer.alloc(40 * 1024 * 1024);
  it.each<[string, () => Buffer, string]>([
    ['a page of text', () => Buffer.from('这是一封信，没有表格。'), 'import/wrong-type'],
    ['bytes of no encoding', () => Buffer.from('fffe81ff', 'hex'), 'import/wrong-type'],
    ['a program', () => Buffer.from('4d5a90000300', 'hex'), 'import/wrong-type'],
    ['nothing', () => Buffer.alloc(0), 'import/wrong-type'],
    ['a zip of something else', () => zipOf([{ name: 'word/document.xml', content: '<a/>' }]), 'import/wrong-type'],
    ['a bomb that says its size', () => book({ name: 'xl/worksheets/sheet1.xml', content: bomb }), 'import/zip-structure'],
    ['a bomb that lies about its size', () => book({ name: 'xl/worksheets/sheet1.xml', content: bomb, claims: 10 }), 'import/zip-structure'],
    ['a path out of the file', () => book({ name: '../../outside.xml', content: '<a/>' }), 'import/zip-structure'],
    ['an absolute path', () => book({ name: '/etc/passwd', content: 'x' }), 'import/zip-structure'],
    ['a drive', () => book({ name: 'C:\\x.xml', content: 'x' }), 'import/zip-structure'],
    ['a file in a file', () => book({ name: 'xl/embeddings/inner.zip', content: 'x' }), 'import/zip-structure'],
    ['too many parts', () => book(...Array.from({ length: limits.zipEntries }, (_, index) => ({ name: `xl/x${index}.xml`, content: '' }))), 'import/zip-structure'],
    ['a document type', () => book({ name: 'xl/sharedStrings.xml', content: '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' }), 'import/xml-entities'],
    ['an encrypted workbook', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000), Buffer.from('EncryptedPackage', 'utf16le')]), 'import/encrypted'],
    ['an old document that is no workbook', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4000)]), 'import/wrong-type'],
  ])('%s is refused', async (_what, bytes, code) => expect(await refusal(bytes())).toBe(code));

  it('larger than the limit is refused before it is looked into', async () => {
    expect(await refusal(Buffer.alloc(limits.fileMiB * 1024 * 1024 + 1))).toBe('import/too-large');
  });
  it('cut off anywhere is refused or read, never a crash', async () => {
    const whole = await sound();
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 1 }), async (length) => {
      expect(await refusal(whole.subarray(0, length))).toMatch(/^import\//);
    }), { numRuns: 60 });
  });
  it('with any byte turned is refused or read, never a crash', async () => {
    const whole = await sound();
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const turned = Buffer.from(whole);
      turned[at] = (turned[at] ?? 0) ^ change;
      expect(await refusal(turned)).toMatch(/^(read|import\/)/);
    }), { numRuns: 200 });
  });
  it('with more rows than the limit is refused', async () => {
    const rows = Array.from({ length: limits.rows + 1 }, (_, index) => [index]);
    expect(await refusal(Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows }] })))).toBe('import/too-many-rows');
  });
});

describe('a sound workbook', () => {
  it('keeps numbers as numbers and text as text', async () => {
    const { sheets } = await parseWorkbook(await sound());
    expect(sheets[0]?.rows).toEqual([['姓名', '数'], ['王芳', 1.5]]);
  });
  it.each([['UTF-8', Buffer.from('\uFEFF姓名,证件号码\n王芳,"11010519491231002X"\n')], ['GB18030', Buffer.from('d0d5c3fb2cd6a4bcfebac5c2ebd0a10acdf5b7bc2c3131303130350a', 'hex')]])('of commas is read in %s', async (_encoding, bytes) => {
    const { sheets } = await parseWorkbook(bytes);
    expect(sheets[0]?.rows[0]?.[0]).toBe('姓名');
    expect(sheets[0]?.rows[1]?.[0]).toBe('王芳');
    expect(typeof sheets[0]?.rows[1]?.[1]).toBe('string');
  });
  it.skipIf(!hasForms)('of the old kind is read, and refused when cut off', async () => {
    const whole = readFileSync(filledForm('GRIDTEAM'));
    expect(await refusal(whole)).toBe('read');
    expect(await refusal(whole.subarray(0, whole.length / 2))).toMatch(/^import\/(cut-off|wrong-type)$/);
  });
});
