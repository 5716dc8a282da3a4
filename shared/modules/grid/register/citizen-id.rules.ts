import { isRealDay } from '#shared/kernel/calendar/real-day.rules.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_LETTERS = '10X98765432';
const DIGIT_ZERO = 48;

/** GA/T 517 code of the resident identity card, the only document whose number can be checked. */
export const RESIDENT_ID_CARD = '111';

/** What a person may type without meaning anything else: full-width digits, spaces, a small x (GB 11643 writes X). */
export const normaliseIdNumber = (text: string): string => text.normalize('NFKC').replaceAll(/[\s‐-―−-]/g, '').toUpperCase();

/** The check letter of the first 17 digits, ISO 7064 MOD 11-2 as GB 11643-1999 section 4.3 uses it. */
export function checkLetter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (body.charCodeAt(index) - DIGIT_ZERO), 0);
  return CHECK_LETTERS[sum % 11] ?? '';
}

export type IdNumberFault = 'length' | 'characters' | 'date' | 'checksum' | 'fifteen-digits';

/** The day of birth inside an 18-digit number, `YYYY-MM-DD`; not checked. */
export const birthOf = (idNumber: string): string => `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
/** GB/T 2261.1 code: an odd 17th digit is male. */
export const sexOf = (idNumber: string): '1' | '2' => (Number(idNumber[16]) % 2 === 1 ? '1' : '2');

/**
 * What is wrong with a normalised citizen number (GB 11643-1999); null when it is sound. A number of the first generation has 15 digits
 * and is named apart, because it can be turned into the present form. `latest` is the last day of birth that is believed.
 */
export function idNumberFault(idNumber: string, latest: string): IdNumberFault | null {
  if (/^\d{15}$/.test(idNumber)) return 'fifteen-digits';
  if (idNumber.length !== 18) return 'length';
  if (!/^\d{17}[\dX]$/.test(idNumber)) return 'characters';
  const birth = birthOf(idNumber);
  if (!isRealDay(birth) || birth < '1850-01-01' || birth > latest) return 'date';
  return checkLetter(idNumber) === idNumber[17] ? null : 'checksum';
}

export type CardFault = Exclude<IdNumberFault, 'fifteen-digits'> | 'fifteen' | 'birth' | 'sex';

/** What is wrong with a number beside the birth and sex that are said of the same person, so far as these are known; null when all of it fits. */
export function cardFault({ idNumber, birthOn, sex }: { readonly idNumber: string; readonly birthOn: string | null; readonly sex: string }, latest: string): CardFault | null {
  const fault = idNumberFault(idNumber, latest);
  if (fault !== null) return fault === 'fifteen-digits' ? 'fifteen' : fault;
  if (birthOn !== null && birthOn !== birthOf(idNumber)) return 'birth';
  return (sex === '1' || sex === '2') && sex !== sexOf(idNumber) ? 'sex' : null;
}

/** The present form of a 15-digit number: the century 19 put in and the check letter added. */
export function fromFifteenDigits(idNumber: string): string {
  const body = `${idNumber.slice(0, 6)}19${idNumber.slice(6)}`;
  return body + checkLetter(body);
}
