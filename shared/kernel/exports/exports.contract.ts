import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';

/** Every export is masked like the list it comes from, limited by the station's setting, and on record (security.md 2.9). */
export const exportsPermissions = { 'exports.run': ['clerk', 'supervisor', 'trainer', 'finance', 'auditor', 'administrator'] } as const;
const { report, task } = operationsFor(exportsPermissions);

export const exportRequestSchema = z.strictObject({
  /** Key of a list in the modules' export table, e.g. `grid.persons`. */
  list: z.string().max(60),
  /** The list's own filter and sort, exactly as on screen. */
  query: z.record(z.string(), z.json()),
  columns: z.array(z.strictObject({ field: z.string().max(60), title: z.string().max(60) })).min(1).max(60),
  reason: z.string().trim().min(2).max(300),
});

export const exportsContract = {
  exportList: task({
    permission: 'exports.run',
    input: exportRequestSchema.extend({ suggestedName: z.string().max(120), path: z.string().max(1000).optional() }),
    output: z.strictObject({ path: z.string(), rows: z.int() }),
    invalidates: ['audit'],
  }),
  /** A chart or map as it stands on the screen: figures, never people. */
  savePicture: task({
    permission: 'exports.run',
    input: z.strictObject({ /** A PNG in base64. */ picture: z.base64().max(1_000_000), title: z.string().trim().min(1).max(120), suggestedName: z.string().max(120), path: z.string().max(1000).optional() }),
    output: z.strictObject({ path: z.string() }),
    invalidates: ['audit'],
  }),
  openExported: task({ permission: 'exports.run', input: z.strictObject({ path: z.string().max(1000), action: z.enum(['open', 'folder']) }), output: z.strictObject({}), invalidates: [] }),
  writeList: report({
    permission: 'exports.run',
    internal: true,
    input: exportRequestSchema.extend({ path: z.string().max(1000), mark: z.string().max(200) }),
    output: z.strictObject({ rows: z.int() }),
  }),
};
