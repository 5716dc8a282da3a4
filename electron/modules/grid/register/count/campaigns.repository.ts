import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { countCampaigns } from './count.tables.ts';

export type CampaignRecord = typeof countCampaigns.$inferSelect;

export function campaignsRepository(db: Db) {
  const { orm } = db;
  const insertRow = preparedInsert(db, countCampaigns);
  return {
    insert: (campaign: CampaignRecord) => insertRow(campaign),
    replace: (campaign: CampaignRecord): void => void orm.update(countCampaigns).set(campaign).where(eq(countCampaigns.id, campaign.id)).run(),
    /** Also one that was taken back. */
    find: preparedFind(db, countCampaigns),
    /** The newest first. */
    ofCommunity: (communityId: string): CampaignRecord[] =>
      orm.select().from(countCampaigns).where(and(eq(countCampaigns.communityId, communityId), isNull(countCampaigns.removedAt))).orderBy(desc(countCampaigns.startsOn), desc(countCampaigns.id)).all(),
  };
}
