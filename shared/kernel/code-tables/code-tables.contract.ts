import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';

export const codeTablesPermissions = { 'code-tables.edit': ['administrator', 'supervisor'] } as const;
const { query, command } = operationsFor(codeTablesPermissions);

export const codeTableSchema = z.strictObject({
  table: z.string(),
  /** Number of the standard and where the values come from, as shown to people. */
  standard: z.string(),
  source: z.string(),
  /** Values of a national standard are fixed; only a table marked so takes new ones. */
  editable: z.boolean(),
  items: z.int(),
});
export const codeItemSchema = z.strictObject({
  table: z.string().max(60),
  code: z.string().trim().min(1).max(20),
  zh: z.string().trim().min(1).max(60),
  en: z.string().trim().max(80),
  active: z.boolean(),
});
export type CodeItem = z.infer<typeof codeItemSchema>;

export const codeTablesContract = {
  listTables: query({ permission: 'session', input: z.strictObject({}), output: z.array(codeTableSchema) }),
  listItems: query({ permission: 'session', input: z.strictObject({ table: z.string().max(60).optional() }), output: z.array(codeItemSchema) }),
  saveItem: command({ permission: 'code-tables.edit', input: codeItemSchema, output: codeItemSchema, invalidates: ['codeTables'] }),
};
