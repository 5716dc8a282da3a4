import { itemLengths } from './admission-list.schema.ts';

export type PastedItem = { readonly title: string; readonly content: string; readonly legalBasis: string; readonly office: string; readonly means: string };
export type PastedLine = { readonly ok: true; readonly item: PastedItem } | { readonly ok: false; readonly line: number; readonly text: string };

const HEADER = /^(事项|事项名称|名称|title|task)$/i;
const FIELDS = ['title', 'content', 'legalBasis', 'office', 'means'] as const;

/**
 * Rows copied from a spreadsheet: title, content, legal basis, office, means, in this order, one task a line. A leading column of plain numbers
 * and a header line are left out; a line without a title or with a cell that is too long is handed back with its number, never cut.
 */
export function parsePastedList(text: string): PastedLine[] {
  return text.split(/\r?\n/).flatMap((raw, index): PastedLine[] => {
    if (raw.trim() === '') return [];
    const cells = raw.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'));
    const [title = '', content = '', legalBasis = '', office = '', means = ''] = /^\d+[.、]?$/.test(cells[0] ?? '') || /^(序号|no\.?)$/i.test(cells[0] ?? '') ? cells.slice(1) : cells;
    if (HEADER.test(title)) return [];
    const item = { title, content, legalBasis, office, means };
    const fits = title.length >= 2 && FIELDS.every((field) => item[field].length <= itemLengths[field]);
    return [fits ? { ok: true, item } : { ok: false, line: index + 1, text: raw.trim().slice(0, 60) }];
  });
}
