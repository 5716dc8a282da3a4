import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, instantText, windowShape } from '#shared/contract/list.ts';

export const importsPermissions = {
  'imports.run': ['clerk', 'supervisor', 'finance', 'administrator'],
  /** The service asks for one of these too, by what the workbook holds: an administrator never sees a resident's row. */
  'imports.residents': ['clerk', 'supervisor'],
  'imports.organisations': ['supervisor', 'administrator'],
} as const;
const { query, command, task } = operationsFor(importsPermissions);

export const importProfiles = ['registered-persons', 'floating-persons', 'left-behind-persons', 'overseas-persons', 'no-hukou-persons', 'dwellings', 'grid-members', 'team-members', 'companies', 'organisations', 'budget-lines', 'admission-items'] as const;
export type ImportProfile = (typeof importProfiles)[number];

export const rowVerdicts = ['new', 'changed', 'same', 'bad', 'skipped'] as const;

export const findingSchema = z.strictObject({
  /** Index of the column in the sheet (0 is A), or -1 for the row as a whole. */
  column: z.int().min(-1),
  severity: z.enum(['error', 'warning', 'normalised']),
  /** Locale key `import.finding.<code>`. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What would be right, when the rule can tell. */
  suggestion: z.string().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** How a column of a table the desk has never seen found its field; `aside` when nothing speaks for any. */
export const columnMatchSchema = z.strictObject({
  how: z.enum(['title', 'synonym', 'part', 'values', 'remembered', 'chosen', 'aside']),
  /** Per cent. */
  certainty: z.int().min(0).max(100),
  /** Per cent of the column's values that look like the field; null when the values tell nothing. */
  share: z.int().min(0).max(100).nullable(),
  /** True while the clerk is asked: the import waits for the answer. */
  asks: z.boolean(),
  alternatives: z.array(z.strictObject({ field: z.string(), certainty: z.int() })),
});
export type ColumnMatch = z.infer<typeof columnMatchSchema>;

export const importColumnSchema = z.strictObject({
  index: z.int().min(0),
  title: z.string(),
  required: z.boolean(),
  /** Field of the profile, or null: kept aside in the record's own `extra` under the title. */
  field: z.string().nullable(),
  /** Null in a known form. */
  match: columnMatchSchema.nullable(),
});
export type ImportColumn = z.infer<typeof importColumnSchema>;

export const constantSchema = z.strictObject({ field: z.string().max(40), text: z.string().trim().min(1).max(200) });

export const importCountsSchema = z.strictObject({
  total: z.int(), new: z.int(), changed: z.int(), same: z.int(), bad: z.int(), skipped: z.int(), normalised: z.int(), undecided: z.int(),
});

export const importBatchSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  profile: z.enum(importProfiles),
  fileName: z.string(),
  sheetName: z.string(),
  /** One-based spreadsheet row of the last header row. */
  headerRow: z.int(),
  columns: z.array(importColumnSchema),
  /** What every row holds for a field that the table has no column for. */
  constants: z.array(constantSchema),
  /** The sheets of the table that bear other titles, with their own columns. */
  otherSheets: z.array(z.strictObject({ name: z.string(), columns: z.array(importColumnSchema) })),
  /** True while nobody said which kind of table this is. */
  asksKind: z.boolean(),
  status: z.enum(['checked', 'committed', 'undone', 'discarded']),
  counts: importCountsSchema,
  createdAt: instantText,
  createdBy: z.string(),
  committedAt: instantText.nullable(),
  /** Until when the whole batch can be taken back (30 days after commit). */
  undoableUntil: instantText.nullable(),
});
export type ImportBatch = z.infer<typeof importBatchSchema>;

/** The columns of a sheet; where it has fewer than another, that one's titles stand for the rest, so that no cell is out of reach. */
export function columnsOfSheet({ columns, otherSheets }: Pick<ImportBatch, 'columns' | 'otherSheets'>, name: string): readonly ImportColumn[] {
  if (otherSheets.length === 0) return columns;
  const own = otherSheets.find((sheet) => sheet.name === name)?.columns ?? columns;
  const byIndex = new Map([...otherSheets.flatMap((sheet) => sheet.columns), ...columns, ...own].map((column) => [column.index, column]));
  return [...byIndex.values()].toSorted((a, b) => a.index - b.index);
}

