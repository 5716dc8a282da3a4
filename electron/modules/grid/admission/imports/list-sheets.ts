import type { Work } from '#electron/database/unit-of-work.ts';
import type { SourceRow } from '#electron/kernel/imports/import-profile.ts';
import { isNumbering, isRemark } from '#electron/kernel/imports/matching/ledger-rows.ts';
import { rowCheck } from '#electron/kernel/imports/row-check.ts';
import { textOf } from '#electron/kernel/imports/workbook.ts';
import type { ListKind } from '#shared/modules/grid/admission/admission-list.schema.ts';
import { groupOfHeading, isGroupHeading, keptText, listOfWords, sameTitle } from '#shared/modules/grid/admission/list-sheet.rules.ts';

/** What a row of the table is: a task with the list and the group it stands under, a heading of the tasks below it, or no record. */
export type RowPlace = { readonly is: 'task' | 'heading' | 'remark'; readonly list: ListKind | null; readonly group: string; /** The first task of its list in the file. */ readonly isFirst: boolean };
export type Survey = { readonly placeOf: (row: Pick<SourceRow, 'sheet' | 'row'>) => RowPlace; /** The titles of a list in the file. */ readonly titlesOf: (kind: ListKind) => ReadonlySet<string> };

const NO_PLACE: RowPlace = { is: 'task', list: null, group: '', isFirst: false };
const keyOf = ({ sheet, row }: Pick<SourceRow, 'sheet' | 'row'>): string => `${sheet}/${row}`;
const indexOf = ({ columns }: SourceRow, field: string): number => columns.find((column) => column.field === field && column.constant === undefined)?.index ?? -1;

/** Which list a table of the file is: said above it, else by its sheet, else by the file. */
function listsOfSheets(work: Work, batchId: string): (sheet: number) => ListKind | null {
  const batch = work.imports.findBatch(batchId);
  return (sheet) => {
    const layout = batch?.sheets.find((one) => one.sheet === sheet);
    const above = (layout?.top ?? []).map((line) => [...new Set(line.map((cell) => textOf(cell).trim()).filter((text) => text !== ''))]).flatMap(([only = '', ...more]) => (more.length === 0 ? [only] : [])); // a line of titles has more than one
    return [...above, layout?.name ?? '', batch?.fileName ?? ''].map(listOfWords).find((kind) => kind !== null) ?? null;
  };
}

const REMARK = /^(?:(?:注|说明|备注|填表|制表|审核|合计|总计|共计|联系人|填报|打印).{0,8}[:：]|合计|总计|共计|\d+$)/u;

type Line = { readonly is: 'task' | 'remark' } | { readonly is: 'heading'; readonly words: string };

/** A line with one text in it is a heading of what follows, unless it stands where the tasks stand and does not look like one. */
function lineOf(row: SourceRow): Line {
  const filled = row.cells.flatMap((cell, at) => (textOf(cell).trim() === '' ? [] : [{ at, text: keptText(textOf(cell)) }]));
  const [only] = filled;
  if (!only || filled.some(({ text }) => text !== only.text)) return { is: isRemark(row.cells, row.columns) || isNumbering(row.cells) ? 'remark' : 'task' };
  if (REMARK.test(only.text)) return { is: 'remark' };
  return filled.length === 1 && only.at === indexOf(row, 'taskTitle') && !isGroupHeading(only.text) ? { is: 'task' } : { is: 'heading', words: only.text };
}

/** Goes through the rows in their order: a heading holds until the next one of its sheet, a list of its own begins its groups anew. Words with no task below them are a remark. */
export function surveyedLists(work: Work, batchId: string, rows: Iterable<SourceRow>): Survey {
  const listOf = listsOfSheets(work, batchId);
  const places = new Map<string, RowPlace>();
  const titles = new Map<ListKind, Set<string>>();
  let at = { sheet: -1, list: null as ListKind | null, group: '' };
  const waiting = new Set<string>();
  const leaveWaiting = (): void => {
    for (const key of waiting) places.set(key, { ...NO_PLACE, is: 'remark' });
    waiting.clear();
  };
  for (const row of rows) {
    if (row.sheet !== at.sheet) {
      leaveWaiting();
      at = { sheet: row.sheet, list: listOf(row.sheet), group: '' };
    }
    const line = lineOf(row);
    if (line.is === 'heading') {
      const list = /清单/u.test(line.words) ? listOfWords(line.words) : null;
      at = list === null ? { ...at, group: groupOfHeading(line.words) } : { ...at, list, group: '' };
    }
    if (line.is !== 'task') {
      places.set(keyOf(row), { is: line.is, list: at.list, group: at.group, isFirst: false });
      if (line.is === 'heading') waiting.add(keyOf(row));
      continue;
    }
    waiting.clear();
    const check = rowCheck(row);
    const list = check.has('listKind') && check.text('listKind') !== '' ? listOfWords(check.text('listKind')) : at.list;
    const title = sameTitle(textOf(check.raw('taskTitle')));
    const before = list === null ? undefined : titles.get(list);
    if (list !== null && title !== '') titles.set(list, (before ?? new Set()).add(title));
    places.set(keyOf(row), { is: 'task', list, group: at.group, isFirst: list !== null && before === undefined && title !== '' });
  }
  leaveWaiting();
  return { placeOf: (row) => places.get(keyOf(row)) ?? NO_PLACE, titlesOf: (kind) => titles.get(kind) ?? new Set() };
}
