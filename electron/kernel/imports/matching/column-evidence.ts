import { idNumberFault, normaliseIdNumber } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { isPhone, normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { dayOf, tidyText } from '../row-check.ts';
import { textOf, type Cell } from '../workbook.ts';
import type { ValueKind } from './title-words.ts';

/** So many filled cells tell what a column holds. */
const SAMPLE = 120;
/** How far a column is searched for them. */
const DEPTH = 2000;

const TESTS: Readonly<Record<ValueKind, (text: string) => boolean>> = {
  id: (text) => idNumberFault(normaliseIdNumber(text), '9999-12-31') === null,
  phone: (text) => isPhone(normalisePhone(text)),
  day: (text) => dayOf(text) !== null,
  name: (text) => /^\p{Script=Han}{2,4}$|^\p{Script=Han}+·\p{Script=Han}+$/u.test(text),
  number: (text) => /^\d+(\.\d+)?$/.test(text) && text.length < 9,
  address: (text) => text.length >= 5 && /[路街巷弄道村幢栋楼号室苑园里坊区]/.test(text) && /\d|[一二三四五六七八九十]/.test(text),
};

/** The first filled cells of a column, tidied. */
export function sampleOf(rows: readonly (readonly Cell[])[], from: number, column: number): string[] {
  const found: string[] = [];
  for (let at = from; at < Math.min(rows.length, from + DEPTH) && found.length < SAMPLE; at += 1) {
    const text = tidyText(textOf(rows[at]?.[column]));
    if (text !== '') found.push(text);
  }
  return found;
}

/** Which share of the values answers a test, from 0 to 1; null where there are too few to tell. */
const shareOf = (values: readonly string[], fits: (text: string) => boolean): number | null => (values.length < 2 ? null : values.filter(fits).length / values.length);

export type Evidence = {
  /** Share of the values that look like a kind. */
  readonly ofKind: (kind: ValueKind) => number | null;
  /** Share of the values that are words of a list: a code table, the grids, yes and no. */
  readonly ofList: (list: string) => number | null;
  readonly isEmpty: boolean;
};

/** What a column's values say about it; each question is answered once. */
export function evidenceOf(values: readonly string[], isWord: (list: string, text: string) => boolean): Evidence {
  const kept = new Map<string, number | null>();
  const once = (key: string, ask: () => number | null): number | null => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const answer = ask();
    kept.set(key, answer);
    return answer;
  };
  return {
    ofKind: (kind) => once(kind, () => shareOf(values, TESTS[kind])),
    ofList: (list) => once(`list ${list}`, () => shareOf(values, (text) => isWord(list, text))),
    isEmpty: values.length === 0,
  };
}
