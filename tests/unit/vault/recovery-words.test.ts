import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { secretOfWords, wordsOf } from '#shared/kernel/session/recovery-words.rules.ts';

describe('24 words', () => {
  it.each(['zh-CN', 'en'] as const)('carry 32 bytes there and back in %s', (locale) => {
    for (let n = 0; n < 200; n += 1) {
      const secret = randomBytes(32);
      const words = wordsOf(secret, locale);
      expect(words).toHaveLength(24);
      expect(Buffer.from(secretOfWords(words.join(locale === 'en' ? ' ' : '')) ?? []).equals(secret)).toBe(true);
      expect(Buffer.from(secretOfWords(` ${words.join('　\t\n')}\r\n`) ?? []).equals(secret)).toBe(true);
    }
  });
  it('are those of BIP 39', () => expect(wordsOf(new Uint8Array(32), 'en').join(' ')).toBe(`${'abandon '.repeat(23)}art`));
  it('notice most slips by their checksum', () => {
    const words = wordsOf(randomBytes(32), 'en');
    let accepted = 0;
    for (let at = 0; at < 24; at += 1) for (const other of ['abandon', 'ability', 'zebra', 'zero']) if (words[at] !== other && secretOfWords(words.with(at, other).join(' '))) accepted += 1;
    expect(accepted).toBeLessThan(8);
    expect(secretOfWords('abandon '.repeat(12))).toBeNull();
  });
});
