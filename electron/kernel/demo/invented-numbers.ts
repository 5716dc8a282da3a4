import { checkLetter } from '#shared/modules/grid/register/citizen-id.rules.ts';

export type Sex = '1' | '2';
export type InventedNumbers = {
  /** A sound number of GB 11643 that nobody else in the same file has. */
  idNumber(areaCode: string, birthOn: string, sex: Sex): string;
  phone(): string;
};

/** A day has the numbers 000 to 999, the odd ones for men. */
const PER_DAY_AND_SEX = 500;
/** Ten million numbers of segment 164, which in the published lists of mobile segments (July 2022) belongs to no operator. */
const PHONE_HEAD = '1640';
const PHONES = 10_000_000;
/** Shares no factor with `PHONES`, so stepping by it meets every number once before it comes back. */
const PHONE_STEP = 7_368_787;

/** Numbers that look scattered, and of which none is given twice. Throws when a day or the segment is used up. */
export function inventedNumbers(seed: number): InventedNumbers {
  const given = new Map<string, number>();
  let phones = 0;
  return {
    idNumber: (areaCode, birthOn, sex) => {
      const head = areaCode + birthOn.replaceAll('-', '');
      const key = head + sex;
      const used = given.get(key) ?? 0;
      if (used >= PER_DAY_AND_SEX) throw new Error(`no number left for ${key}`);
      given.set(key, used + 1);
      const start = (Number(head.slice(6)) * 37 + Math.abs(seed)) % PER_DAY_AND_SEX;
      const order = ((start + used) % PER_DAY_AND_SEX) * 2 + (sex === '1' ? 1 : 0);
      const body = head + String(order).padStart(3, '0');
      return body + checkLetter(body);
    },
    phone: () => {
      if (phones >= PHONES) throw new Error('no phone number left');
      phones += 1;
      return PHONE_HEAD + String((Math.abs(seed) + phones * PHONE_STEP) % PHONES).padStart(7, '0');
    },
  };
}
