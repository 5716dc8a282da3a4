import { createHash } from 'node:crypto';
import { fail } from '#shared/errors/app-error.ts';
import type { FoundTable, ImportField, ImportProfile, MappedColumn } from './import-profile.ts';
import { titleKey } from './matching/title-words.ts';
import { textOf, type Cell, type Workbook, type WorkbookSheet } from './workbook.ts';

/** How far down a header is looked for: official forms carry title, notes and the reporting unit above it. */
const SEARCH_ROWS = 15;
/** A table is taken for a form when at least this many of its fields are named. */
const LEAST_FIELDS = 4;
/** Beside such a table, another sheet of the same form may be shorter. */
const LEAST_BESIDE = 2;

const isRequired = (title: string): boolean => title.normalize('NFKC').includes('*');

/** The second line of a header that has two: it stands only under titles that span it, and the first field's cell is empty. */
function hasSubHeader(head: readonly Cell[], below: readonly Cell[] | undefined): boolean {
  if (!below || textOf(below[0]) !== '' || !below.some((cell) => textOf(cell) !== '')) return false;
  return below.every((cell, index) => textOf(cell) === '' || textOf(head[index]) === '' || textOf(head[index + 1]) === '');
}

type Title = { readonly text: string; readonly keys: readonly string[]; readonly required: boolean };

function titlesOf(head: readonly Cell[], below: readonly Cell[] | null): Title[] {
  let upper = '';
  return Array.from({ length: Math.max(head.length, below?.length ?? 0) }, (_, index) => {
    const own = textOf(head[index]);
    const lower = below ? textOf(below[index]) : '';
    if (own !== '') upper = own;
    if (lower === '') return { text: own.trim(), keys: [titleKey(own)], required: isRequired(own) };
    return { text: `${upper.trim()} ${lower.trim()}`, keys: [`${titleKey(upper)}/${titleKey(lower)}`, titleKey(lower)], required: isRequired(lower) };
  });
}

/** Each field takes the first column that bears one of its titles; a column serves one field. */
function mapped(titles: readonly Title[], fields: readonly ImportField[]): MappedColumn[] {
  const taken = new Map<number, string>();
  for (const { field, titles: names } of fields) {
    for (const name of names) {
      const index = titles.findIndex((title, at) => !taken.has(at) && title.keys[0] === name);
      if (index >= 0) {
        taken.set(index, field);
        break;
      }
    }
  }
  return titles.flatMap((title, index) => (title.text === '' ? [] : [{ index, title: title.text, required: title.required, field: taken.get(index) ?? null }]));
}

function bestTable(sheet: WorkbookSheet, index: number, fields: readonly ImportField[], least = LEAST_FIELDS): (FoundTable & { readonly found: number }) | null {
  let best: (FoundTable & { readonly found: number }) | null = null;
  for (let row = 0; row < Math.min(SEARCH_ROWS, sheet.rows.length); row += 1) {
    const head = sheet.rows[row] ?? [];
    const below = sheet.rows[row + 1];
    const two = hasSubHeader(head, below);
    const columns = mapped(titlesOf(head, two ? (below ?? []) : null), fields);
    const found = columns.filter((column) => column.field !== null).length;
    // the first of equals wins: a dictionary row further down may repeat the titles
    if (found > (best?.found ?? least - 1)) best = { sheet: index, name: sheet.name, headerRow: two ? row + 1 : row, columns, found };
  }
  return best;
}

function tablesFor(profile: ImportProfile, workbook: Workbook): { readonly tables: readonly FoundTable[]; readonly score: number } {
  if (profile.find) {
    const tables = profile.find(workbook.sheets);
    return { tables, score: tables.length > 0 ? 1 : 0 };
  }
  const all = workbook.sheets.flatMap((sheet, index) => (sheet.name === 'bean' ? [] : [bestTable(sheet, index, profile.fields)])).filter((table) => table !== null);
  const best = all.toSorted((a, b) => b.found - a.found)[0];
  if (!best) return { tables: [], score: 0 };
  const required = profile.fields.filter((field) => field.required);
  const hasAll = (table: FoundTable): boolean => required.every(({ field }) => table.columns.some((column) => column.field === field));
  const beside = profile.sheetwise ? workbook.sheets.flatMap((sheet, index) => bestTable(sheet, index, profile.fields, LEAST_BESIDE) ?? []).filter(hasAll) : [best];
  return { tables: beside.length > 0 ? beside : [best], score: hasAll(best) ? best.found / profile.fields.length : 0 };
}

type Attempt = { readonly profile: ImportProfile; readonly tables: readonly FoundTable[]; readonly score: number };
export type FoundForm = { readonly form: Pick<Attempt, 'profile' | 'tables'> | null; /** Says why there is none. */ readonly refuse: () => never };

/**
 * Which known form this is and where its tables are; with a wanted profile only that one is tried. `refuse` ends with
 * `import/no-table-found` or `import/form-not-recognised` (with the first missing title).
 */
export function findForm(workbook: Workbook, profiles: readonly ImportProfile[], wanted: string | null): FoundForm {
  const tried = profiles.filter((profile) => wanted === null || profile.id === wanted).map((profile): Attempt => ({ profile, ...tablesFor(profile, workbook) }));
  const best = tried.toSorted((a, b) => b.score - a.score)[0];
  return {
    form: best && best.score > 0 ? best : null,
    refuse: () => {
      const partial = tried.find((attempt) => attempt.tables.length > 0);
      if (!partial) return fail('import/no-table-found', {});
      const missing = partial.profile.fields.find((field) => field.required && !partial.tables[0]?.columns.some((column) => column.field === field.field));
      return fail('import/form-not-recognised', { missing: missing?.titles[0] ?? '' });
    },
  };
}

/** The fingerprint by which a header is known again. */
export const headerHash = (tables: readonly FoundTable[]): string =>
  createHash('sha256').update(JSON.stringify((tables[0]?.columns ?? []).map((column) => [column.index, titleKey(column.title)]))).digest('hex').slice(0, 32);
