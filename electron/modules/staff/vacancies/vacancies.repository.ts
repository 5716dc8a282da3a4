import { and, asc, eq, isNull } from 'drizzle-orm';
import { allOf, oneOf, only, type Condition } from '#electron/database/condition.ts';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { QuotaRequest, VacancyFilter, VacancyRow } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import { recordStore } from '#electron/database/record-store.ts';
import { candidates, exemptions, quotaRequests, vacancies } from './vacancies.tables.ts';

export type VacancyRecord = typeof vacancies.$inferSelect;
export type CandidateRecord = typeof candidates.$inferSelect;
export type ExemptionRecord = typeof exemptions.$inferSelect;
export type QuotaRecord = typeof quotaRequests.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };

const ROW = `v.id, v.version, v.post_id AS postId, v.grid_id AS gridId, v.seats, v.channel, v.opened_on AS openedOn, v.closes_on AS closesOn, v.note, v.status, v.ended_on AS endedOn, v.end_reason AS endReason,
  coalesce(o.name, '') AS postName, coalesce(g.name, '') AS gridName,
  (SELECT count(*) FROM candidate c WHERE c.vacancy_id = v.id AND c.removed_at IS NULL) AS candidates,
  (SELECT count(*) FROM candidate c WHERE c.vacancy_id = v.id AND c.removed_at IS NULL AND c.status = 'appointed') AS appointed`;
const FROM = 'FROM vacancy v LEFT JOIN post o ON o.id = v.post_id LEFT JOIN grid g ON g.id = v.grid_id';
const ORDER = { openedOn: 'v.opened_on', closesOn: 'v.closes_on IS NULL, v.closes_on', postName: 'o.name', status: 'v.status' } as const;
export type VacancyOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };
const QUOTA = `q.id, q.version, q.post_id AS postId, q.asked, q.reason, q.addressee, q.status, q.sent_on AS sentOn, q.granted, q.answered_on AS answeredOn, q.answer, q.created_at AS createdAt, coalesce(o.name, '') AS postName,
  coalesce(o.quota, 0) AS quota, (SELECT count(*) FROM appointment a WHERE a.post_id = q.post_id AND a.removed_at IS NULL AND a.from_on <= ? AND (a.until_on IS NULL OR a.until_on > ?)) AS filled`;

const conditionOf = ({ statuses, channels, postId }: VacancyFilter): Condition => {
  const parts: Condition[] = [{ sql: 'v.removed_at IS NULL', values: [] }, ...oneOf('v.status', statuses), ...oneOf('v.channel', channels), ...only('v.post_id = ?', postId)];
  return allOf(parts);
};

export function vacanciesRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, vacancies),
    row: (id: string): VacancyRow | undefined => statement(`SELECT ${ROW} ${FROM} WHERE v.id = ? AND v.removed_at IS NULL`).get(id) as VacancyRow | undefined, // columns named in ROW
    list: (filter: VacancyFilter, { field, direction }: VacancyOrder, { offset, limit }: Window): VacancyRow[] => {
      const { sql, values } = conditionOf(filter);
      return statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${direction === 'desc' ? 'DESC' : 'ASC'}, v.id LIMIT ? OFFSET ?`).all(...values, limit, offset) as VacancyRow[]; // as above
    },
    count: (filter: VacancyFilter): number => {
      const { sql, values } = conditionOf(filter);
      return (statement(`SELECT count(*) AS n FROM vacancy v WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    /** Open ones whose last day to apply is over, or that nobody applied for. */
    due: (today: string): { count: number; firstOn: string | null } =>
      statement("SELECT count(*) AS count, min(closes_on) AS firstOn FROM vacancy WHERE removed_at IS NULL AND status = 'open' AND closes_on < ?").get(today) as { count: number; firstOn: string | null }, // columns named here
    openOf: (communityId: string, postId: string): number => (statement("SELECT coalesce(sum(seats), 0) AS n FROM vacancy WHERE community_id = ? AND post_id = ? AND status = 'open' AND removed_at IS NULL").get(communityId, postId) as { n: number }).n, // the one column
  };
}

export function candidatesRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const stored = recordStore(db, exemptions);
  return {
    ...recordStore(db, candidates),
    exemptions: stored,
    ofVacancy: (vacancyId: string): CandidateRecord[] => orm.select().from(candidates).where(and(eq(candidates.vacancyId, vacancyId), isNull(candidates.removedAt))).orderBy(asc(candidates.appliedOn), asc(candidates.id)).all(),
    exemptionsOf: (candidateId: string): ExemptionRecord[] => orm.select().from(exemptions).where(and(eq(exemptions.candidateId, candidateId), isNull(exemptions.removedAt))).orderBy(asc(exemptions.proposedAt)).all(),
    /** Exemptions that wait for somebody else than their proposer. */
    waiting: (proposedBy: string): { count: number; since: string | null; vacancyId: string | null } =>
      statement(`SELECT count(*) AS count, min(e.proposed_at) AS since, min(c.vacancy_id) AS vacancyId FROM condition_exemption e JOIN candidate c ON c.id = e.candidate_id
        WHERE e.removed_at IS NULL AND e.status = 'proposed' AND c.status = 'applied' AND e.proposed_by <> ?`).get(proposedBy) as { count: number; since: string | null; vacancyId: string | null }, // columns named here
  };
}

export function quotaRequestsRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  return {
    ...recordStore(db, quotaRequests),
    row: (id: string, today: string): QuotaRequest | undefined => statement(`SELECT ${QUOTA} FROM quota_request q LEFT JOIN post o ON o.id = q.post_id WHERE q.id = ? AND q.removed_at IS NULL`).get(today, today, id) as QuotaRequest | undefined, // columns named in QUOTA
    list: (today: string, { offset, limit }: Window): { rows: QuotaRequest[]; count: number } => ({
      rows: statement(`SELECT ${QUOTA} FROM quota_request q LEFT JOIN post o ON o.id = q.post_id WHERE q.removed_at IS NULL ORDER BY q.created_at DESC, q.id LIMIT ? OFFSET ?`).all(today, today, limit, offset) as QuotaRequest[], // as above
      count: (statement('SELECT count(*) AS n FROM quota_request WHERE removed_at IS NULL').get() as { n: number }).n, // the one column
    }),
  };
}
