import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { openStages, type PartnerFilter, type PartnerRow, type PledgeFilter, type PledgeRow } from '#shared/modules/budget/partners/partner.schema.ts';
import { maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import type { Window } from '../conditions.ts';
import { fundingPartners, fundingPledges } from './partners.tables.ts';

export type PartnerRecord = typeof fundingPartners.$inferSelect;
/** A row of the list with the number as it is stored; it leaves the repository masked. */
type StoredPartnerRow = Omit<PartnerRow, 'contactPhoneMasked'> & { readonly contactPhone: string };
export type PledgeRecord = typeof fundingPledges.$inferSelect;
type Direction = 'asc' | 'desc';

const OPEN = openStages.map((stage) => `'${stage}'`).join(', ');
/** What came in is what the book says came in for the pledge. */
const RECEIVED = "SELECT coalesce(sum(CASE WHEN e.from_account IN ('income', 'gift') THEN e.fen ELSE -e.fen END), 0) FROM budget_entry e";
const PARTNER = `p.id, p.version, p.name, p.kind, p.contact, p.contact_phone AS contactPhone, p.body_id AS bodyId, p.note, p.updated_at AS updatedAt,
  (SELECT count(*) FROM funding_pledge f WHERE f.partner_id = p.id AND f.removed_at IS NULL AND f.stage IN (${OPEN})) AS openPledges,
  (SELECT coalesce(sum(f.fen), 0) FROM funding_pledge f WHERE f.partner_id = p.id AND f.removed_at IS NULL AND f.stage IN ('pledge', 'agreement')) AS promisedFen,
  (${RECEIVED} WHERE e.pledge_id IN (SELECT f.id FROM funding_pledge f WHERE f.partner_id = p.id)) AS receivedFen`;
const PLEDGE = `f.id, f.version, f.partner_id AS partnerId, f.what, f.source_id AS sourceId, f.fen, f.agreement_no AS agreementNo, f.next_on AS nextOn, f.note, p.name AS partnerName, coalesce(s.name, '') AS sourceName, f.stage, f.since_at AS since,
  (${RECEIVED} WHERE e.pledge_id = f.id) AS receivedFen, f.updated_at AS updatedAt`;
const PLEDGE_FROM = 'FROM funding_pledge f JOIN funding_partner p ON p.id = f.partner_id LEFT JOIN funding_source s ON s.id = f.source_id';
const PLEDGE_ORDER = { nextOn: 'f.next_on IS NULL, f.next_on', partnerName: 'p.name', fen: 'f.fen' } as const;

const partnerCondition = (communityId: string, filter: PartnerFilter): Condition =>
  allOf([
    { sql: 'p.community_id = ? AND p.removed_at IS NULL', values: [communityId] },
    ...(filter.text === '' ? [] : [{ sql: 'instr(p.name, ?) > 0 OR instr(p.contact, ?) > 0', values: [filter.text, filter.text] }]),
    ...(filter.kinds.length > 0 ? [isIn('p.kind', filter.kinds)] : []),
  ]);
const pledgeCondition = (communityId: string, filter: PledgeFilter): Condition =>
  allOf([
    { sql: 'f.community_id = ? AND f.removed_at IS NULL', values: [communityId] },
    ...(filter.partnerId === null ? [] : [{ sql: 'f.partner_id = ?', values: [filter.partnerId] }]),
    ...(filter.stages.length > 0 ? [isIn('f.stage', filter.stages)] : []),
    ...(filter.dueUntil === null ? [] : [{ sql: `f.next_on <= ? AND f.stage IN (${OPEN})`, values: [filter.dueUntil] }]),
  ]);

const masked = ({ contactPhone, ...row }: StoredPartnerRow): PartnerRow => ({ ...row, contactPhoneMasked: maskPhone(contactPhone) });

/** Who gives, and what is promised. */
export function partnersRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const all = <T>(sql: string, values: readonly unknown[]): T[] => statement(sql).all(...values) as T[]; // columns named in PARTNER and PLEDGE
  const count = (sql: string, values: readonly unknown[]): number => (statement(sql).get(...values) as { n: number }).n; // the one column
  return {
    insert: (partner: PartnerRecord): void => void orm.insert(fundingPartners).values(partner).run(),
    replace: (partner: PartnerRecord): void => void orm.update(fundingPartners).set(partner).where(eq(fundingPartners.id, partner.id)).run(),
    find: preparedFind(db, fundingPartners),
    findByName: (communityId: string, name: string): PartnerRecord | undefined => orm.select().from(fundingPartners).where(and(eq(fundingPartners.communityId, communityId), eq(fundingPartners.name, name), isNull(fundingPartners.removedAt))).get(),
    row: (id: string): PartnerRow | undefined => all<StoredPartnerRow>(`SELECT ${PARTNER} FROM funding_partner p WHERE p.id = ?`, [id]).map(masked)[0],
    list: (communityId: string, filter: PartnerFilter, { field, direction }: { readonly field: 'name' | 'kind'; readonly direction: Direction }, { offset, limit }: Window): PartnerRow[] => {
      const { sql, values } = partnerCondition(communityId, filter);
      return all<StoredPartnerRow>(`SELECT ${PARTNER} FROM funding_partner p WHERE ${sql} ORDER BY p.${field} ${direction === 'desc' ? 'DESC' : 'ASC'}, p.id LIMIT ? OFFSET ?`, [...values, limit, offset]).map(masked);
    },
    count: (communityId: string, filter: PartnerFilter): number => {
      const { sql, values } = partnerCondition(communityId, filter);
      return count(`SELECT count(*) AS n FROM funding_partner p WHERE ${sql}`, values);
    },
    insertPledge: (pledge: PledgeRecord): void => void orm.insert(fundingPledges).values(pledge).run(),
    replacePledge: (pledge: PledgeRecord): void => void orm.update(fundingPledges).set(pledge).where(eq(fundingPledges.id, pledge.id)).run(),
    findPledge: preparedFind(db, fundingPledges),
    pledgeRow: (id: string): PledgeRow | undefined => all<PledgeRow>(`SELECT ${PLEDGE} ${PLEDGE_FROM} WHERE f.id = ?`, [id])[0],
    pledges: (communityId: string, filter: PledgeFilter, { field, direction }: { readonly field: keyof typeof PLEDGE_ORDER; readonly direction: Direction }, { offset, limit }: Window): PledgeRow[] => {
      const { sql, values } = pledgeCondition(communityId, filter);
      return all<PledgeRow>(`SELECT ${PLEDGE} ${PLEDGE_FROM} WHERE ${sql} ORDER BY ${PLEDGE_ORDER[field]} ${direction === 'desc' ? 'DESC' : 'ASC'}, f.id LIMIT ? OFFSET ?`, [...values, limit, offset]);
    },
    countPledges: (communityId: string, filter: PledgeFilter): number => {
      const { sql, values } = pledgeCondition(communityId, filter);
      return count(`SELECT count(*) AS n FROM funding_pledge f WHERE ${sql}`, values);
    },
    openPledges: (partnerId: string): number => count(`SELECT count(*) AS n FROM funding_pledge f WHERE f.partner_id = ? AND f.removed_at IS NULL AND f.stage IN (${OPEN})`, [partnerId]),
  };
}
