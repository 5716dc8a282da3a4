import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { profileOperations } from '#shared/modules/staff/profile/profile.contract.ts';
import { retirementFilterSchema, retirementSortSchema } from '#shared/modules/staff/profile/profile.schema.ts';
import { paged } from '../paged.ts';
import { freely } from '../undo-freely.ts';
import { profileRepository } from './profile.repository.ts';
import { listSuccession, removeRetirementRule, saveRetirementRule } from './profile.service.ts';

export const openProfile = (db: Db) => ({ staffProfile: profileRepository(db) });
const rulesOf = (work: Work) => work.staffProfile.rulesOf(work.actor.communityId);

export const profileHandlers: Handlers<typeof profileOperations, Work> = {
  getStaffProfile: (work) => work.staffProfile.profile(work.today),
  listRetirements: (work, { filter, sort, ...window }) => work.staffProfile.retirements(rulesOf(work), work.today, filter.within, sort, window),
  countRetirements: (work, { filter }) => ({ count: work.staffProfile.countRetirements(rulesOf(work), work.today, filter.within) }),
  listSuccession,
  listSpans: (work) => work.staffProfile.spans(work.today),
  listRetirementRules: (work) => rulesOf(work),
  saveRetirementRule,
  removeRetirementRule,
};

const retirementQuery = z.object({ filter: retirementFilterSchema.prefault({}), sort: retirementSortSchema });
const retirementList: ExportList<z.output<typeof retirementQuery>> = {
  permission: 'staff-profile.read',
  query: retirementQuery,
  fields: ['name', 'sex', 'birthOn', 'postName', 'gridName', 'month', 'monthsLeft'],
  days: ['birthOn'],
  count: (work, { filter }) => work.staffProfile.countRetirements(rulesOf(work), work.today, filter.within),
  windows: (work, { filter, sort }, size) => paged((offset) => work.staffProfile.retirements(rulesOf(work), work.today, filter.within, sort, { offset, limit: size }), size, ({ id: _id, postId: _post, ...row }) => ({ ...row, sex: work.codeTables.labelOf('sex', row.sex, 'zh-CN') })),
};

/** Months ahead in which somebody who retires is told on Today. */
const SOON_MONTHS = 6;

export const profileParts: ModuleParts = {
  today: [
    {
      permission: 'staff-profile.read',
      items: (work) => {
        const count = work.staffProfile.countRetirements(rulesOf(work), work.today, SOON_MONTHS);
        return count === 0 ? [] : [{ kind: 'retirements-soon', column: 'waiting', urgency: 'calm', params: { count, months: SOON_MONTHS }, to: `/staff/succession?filter={"within":${SOON_MONTHS}}`, since: null, dueOn: null }];
      },
    },
  ],
  history: { retirement_rule: { permission: 'staff-profile.read', isVisible: (work, id) => work.staffProfile.rules.find(id) !== undefined } },
  undo: { retirement_rule: freely('staff-profile.edit', (work, id) => work.staffProfile.rules.find(id)?.class ?? '') },
  exports: { 'staff.retirements': retirementList as ExportList }, // the exporter parses the query with the list's own schema
};
