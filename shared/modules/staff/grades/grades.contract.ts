import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, versionedShape } from '#shared/contract/list.ts';
import { raiseSchema, raiseSimulationSchema, subsidyChangeSchema, subsidyDraftSchema, subsidyRowSchema, yearText } from './subsidy.schema.ts';

export const gradesPermissions = { 'subsidies.read': ['supervisor', 'trainer', 'finance', 'administrator'], 'subsidies.edit': ['supervisor', 'finance'] } as const;
const { query, command } = operationsFor(gradesPermissions);
const STALE = ['staff', 'budget', 'audit', 'undo'];

export const gradesOperations = {
  listSubsidies: query({ permission: 'subsidies.read', input: z.strictObject({}), output: z.array(subsidyRowSchema) }),
  addSubsidy: command({ permission: 'subsidies.edit', input: subsidyDraftSchema, output: subsidyRowSchema, invalidates: STALE }),
  updateSubsidy: command({ permission: 'subsidies.edit', input: subsidyChangeSchema, output: subsidyRowSchema, invalidates: STALE }),
  removeSubsidy: command({ permission: 'subsidies.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  /** The year as it runs, and with other amounts for some grades. Nothing is stored. */
  simulateRaise: query({ permission: 'subsidies.read', input: z.strictObject({ year: yearText, raises: z.array(raiseSchema).max(50).default([]) }), output: raiseSimulationSchema }),
};
