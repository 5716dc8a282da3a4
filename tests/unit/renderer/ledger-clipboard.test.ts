import { describe, expect, it } from 'vitest';
import { copyOf } from '#renderer/components/ledger/ledger-clipboard.ts';
import type { LedgerColumn } from '#renderer/components/ledger/ledger-list.ts';
import { markedInName } from '#renderer/components/marked/Marked.tsx';

type Row = { readonly name: string; readonly number: string };
const columns: readonly LedgerColumn<Row>[] = [
  { id: 'name', title: '姓名', width: 100, text: ({ name }) => name },
  { id: 'number', title: '证件号码', width: 100, text: ({ number }) => number },
];

describe('rows on the clipboard', () => {
  it('are lines of cells for every program, under their heads when several were copied', () => {
    expect(copyOf([{ name: '王一', number: '001' }, { name: '王二', number: '2' }], columns, true).text).toBe('姓名\t证件号码\r\n王一\t001\r\n王二\t2');
    expect(copyOf([{ name: '王一', number: '001' }], columns, false).text).toBe('王一\t001');
  });
  it('keep every cell in its place, whatever stands in it', () => {
    expect(copyOf([{ name: '王\t一\r\n二', number: '' }], columns, false).text).toBe('王 一 二\t');
  });
  it('are a table of text cells for spreadsheets, so that no digit is lost and nothing is run', () => {
    const { html } = copyOf([{ name: '=1+1 <b>', number: '330102196507219618' }], columns, false);
    expect(html).toBe(`<table><tr><td style="mso-number-format:'\\@'">=1+1 &lt;b&gt;</td><td style="mso-number-format:'\\@'">330102196507219618</td></tr></table>`);
  });
});

describe('what a search marks in a name', () => {
  it.each([
    ['王秀英', '秀', '秀'],
    ['王秀英', 'wxy', '王秀英'],
    ['Anna', 'ann', 'ann'],
    ['王秀英', '5678', '5678'],
  ])('%s for %s: %s', (name, searched, marked) => expect(markedInName(name, searched)).toBe(marked));
});
