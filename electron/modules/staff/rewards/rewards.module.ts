import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { caseFilterSchema, caseSortSchema } from '#shared/modules/staff/rewards/reward.schema.ts';
import type { rewardsOperations } from '#shared/modules/staff/rewards/rewards.contract.ts';
import { paged } from '../paged.ts';
import { freely } from '../undo-freely.ts';
import { rewardCasesRepository, rewardRulesRepository } from './rewards.repository.ts';
import { addRewardRule, decideReward, getRewardCase, mayDecideCase, nominate, removeRewardRule, shownCase, updateRewardRule } from './rewards.service.ts';

export const openRewards = (db: Db) => ({ rewardRules: rewardRulesRepository(db), rewardCases: rewardCasesRepository(db) });

export const rewardsHandlers: Handlers<typeof rewardsOperations, Work> = {
  listRewardRules: (work) => work.rewardRules.list(),
  addRewardRule,
  updateRewardRule,
  removeRewardRule,
  listRewardCases: (work, { filter, sort, ...window }) => work.rewardCases.list(filter, sort, window).map((row) => shownCase(work, row)),
  countRewardCases: (work, { filter }) => ({ count: work.rewardCases.count(filter) }),
  getRewardCase,
  summariseRewards: (work, { filter }) => work.rewardCases.sum(filter),
  nominate,
  decideReward,
};

const caseQuery = z.object({ filter: caseFilterSchema.prefault({}), sort: caseSortSchema });
const statuses = { proposed: '待批', approved: '已批准', refused: '未批准' } as const;
const caseList: ExportList<z.output<typeof caseQuery>> = {
  permission: 'rewards.read',
  query: caseQuery,
  fields: ['happenedOn', 'memberName', 'gridName', 'kind', 'ruleName', 'form', 'amount', 'facts', 'status', 'proposerName', 'proposedOn', 'deciderName', 'decidedOn', 'decision'],
  days: ['happenedOn', 'proposedOn', 'decidedOn'],
  count: (work, { filter }) => work.rewardCases.count(filter),
  windows: (work, { filter, sort }, size) =>
    paged((offset) => work.rewardCases.list(filter, sort, { offset, limit: size }), size, ({ happenedOn, memberName, gridName, kind, ruleName, form, amountFen, facts, status, proposerName, proposedOn, deciderName, decidedOn, decision }) => ({
      happenedOn, memberName, gridName, kind: kind === 'reward' ? '奖励' : '惩处', ruleName, form: work.codeTables.labelOf('reward-form', form, 'zh-CN'), amount: amountFen / 100, facts, status: statuses[status], proposerName, proposedOn, deciderName, decidedOn, decision,
    })),
};

const nameOf = (work: Work, id: string): string => work.rewardCases.row(id)?.memberName ?? '';

export const rewardsParts: ModuleParts = {
  today: [
    {
      permission: 'rewards.decide',
      items: (work) => {
        const mine = work.rewardCases.waiting().filter((one) => mayDecideCase(work, one));
        const first = mine[0];
        return first ? [{ kind: 'rewards-waiting', column: 'due', urgency: 'near', params: { count: mine.length }, to: '/staff/rewards?filter={"statuses":["proposed"]}', since: `${first.proposedOn}T00:00:00.000Z`, dueOn: null }] : [];
      },
    },
  ],
  history: {
    reward_rule: { permission: 'rewards.read', isVisible: (work, id) => work.rewardRules.find(id) !== undefined },
    reward_case: { permission: 'rewards.read', isVisible: (work, id) => work.rewardCases.find(id) !== undefined },
  },
  undo: { reward_rule: freely('rewards.edit', (work, id) => work.rewardRules.find(id)?.name ?? ''), reward_case: freely('rewards.edit', nameOf) },
  exports: { 'staff.rewards': caseList as ExportList }, // the exporter parses the query with the list's own schema
};
