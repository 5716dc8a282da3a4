import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert, type InsertedRow } from '#electron/database/prepared-insert.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { dwellingFilterSchema, DwellingRow } from '#shared/modules/grid/register/dwelling.schema.ts';
import type { householdFilterSchema, HouseholdRow } from '#shared/modules/grid/register/household.schema.ts';
import { maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import { afterPrefix, indexedText, phraseOf, reversed } from '#shared/modules/grid/register/search-text.rules.ts';
import type { Window } from './persons.repository.ts';
import { dwellings, households } from './register.tables.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope, isGridInScope } from './scope.ts';

export type HouseholdRecord = typeof households.$inferSelect;
export type HouseholdValues = Omit<HouseholdRecord, 'rowNo'>;
export type DwellingRecord = typeof dwellings.$inferSelect;
export type DwellingValues = Omit<DwellingRecord, 'rowNo'>;
type HouseholdFilter = z.output<typeof householdFilterSchema>;
type DwellingFilter = z.output<typeof dwellingFilterSchema>;
type Order<F extends string> = { readonly field: F; readonly direction: 'asc' | 'desc' };

const way = (direction: 'asc' | 'desc'): string => (direction === 'desc' ? 'DESC' : 'ASC');
const RUNNING = 'WHERE removed_at IS NULL AND left_on IS NULL';
const PRESENT: Condition = { sql: 't.removed_at IS NULL', values: [] };

/** A household is found by its number, or by the name or number tail of one of its members. */
function householdWords(text: string): Condition {
  const digits = text.normalize('NFKC');
  const members = 'SELECT household_id FROM person WHERE removed_at IS NULL AND';
  if (/^\d[\dA-Za-z]*$/.test(digits)) {
    const back = reversed(digits.toUpperCase());
    return { sql: `(t.register_no >= ? AND t.register_no < ?) OR t.id IN (${members} id_reversed <> '' AND id_reversed >= ? AND id_reversed < ?)`, values: [digits, afterPrefix(digits), back, afterPrefix(back)] };
  }
  if (/^[A-Za-z]+$/.test(digits)) return { sql: `t.id IN (${members} initials >= ? AND initials < ?)`, values: [digits.toLowerCase(), afterPrefix(digits.toLowerCase())] };
  return { sql: `t.id IN (${members} row_no IN (SELECT rowid FROM person_text WHERE person_text MATCH ?))`, values: [phraseOf(text)] };
}

export function householdsRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, households, 'rowNo');
  const byRegisterNo = sqlite.prepare('SELECT id FROM household WHERE register_no = ? AND removed_at IS NULL').pluck();
  const byId = preparedFind(db, households);
  const condition = (actor: Actor, filter: HouseholdFilter): Condition =>
    allOf([
      PRESENT,
      ...inScope(actor, 't.grid_id'),
      ...(phraseOf(filter.text) === '' ? [] : [householdWords(filter.text)]),
      ...(filter.gridIds.length > 0 ? [isIn('t.grid_id', filter.gridIds)] : []),
      ...(filter.types.length > 0 ? [isIn('t.type', filter.types)] : []),
      ...(filter.withoutGrid ? [{ sql: 't.grid_id IS NULL', values: [] }] : []),
      ...(filter.withoutHead ? [{ sql: 't.head_id IS NULL', values: [] }] : []),
    ]);
  const ORDER = { registerNo: 't.register_no', updatedAt: 't.updated_at' } as const;
  return {
    /** Answers the row as it is stored. */
    insert: (household: HouseholdValues): InsertedRow => insertRow(household),
    replace: ({ rowNo: _rowNo, ...household }: HouseholdRecord): void => void orm.update(households).set(household).where(eq(households.id, household.id)).run(),
    find: (actor: Actor, id: string): HouseholdRecord | undefined => {
      const household = byId(id);
      return household && isGridInScope(actor, household.gridId) ? household : undefined;
    },
    findByRegisterNo: (registerNo: string): HouseholdRecord | undefined => byId(byRegisterNo.get(registerNo)),
    list: (actor: Actor, filter: HouseholdFilter, order: Order<keyof typeof ORDER>, { offset, limit }: Window): HouseholdRow[] => {
      const { sql, values } = condition(actor, filter);
      return (sqlite.prepare(`SELECT t.id, t.version, t.register_no AS registerNo, t.type, coalesce(p.name, '') AS headName,
          (SELECT count(*) FROM person m WHERE m.household_id = t.id AND m.removed_at IS NULL) AS members, t.grid_id AS gridId, coalesce(g.name, '') AS gridName,
          t.registered_address AS registeredAddress, t.is_vacant AS isVacant, t.updated_at AS updatedAt
        FROM household t LEFT JOIN person p ON p.id = t.head_id LEFT JOIN grid g ON g.id = t.grid_id
        WHERE ${sql} ORDER BY ${ORDER[order.field]} ${way(order.direction)}, t.row_no ${way(order.direction)} LIMIT ? OFFSET ?`).all(...values, limit, offset) as (Omit<HouseholdRow, 'isVacant'> & { isVacant: number })[])
        .map((row) => ({ ...row, isVacant: row.isVacant === 1 }));
    },
    count: (actor: Actor, filter: HouseholdFilter): number => {
      const { sql, values } = condition(actor, filter);
      return (sqlite.prepare(`SELECT count(*) AS n FROM household t WHERE ${sql}`).get(...values) as { n: number }).n;
    },
  };
}

