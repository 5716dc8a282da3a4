import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittedColumns } from '#renderer/components/paper/paper-columns.ts';

const column = (title: string, width: number) => ({ title, width });
const widths = (columns: readonly { readonly width: number }[]): number[] => columns.map(({ width }) => Math.round(width));

describe('the columns of a paper', () => {
  it('share the room as they ask', () => {
    expect(widths(fittedColumns([column('姓名', 1), column('事由', 3)], [['王芳', '居民来信表扬']], 80))).toEqual([20, 60]);
  });
  it('give a narrow one room for its longest word, taken from the others', () => {
    const [status, facts] = fittedColumns([column('Status', 10), column('Facts', 100)], [['Approved', 'a letter of thanks']], 80);
    expect(Math.round(status?.width ?? 0)).toBe(18); // eight letters and the sides of the cell
    expect((status?.width ?? 0) + (facts?.width ?? 0)).toBeCloseTo(80);
  });
  it('share what there is by their words when the words want more', () => {
    expect(widths(fittedColumns([column('aaaaaaaaaaaaaaaaaaaa', 1), column('bbbbbbbbbb', 1)], [], 30))).toEqual([20, 10]);
  });
  it('always fill the room exactly, and leave none without room', () => {
    const text = fc.oneof(fc.constant(''), fc.string({ maxLength: 20 }), fc.constant('柳荫第二网格，居民'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.integer({ min: 1, max: 400 })), { minLength: 1, maxLength: 14 }), fc.array(fc.array(text, { maxLength: 14 }), { maxLength: 5 }), fc.constantFrom(81, 124, 186, 273, 396), (columns, rows, room) => {
        const fitted = fittedColumns(columns.map(([title, width]) => column(title, width)), rows, room);
        expect(fitted.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(room);
        for (const { width } of fitted) expect(width).toBeGreaterThan(0);
      }),
    );
  });
});
