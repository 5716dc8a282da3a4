import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { expiryStateOf } from '#shared/modules/grid/prevention/prevention.rules.ts';
import type { ExpiryFilter, ExpiryRow, ExpiryState } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';
import { expiryItems } from './prevention.tables.ts';

export type ExpiryRecord = typeof expiryItems.$inferSelect;
type Window = { readonly offset: number; readonly limit: number };
type Stored = Omit<ExpiryRow, 'state'>;

const ROW = `x.id, x.version, x.kind, x.name, x.place, x.grid_id AS gridId, coalesce(g.name, '') AS gridName, x.holder, x.expires_on AS expiresOn, x.remind_days AS remindDays, x.note, x.updated_at AS updatedAt`;
const FROM = 'FROM expiry_item x LEFT JOIN grid g ON g.id = x.grid_id';
const ORDER = { expiresOn: 'x.expires_on', name: 'x.name', kind: 'x.kind' } as const;
export type ExpiryOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

/** The states as SQL says them; the same as expiryStateOf. */
const stateIs = (state: ExpiryState, today: string): Condition => {
  if (state === 'expired') return { sql: 'x.expires_on < ?', values: [today] };
  return state === 'near' ? { sql: 'x.expires_on >= ? AND x.remind_from <= ?', values: [today, today] } : { sql: 'x.remind_from > ?', values: [today] };
};
const anyOf = (conditions: readonly Condition[]): Condition => ({ sql: conditions.map(({ sql }) => `(${sql})`).join(' OR '), values: conditions.flatMap(({ values }) => values) });

const condition = (actor: Actor, today: string, { text, kinds, gridIds, states }: ExpiryFilter): Condition =>
  allOf([
    { sql: 'x.removed_at IS NULL', values: [] },
    ...inScope(actor, 'x.grid_id'),
    ...(text === '' ? [] : [{ sql: 'instr(x.name, ?) > 0 OR instr(x.place, ?) > 0 OR instr(x.holder, ?) > 0', values: [text, text, text] }]),
    ...(kinds.length === 0 ? [] : [isIn('x.kind', kinds)]),
    ...(gridIds.length === 0 ? [] : [isIn('x.grid_id', gridIds)]),
    ...(states.length === 0 ? [] : [anyOf(states.map((state) => stateIs(state, today)))]),
  ]);

export function expiriesRepository(db: Db) {
  const statement = keptStatements(db.sqlite);
  const shown = (today: string) => (row: Stored): ExpiryRow => ({ ...row, state: expiryStateOf(row, today) });
  return {
    ...recordStore(db, expiryItems),
    row: (actor: Actor, today: string, id: string): ExpiryRow | undefined => {
      const { sql, values } = allOf([{ sql: 'x.id = ? AND x.removed_at IS NULL', values: [id] }, ...inScope(actor, 'x.grid_id')]);
      const row = statement(`SELECT ${ROW} ${FROM} WHERE ${sql}`).get(...values) as Stored | undefined; // columns named in ROW
      return row && shown(today)(row);
    },
    list: (actor: Actor, today: string, filter: ExpiryFilter, { field, direction }: ExpiryOrder, { offset, limit }: Window): ExpiryRow[] => {
      const { sql, values } = condition(actor, today, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return (statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, x.id ${way} LIMIT ? OFFSET ?`).all(...values, limit, offset) as Stored[]).map(shown(today)); // as above
    },
    count: (actor: Actor, today: string, filter: ExpiryFilter): number => {
      const { sql, values } = condition(actor, today, filter);
      return (statement(`SELECT count(*) AS n ${FROM} WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
  };
}
