import type { Db } from '#electron/database/database.ts';
import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { countOperations } from '#shared/modules/grid/register/count/count.contract.ts';
import { isGridInScope } from '../scope.ts';
import { campaignsRepository } from './campaigns.repository.ts';
import { closeCountCampaign, createCountCampaign, getCountCampaign, listCountCampaigns, openCampaign, updateCountCampaign } from './campaigns.service.ts';
import { describeCountSheet, listSheetDoors, weighCountSheet, writeCountSheet } from './count-sheet.service.ts';
import { countDemo } from './count.demo.ts';
import { countExports } from './count.exports.ts';
import { doorsRepository } from './doors.repository.ts';
import { addDoor, recordVisits } from './visits.service.ts';

export const openCount = (db: Db) => ({ countCampaigns: campaignsRepository(db), countDoors: doorsRepository(db) });

export const countHandlers: Handlers<typeof countOperations, Work> = {
  listCountCampaigns,
  getCountCampaign,
  createCountCampaign,
  updateCountCampaign,
  closeCountCampaign,
  listDoors: (work, { filter, sort, ...window }) => work.countDoors.list(work.actor, filter, sort, window),
  countDoors: (work, { filter }) => ({ count: work.countDoors.count(work.actor, filter) }),
  listCountBlocks: (work, { id }) => work.countDoors.blocks(work.actor, id),
  listDoorResidents: (work, { campaignId, gridId, block }) => (isGridInScope(work.actor, gridId) ? work.countDoors.residents(campaignId, gridId, block) : []),
  recordVisits,
  addDoor,
  listSheetDoors,
  describeCountSheet,
  weighCountSheet,
  writeCountSheet,
};

const countHistory: Readonly<Record<string, HistoryGuard>> = {
  count_campaign: { permission: 'count.read', isVisible: (work, id) => work.countCampaigns.find(id)?.communityId === work.actor.communityId },
  count_door: { permission: 'count.read', isVisible: (work, id) => isGridInScope(work.actor, work.countDoors.find(id)?.gridId ?? null) },
};

const nobodyWent = (work: Work, id: string): boolean => work.countDoors.find(id)?.state === 'open';
const countUndo: Readonly<Record<string, UndoSource>> = {
  count_campaign: {
    permission: 'count.manage',
    nameOf: (work, id) => work.countCampaigns.find(id)?.name ?? '',
    check: () => undefined,
    mayWithdraw: (work, id) => work.countDoors.progress({ ...work.actor, scope: 'all' }, id).doors === 0,
    refresh: () => undefined,
  },
  count_door: {
    permission: 'count.record',
    nameOf: (work, id) => work.countDoors.find(id)?.address ?? '',
    check: openCampaignOfDoor,
    mayWithdraw: nobodyWent,
    refresh: () => undefined,
  },
};
/** What was closed stays as it was; a count that is being withdrawn takes its doors along. */
function openCampaignOfDoor(work: Work, id: string): void {
  const campaign = work.countCampaigns.find(work.countDoors.find(id)?.campaignId ?? '');
  if (campaign?.removedAt === null) openCampaign(work, campaign.id);
}

const AHEAD_DAYS = 7;
/** Running counts with doors nobody settled yet: due in the last week and beyond the last day. */
const countToday: readonly TodaySource[] = [
  {
    permission: 'count.record',
    items: (work) => {
      const ahead = work.clock.now();
      ahead.setDate(ahead.getDate() + AHEAD_DAYS);
      const week = localDay(ahead);
      return listCountCampaigns(work)
        .filter(({ status, left, startsOn }) => status === 'open' && left > 0 && startsOn <= work.today)
        .map(({ id, name, left, doors, endsOn }) => ({
          kind: 'count-open',
          column: endsOn <= week ? ('due' as const) : ('week' as const),
          urgency: endsOn < work.today ? ('overdue' as const) : endsOn <= week ? ('near' as const) : ('calm' as const),
          params: { name, left, doors },
          to: `/grid/counts/${id}`,
          since: null,
          dueOn: endsOn,
        }));
    },
  },
];

const countSearch: readonly SearchSource[] = [
  {
    permission: 'count.read',
    find: (work, text, limit) =>
      listCountCampaigns(work)
        .filter(({ name }) => name.includes(text))
        .slice(0, limit)
        .map(({ id, name, startsOn, endsOn }) => ({ entity: 'count', id, title: name, detail: `${startsOn} – ${endsOn}`, matched: 'name' as const, to: `/grid/counts/${id}` })),
  },
];

export const countParts: ModuleParts = { search: countSearch, today: countToday, history: countHistory, undo: countUndo, exports: countExports, demo: countDemo };
