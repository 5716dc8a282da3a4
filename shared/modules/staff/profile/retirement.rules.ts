import type { RetirementRule } from './profile.schema.ts';

/**
 * Decision of the Standing Committee of the National People's Congress on the gradual delay of the statutory retirement age
 * (全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定, adopted 2024-09-13, in force from 2025-01-01): men from 60 and women from 55
 * one month later for every four months, up to 63 and 58; women from 50 one month later for every two months, up to 55. The station may
 * change these figures when the law does.
 */
export const RETIREMENT_SOURCE = '全国人民代表大会常务委员会关于实施渐进式延迟法定退休年龄的决定（2024年9月13日通过，2025年1月1日起施行）';
const shipped = (classOf: RetirementRule['class'], years: number, monthsPerStep: number, mostMonths: number): RetirementRule => ({ id: null, version: 0, class: classOf, originalMonths: years * 12, fromMonth: '2025-01', monthsPerStep, mostMonths, source: RETIREMENT_SOURCE });
export const shippedRetirementRules: readonly RetirementRule[] = [shipped('men-60', 60, 4, 36), shipped('women-55', 55, 4, 36), shipped('women-50', 50, 2, 60)];

/** Months since the year 0 of `YYYY-MM…`. */
export const monthIndex = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
export const monthOf = (index: number): string => `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

/** The month in which the statutory age is reached, `YYYY-MM`: the original age, delayed step by step from the month the rule begins with. */
export function retirementMonth(birthOn: string, { originalMonths, fromMonth, monthsPerStep, mostMonths }: RetirementRule): string {
  const original = monthIndex(birthOn) + originalMonths;
  const since = original - monthIndex(`${fromMonth}-01`);
  return monthOf(original + (since < 0 ? 0 : Math.min(mostMonths, Math.floor(since / monthsPerStep) + 1)));
}

/** Which rule a person falls under: men under the one there is; women under the one that stands in the record, else none is guessed. */
export const retirementClassOf = (sex: string, stored: string): string => (stored !== '' ? stored : sex === '1' ? 'men-60' : '');
