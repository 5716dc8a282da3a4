import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { separatedRows, separatorOf } from '#electron/kernel/imports/text-table.ts';
import { parseWorkbook } from '#electron/kernel/imports/workbook-parse.ts';
import { limits } from '#electron/kernel/imports/workbook-limits.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const written = (rows: readonly (readonly string[])[], separator: string, end: string): string => rows.map((row) => row.map(quoted).join(separator)).join(end);
const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('"', ',', '\t', ';', '\n', '\r', '王', ' ', 'a', '，', '|') }));
const table = fc.integer({ min: 1, max: 6 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

describe('separated text', () => {
  it('gives every cell back as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', '\t', ';', '|', '，'), fc.constantFrom('\n', '\r\n', '\r'), (rows, separator, end) => {
        expect(separatedRows(written(rows, separator, end), separator)).toEqual(rows.map((row) => row.map((value) => value || null)));
      }),
      { numRuns: 400 },
    );
  });
  it('keeps empty cells at the end of a line, and a quote inside a bare cell', () => {
    expect(separatedRows('a,b,\n,5"管,\n', ',')).toEqual([['a', 'b', null], [null, '5"管', null]]);
  });
  it.each([',', '\t', ';', '|', '，'])('is known by its separator %j, also when cells hold another', (separator) => {
    const rows = [['姓名', '住址', '电话'], ['王芳', '清波街1号, 2室; 后门', '13800000000'], ['李强', '清波街2号', '13900000000']];
    expect(separatorOf(written(rows, separator, '\n'))).toBe(separator);
  });
  it('without columns is known as none', () => expect(separatorOf('这是一封信。\n没有表格。')).toBeNull());
});

describe('a text file', () => {
  const text = '姓名,电话\r\n王芳,13800000000\r\n';
  const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
  const utf16 = (value: string): Buffer => Buffer.from(value, 'utf16le');
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 little endian', utf16(`\uFEFF${text}`)],
    ['UTF-16 big endian', swapped(utf16(`\uFEFF${text}`))],
    ['UTF-16 without its mark', utf16(text)],
    ['GBK', Buffer.from('d0d5c3fb2cb5e7bbb00d0acdf5b7bc2c31333830303030303030300d0a', 'hex')],
  ])('in %s is read', async (_encoding, bytes) => {
    expect((await parseWorkbook(bytes)).sheets[0]?.rows).toEqual([['姓名', '电话'], ['王芳', '13800000000']]);
  });
  it('of more rows than the limit is refused', async () => {
    const bytes = Buffer.from('a,b\n'.repeat(limits.rows + 1));
    await expect(parseWorkbook(bytes)).rejects.toMatchObject({ failure: { code: 'import/too-many-rows' } });
  });
});
