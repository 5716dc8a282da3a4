const HAN = /\p{Script=Han}/u;
const TOKENS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Han characters one by one, other runs whole: how names and addresses are stored for full-text search, so that any two neighbours are found. */
export const indexedText = (text: string): string => (text.normalize('NFKC').match(TOKENS) ?? []).join(' ');

/** An FTS5 phrase of the same tokens; a last run of letters or digits may go on. Empty when nothing is left to look for. */
export function phraseOf(text: string): string {
  const tokens = text.normalize('NFKC').match(TOKENS) ?? [];
  const last = tokens.at(-1);
  if (last === undefined) return '';
  return `"${tokens.join(' ')}"${HAN.test(last) ? '' : ' *'}`;
}

export type SearchWords =
  | { readonly kind: 'letters'; readonly letters: string }
  | { readonly kind: 'tail'; readonly reversed: string; readonly hasLetter: boolean }
  | { readonly kind: 'phrase'; readonly phrase: string };

/** Character by character from the end. */
export function reversed(text: string): string {
  let back = '';
  for (const character of text) back = character + back;
  return back;
}

/**
 * What somebody means who types into a search box: letters are pinyin or initials, three digits and more (a last x included) are the end
 * of a phone or identity number, everything else is part of a name or an address. Null when there is nothing to look for.
 */
export function searchWords(text: string): SearchWords | null {
  const typed = text.normalize('NFKC').trim();
  if (/^[A-Za-z][A-Za-z' ]*$/.test(typed)) return { kind: 'letters', letters: typed.replaceAll(/[' ]/g, '').toLowerCase() };
  if (/^\d{2,}[\dXx]$/.test(typed)) return { kind: 'tail', reversed: reversed(typed.toUpperCase()), hasLetter: /[Xx]$/.test(typed) };
  const phrase = phraseOf(typed);
  return phrase === '' ? null : { kind: 'phrase', phrase };
}

/** The smallest text after every text that begins with `prefix`: the end of an index range. */
export const afterPrefix = (prefix: string): string => `${prefix}\u{10FFFF}`;
