import type { FoundTable, ImportProfile, MappedColumn } from '../import-profile.ts';
import { textOf, type Cell, type Merge, type Workbook, type WorkbookSheet } from '../workbook.ts';
import { evidenceOf, sampleOf } from './column-evidence.ts';
import { matchColumns, type ColumnSource } from './match-columns.ts';
import { titleFit, type Title } from './title-words.ts';

/** How far down a header is looked for under title, notes and the reporting unit. */
const SEARCH_ROWS = 30;
/** A line with so many titles the desk knows is a header. */
const LEAST_TITLES = 2;
const LONGEST_TITLE = 40;
/** What each field that only this kind of table has adds to its score. */
const TELLING = 120;
/** Percent. */
const LEAST_ALONE = 50;

export type IsWord = (list: string, text: string) => boolean;
export type Ledger = { readonly profile: ImportProfile; readonly tables: readonly FoundTable[]; /** Nothing in the table tells which of several kinds it is. */ readonly asksKind: boolean };
type Head = { readonly sheet: number; readonly row: number; readonly titles: readonly Title[]; readonly known: number };

export const columnLetter = (index: number): string => (index < 26 ? '' : columnLetter(Math.floor(index / 26) - 1)) + String.fromCodePoint(65 + (index % 26));

/** The merged cell's text for every column it covers in one line. */
function spread(row: readonly Cell[], merges: readonly Merge[], at: number): string[] {
  const texts = Array.from(row, (cell) => textOf(cell).trim());
  for (const { startRow, startCol, endCol } of merges) if (startRow === at) for (let column = startCol + 1; column <= Math.min(endCol, startCol + 60); column += 1) texts[column] ||= texts[startCol] ?? '';
  return texts;
}

/** Titles of one header line, or of two where a title of the upper one spans several of the lower. */
function titlesAt(sheet: WorkbookSheet, row: number): { titles: Title[]; last: number } {
  const head = sheet.rows[row] ?? [];
  const below = sheet.rows[row + 1] ?? [];
  const groups = sheet.merges.filter(({ startRow, endRow, startCol, endCol }) => startRow === row && endRow === row && endCol > startCol);
  const isUnderGroup = (column: number): boolean => groups.some(({ startCol, endCol }) => column >= startCol && column <= endCol) || (textOf(head[column]) === '' && head.slice(0, column).some((cell) => textOf(cell) !== ''));
  const lows = below.flatMap((cell, column) => (textOf(cell).trim() === '' ? [] : [column]));
  // without merges (text files): the lower line stands only where the upper one is empty or begins a group
  const isTwo = lows.length > 1 && lows.every((column) => isUnderGroup(column) || (textOf(head[column]) !== '' && textOf(head[column + 1]) === '')) && lows.some((column) => textOf(head[column]) === '') && lows.every((column) => textOf(below[column]).length <= 12 && !/^\d/.test(textOf(below[column])));
  const upper = spread(head, groups, row);
  let group = '';
  const width = Math.max(head.length, isTwo ? below.length : 0, upper.length);
  const titles = Array.from({ length: width }, (_, column): Title => {
    const own = upper[column] ?? '';
    const low = isTwo ? textOf(below[column]).trim() : '';
    if (own !== '') group = own;
    return low === '' ? { text: own, upper: '', lower: own } : { text: `${group} ${low}`, upper: group, lower: low };
  });
  return { titles, last: isTwo ? row + 1 : row };
}

const isTitle = ({ lower }: Title): boolean => lower.length > 0 && lower.length <= LONGEST_TITLE && !/^[\d.,\s-]+$/.test(lower);

function headOf(sheet: WorkbookSheet, index: number, profiles: readonly ImportProfile[]): Head | null {
  const fields = profiles.flatMap((profile) => profile.fields);
  let best: Head | null = null;
  for (let row = 0; row < Math.min(SEARCH_ROWS, sheet.rows.length); row += 1) {
    const { titles, last } = titlesAt(sheet, row);
    if (titles.filter(isTitle).length < LEAST_TITLES) continue;
    const known = titles.filter((title) => isTitle(title) && fields.some((field) => ['own', 'synonym'].includes(titleFit(title, field)))).length;
    if (known >= LEAST_TITLES && known > (best?.known ?? 0)) best = { sheet: index, row: last, titles, known };
  }
  return best;
}

