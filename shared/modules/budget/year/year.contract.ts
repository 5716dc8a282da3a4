import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, versionedShape, windowShape } from '#shared/contract/list.ts';
import { sourcesPermissions } from '../sources/sources.contract.ts';
import { adjustSchema, approveLineSchema, closeYearSchema, entryFilterSchema, entryRowSchema, entrySortSchema, lineChangeSchema, lineDraftSchema, lineRowSchema, openYearSchema, raisesSchema, staffReckoningSchema, takeFromStaffSchema, yearNumber, yearPageSchema, yearRowSchema } from './year.schema.ts';

export const yearPermissions = { 'budget.close-year': ['supervisor'] } as const;
const { query, command } = operationsFor({ ...sourcesPermissions, ...yearPermissions });
const STALE = ['budget', 'notifications', 'audit', 'undo'];
const entries = entryFilterSchema.default(entryFilterSchema.parse({}));

export const yearOperations = {
  listYears: query({ permission: 'budget.read', input: z.strictObject({}), output: z.array(yearRowSchema) }),
  getYearPage: query({ permission: 'budget.read', input: z.strictObject({ year: yearNumber }), output: yearPageSchema }),
  openYear: command({ permission: 'budget.manage', input: openYearSchema, output: yearRowSchema, invalidates: STALE }),
  createLine: command({ permission: 'budget.manage', input: lineDraftSchema, output: lineRowSchema, invalidates: STALE }),
  updateLine: command({ permission: 'budget.manage', input: lineChangeSchema, output: lineRowSchema, invalidates: STALE }),
  /** What is asked for; a second figure takes the place of the first by an entry of the difference. */
  askForLine: command({ permission: 'budget.manage', input: z.strictObject({ ...versionedShape, fen: z.int().min(0).max(10_000_000_000_000) }), output: lineRowSchema, invalidates: STALE }),
  /** Salaries and subsidies as staff reckons them, beside what the line says; with other amounts for some grades as well. */
  compareWithStaff: query({ permission: 'budget.manage', input: z.strictObject({ lineId: z.uuid(), raises: raisesSchema.default([]) }), output: staffReckoningSchema }),
  takeFromStaff: command({ permission: 'budget.manage', input: takeFromStaffSchema, output: lineRowSchema, invalidates: STALE }),
  approveLine: command({ permission: 'budget.manage', input: approveLineSchema, output: lineRowSchema, invalidates: STALE }),
  adjustLines: command({ permission: 'budget.manage', input: adjustSchema, output: doneSchema, invalidates: STALE }),
  closeYear: command({ permission: 'budget.close-year', input: closeYearSchema, output: yearRowSchema, invalidates: STALE }),
  listEntries: query({ permission: 'budget.read', input: z.strictObject({ filter: entries, sort: entrySortSchema, ...windowShape }), output: z.array(entryRowSchema) }),
  countEntries: query({ permission: 'budget.read', input: z.strictObject({ filter: entries }), output: countSchema }),
};
