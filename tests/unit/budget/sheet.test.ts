import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import { expectedSum, readAmount, sumKind, unitOf, yearOf, type SumPlace } from '#shared/modules/budget/year/budget-sheet.rules.ts';

const YUAN = 100;
const TEN_THOUSAND = 1_000_000;

describe('what stands above a budget table', () => {
  it.each([
    ['单位：万元', TEN_THOUSAND], ['金额单位:元', YUAN], ['（单位：千元）', 100_000], ['编制单位：柳荫社区　单位：万元', TEN_THOUSAND], ['申请数（万元）', TEN_THOUSAND], ['元', YUAN], ['人民币万元', TEN_THOUSAND],
    ['编制单位：元宝社区', null], ['单位', null], ['数量（个）', null], ['2026 年度经费预算表', null],
  ])('%s names its unit', (text, unit) => expect(unitOf(text)).toBe(unit));
  it.each([['2025 年度经费预算表', 2025], ['柳荫社区2024年预算', 2024], ['预算 20261', null], ['经费预算表', null]])('%s names its year', (text, year) => expect(yearOf(text)).toBe(year));
  it.each([['合计', 'whole'], ['小 计', 'part'], ['（一）小计', 'part'], ['支出总计', 'whole'], ['实物合计', 'whole'], ['合计（元）', 'whole'], ['合计核算费', null], ['会计服务', null]])('%s is a sum or not', (text, kind) => expect(sumKind(text)).toBe(kind));
});

describe('an amount in a cell', () => {
  it.each([
    ['1,234.50', YUAN, 123_450], ['¥ 1 234.5', YUAN, 123_450], ['1.2', TEN_THOUSAND, 1_200_000], ['1.2万元', YUAN, 1_200_000], ['300元', TEN_THOUSAND, 30_000], ['１２', YUAN, 1200], ['0', YUAN, 0], ['1.5e3', YUAN, 150_000],
  ])('%s at %d fen a unit', (text, unit, fen) => expect(readAmount(text, unit)).toEqual({ fen, isRounded: false }));
  it.each([['-5', 'negative'], ['(500)', 'negative'], ['（500）', 'negative'], ['约500', 'not-a-number'], ['--', 'not-a-number'], ['1.2.3', 'not-a-number'], ['99999999999999', 'too-large']])('%s is told as %s', (text, fault) => expect(readAmount(text, YUAN)).toEqual({ fault }));
  it('says when it cuts below the fen', () => expect(readAmount('12.345', YUAN)).toEqual({ fen: 1235, isRounded: true }));
  it('is every amount of the desk again, in yuan and in ten thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000_000 }), (fen) => {
        expect(readAmount(yuanText(fen), YUAN)).toEqual({ fen, isRounded: false });
        expect(readAmount(String(fen / TEN_THOUSAND), TEN_THOUSAND)).toMatchObject({ fen });
      }),
    );
  });
});

describe('a sum of a table', () => {
  const line = (fen: number): SumPlace => ({ kind: null, fen });
  it('is right below its lines, above them, over blocks and over everything; any other figure is told with what was expected', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }), fc.boolean(), fc.integer({ min: 1, max: 999 }), (blocks, isAbove, off) => {
        const all = blocks.flat().reduce((sum, fen) => sum + fen, 0);
        const parts = blocks.flatMap((block): SumPlace[] => [...block.map(line), { kind: 'part', fen: block.reduce((sum, fen) => sum + fen, 0) }]);
        const whole: SumPlace = { kind: 'whole', fen: all };
        const rows = isAbove ? [whole, ...parts] : [...parts, whole];
        expect(rows.map((_, at) => expectedSum(rows, at))).toEqual(rows.map(() => null));
        const wrong = rows.map((row): SumPlace => (row.kind === 'whole' ? { ...row, fen: all + 2_000_000_000 + off } : row));
        expect(expectedSum(wrong, isAbove ? 0 : rows.length - 1)).toBe(all);
      }),
    );
  });
});