export function dwellingsRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, dwellings, 'rowNo');
  const byNo = sqlite.prepare("SELECT id FROM dwelling WHERE dwelling_no = ? AND dwelling_no <> '' AND removed_at IS NULL").pluck();
  const byAddress = sqlite.prepare('SELECT id FROM dwelling WHERE address = ? AND removed_at IS NULL').pluck();
  const byId = preparedFind(db, dwellings);
  const insertText = sqlite.prepare('INSERT INTO dwelling_text (rowid, address, owner) VALUES (?, ?, ?)');
  const addressText = (dwelling: Pick<DwellingValues, 'address' | 'certificateAddress' | 'estate'>): string => indexedText(`${dwelling.address} ${dwelling.certificateAddress} ${dwelling.estate}`);
  const ORDER = { address: 't.address', updatedAt: 't.updated_at' } as const;
  const condition = (actor: Actor, filter: DwellingFilter, today: string): Condition =>
    allOf([
      PRESENT,
      ...inScope(actor, 't.grid_id'),
      ...(phraseOf(filter.text) === '' ? [] : [{ sql: 't.row_no IN (SELECT rowid FROM dwelling_text WHERE dwelling_text MATCH ?) OR (t.dwelling_no >= ? AND t.dwelling_no < ?)', values: [phraseOf(filter.text), filter.text, afterPrefix(filter.text)] }]),
      ...(filter.gridIds.length > 0 ? [isIn('t.grid_id', filter.gridIds)] : []),
      ...(filter.categories.length > 0 ? [isIn('t.category', filter.categories)] : []),
      ...(filter.withoutGrid ? [{ sql: 't.grid_id IS NULL', values: [] }] : []),
      ...(filter.withoutResidents ? [{ sql: 'NOT EXISTS (SELECT 1 FROM person m WHERE m.dwelling_id = t.id AND m.removed_at IS NULL)', values: [] }] : []),
      ...(filter.rented ? [{ sql: `t.id IN (SELECT dwelling_id FROM rental ${RUNNING})`, values: [] }] : []),
      ...(filter.rentalOverdue ? [{ sql: `t.id IN (SELECT dwelling_id FROM rental ${RUNNING} AND ends_on < ?)`, values: [today] }] : []),
    ]);
  return {
    /** Answers the row as it is stored. */
    insert: (dwelling: DwellingValues): InsertedRow => {
      const row = insertRow(dwelling);
      insertText.run(row.rowNo, addressText(dwelling), indexedText(dwelling.ownerName));
      return row;
    },
    replace: ({ rowNo, ...dwelling }: DwellingRecord): void => {
      orm.update(dwellings).set(dwelling).where(eq(dwellings.id, dwelling.id)).run();
      sqlite.prepare('UPDATE dwelling_text SET address = ?, owner = ? WHERE rowid = ?').run(addressText(dwelling), indexedText(dwelling.ownerName), rowNo);
    },
    find: (actor: Actor, id: string): DwellingRecord | undefined => {
      const dwelling = byId(id);
      return dwelling && isGridInScope(actor, dwelling.gridId) ? dwelling : undefined;
    },
    findByNo: (dwellingNo: string): DwellingRecord | undefined => byId(byNo.get(dwellingNo)),
    findByAddress: (address: string): DwellingRecord | undefined => byId(byAddress.get(address)),
    /** `today` decides which lettings are past their end. */
    list: (actor: Actor, filter: DwellingFilter, order: Order<keyof typeof ORDER>, { offset, limit }: Window, today: string): DwellingRow[] => {
      const { sql, values } = condition(actor, filter, today);
      return (sqlite.prepare(`SELECT t.id, t.version, t.dwelling_no AS dwellingNo, t.address, t.area_centiares AS areaCentiares, t.category, t.use, t.owner_name AS ownerName, t.owner_phone AS ownerPhone,
          (SELECT count(*) FROM person m WHERE m.dwelling_id = t.id AND m.removed_at IS NULL) AS residents, t.grid_id AS gridId, coalesce(g.name, '') AS gridName, t.updated_at AS updatedAt
        FROM dwelling t LEFT JOIN grid g ON g.id = t.grid_id
        WHERE ${sql} ORDER BY ${ORDER[order.field]} ${way(order.direction)}, t.row_no ${way(order.direction)} LIMIT ? OFFSET ?`).all(...values, limit, offset) as (DwellingRow & { ownerPhone: string })[])
        .map(({ ownerPhone, ...row }) => ({ ...row, ownerPhoneMasked: maskPhone(ownerPhone) }));
    },
    count: (actor: Actor, filter: DwellingFilter, today: string): number => {
      const { sql, values } = condition(actor, filter, today);
      return (sqlite.prepare(`SELECT count(*) AS n FROM dwelling t WHERE ${sql}`).get(...values) as { n: number }).n;
    },
    some: (actor: Actor, phrase: string, limit: number): { id: string; address: string; gridName: string }[] => {
      const scope = allOf([PRESENT, ...inScope(actor, 't.grid_id'), { sql: 't.row_no IN (SELECT rowid FROM dwelling_text WHERE dwelling_text MATCH ?)', values: [phrase] }]);
      return sqlite.prepare(`SELECT t.id, t.address, coalesce(g.name, '') AS gridName FROM dwelling t LEFT JOIN grid g ON g.id = t.grid_id WHERE ${scope.sql} ORDER BY t.row_no LIMIT ?`).all(...scope.values, limit) as { id: string; address: string; gridName: string }[];
    },
  };
}
