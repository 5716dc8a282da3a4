import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, capitalAmount, MAX_FEN, yuanText } from '#shared/modules/budget/ledger/money.rules.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';

/** Reads capital figures back, by the places they name and nothing else: another way than the one that writes them. */
function readBack(words: string): number {
  const sign = words.includes('负') ? -1 : 1;
  const [yuan = '', small = ''] = words.includes('元') ? words.replace(/^人民币负?/, '').split('元') : ['', words.replace(/^人民币负?/, '')];
  const places: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
  let [total, section, figure] = [0, 0, 0];
  for (const letter of yuan) {
    if (DIGITS.includes(letter)) figure = DIGITS.indexOf(letter);
    else if (letter in places) {
      section += figure * (places[letter] ?? 0);
      figure = 0;
    } else {
      // 万 counts what stands since the last 亿, 亿 everything before it
      const unit = letter === '万' ? 10_000 : 100_000_000;
      total = letter === '万' ? total + (section + figure) * unit : (total + section + figure) * unit;
      [section, figure] = [0, 0];
    }
  }
  const digitBefore = (place: string): number => (small.includes(place) ? DIGITS.indexOf(small[small.indexOf(place) - 1] ?? '零') : 0);
  return sign * ((total + section + figure) * 100 + digitBefore('角') * 10 + digitBefore('分'));
}

const fen = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: MAX_FEN }), fc.integer({ min: 0, max: 100_000_000 }).map((tens) => tens * 10_000));

describe('shares by largest remainder', () => {
  it('always sum, each within a fen of its exact part, none favoured against a larger remainder', () => {
    fc.assert(
      fc.property(fen, fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 }).filter((weights) => weights.some((weight) => weight > 0)), (total, weights) => {
        const parts = allocate(total, weights);
        const whole = weights.reduce((sum, weight) => sum + weight, 0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        for (const [at, part] of parts.entries()) {
          const floor = Number((BigInt(total) * BigInt(weights[at] ?? 0)) / BigInt(whole));
          expect(part === floor || part === floor + 1).toBe(true);
        }
      }),
    );
  });
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [1, [50, 50], [1, 0]],
    [50_001, [33, 33, 34], [16_500, 16_500, 17_001]],
  ])('%i by %j', (total, weights, parts) => expect(allocate(total, weights)).toEqual(parts));
  it('wants whole fen and weights', () => {
    for (const [total, weights] of [[-1, [1]], [1.5, [1]], [1, [0]], [1, [-1, 2]]] as const) expect(() => allocate(total, weights)).toThrow(RangeError);
  });
});

describe('capital figures', () => {
  it.each([
    [0, '人民币零元整'],
    [5, '人民币伍分'],
    [50, '人民币伍角整'],
    [105, '人民币壹元零伍分'],
    [140_950, '人民币壹仟肆佰零玖元伍角整'],
    [600_714, '人民币陆仟零柒元壹角肆分'],
    [10_700_000_53, '人民币壹仟零柒拾万元零伍角叁分'],
    [1_640_900_02, '人民币壹佰陆拾肆万零玖佰元零贰分'],
    [32_500_4, '人民币叁仟贰佰伍拾元零肆分'],
    [1_000_000_000_000_0, '人民币壹仟亿元整'],
    [-100, '人民币负壹元整'],
  ])('%i fen is %s', (amount, words) => expect(capitalAmount(amount)).toBe(words));
  it('read back to what was written, never double a zero, and end as they must', () => {
    fc.assert(
      fc.property(fen, fc.boolean(), (amount, isNegative) => {
        const value = isNegative ? -amount : amount;
        const words = capitalAmount(value);
        expect(readBack(words) + 0).toBe(value + 0);
        expect(words).not.toMatch(/零零|零万|零亿|零元整$(?<!人民币零元整)/u);
        expect(words).toMatch(amount % 10 === 0 ? /整$/u : /分$/u);
      }),
      { numRuns: 3000 },
    );
  });
  it('refuses what no voucher can hold', () => {
    for (const amount of [1.5, MAX_FEN + 1, Number.NaN]) expect(() => capitalAmount(amount)).toThrow(RangeError);
  });
});

it('plain yuan keeps both decimals and the sign', () => expect([123_450, 5, -5, 0].map(yuanText)).toEqual(['1,234.50', '0.05', '-0.05', '0.00']));
