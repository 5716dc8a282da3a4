import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { instantText } from '#shared/contract/list.ts';
import { roles } from '#shared/contract/roles.ts';
import { importProfiles } from '#shared/kernel/imports/imports.contract.ts';

export const dataSetsPermissions = { 'data-sets.read': [...roles] } as const;
const { report } = operationsFor(dataSetsPermissions);

/** One kind of record that the desk keeps: a table whose history can be read. */
export const dataSetSchema = z.strictObject({
  /** Its words are `audit.entity.<table>`. */
  table: z.string(),
  /** The standard or form its fields follow, as its area names it; empty when it is the desk's own. */
  standard: z.string(),
  /** Who may read it: the permission and the roles that hold it. */
  permission: z.string(),
  roles: z.array(z.enum(roles)),
  /** Forms it is filled from. */
  forms: z.array(z.enum(importProfiles)),
  records: z.int(),
  changedAt: instantText.nullable(),
  /** Per cent: by the area's own rule where it has one, else filled fields of all fields; null without records. */
  completeness: z.int().min(0).max(100).nullable(),
  byRule: z.boolean(),
});
export type DataSet = z.infer<typeof dataSetSchema>;

export const dataSetsContract = {
  /** Every data set of the desk with its size as it is now (domain.md 4, H7). Numbers only, of the whole file. */
  listDataSets: report({ permission: 'data-sets.read', input: z.strictObject({}), output: z.array(dataSetSchema) }),
};
