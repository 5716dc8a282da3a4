import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert, type InsertedRow } from '#electron/database/prepared-insert.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { VoucherFilter } from '#shared/modules/budget/vouchers/voucher.schema.ts';
import type { VoucherRow } from '#shared/modules/budget/vouchers/vouchers.contract.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { requestsInScope, type Window } from '../conditions.ts';
import { vouchers } from './vouchers.tables.ts';

export type VoucherRecord = typeof vouchers.$inferSelect;

/** The balance of the request after a voucher: everything paid out and proved up to the moment it was entered. */
const ON_HAND = `(SELECT coalesce(sum(CASE WHEN e.to_account IN ('paid-out', 'handed-out') THEN e.fen WHEN e.from_account IN ('paid-out', 'handed-out') THEN -e.fen ELSE 0 END), 0)
  FROM budget_entry e WHERE e.request_id = v.request_id AND e.created_at <= v.created_at)`;
const ROW = `v.id, v.version, v.request_id AS requestId, r.no AS requestNo, r.title AS requestTitle, v.kind, v.voucher_no AS voucherNo, v.issued_on AS issuedOn, v.payee, v.fen, v.note, ${ON_HAND} AS onHandFen,
  v.reversed_at AS reversedAt, v.reversal_reason AS reversalReason, v.by_name AS by, v.updated_at AS updatedAt`;
const FROM = 'FROM voucher v JOIN funding_request r ON r.id = v.request_id';
const ORDER = { issuedOn: 'v.issued_on', fen: 'v.fen' } as const;
export type VoucherOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const condition = (actor: Actor, filter: VoucherFilter): Condition =>
  allOf([
    { sql: 'v.community_id = ?', values: [actor.communityId] },
    ...requestsInScope(actor),
    ...(filter.text === '' ? [] : [{ sql: 'v.voucher_no = ? OR instr(v.payee, ?) > 0 OR r.no = ?', values: [filter.text, filter.text, filter.text] }]),
    ...(filter.requestId === null ? [] : [{ sql: 'v.request_id = ?', values: [filter.requestId] }]),
    ...(filter.year === null ? [] : [{ sql: 'v.year = ?', values: [filter.year] }]),
    ...(filter.kinds.length > 0 ? [isIn('v.kind', filter.kinds)] : []),
    ...(filter.reversed ? [{ sql: 'v.reversed_at IS NOT NULL', values: [] }] : []),
  ]);

/** What proves spending. */
export function vouchersRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const insert = preparedInsert(db, vouchers);
  const all = (sql: string, values: readonly unknown[]): VoucherRow[] => statement(sql).all(...values) as VoucherRow[]; // columns named in ROW
  return {
    insert: (voucher: VoucherRecord): InsertedRow => insert(voucher),
    replace: ({ id, ...voucher }: VoucherRecord): void => void orm.update(vouchers).set({ version: voucher.version, updatedAt: voucher.updatedAt, reversedAt: voucher.reversedAt, reversalReason: voucher.reversalReason }).where(eq(vouchers.id, id)).run(),
    find: preparedFind(db, vouchers),
    findSame: (communityId: string, kind: VoucherRecord['kind'], voucherNo: string): VoucherRecord | undefined =>
      orm.select().from(vouchers).where(and(eq(vouchers.communityId, communityId), eq(vouchers.kind, kind), eq(vouchers.voucherNo, voucherNo), isNull(vouchers.reversedAt))).get(),
    row: (actor: Actor, id: string): VoucherRow | undefined => {
      const { sql, values } = allOf([{ sql: 'v.id = ? AND v.community_id = ?', values: [id, actor.communityId] }, ...requestsInScope(actor)]);
      return all(`SELECT ${ROW} ${FROM} WHERE ${sql}`, values)[0];
    },
    list: (actor: Actor, filter: VoucherFilter, { field, direction }: VoucherOrder, { offset, limit }: Window): VoucherRow[] => {
      const { sql, values } = condition(actor, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return all(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, v.id ${way} LIMIT ? OFFSET ?`, [...values, limit, offset]);
    },
    count: (actor: Actor, filter: VoucherFilter): number => {
      const { sql, values } = condition(actor, filter);
      return (statement(`SELECT count(*) AS n ${FROM} WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
  };
}
