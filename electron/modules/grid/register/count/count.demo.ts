import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity, DemoWriter } from '#electron/kernel/demo/demo-writer.ts';
import { randomOfPart, type Random } from '#electron/kernel/demo/random.ts';
import type { DoorResidents } from '#shared/modules/grid/register/count/count.schema.ts';
import type { CampaignRecord } from './campaigns.repository.ts';
import { writeDoors } from './campaigns.service.ts';

/** Parts of the seed that no grid uses. */
const PART = -40;
const FINISHED_DAYS_AGO = 420;
const BEGUN_DAYS_AGO = 9;
const DAYS = 21;
const WALKERS = ['张磊', '王芳', '陈静', '刘洋', '赵敏'] as const;

function dayIn(work: Work, days: number): string {
  const day = work.clock.now();
  day.setDate(day.getDate() + days);
  return localDay(day);
}

function startCampaign(work: Work, name: string, gridIds: readonly string[], daysAgo: number, previousId: string | null): CampaignRecord {
  const startsOn = dayIn(work, -daysAgo);
  const at = `${startsOn}T01:00:00.000Z`;
  const campaign: CampaignRecord = { id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: at, updatedAt: at, removedAt: null, name, startsOn, endsOn: dayIn(work, DAYS - daysAgo), gridIds: [...gridIds], previousId, closedOn: null, figures: null, note: '' };
  work.countCampaigns.insert(campaign);
  writeDoors(work, campaign.id, work.countDoors.snapshot(gridIds), at);
  return campaign;
}

/** What somebody finds at a door: mostly what the register says, now and then one more or one less. */
function visit(random: Random, { doorId: _id, ...there }: DoorResidents, isFinished: boolean) {
  const none = { households: 0, registered: 0, floating: 0, leftBehind: 0, overseas: 0, noHukou: 0, businesses: 0 };
  const persons = there.registered + there.floating + there.leftBehind + there.overseas + there.noHukou;
  const chance = random.next() * 100;
  if (chance < 2) return { ...none, state: 'refused' as const };
  if (chance < (isFinished ? 3 : 12)) return { ...none, state: isFinished ? ('gone' as const) : ('nobody' as const) };
  if (persons === 0) return random.chance(40) ? { ...none, state: 'counted' as const, businesses: 1 } : { ...none, state: 'vacant' as const };
  const more = random.chance(6) ? 1 : 0;
  const less = more === 0 && persons > there.households && there.registered > 1 && random.chance(5) ? 1 : 0;
  return { ...there, households: Math.max(1, there.households), registered: there.registered - less, floating: there.floating + more, businesses: random.chance(1) ? 1 : 0, state: 'counted' as const };
}

function walk(work: Work, campaign: CampaignRecord, random: Random, { share, isFinished, written }: { readonly share: number; readonly isFinished: boolean; readonly written: DemoCommunity['written'] }): void {
  for (const [at, gridId] of campaign.gridIds.entries()) {
    const doors = work.countDoors.residents(campaign.id, gridId, null);
    const until = Math.round(doors.length * share);
    for (const [no, there] of doors.entries()) {
      const door = work.countDoors.find(there.doorId);
      if (!door) continue;
      const day = new Date(`${campaign.startsOn}T00:00:00Z`);
      day.setUTCDate(day.getUTCDate() + Math.floor((no * (isFinished ? DAYS : BEGUN_DAYS_AGO)) / doors.length));
      if (no < until) work.countDoors.replace({ ...door, ...visit(random, there, isFinished), countedOn: day.toISOString().slice(0, 10), countedBy: WALKERS[at % WALKERS.length] ?? '' });
      written('count_door', door.id);
    }
  }
}

/** A count that ended last year over the whole community, and one that runs in three grids and is half done. */
export const countDemo: DemoWriter = (work, { seed, gridIds, written }) => {
  const finished = startCampaign(work, '年度入户清查（上次）', gridIds, FINISHED_DAYS_AGO, null);
  walk(work, finished, randomOfPart(seed, PART), { share: 1, isFinished: true, written });
  work.countCampaigns.replace({ ...finished, closedOn: finished.endsOn, figures: work.countDoors.figures({ ...work.actor, scope: 'all' }, finished.id) });
  written('count_campaign', finished.id);
  const running = startCampaign(work, '年度入户清查', gridIds.slice(0, 3), BEGUN_DAYS_AGO, finished.id);
  walk(work, running, randomOfPart(seed, PART - 1), { share: 0.55, isFinished: false, written });
  written('count_campaign', running.id);
};
