import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { admittedTaskSchema } from '#shared/modules/grid/admission/admitted-task.schema.ts';
import { countSchema, idInput, windowShape } from '#shared/contract/list.ts';
import { effortDraftSchema, effortFilterSchema, effortRowSchema, effortSortSchema, receiptDraftSchema, sourceChangeSchema, sourceDraftSchema, sourceFilterSchema, sourceRowSchema, sourceSortSchema } from './source.schema.ts';

export const sourcesPermissions = {
  'budget.read': ['clerk', 'supervisor', 'finance', 'auditor'],
  /** Sources, lines, receipts and partners are kept by who keeps the money. */
  'budget.manage': ['finance', 'supervisor'],
  'volunteer-value.record': ['clerk', 'supervisor', 'finance'],
} as const;
const { query, command } = operationsFor(sourcesPermissions);
const STALE = ['budget', 'grid', 'notifications', 'audit', 'undo'];
const filter = sourceFilterSchema.default(sourceFilterSchema.parse({}));
const efforts = effortFilterSchema.default(effortFilterSchema.parse({}));

export const sourcesOperations = {
  listSources: query({ permission: 'budget.read', input: z.strictObject({ filter, sort: sourceSortSchema, ...windowShape }), output: z.array(sourceRowSchema) }),
  countSources: query({ permission: 'budget.read', input: z.strictObject({ filter }), output: countSchema }),
  getSource: query({ permission: 'budget.read', input: idInput, output: sourceRowSchema }),
  /** Admitted tasks with money that a source can be of. */
  listSourceTasks: query({ permission: 'budget.manage', input: z.strictObject({ sourceId: z.uuid().nullable() }), output: z.array(admittedTaskSchema) }),
  createSource: command({ permission: 'budget.manage', input: sourceDraftSchema, output: sourceRowSchema, invalidates: STALE }),
  updateSource: command({ permission: 'budget.manage', input: sourceChangeSchema, output: sourceRowSchema, invalidates: STALE }),
  recordReceipt: command({ permission: 'budget.manage', input: receiptDraftSchema, output: sourceRowSchema, invalidates: STALE }),
  listEfforts: query({ permission: 'budget.read', input: z.strictObject({ filter: efforts, sort: effortSortSchema, ...windowShape }), output: z.array(effortRowSchema) }),
  countEfforts: query({ permission: 'budget.read', input: z.strictObject({ filter: efforts }), output: countSchema }),
  recordEffort: command({ permission: 'volunteer-value.record', input: effortDraftSchema, output: effortRowSchema, invalidates: STALE }),
};
