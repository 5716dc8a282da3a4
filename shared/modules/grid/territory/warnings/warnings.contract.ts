import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';

export const warningsPermissions = { 'warnings.read': ['clerk', 'supervisor', 'administrator'] } as const;
const { query } = operationsFor(warningsPermissions);

/** One thing that is wrong; `to` is the screen that settles it. */
export const warningRowSchema = z.strictObject({ id: z.string(), title: z.string(), detail: z.string(), to: z.string() });
export type WarningRow = z.infer<typeof warningRowSchema>;

export const warningSchema = z.strictObject({
  /** Locale keys `warnings.kind.<kind>` and `warnings.about.<kind>`. */
  kind: z.string(),
  count: z.int(),
  /** The first of them; a list that is longer is opened by `to`. */
  rows: z.array(warningRowSchema),
  to: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Warning = z.infer<typeof warningSchema>;

export const warningsOperations = {
  /** Everything that is wrong with the own community's grids now, computed from the records. Kinds with nothing to say come with count 0. */
  listWarnings: query({ permission: 'warnings.read', input: z.strictObject({}), output: z.array(warningSchema) }),
};
