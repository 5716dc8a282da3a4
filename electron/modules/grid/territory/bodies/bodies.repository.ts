import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import { placeIndex } from '#electron/kernel/search/name-index.ts';
import { endingUntil } from '#shared/modules/grid/territory/bodies/agreement.rules.ts';
import type { Body, BodyFilter, bodySortSchema } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { bodies } from './bodies.tables.ts';

export type BodyRecord = typeof bodies.$inferSelect;
export type BodyValues = Omit<BodyRecord, 'namePy' | 'initials'>;
type Window = { readonly offset: number; readonly limit: number };
type Order = z.output<typeof bodySortSchema>;

const ORDER = { name: 't.name_py', agreementUntil: "coalesce(t.agreement_until, '9999')", updatedAt: 't.updated_at' } as const;

/** The states of an agreement as SQL says them; the same as agreementOn. */
const agreementIs = (today: string): Readonly<Record<Body['agreement'], Condition>> => ({
  none: { sql: "t.agreement_until IS NULL AND t.agreement_no = '' AND t.agreement_from IS NULL", values: [] },
  open: { sql: "t.agreement_until IS NULL AND (t.agreement_no <> '' OR t.agreement_from IS NOT NULL)", values: [] },
  running: { sql: 't.agreement_until > ?', values: [endingUntil(today)] },
  ending: { sql: 't.agreement_until >= ? AND t.agreement_until <= ?', values: [today, endingUntil(today)] },
  ended: { sql: 't.agreement_until < ?', values: [today] },
});

function words(text: string): Condition[] {
  const typed = text.trim();
  if (typed === '') return [];
  const start = `${typed.toLowerCase().replaceAll(/[%_\\]/g, '')}%`;
  return [{ sql: 'instr(t.name, ?) > 0 OR instr(t.contact, ?) > 0 OR instr(t.contact_phone, ?) > 0 OR instr(t.agreement_no, ?) > 0 OR instr(t.duty, ?) > 0 OR t.initials LIKE ? OR t.name_py LIKE ?', values: [typed, typed, typed, typed, typed, start, start] }];
}

const anyOf = (conditions: readonly Condition[]): Condition => ({ sql: conditions.map(({ sql }) => `(${sql})`).join(' OR '), values: conditions.flatMap(({ values }) => values) });

function condition(filter: BodyFilter, today: string): Condition {
  const states = agreementIs(today);
  return allOf([
    ...words(filter.text),
    ...(filter.kinds.length > 0 ? [isIn('t.kind', filter.kinds)] : []),
    ...(filter.gridIds.length > 0 ? [{ ...isIn('j.value', filter.gridIds), sql: `EXISTS (SELECT 1 FROM json_each(t.grid_ids) j WHERE ${isIn('j.value', filter.gridIds).sql})` }] : []),
    ...(filter.agreements.length > 0 ? [anyOf(filter.agreements.map((state) => states[state]))] : []),
    ...(filter.withEnded ? [] : [{ sql: 't.is_active = 1', values: [] }]),
  ]);
}

export function bodiesRepository(db: Db) {
  const { orm, sqlite } = db;
  const insertRow = preparedInsert(db, bodies);
  const find = preparedFind(db, bodies);
  const recordsOf = (ids: readonly unknown[]): BodyRecord[] => ids.flatMap((id) => find(id) ?? []);
  return {
    insert: (body: BodyValues): void => void insertRow({ ...body, ...placeIndex(body.name) }),
    replace: (body: BodyRecord): void => void orm.update(bodies).set({ ...body, ...placeIndex(body.name) }).where(eq(bodies.id, body.id)).run(),
    find,
    findByName: (name: string): BodyRecord | undefined => orm.select().from(bodies).where(eq(bodies.name, name)).get(),
    tiedTo: (gridId: string): BodyRecord[] => recordsOf(sqlite.prepare('SELECT t.id FROM body t WHERE EXISTS (SELECT 1 FROM json_each(t.grid_ids) j WHERE j.value = ?) ORDER BY t.id').pluck().all(gridId)),
    list: (filter: BodyFilter, today: string, { field, direction }: Order, { offset, limit }: Window): BodyRecord[] => {
      const { sql, values } = condition(filter, today);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return recordsOf(sqlite.prepare(`SELECT t.id FROM body t WHERE ${sql} ORDER BY ${ORDER[field]} ${way}, t.id ${way} LIMIT ? OFFSET ?`).pluck().all(...values, limit, offset));
    },
    count: (filter: BodyFilter, today: string): number => {
      const { sql, values } = condition(filter, today);
      return (sqlite.prepare(`SELECT count(*) AS n FROM body t WHERE ${sql}`).get(...values) as { n: number }).n;
    },
  };
}
