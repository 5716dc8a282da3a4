import { describe, expect, it } from 'vitest';
import { lastUsedFirst, matching, rememberUse } from '#renderer/components/record-form/pick-order.ts';
import { tidyText } from '#renderer/components/record-form/tidy-text.ts';
import { emptyPerson, nextPerson } from '#renderer/modules/grid/register/person-values.ts';
import { changeFor } from '#renderer/modules/grid/register/together.rules.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';

describe('a pasted text', () => {
  it.each([
    ['number', ' 110105 19491231\n002x ', '11010519491231002X'],
    ['number', '１３８－１２３４－５６７８', '13812345678'],
    ['number', '110105–19491231–002X', '11010519491231002X'],
    ['number', '０５７１－８７６５４３２１', '0571-87654321'],
    ['number', '\u200b138\u00a01234 5678\ufeff', '13812345678'],
    ['line', '  清波街道\r\n劳动路 １２ 号  ', '清波街道劳动路 12 号'],
    ['line', '２－１－３０１', '2-1-301'],
    ['line', '王\u3000秀英', '王 秀英'],
    ['line', 'Zhang\nSan', 'Zhang San'],
    ['line', '幸福里（东区）', '幸福里（东区）'],
    ['lines', '第一行  \r\n第二行\u200b\r\n', '第一行\n第二行'],
  ] as const)('for a %s: %j becomes %j', (kind, copied, meant) => expect(tidyText(copied, kind)).toBe(meant));
});

describe('a phone number', () => {
  it.each([['138-1234-5678', '13812345678'], ['+86 138－1234－5678', '13812345678'], ['0571-87654321', '0571-87654321'], ['（0571）87654321', '057187654321']])('%s is stored as %s', (typed, stored) => expect(normalisePhone(typed)).toBe(stored));
});

describe('a list of choices', () => {
  const options = [
    { value: '01', label: '汉族', letters: ['hanzu', 'hz'] },
    { value: '11', label: '满族', letters: ['manzu', 'mz'] },
    { value: '02', label: '蒙古族', letters: ['mengguzu', 'mgz'] },
  ];
  it.each([['', ['01', '11', '02']], ['族', ['01', '11', '02']], ['mz', ['11']], ['meng', ['02']], ["meng gu", ['02']], ['0', ['01', '02']], ['１１', ['11']], ['zu', []]])('typed %j leaves %j', (typed, left) => expect(matching(options, typed).map(({ value }) => value)).toEqual(left));
  it('has what was used lately on top, the last first, each once', () => {
    const { lately, others } = lastUsedFirst(options, ['02', '99', '01']);
    expect([lately.map(({ value }) => value), others.map(({ value }) => value)]).toEqual([['02', '01'], ['11']]);
    expect(rememberUse(['01', '11', '02'], '02', 3)).toEqual(['02', '01', '11']);
    expect(rememberUse(['01', '11', '02'], '05', 3)).toEqual(['05', '01', '11']);
  });
});

describe('one person after the other', () => {
  it('shares grid and address with the one before, nothing that names a person', () => {
    const typed = { ...emptyPerson, name: '王秀英', idNumber: '11010519491231002X', phone: '13812345678', sex: '2' as const, birthOn: '1949-12-31', gridId: 'g', presentAddress: '劳动路 12 号', householdId: 'h', note: '独居' };
    expect(nextPerson(typed)).toEqual({ ...emptyPerson, gridId: 'g', presentAddress: '劳动路 12 号' });
  });
  it('stays in the household it was begun from', () => expect(nextPerson({ ...emptyPerson, householdId: 'other' }, { householdId: 'h' }).householdId).toBe('h'));
});

describe('a change of many', () => {
  it.each([['gridId', '', { gridId: null }], ['gridId', 'g', { gridId: 'g' }], ['workplace', '', { workplace: '' }], ['category', 'floating', { category: 'floating' }], ['category', 'nobody', {}]] as const)('of %s to %j is %j', (field, value, change) => expect(changeFor(field, value)).toEqual(change));
});
