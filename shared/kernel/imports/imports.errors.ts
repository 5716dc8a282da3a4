import { z } from 'zod';

/** Refusals of a whole workbook or batch; what is wrong with one cell is a finding, not an error (security.md 2.10). */
export const importsErrors = {
  'import/too-large': z.strictObject({ limitMiB: z.int() }),
  'import/wrong-type': z.strictObject({}),
  'import/zip-structure': z.strictObject({}),
  'import/xml-entities': z.strictObject({}),
  'import/encrypted': z.strictObject({}),
  'import/cut-off': z.strictObject({}),
  'import/too-many-rows': z.strictObject({ limit: z.int() }),
  'import/too-many-sheets': z.strictObject({ limit: z.int() }),
  'import/too-many-columns': z.strictObject({ limit: z.int() }),
  'import/parser-stopped': z.strictObject({}),
  'import/too-slow': z.strictObject({ seconds: z.int() }),
  'import/no-table-found': z.strictObject({}),
  'import/form-not-recognised': z.strictObject({ missing: z.string() }),
  'import/not-open': z.strictObject({}),
  'import/columns-undecided': z.strictObject({ columns: z.int() }),
  'import/kind-undecided': z.strictObject({}),
  'import/undecided-left': z.strictObject({ rows: z.int() }),
  'import/nothing-to-commit': z.strictObject({}),
  'import/undo-expired': z.strictObject({}),
};
