import type { ListKind } from './admission-list.schema.ts';

/** What the three lists are called in the tables that go out and come in (domain.md 1.6). */
export const listWords: Readonly<Record<ListKind, string>> = { required: '依法履职', assist: '依法协助', negative: '负面事项' };

const NEGATIVE = /负面|禁止|禁入|不得|收回|negative/iu;
const ASSIST = /协助|配合|assist/iu;
const REQUIRED = /履职|履行|法定职责|自治|required/iu;
/** A list of tasks "performed by helping" is one of help. */
const HELPING = /(?:协助|配合)履[职行]/gu;

/** Which of the three lists a heading, a sheet's name or a cell speaks of; null when it names none, or more than one. */
export function listOfWords(text: string): ListKind | null {
  const plain = text.replaceAll(HELPING, '协助');
  if (NEGATIVE.test(plain)) return /负面.*(?:履职|依法协助)|(?:履职|依法协助).*负面/u.test(plain) ? null : 'negative';
  const [helps, must] = [ASSIST.test(plain), REQUIRED.test(plain)];
  return helps === must ? null : helps ? 'assist' : 'required';
}

const NUMBERED = /^[（(]?[一二三四五六七八九十百]+[）)、．.\s]\s*/u;
const COUNTED = /[（(]\s*共?\s*\d+\s*[项条]\s*[）)]$/u;
const LONGEST_HEADING = 40;

/** A line between the tasks that names the group below it: "一、党的建设（15 项）". */
export const isGroupHeading = (text: string): boolean => text.length <= LONGEST_HEADING && (NUMBERED.test(text) || COUNTED.test(text));
/** The group's own name, without its number and without how many tasks it has. */
export const groupOfHeading = (text: string): string => text.replace(NUMBERED, '').replace(COUNTED, '').trim();

/** Two titles that differ in width, spaces or case only name one task. */
export const sameTitle = (title: string): string => title.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();

/** Cell text as it is kept: line breaks stay, spaces at the ends and doubled ones go. The marks of Chinese writing keep their width. */
export const keptText = (text: string): string => text.split(/\r?\n/u).map((line) => line.replaceAll(/[^\S\n]+/gu, ' ').trim()).join('\n').trim();
