import { z } from 'zod';

export const codeTablesErrors = {
  'code-table/fixed-by-standard': z.strictObject({ standard: z.string() }),
  'code-table/label-taken': z.strictObject({ zh: z.string() }),
};
