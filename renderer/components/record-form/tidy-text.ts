/** What a field takes: one line of words, several lines, or the number of a document or telephone. */
export type FieldKind = 'line' | 'lines' | 'number';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const WIDE = /[０-９Ａ-Ｚａ-ｚ]/g;
const HYPHENS = /[‐-―−－ー]/g;
/** Numbers in which a hyphen only parts the digits: mobile, first- and second-generation identity card. */
const PARTED_NUMBER = /^(1\d{10}|\d{15}|\d{17}[\dXx])$/;

const narrow = (sign: string): string => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0);

/** One line out of several: Chinese goes on without a space, where two Latin words or figures would touch one is put. */
const joined = (text: string): string => text.replaceAll(/[^\S\n]*\n\s*/g, (_break, at: number) => (/[!-~]/.test(text[at - 1] ?? '') ? ' ' : ''));

/**
 * What somebody means by a pasted text: letters and figures of full width become plain, invisible signs go, spaces at the ends and
 * doubled ones go, line breaks go where the field has one line. A number loses every space, and the hyphens that only part its digits.
 */
export function tidyText(text: string, kind: FieldKind): string {
  const plain = text.replaceAll(INVISIBLE, '').replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll(WIDE, narrow).replaceAll(/[\u3000\u00a0]/g, ' ');
  if (kind === 'lines') return plain.replaceAll(/[^\S\n]+\n/g, '\n').trim();
  if (kind === 'line') return joined(plain.trim()).replaceAll(/ {2,}/g, ' ').replaceAll(/(?<=\d)[－−](?=\d)/g, '-');
  const number = plain.normalize('NFKC').replaceAll(/\s/g, '').replaceAll(HYPHENS, '-');
  const digits = number.replaceAll('-', '');
  return PARTED_NUMBER.test(digits) ? digits.toUpperCase() : number;
}
