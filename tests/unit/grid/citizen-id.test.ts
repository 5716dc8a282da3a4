import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthOf, checkLetter, fromFifteenDigits, idNumberFault, normaliseIdNumber, sexOf } from '#shared/modules/grid/register/citizen-id.rules.ts';

const TODAY = '2026-11-23';
const day = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-11-23T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const sound = fc.tuple(fc.integer({ min: 110_000, max: 990_199 }), day, fc.integer({ min: 0, max: 999 })).map(([region, born, order]) => {
  const body = `${region}${born.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return { idNumber: body + checkLetter(body), born, order };
});

describe('a citizen number (GB 11643-1999)', () => {
  it('is the example of the standard', () => {
    expect(checkLetter('11010519491231002')).toBe('X');
    expect(idNumberFault('11010519491231002X', TODAY)).toBeNull();
    expect(idNumberFault('440524188001010014', TODAY)).toBeNull();
  });
  it('carries birth and sex', () => {
    fc.assert(fc.property(sound, ({ idNumber, born, order }) => {
      expect(idNumberFault(idNumber, TODAY)).toBeNull();
      expect(birthOf(idNumber)).toBe(born);
      expect(sexOf(idNumber)).toBe(order % 2 === 1 ? '1' : '2');
    }));
  });
  it('betrays every single wrong digit and every swap of neighbours', () => {
    fc.assert(fc.property(sound, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), ({ idNumber }, at, shift) => {
      const wrong = idNumber.slice(0, at) + String((Number(idNumber[at]) + shift) % 10) + idNumber.slice(at + 1);
      expect(idNumberFault(wrong, TODAY)).not.toBeNull();
      const [a = '', b = ''] = [idNumber[at], idNumber[at + 1]];
      if (at < 16 && a !== b) expect(idNumberFault(idNumber.slice(0, at) + b + a + idNumber.slice(at + 2), TODAY)).not.toBeNull();
    }));
  });
  it('is read however it was typed', () => {
    expect(normaliseIdNumber(' １１０１０５ 19491231-002ｘ ')).toBe('11010519491231002X');
  });
  it.each([['11010519491331002X', 'date'], ['1101051949123100', 'length'], ['11010519491231OO2X', 'characters'], ['110105194912310021', 'checksum'], ['110105491231002', 'fifteen-digits'], ['110105202712310020', 'date']])('%s is refused: %s', (idNumber, fault) => {
    expect(idNumberFault(idNumber, TODAY)).toBe(fault);
  });
  it('of the first generation becomes one of the second', () => {
    expect(fromFifteenDigits('110105491231002')).toBe('11010519491231002X');
  });
});
