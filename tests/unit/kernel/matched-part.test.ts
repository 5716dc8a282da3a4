import { describe, expect, it } from 'vitest';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';

describe('the part of a find that answered', () => {
  it('is the first that holds what was typed, however wide or large it was typed', () => {
    const parts = { name: '走访表一次填完', code: 'TJ2026-0012', named: '民政局' };
    expect(['走访表', 'tj2026', 'ＴＪ２０２６', ' 民政 '].map((typed) => matchedPart(typed, parts))).toEqual(['name', 'code', 'code', 'named']);
  });
  it('is pinyin for letters where the source reads them, and else what the find does not show', () => {
    expect([matchedPart('zfb', { name: '走访表' }, { readsPinyin: true }), matchedPart('zfb', { name: '走访表' }), matchedPart('加班', { name: '走访表' }, { readsPinyin: true })]).toEqual(['pinyin', 'text', 'text']);
    expect(matchedPart('甲某', { name: '阳台滴水' }, { otherwise: 'named' })).toBe('named');
  });
});
