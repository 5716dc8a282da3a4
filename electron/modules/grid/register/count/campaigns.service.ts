import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { CampaignChange, CampaignDraft, CampaignRow, CampaignSheet, CountFigures } from '#shared/modules/grid/register/count/count.schema.ts';
import type { CampaignRecord } from './campaigns.repository.ts';
import type { Snapshot } from './doors.repository.ts';

type Versioned = { readonly id: string; readonly version: number };

export function campaignOf(work: Work, id: string | null): CampaignRecord {
  const campaign = id === null ? undefined : work.countCampaigns.find(id);
  return campaign?.removedAt === null && campaign.communityId === work.actor.communityId ? campaign : fail('record/not-found', {});
}

/** Error: `count/closed`. */
export function openCampaign(work: Work, id: string): CampaignRecord {
  const campaign = campaignOf(work, id);
  if (campaign.closedOn !== null) fail('count/closed', { name: campaign.name });
  return campaign;
}

const rowOf = (work: Work, campaign: CampaignRecord): CampaignRow => {
  const { id, version, name, startsOn, endsOn, note, closedOn, updatedAt, gridIds } = campaign;
  return { id, version, name, startsOn, endsOn, note, closedOn, updatedAt, status: closedOn === null ? 'open' : 'closed', gridNames: gridIds.flatMap((gridId) => work.grids.find(gridId)?.name ?? []), ...work.countDoors.progress(work.actor, id) };
};

/** Frozen figures are those of all grids; whoever is limited to some reads only theirs. */
const inScope = (work: Work, figures: CountFigures): CountFigures => {
  const { scope } = work.actor;
  if (scope === 'all') return figures;
  const isMine = ({ gridId }: { readonly gridId: string }): boolean => scope.includes(gridId);
  return { grids: figures.grids.filter(isMine), uses: figures.uses.filter(isMine) };
};

function sheetOf(work: Work, campaign: CampaignRecord): CampaignSheet {
  const before = campaign.previousId === null ? undefined : work.countCampaigns.find(campaign.previousId);
  return {
    ...rowOf(work, campaign),
    gridIds: [...campaign.gridIds],
    previous: before ? { id: before.id, name: before.name, closedOn: before.closedOn } : null,
    figures: campaign.figures === null ? work.countDoors.figures(work.actor, campaign.id) : inScope(work, campaign.figures),
  };
}

export const listCountCampaigns = (work: Work): CampaignRow[] => work.countCampaigns.ofCommunity(work.actor.communityId).map((campaign) => rowOf(work, campaign));
export const getCountCampaign = (work: Work, { id }: { readonly id: string }): CampaignSheet => sheetOf(work, campaignOf(work, id));

const stored = (work: Work, now = work.clock.now().toISOString()) => ({ id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null });

/** A door to visit, as the register knows its dwelling on this day. */
export const doorAt = (work: Work, campaignId: string, snapshot: Omit<Snapshot, 'dwellingId'> & { readonly dwellingId: string | null }, walkNo: number, now?: string) => {
  const { use, ...place } = snapshot;
  return { ...stored(work, now), campaignId, ...place, walkNo, state: 'open' as const, households: 0, registered: 0, floating: 0, leftBehind: 0, overseas: 0, noHukou: 0, businesses: 0, foundUse: use, countedOn: null, countedBy: '', note: '' };
};

/** Numbers each grid's dwellings in the order of the walk and stores them; answers what the log keeps. */
export function writeDoors(work: Work, campaignId: string, dwellings: readonly Snapshot[], now?: string): RecordChange[] {
  const last = new Map<string, number>();
  return dwellings.map((dwelling, at) => {
    if (at % 500 === 0) work.step(at, dwellings.length);
    const walkNo = (last.get(dwelling.gridId) ?? 0) + 1;
    last.set(dwelling.gridId, walkNo);
    return work.rows.creation(work.countDoors.insert(doorAt(work, campaignId, dwelling, walkNo, now)));
  });
}

/** The newest closed count that went through one of these grids: the one to compare with. */
const previousOf = (work: Work, gridIds: readonly string[]): string | null =>
  work.countCampaigns.ofCommunity(work.actor.communityId).find((campaign) => campaign.closedOn !== null && campaign.gridIds.some((id) => gridIds.includes(id)))?.id ?? null;

/** Errors: `count/no-doors` when no dwelling lies in the grids, `record/not-found` for a grid that is not in use here. */
export function createCountCampaign(work: Work, draft: CampaignDraft): CampaignSheet {
  const gridIds = [...new Set(draft.gridIds)];
  for (const id of gridIds) {
    const grid = work.grids.find(id);
    if (grid?.status !== 'active' || grid.communityId !== work.actor.communityId) fail('record/not-found', {});
  }
  const dwellings = work.countDoors.snapshot(gridIds);
  if (dwellings.length === 0) fail('count/no-doors', {});
  const campaign: CampaignRecord = { ...stored(work), ...draft, gridIds, previousId: previousOf(work, gridIds), closedOn: null, figures: null };
  const changes = [work.rows.creation(work.countCampaigns.insert(campaign)), ...writeDoors(work, campaign.id, dwellings)];
  work.record({ action: 'count.started', entity: 'count_campaign', entityId: campaign.id, detail: { doors: dwellings.length, grids: gridIds.length }, changes });
  return sheetOf(work, campaign);
}

function write(work: Work, { id, version }: Versioned, values: Partial<CampaignRecord>, action: string): CampaignSheet {
  const campaign = openCampaign(work, id);
  checkVersion(work, 'count_campaign', campaign, version);
  const before = work.rows.read('count_campaign', id);
  const next = { ...campaign, ...values, version: version + 1, updatedAt: work.clock.now().toISOString() };
  work.countCampaigns.replace(next);
  work.record({ action, entity: 'count_campaign', entityId: id, changes: [work.rows.change('count_campaign', id, before)] });
  return sheetOf(work, next);
}

export const updateCountCampaign = (work: Work, { id, version, ...change }: CampaignChange): CampaignSheet => write(work, { id, version }, change, 'count.changed');

/** Errors: `count/closed`. The figures are those of all grids, whoever closes. */
export const closeCountCampaign = (work: Work, one: Versioned): CampaignSheet =>
  write(work, one, { closedOn: work.today, figures: work.countDoors.figures({ ...work.actor, scope: 'all' }, one.id) }, 'count.closed');
