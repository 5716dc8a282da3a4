import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personConditions, personOrder, type PersonOrderField } from '#electron/modules/grid/register/person-query.ts';
import { countingOf, routeToRows, type CountRows, type Route } from '#electron/modules/grid/register/person-route.ts';
import { randomOfPart } from '#electron/kernel/demo/random.ts';
import { openRegister } from '#electron/modules/grid/register/register.module.ts';
import { personCategories, personFilterSchema, personSortFields, sexes, type PersonFilter, type PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

type Stored = Readonly<Record<'id' | 'name' | 'sort_key' | 'initials' | 'sex' | 'category' | 'education' | 'present_address' | 'updated_at' | 'community_id', string>> &
  Readonly<Record<'birth_on' | 'grid_id' | 'household_id' | 'dwelling_id' | 'import_batch_id' | 'removed_at', string | null>> & { readonly row_no: number };

const idOf = (kind: number, no: number): string => `019c0000-0000-7000-8000-${kind.toString(16).padStart(4, '0')}${no.toString(16).padStart(8, '0')}`;
const [grids, communities] = [[1, 2, 3].map((no) => idOf(1, no)), [1, 2].map((no) => idOf(2, no))];
const [household, dwelling, batch] = [idOf(3, 1), idOf(4, 1), idOf(5, 1)];
const EDUCATION = ['', '10', '20', '60', 'X2'];
const PEOPLE = 260;

let desk: Workstation;
let stored: readonly Stored[];

/** People with every value in every company, many of them alike in what they are ordered by. */
beforeAll(async () => {
  desk = await openWorkstation();
  const sqlite = desk.sqlite();
  const { persons } = openRegister({ sqlite, orm: drizzle(sqlite) });
  const random = randomOfPart(7, 1);
  const one = <T>(values: readonly T[]): T => values[random.between(0, values.length - 1)] as T; // the place lies inside
  const text = { formerName: '', reading: '', idType: '', ethnic: '', nativePlace: '', marital: '', political: '', occupation: '', workplace: '', registeredPlace: '', registeredAddress: '', note: '', relationToHead: '' };
  sqlite.transaction(() => {
    for (let no = 1; no <= PEOPLE; no += 1) {
      persons.insert({
        ...text, id: idOf(9, no), version: 1, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: `2026-01-0${one([1, 2, 3])}T00:00:00.000Z`, communityId: one(communities), gridId: one([null, ...grids]), extra: {},
        name: one(['张伟', '张三', '王芳', '欧阳娜', '赵一']), sex: one(sexes), birthOn: one([null, '1950-01-05', '1966-01-01', '1990-05-05', '2020-12-31']), category: one(personCategories), education: one(EDUCATION),
        idNumber: `1101051949${String(no).padStart(8, '0')}`, phone: one(['', '13812345678', '13900001234']), presentAddress: one(['', '清波路1号', '晴耕路2号']), livesWhereRegistered: null,
        householdId: one([null, household]), dwellingId: one([null, dwelling]), importBatchId: one([null, batch]), removedAt: one([null, null, null, '2026-02-01T00:00:00.000Z']), removedReason: '',
      });
    }
  })();
  stored = sqlite.prepare('SELECT * FROM person').all() as Stored[]; // the table's columns
});
afterAll(() => desk.close());

const has = (wanted: readonly string[], value: string | null): boolean => wanted.length === 0 || (value !== null && wanted.includes(value));
/** The list's meaning, said once more without SQL. Only the words that the cases below use are understood. */
function expected(filter: PersonFilter, scope: 'all' | readonly string[], field: PersonOrderField, direction: 'asc' | 'desc'): string[] {
  const words: Record<string, (row: Stored) => boolean> = { '': () => true, 张: ({ name }) => name.includes('张'), zw: ({ initials }) => initials.startsWith('zw'), z: ({ initials }) => initials.startsWith('z') };
  const keep = (row: Stored): boolean =>
    (row.removed_at !== null) === filter.removed && (scope === 'all' || (row.grid_id !== null && scope.includes(row.grid_id))) && (words[filter.text]?.(row) ?? false) &&
    has(filter.communityIds, row.community_id) && has(filter.gridIds, row.grid_id) && has(filter.categories, row.category) && has(filter.sexes, row.sex) && has(filter.education, row.education) &&
    (filter.bornFrom === null || (row.birth_on !== null && row.birth_on >= filter.bornFrom)) && (filter.bornUntil === null || (row.birth_on !== null && row.birth_on <= filter.bornUntil)) &&
    (!filter.withoutGrid || row.grid_id === null) && has([filter.householdId ?? []].flat(), row.household_id) && has([filter.dwellingId ?? []].flat(), row.dwelling_id) && has([filter.importBatchId ?? []].flat(), row.import_batch_id);
  const key = personOrder[field].columns.map((column) => column.slice(2) as keyof Stored); // the columns of `person p`
  const compare = (a: Stored, b: Stored): number => {
    for (const column of key) {
      const [one, other] = [a[column] ?? '', b[column] ?? ''].map((value) => Buffer.from(String(value)));
      const order = one && other ? Buffer.compare(one, other) : 0;
      if (order !== 0) return order;
    }
    return a.row_no - b.row_no;
  };
  return stored.filter(keep).toSorted((a, b) => (direction === 'asc' ? compare(a, b) : compare(b, a))).map(({ id }) => id);
}

const ALONE: readonly Partial<PersonFilter>[] = [
  {}, { text: '张' }, { text: 'zw' }, { text: 'z' }, { communityIds: communities.slice(0, 1) }, { gridIds: grids.slice(0, 1) }, { gridIds: grids.slice(1) }, { categories: ['floating'] }, { categories: ['overseas', 'registered'] }, { sexes: ['2'] },
  { education: ['60'] }, { education: ['', 'X2'] }, { bornFrom: '1966-01-01' }, { bornUntil: '1966-01-01' }, { withoutGrid: true }, { householdId: household }, { dwellingId: dwelling }, { importBatchId: batch }, { removed: true },
];
/** Each condition alone, and each with each other one. */
const FILTERS = ALONE.flatMap((one, place) => [one, ...ALONE.slice(place + 1).map((other) => ({ ...one, ...other }))]).map((filter) => personFilterSchema.parse(filter));
const SCOPES = ['all', grids.slice(0, 2), []] as const;
const WAYS = ['asc', 'desc'] as const;

/** What a small register and what a large one answers to "how many are there?". */
const SIZES: Readonly<Record<string, CountRows>> = { few: () => 0, many: (_select, most) => most };
const actor = (scope: (typeof SCOPES)[number]) => desk.actorOf({ scope });

function read({ hint, where }: Route, field: PersonOrderField, direction: 'asc' | 'desc', limit: number, offset: number): string[] {
  const order = [...personOrder[field].columns, 'p.row_no'].map((column) => `${column} ${direction}`).join(', ');
  return desk.sqlite().prepare(`SELECT p.id FROM person p ${hint} WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`).pluck().all(...where.values, limit, offset) as string[]; // the one column named
}

/** How many columns a statement takes from the rows of `person` themselves; what its index holds is taken from there. */
function columnsFromRows(sql: string, values: readonly unknown[]): number {
  const root = desk.sqlite().prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'person'").pluck().get();
  const program = desk.sqlite().prepare(`EXPLAIN ${sql}`).all(...values) as { opcode: string; p1: number; p2: number }[]; // columns of every program
  const cursors = program.filter(({ opcode, p2 }) => opcode === 'OpenRead' && p2 === root).map(({ p1 }) => p1);
  return program.filter(({ opcode, p1 }) => opcode === 'Column' && cursors.includes(p1)).length;
}

describe('the list of persons', () => {
  it.each(SCOPES.flatMap((scope) => personSortFields.map((field) => [field, scope] as const)))('by %s within %s holds what the filter says, however many there are, page by page', (field, scope) => {
    const pageSize = 40;
    for (const [size, count] of Object.entries(SIZES)) {
      for (const filter of FILTERS) {
        for (const direction of WAYS) {
          const route = routeToRows(actor(scope), filter, field, count);
          const wanted = expected(filter, scope, field, direction);
          const pages = Array.from({ length: Math.ceil((wanted.length + 1) / pageSize) }, (_, page) => read(route, field, direction, pageSize, page * pageSize));
          expect(pages.flat(), `${size} ${direction} ${JSON.stringify(filter)}`).toEqual(wanted);
        }
      }
    }
  });

  it.each(SCOPES.map((scope) => [scope]))('within %s counts what it holds', (scope) => {
    for (const [size, count] of Object.entries(SIZES)) {
      for (const filter of FILTERS) {
        const { sql, values } = countingOf(actor(scope), filter, count);
        expect(desk.sqlite().prepare(sql).pluck().get(...values), `${size} ${JSON.stringify(filter)}`).toBe(expected(filter, scope, 'name', 'asc').length);
      }
    }
  });

  it('answers a call with the same rows and the same number', async () => {
    for (const filter of FILTERS.filter((_, place) => place % 9 === 0)) {
      const wanted = expected(filter, 'all', 'birthOn', 'desc');
      const rows = await desk.done<PersonRow[]>('grid.listPersons', { filter, sort: { field: 'birthOn', direction: 'desc' }, limit: 500 });
      expect(rows.map(({ id }) => id)).toEqual(wanted);
      expect(await desk.done('grid.countPersons', { filter })).toEqual({ count: wanted.length });
    }
  });

  it('of a large register goes along the index of its order, sorts nothing and opens no row that its own columns refuse', () => {
    for (const field of personSortFields) {
      for (const filter of FILTERS.filter(({ removed, householdId, dwellingId }) => !removed && householdId === null && dwellingId === null)) {
        const { hint, where } = routeToRows(actor('all'), filter, field, (_select, most) => most);
        const columns = [...personOrder[field].columns, 'p.row_no'].join(', ');
        const plan = (desk.sqlite().prepare(`EXPLAIN QUERY PLAN SELECT p.row_no FROM person p ${hint} WHERE ${where.sql} ORDER BY ${columns} LIMIT 200`).all(...where.values) as { detail: string }[]).map(({ detail }) => detail); // a column of every plan
        expect(plan.join('\n'), `${field} ${JSON.stringify(filter)}`).toMatch(new RegExp(`p USING (COVERING )?INDEX ${personOrder[field].index}\\b`));
        const isOneWay = filter.gridIds.length < 2 && filter.categories.length < 2;
        if (isOneWay) expect(plan.filter((line) => line.includes('ORDER BY') && !line.includes('LAST TERM')), `${field} ${JSON.stringify(filter)}`).toEqual([]);
        const { grids: place, communities: community, batch: imported, words } = personConditions(actor('all'), filter);
        const mayOpenRows = [...community, ...imported, ...words, ...(field === 'gridName' ? [] : place)].length > 0;
        if (!mayOpenRows) expect(columnsFromRows(`SELECT p.row_no FROM person p ${hint} WHERE ${where.sql} ORDER BY ${columns} LIMIT 200`, where.values), `${field} ${JSON.stringify(filter)}`).toBe(0);
      }
    }
  });
});
