import { pinyin } from 'pinyin-pro';

export type NameIndex = { readonly sortKey: string; readonly pinyin: string; readonly initials: string };

const characters = new Map<string, string>();
const surnames = new Map<string, readonly string[]>();
const ambiguous = new Map<string, boolean>();
const HAN = /\p{Script=Han}/u;
/** Names that need no tidying: nearly all. */
const ONLY_HAN = /^[\u4E00-\u9FFF]+$/;

/** What was worked out for a text, the first time by `workOut`. */
function remembered<T>(known: Map<string, T>, text: string, workOut: (text: string) => T): T {
  const found = known.get(text);
  if (found !== undefined) return found;
  const value = workOut(text);
  known.set(text, value);
  return value;
}

/** Letters and digits only. */
const lettersOf = (syllable: string): string => syllable.replaceAll(/[^a-z0-9]/g, '');

const plainReading = (text: string): string =>
  remembered(characters, text, (character) => lettersOf(HAN.test(character) ? pinyin(character, { toneType: 'none', v: true }) : character.toLowerCase()));

const hasSeveralReadings = (text: string): boolean =>
  remembered(ambiguous, text, (character) => !HAN.test(character) || new Set(pinyin(character, { toneType: 'none', v: true, multiple: true, type: 'array' })).size > 1);

/**
 * The first character as a surname (单 shan, 曾 zeng); a double surname is recognised by the library when both characters are given. Two
 * characters that are always read alike are read one by one, which spares most names the library's look through its words.
 */
function surnameReadings(head: readonly string[]): readonly string[] {
  if (!head.some(hasSeveralReadings)) return head.map(plainReading);
  return remembered(surnames, head.join(''), (text) => (HAN.test(text) ? pinyin(text, { toneType: 'none', v: true, surname: 'head' }) : text.toLowerCase()).split(' ').map(lettersOf));
}

/** `reading` is what somebody typed for a name read in an unusual way, e.g. `yue le`; it wins over the dictionary. */
export function nameIndex(name: string, reading = ''): NameIndex {
  const letters = [...(ONLY_HAN.test(name) ? name : name.normalize('NFKC').replaceAll(/[\s·•]/g, ''))];
  const syllables = reading.trim() === '' ? [...surnameReadings(letters.slice(0, 2)), ...letters.slice(2).map(plainReading)] : reading.trim().toLowerCase().split(/\s+/).map(lettersOf);
  const read = syllables.filter(Boolean);
  return { sortKey: `${read.join(' ')} ${name}`, pinyin: read.join(''), initials: read.map((syllable) => syllable[0] ?? '').join('') };
}

/** The reading of a place or an organisation, where no character is a surname. */
export function placeIndex(name: string): { readonly namePy: string; readonly initials: string } {
  const syllables = [...name.normalize('NFKC')].map(plainReading).filter(Boolean);
  return { namePy: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') };
}
