import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { caseFilterSchema, caseRowSchema, caseSortSchema, decideCaseSchema, ledgerSumSchema, nominationSchema, ruleChangeSchema, ruleDraftSchema, ruleRowSchema } from './reward.schema.ts';

export const rewardsPermissions = { 'rewards.read': ['supervisor', 'trainer', 'administrator'], 'rewards.edit': ['supervisor', 'trainer'], 'rewards.decide': ['supervisor', 'administrator'] } as const;
const { query, command } = operationsFor(rewardsPermissions);
const filter = caseFilterSchema.default(caseFilterSchema.parse({}));
const STALE = ['staff', 'notifications', 'audit', 'undo'];

export const rewardsOperations = {
  listRewardRules: query({ permission: 'rewards.read', input: z.strictObject({}), output: z.array(ruleRowSchema) }),
  addRewardRule: command({ permission: 'rewards.edit', input: ruleDraftSchema, output: ruleRowSchema, invalidates: STALE }),
  updateRewardRule: command({ permission: 'rewards.edit', input: ruleChangeSchema, output: ruleRowSchema, invalidates: STALE }),
  removeRewardRule: command({ permission: 'rewards.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  listRewardCases: query({ permission: 'rewards.read', input: z.strictObject({ filter, sort: caseSortSchema, ...windowShape }), output: z.array(caseRowSchema) }),
  countRewardCases: query({ permission: 'rewards.read', input: z.strictObject({ filter }), output: countSchema }),
  getRewardCase: query({ permission: 'rewards.read', input: idInput, output: caseRowSchema }),
  summariseRewards: query({ permission: 'rewards.read', input: z.strictObject({ filter }), output: ledgerSumSchema }),
  nominate: command({ permission: 'rewards.edit', input: nominationSchema, output: caseRowSchema, invalidates: STALE }),
  /** Only by somebody above the person in the chain of command, never by who proposed it. */
  decideReward: command({ permission: 'rewards.decide', input: decideCaseSchema, output: caseRowSchema, invalidates: STALE }),
};
