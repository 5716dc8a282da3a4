import type { Finding } from '#shared/kernel/imports/imports.contract.ts';
import { isRealDay } from '#shared/kernel/calendar/real-day.rules.ts';
import type { SourceRow } from './import-profile.ts';
import { textOf, type Cell } from './workbook.ts';

type Columns = SourceRow['columns'];
/** A header by what rows ask of it: the column of a field, and the columns the desk has no field for under the titles they keep. */
type Header = { readonly columnOf: ReadonlyMap<string, Columns[number]>; readonly rest: readonly { readonly index: number; readonly title: string; readonly words?: Columns[number]['words'] }[] };

/** Also behind the apostrophe that an export puts before such a text. */
const FORMULA = /^'?([=＝@＠]|[+\-＋－](?!\d))/u;
/** Nothing to tidy: nearly every cell of a form, and the expensive normalisation is spared. */
const PLAIN = /^[\u4E00-\u9FFF\dA-Za-z.#-]*$/;
const DATE = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/;

/** Spaces of any width at the ends and doubled inside; full-width letters and digits become plain. */
export const tidyText = (text: string): string => (PLAIN.test(text) ? text : text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim());

/** `YYYY-MM-DD` of a day written in one of the usual ways; null when it is no day of the calendar. */
export function dayOf(text: string): string | null {
  const [, year = '', month = '', day = ''] = DATE.exec(text.replaceAll(' ', '')) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(iso) ? iso : null;
}

/** The choice that shares most characters with a text, if that is at least half of it: what was probably meant. */
export function nearest(text: string, choices: readonly string[]): string | null {
  const shared = (choice: string): number => [...choice].filter((char) => text.includes(char)).length / Math.max(choice.length, text.length, 1);
  const best = choices.map((choice) => ({ choice, share: shared(choice) })).toSorted((a, b) => b.share - a.share)[0];
  return best && best.share >= 0.5 ? best.choice : null;
}

type Params = Finding['params'];
/** A value that stands for every row has no cell of its own. */
const placeOf = (column: Columns[number] | undefined): number => (column === undefined || column.constant !== undefined ? -1 : column.index);

/** Columns whose cells are kept under their own title: those without a field, and those with words of another dictionary. Equal titles are numbered. */
function keptAside(columns: Columns): Header['rest'] {
  const seen = new Map<string, number>();
  return columns
    .filter((column) => column.field === null || column.words !== undefined)
    .map(({ index, title, words, field }) => {
      const name = title.replaceAll(/[*\n]/g, '').slice(0, 60);
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return { index, title: times === 1 ? name : `${name} ${times}`, ...(field !== null && words && { words }) };
    });
}

/** All rows of a table share one list of columns, so its header is taken apart once. */
const headers = new WeakMap<Columns, Header>();
function headerOf(columns: Columns): Header {
  const known = headers.get(columns);
  if (known) return known;
  const header: Header = {
    columnOf: new Map(columns.flatMap((column) => (column.field === null ? [] : [[column.field, column] as const]))),
    rest: keptAside(columns),
  };
  headers.set(columns, header);
  return header;
}

/** The desk's word for a word of the file. */
function meant(words: Columns[number]['words'], text: string): string {
  const tidy = tidyText(text);
  return words && Object.hasOwn(words, tidy) ? (words[tidy] ?? '') : text;
}

/** Reads the cells of one row by field and gathers what is to be said about them. */
export function rowCheck(row: SourceRow) {
  const { columnOf, rest } = headerOf(row.columns);
  const findings: Finding[] = [];
  const say = (severity: Finding['severity'], field: string, code: string, params: Params = {}, suggestion: string | null = null): void =>
    void findings.push({ column: placeOf(columnOf.get(field)), severity, code, params, suggestion });
  const raw = (field: string): Cell => {
    const column = columnOf.get(field);
    return column ? (column.constant ?? row.cells[column.index] ?? null) : null;
  };

  /** The tidied text of a field. A formula is an error everywhere; `tidied` false keeps silent about spaces and width. */
  const text = (field: string, { max = 200, required = false, isName = false }: { max?: number; required?: boolean; isName?: boolean } = {}): string => {
    const cell = textOf(raw(field));
    const given = columnOf.get(field)?.words === undefined ? cell : meant(columnOf.get(field)?.words, cell);
    if (given === '' && !required) return '';
    if (given !== '' && given.length <= max && given[0] !== '-' && PLAIN.test(given)) return given; // no space, no formula: nothing to say
    const tidy = isName ? tidyText(given).replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '') : tidyText(given);
    if (tidy === '') {
      if (required) say('error', field, 'required-missing');
      return '';
    }
    if (FORMULA.test(tidy)) {
      say('error', field, 'formula-like');
      return '';
    }
    if (tidy.length > max) say('error', field, 'text-too-long', { limit: max });
    if (isName && tidy !== given) say('normalised', field, 'spaces-removed', { text: tidy }, tidy);
    return tidy;
  };

  const day = (field: string, required = false): string | null => {
    const given = text(field, { required });
    if (given === '') return null;
    const found = dayOf(given);
    if (found === null) say('error', field, 'bad-date', { text: given.slice(0, 40) });
    else if (found !== given) say('normalised', field, 'date-tidied', { text: found }, found);
    return found;
  };

  const number = (field: string, { least, most }: { least: number; most: number }): number | null => {
    const given = text(field);
    if (given === '') return null;
    const value = Number(given.replaceAll(',', ''));
    if (Number.isFinite(value) && value >= least && value <= most) return value;
    say('error', field, 'bad-number', { text: given.slice(0, 40), least, most });
    return null;
  };

  return {
    findings,
    say,
    raw,
    text,
    day,
    number,
    has: (field: string): boolean => columnOf.has(field),
    /** The title a field has in this table; a unit may stand in it. */
    title: (field: string): string => columnOf.get(field)?.title ?? '',
    isSound: (): boolean => !findings.some((finding) => finding.severity === 'error'),
    /**
     * Columns the desk has no field for, by their title there. What looks like a formula is kept as text; an export guards it. `refusal` names
     * what is said about a cell whose title must not be kept.
     */
    extra: (refusal: (title: string) => string | null = () => null): Record<string, string> => {
      const found: Record<string, string> = {};
      for (const { index, title, words } of rest) {
        const value = tidyText(textOf(row.cells[index]));
        const refused = value === '' ? null : refusal(title);
        if (refused !== null) {
          findings.push({ column: index, severity: 'warning', code: refused, params: {}, suggestion: null });
          continue;
        }
        // a word that was put into the desk's own is kept as it stood
        if (value !== '' && (words === undefined || Object.hasOwn(words, value))) found[title] = value.slice(0, 1000);
      }
      return found;
    },
  };
}
export type RowCheck = ReturnType<typeof rowCheck>;