export const fieldChoices = ['theirs', 'ours', 'undecided'] as const;
export const importDifferenceSchema = z.strictObject({ field: z.string(), ours: z.string(), theirs: z.string(), choice: z.enum(fieldChoices) });

export const importRowSchema = z.strictObject({
  /** Spreadsheet row, one-based, as the clerk sees it in the file. */
  row: z.int(),
  sheet: z.string(),
  cells: z.array(z.string()),
  verdict: z.enum(rowVerdicts),
  findings: z.array(findingSchema),
  existingId: z.uuid().nullable(),
  differences: z.array(importDifferenceSchema),
});
export type ImportRow = z.infer<typeof importRowSchema>;

/** A column of an empty form; `values` are what may be chosen there, in words. */
export const formColumnSchema = z.strictObject({ title: z.string(), required: z.boolean(), values: z.array(z.string()) });
export type FormColumn = z.infer<typeof formColumnSchema>;

/** A word of the file that no list of the desk knows, wherever it stands in its column. */
export const foreignWordSchema = z.strictObject({
  column: z.int().min(0),
  field: z.string(),
  text: z.string(),
  rows: z.int(),
  /** What it was said to mean: a word of the desk, empty for none; null while nobody said. */
  means: z.string().nullable(),
  suggestion: z.string().nullable(),
});
export type ForeignWord = z.infer<typeof foreignWordSchema>;

const batchId = { batchId: z.uuid() };

