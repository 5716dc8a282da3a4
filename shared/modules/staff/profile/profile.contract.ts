import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, versionedShape, windowShape } from '#shared/contract/list.ts';
import { retirementChangeSchema, retirementFilterSchema, retirementRowSchema, retirementRuleSchema, retirementSortSchema, spanRowSchema, staffProfileSchema, successionRowSchema } from './profile.schema.ts';

export const profilePermissions = { 'staff-profile.read': ['supervisor', 'trainer', 'administrator'], 'staff-profile.edit': ['supervisor', 'administrator'] } as const;
const { query, report, command } = operationsFor(profilePermissions);
const filter = retirementFilterSchema.default(retirementFilterSchema.parse({}));

export const profileOperations = {
  getStaffProfile: report({ permission: 'staff-profile.read', input: z.strictObject({}), output: staffProfileSchema }),
  listRetirements: query({ permission: 'staff-profile.read', input: z.strictObject({ filter, sort: retirementSortSchema, ...windowShape }), output: z.array(retirementRowSchema) }),
  countRetirements: query({ permission: 'staff-profile.read', input: z.strictObject({ filter }), output: countSchema }),
  listSuccession: report({ permission: 'staff-profile.read', input: z.strictObject({ filter }), output: z.array(successionRowSchema) }),
  listSpans: report({ permission: 'staff-profile.read', input: z.strictObject({}), output: z.array(spanRowSchema) }),
  listRetirementRules: query({ permission: 'staff-profile.read', input: z.strictObject({}), output: z.array(retirementRuleSchema) }),
  saveRetirementRule: command({ permission: 'staff-profile.edit', input: retirementChangeSchema, output: retirementRuleSchema, invalidates: ['staff', 'notifications', 'audit', 'undo'] }),
  /** Back to the program's own figures. */
  removeRetirementRule: command({ permission: 'staff-profile.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: ['staff', 'notifications', 'audit', 'undo'] }),
};
