import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js';

const LISTS = { 'zh-CN': chinese, en: english } as const;
export const RECOVERY_WORDS = 24;

/** 32 bytes as 24 words of BIP 39, the last of which carries a checksum: single signs in Chinese, lower-case words in English. */
export function wordsOf(secret: Uint8Array, locale: keyof typeof LISTS): string[] {
  return entropyToMnemonic(secret, LISTS[locale]).split(/\s+/u);
}

/**
 * The 32 bytes behind typed words, or null when they are not 24 words of one list with a right checksum. Either language is taken,
 * whatever the spacing, case or width; Chinese signs may be typed without any spaces.
 */
export function secretOfWords(typed: string): Uint8Array | null {
  const text = typed.normalize('NFKD').toLowerCase().replaceAll(/[,，、。;；]/gu, ' ').trim();
  const words = /\p{Script=Han}/u.test(text) ? Array.from(text.replaceAll(/\s+/gu, '')) : text.split(/\s+/u);
  if (words.length !== RECOVERY_WORDS) return null;
  for (const list of Object.values(LISTS)) {
    try {
      return mnemonicToEntropy(words.join(' '), list);
    } catch {
      // another list's words, or a word was mistyped
    }
  }
  return null;
}