export const importsContract = {
  /** Reads the file in the isolated process and stages a dry run; nothing of the register changes. */
  openWorkbook: task({ permission: 'imports.run', input: z.strictObject({ path: z.string().min(1).max(1000), profile: z.enum(importProfiles).optional() }), output: importBatchSchema, invalidates: ['imports', 'notifications'] }),
  /** Rows copied in a spreadsheet, with the same dry run as a file. */
  pasteRows: command({ permission: 'imports.run', input: z.strictObject({ text: z.string().min(1).max(8_000_000), name: z.string().trim().min(1).max(100), profile: z.enum(importProfiles).optional() }), output: importBatchSchema, invalidates: ['imports', 'notifications'] }),
  listBatches: query({ permission: 'imports.run', input: z.strictObject({ ...windowShape }), output: z.array(importBatchSchema) }),
  getBatch: query({ permission: 'imports.run', input: z.strictObject(batchId), output: importBatchSchema }),
  listRows: query({
    permission: 'imports.run',
    input: z.strictObject({ ...batchId, verdicts: z.array(z.enum(rowVerdicts)).default([]), onlyFindings: z.boolean().default(false), ...windowShape }),
    output: z.strictObject({ rows: z.array(importRowSchema), count: z.int() }),
  }),
  /** The fields a column of such a form can be told to be. */
  listFields: query({ permission: 'imports.run', input: z.strictObject({ profile: z.enum(importProfiles) }), output: z.array(z.strictObject({ field: z.string(), required: z.boolean(), /** Without it no record can be made. */ essential: z.boolean(), /** What may stand there, in words; empty for free text. */ values: z.array(z.string()) })) }),
  setColumns: command({ permission: 'imports.run', input: z.strictObject({ ...batchId, version: z.int(), columns: z.array(z.strictObject({ index: z.int().min(0), field: z.string().nullable() })), constants: z.array(constantSchema).max(60).default([]) }), output: importBatchSchema, invalidates: ['imports'] }),
  /** Which kind of table this is, where the table does not tell: its columns are matched anew. */
  chooseKind: command({ permission: 'imports.run', input: z.strictObject({ ...batchId, version: z.int(), profile: z.enum(importProfiles) }), output: importBatchSchema, invalidates: ['imports', 'notifications'] }),
  /** The file's words that the desk's lists do not have, each once for its column, with what was chosen for them. */
  listWords: query({ permission: 'imports.run', input: z.strictObject(batchId), output: z.array(foreignWordSchema) }),
  /** What words of the file mean, in this batch and in every later file with the same titles. */
  setWords: command({ permission: 'imports.run', input: z.strictObject({ ...batchId, version: z.int(), words: z.array(z.strictObject({ column: z.int().min(0), text: z.string().max(1000), means: z.string().max(200).nullable() })).min(1).max(2000) }), output: importBatchSchema, invalidates: ['imports'] }),
  fixCell: command({ permission: 'imports.run', input: z.strictObject({ ...batchId, sheet: z.string().max(60), row: z.int(), column: z.int().min(0), text: z.string().max(1000) }), output: importRowSchema, invalidates: ['imports'] }),
  skipRow: command({ permission: 'imports.run', input: z.strictObject({ ...batchId, sheet: z.string().max(60), row: z.int(), skip: z.boolean() }), output: importRowSchema, invalidates: ['imports'] }),
  /** Compare and choose: for one row, or for every undecided difference of the batch when `row` is absent. */
  chooseDifferences: command({
    permission: 'imports.run',
    input: z.strictObject({ ...batchId, sheet: z.string().max(60).optional(), row: z.int().optional(), fields: z.array(z.string()).optional(), choice: z.enum(['theirs', 'ours']) }),
    output: importBatchSchema,
    invalidates: ['imports'],
  }),
  commitBatch: task({ permission: 'imports.run', input: z.strictObject(batchId), output: importBatchSchema, invalidates: ['imports', 'grid', 'staff', 'budget', 'notifications', 'audit', 'backup'] }),
  undoBatch: command({
    permission: 'imports.run',
    input: z.strictObject(batchId),
    output: z.strictObject({ batch: importBatchSchema, undone: z.int(), /** Records changed by a person since, or in use; they stay as they are. */ kept: z.int(), reasons: z.array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.int()])) })) }),
    invalidates: ['imports', 'grid', 'staff', 'budget', 'notifications', 'audit'],
  }),
  discardBatch: command({ permission: 'imports.run', input: z.strictObject(batchId), output: doneSchema, invalidates: ['imports', 'notifications'] }),
  /** The bad rows in a workbook of the form's own layout, the reason beside each cell. */
  exportBadRows: task({ permission: 'imports.run', input: z.strictObject({ ...batchId, path: z.string().max(1000).optional() }), output: z.strictObject({ path: z.string(), rows: z.int() }), invalidates: ['audit'] }),

  /** The empty form of a kind of import, with this station's lists. */
  saveForm: task({ permission: 'imports.run', input: z.strictObject({ profile: z.enum(importProfiles), suggestedName: z.string().max(120), title: z.string().max(31), path: z.string().max(1000).optional() }), output: z.strictObject({ path: z.string() }), invalidates: ['audit'] }),
  describeForm: query({ permission: 'imports.run', internal: true, input: z.strictObject({ profile: z.enum(importProfiles) }), output: z.strictObject({ columns: z.array(formColumnSchema), isPlain: z.boolean() }) }),

  /** What stands above the rows, sheet by sheet, for giving bad rows back in the form's own shape. */
  readLayout: query({
    permission: 'imports.run',
    internal: true,
    input: z.strictObject(batchId),
    output: z.strictObject({
      sheets: z.array(z.strictObject({
        name: z.string(),
        top: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
        merges: z.array(z.strictObject({ startRow: z.int(), endRow: z.int(), startCol: z.int(), endCol: z.int() })),
        width: z.int(),
      })),
    }),
  }),
  stageBatch: command({
    permission: 'imports.run',
    internal: true,
    input: z.strictObject({ profile: z.enum(importProfiles).nullable(), fileName: z.string().max(255), workbook: z.custom<unknown>() }),
    output: importBatchSchema,
    invalidates: ['imports', 'notifications'],
  }),
  commitStaged: command({ permission: 'imports.run', internal: true, input: z.strictObject(batchId), output: importBatchSchema, invalidates: ['imports', 'grid', 'staff', 'budget', 'notifications', 'audit'] }),
};