/** A paste of bare rows: no titles at all, every column is asked about. */
function headless(sheet: WorkbookSheet, index: number): Head | null {
  const width = Math.max(0, ...sheet.rows.slice(0, 100).map((row) => row.length));
  return width < 2 ? null : { sheet: index, row: -1, known: 0, titles: Array.from({ length: width }, (_, column) => ({ text: columnLetter(column), upper: '', lower: '' })) };
}

/** The columns of a head with what their cells hold; one without a title counts where it has values. */
function sourcesOf(sheet: WorkbookSheet, head: Head, isWord: IsWord): ColumnSource[] {
  const width = Math.max(head.titles.length, ...sheet.rows.slice(head.row + 1, head.row + 200).map((row) => row.length));
  return Array.from({ length: width }, (_, index): ColumnSource => {
    const title = head.titles[index] ?? { text: '', upper: '', lower: '' };
    return { index, title: title.text === '' ? { ...title, text: columnLetter(index) } : title, required: title.text.includes('*'), evidence: evidenceOf(sampleOf(sheet.rows, head.row + 1, index), isWord) };
  }).filter(({ title, evidence }) => title.lower !== '' || !evidence.isEmpty);
}

const sameHead = (a: Head, b: Head): boolean => a.titles.map(({ text }) => text).join('\n') === b.titles.map(({ text }) => text).join('\n');

/** Fields without which a table makes no record; what a word for all rows can say is asked about later. */
const neededOf = (profile: ImportProfile): string[] => profile.fields.filter(({ essential, list, words }) => essential && list !== 'grids' && words === undefined).map(({ field }) => field);

/** Of a kind that needs one column only, that column must be more than a guess from its values: any short word may be a name. */
function isGuess(columns: readonly MappedColumn[], field: string): boolean {
  const best = columns.flatMap(({ match, ...column }) => (column.field === field ? [match?.certainty ?? LEAST_ALONE] : (match?.alternatives ?? []).filter((one) => one.field === field).map(({ certainty }) => certainty)));
  return Math.max(0, ...best) < LEAST_ALONE;
}

/**
 * A table the desk has never seen, read by what its columns mean. Null where no kind of import finds the columns without which it can make
 * no record, or where the choice lies between kinds that may not be mixed up: that is asked.
 */
export function findLedger(workbook: Workbook, all: readonly ImportProfile[], wanted: string | null, isWord: IsWord): Ledger | null {
  const profiles = all.filter((profile) => profile.find === undefined && (wanted === null || profile.id === wanted));
  const heads = workbook.sheets.flatMap((sheet, index) => headOf(sheet, index, profiles) ?? []);
  const best = heads.toSorted((a, b) => b.known - a.known)[0] ?? workbook.sheets.flatMap((sheet, index) => headless(sheet, index) ?? [])[0];
  const sheet = best && workbook.sheets[best.sheet];
  if (!best || !sheet) return null;
  const sources = sourcesOf(sheet, best, isWord);
  const tried = profiles.flatMap((profile) => {
    const matched = matchColumns(sources, profile.fields);
    const needed = neededOf(profile);
    const lacks = needed.some((field) => !matched.proposed.has(field)) || (wanted === null && needed.length === 1 && isGuess(matched.columns, needed[0] ?? ''));
    const telling = matched.columns.filter(({ field }) => profile.fields.some((own) => own.tells && own.field === field)).length;
    return lacks ? [] : [{ profile, columns: matched.columns, telling, score: matched.score + telling * TELLING }];
  });
  const chosen = tried.toSorted((a, b) => b.score - a.score)[0];
  if (!chosen) return null;
  // one sheet for each grid is usual: every sheet with the same titles is part of the table
  const columnsOf = (head: Head): readonly MappedColumn[] | null => {
    if (head === best || sameHead(head, best)) return chosen.columns;
    const own = workbook.sheets[head.sheet];
    if (!chosen.profile.sheetwise || best.row < 0 || !own) return null;
    const { columns, proposed } = matchColumns(sourcesOf(own, head, isWord), chosen.profile.fields);
    return neededOf(chosen.profile).every((field) => proposed.has(field)) ? columns : null;
  };
  const tables = (best.row < 0 ? [best] : heads).flatMap((head): FoundTable[] => {
    const columns = columnsOf(head);
    return columns ? [{ sheet: head.sheet, name: workbook.sheets[head.sheet]?.name ?? '', headerRow: head.row, columns }] : [];
  });
  return { profile: chosen.profile, tables, asksKind: wanted === null && chosen.telling === 0 && tried.length > 1 };
}
