import { pinyin } from 'pinyin-pro';

export type NameIndex = { readonly sortKey: string; readonly pinyin: string; readonly initials: string };

const characters = new Map<string, string>();
const surnames = new Map<string, readonly string[]>();
const HAN = /\p{Script=Han}/u;

const plainReading = (character: string): string => {
  const known = characters.get(character);
  if (known !== undefined) return known;
  const reading = HAN.test(character) ? pinyin(character, { toneType: 'none', v: true }) : character.toLowerCase();
  characters.set(character, reading);
  return reading;
};

/** The first character as a surname (单 shan, 曾 zeng); a double surname is recognised by the library when both characters are given. */
const surnameReadings = (head: string): readonly string[] => {
  const known = surnames.get(head);
  if (known !== undefined) return known;
  const readings = (HAN.test(head) ? pinyin(head, { toneType: 'none', v: true, surname: 'head' }) : head.toLowerCase()).split(' ');
  surnames.set(head, readings);
  return readings;
};

/** Letters and digits only; most readings hold nothing else. */
const lettersOf = (syllable: string): string => (/^[a-z0-9]*$/.test(syllable) ? syllable : syllable.replaceAll(/[^a-z0-9]/g, ''));

/** `reading` is what somebody typed for a name read in an unusual way, e.g. `yue le`; it wins over the dictionary. */
export function nameIndex(name: string, reading = ''): NameIndex {
  const letters = [...name.normalize('NFKC').replaceAll(/[\s·•]/g, '')];
  const head = letters.slice(0, 2).join('');
  const syllables = reading.trim() === '' ? [...surnameReadings(head), ...letters.slice(2).map(plainReading)] : reading.trim().toLowerCase().split(/\s+/);
  const read = syllables.map(lettersOf).filter(Boolean);
  return { sortKey: `${read.join(' ')} ${name}`, pinyin: read.join(''), initials: read.map((syllable) => syllable[0] ?? '').join('') };
}

/** The reading of a place or an organisation, where no character is a surname. */
export function placeIndex(name: string): { readonly namePy: string; readonly initials: string } {
  const syllables = [...name.normalize('NFKC')].map(plainReading).map(lettersOf).filter(Boolean);
  return { namePy: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') };
}
