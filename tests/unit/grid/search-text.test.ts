import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { indexedText, phraseOf, searchWords } from '#shared/modules/grid/register/search-text.rules.ts';
import { maskIdNumber, maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import { isPhone, normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { followsRule, nextGridCode } from '#shared/modules/grid/territory/grid-code.rules.ts';
import { nameIndex } from '#electron/kernel/search/name-index.ts';

describe('what somebody types into the search box', () => {
  it.each([
    ['贾涛', { kind: 'phrase', phrase: '"贾 涛"' }],
    ['17幢4', { kind: 'phrase', phrase: '"17 幢 4" *' }],
    ['jty', { kind: 'letters', letters: 'jty' }],
    ['Jia Tao', { kind: 'letters', letters: 'jiatao' }],
    ['9618', { kind: 'tail', reversed: '8169', hasLetter: false }],
    ['002x', { kind: 'tail', reversed: 'X200', hasLetter: true }],
    ['００２Ｘ', { kind: 'tail', reversed: 'X200', hasLetter: true }],
  ])('%s', (text, words) => expect(searchWords(text)).toEqual(words));
  it('never becomes anything but words inside a quoted phrase', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const phrase = phraseOf(text);
      expect(phrase === '' || /^"[^"]+"( \*)?$/u.test(phrase)).toBe(true);
    }));
  });
  it('is stored so that any run of characters is a run of words', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...'清波门社区柳荫路幢单元'), { minLength: 2, maxLength: 12 }), fc.nat(), fc.nat(), (characters, a, b) => {
      const [from, to] = [a % characters.length, b % characters.length].sort((x, y) => x - y) as [number, number]; // two numbers in, two out
      expect(indexedText(characters.join(''))).toContain(indexedText(characters.slice(from, to + 1).join('')));
    }));
  });
});

describe('a masked value', () => {
  it('keeps its length and gives away no more than seven places', () => {
    fc.assert(fc.property(fc.stringMatching(/^[0-9]{8,18}$/), (number) => {
      for (const masked of [maskIdNumber(number), maskPhone(number)]) {
        expect(masked).toHaveLength(number.length);
        expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(7);
      }
    }));
  });
  it('looks as people know it', () => {
    expect(maskIdNumber('330102195610029618')).toBe('330***********9618');
    expect(maskPhone('13812345678')).toBe('138****5678');
  });
});

describe('a phone number', () => {
  it.each(['13800138000', '0571-87654321', '87654321', '4008123123', '02112345678-12'])('%s is one', (phone) => expect(isPhone(phone)).toBe(true));
  it.each(['1380013', '12345678901', '138001380001', 'abc', '+'])('%s is none', (phone) => expect(isPhone(phone)).toBe(false));
  it('is read however it was typed', () => expect(normalisePhone('＋86 138 0013 8000')).toBe('13800138000'));
});

describe('a name', () => {
  it.each([['曾小贤', 'zengxiaoxian', 'zxx'], ['单雄信', 'shanxiongxin', 'sxx'], ['欧阳娜娜', 'ouyangnana', 'oynn'], ['贾涛一', 'jiataoyi', 'jty'], ['长孙无忌', 'zhangsunwuji', 'zswj'], ['万俟卨', 'moqixie', 'mqx'], ['买买提·A', 'maimaitia', 'mmta']])('%s is read %s', (name, pinyin, initials) => {
    expect(nameIndex(name)).toMatchObject({ pinyin, initials });
  });
  it('is read character by character or whole with the same result', () => {
    const read = (name: string): string => pinyin(name, { toneType: 'none', v: true, surname: 'head' }).replaceAll(' ', '');
    const family = [...'王李张刘陈杨赵黄吴徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭单仇解查区盖尉万长欧司令'];
    const given = [...'伟芳娜敏静秀丽强磊洋艳勇杰娟涛明超兰霞平刚桂英华玉萍红娥玲芬俟迟孙阳于狐行重乐朝会调弹'];
    const names = family.flatMap((first) => given.map((second) => first + second));
    expect(names.filter((name) => nameIndex(name).pinyin !== read(name))).toEqual([]);
  });
  it('is read as its person says', () => expect(nameIndex('乐乐', 'yue le')).toMatchObject({ pinyin: 'yuele', initials: 'yl' }));
});

describe('a grid code', () => {
  const rules = fc.constantFrom('community12+type1+seq2' as const, 'community12+seq3' as const, 'cjt349' as const);
  const community = fc.constantFrom('330102001051', '');
  const type = fc.constantFrom('basic' as const, 'dedicated' as const);
  it('that is suggested follows the rule and was never used', () => {
    fc.assert(fc.property(rules, community, type, fc.integer({ min: 0, max: 20 }), (rule, code, kind, count) => {
      const used: string[] = [];
      for (let index = 0; index <= count; index += 1) used.push(nextGridCode(rule, code, kind, used));
      expect(new Set(used).size).toBe(used.length);
      expect(used.every((candidate) => followsRule(candidate, rule, code, kind))).toBe(true);
    }));
  });
  it('of another community does not follow it', () => expect(followsRule('330102001052101', 'community12+type1+seq2', '330102001051', 'basic')).toBe(false));
});
