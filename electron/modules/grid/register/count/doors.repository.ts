import { eq } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import { preparedInsert } from '#electron/database/prepared-insert.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { settlingStates, waitingStates } from '#shared/modules/grid/register/count/count.rules.ts';
import { doorStates, type BlockRow, type CountFigures, type DoorFilter, type DoorResidents, type DoorRow } from '#shared/modules/grid/register/count/count.schema.ts';
import type { Window } from '../persons.repository.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../scope.ts';
import { countDoors } from './count.tables.ts';

export type DoorRecord = typeof countDoors.$inferSelect;
export type Snapshot = Pick<DoorRecord, 'gridId' | 'address' | 'block' | 'registerPersons' | 'registerHouseholds'> & { readonly dwellingId: string; readonly use: string };

const quoted = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');
const PERSONS = (d: string): string => `(${d}.registered + ${d}.floating + ${d}.left_behind + ${d}.overseas + ${d}.no_hukou)`;
const SETTLED = (d: string): string => `${d}.state IN (${quoted(settlingStates)})`;
/** The same dwelling in the count before, if that settled it. */
const FROM = `FROM count_door d JOIN count_campaign c ON c.id = d.campaign_id JOIN grid g ON g.id = d.grid_id
  LEFT JOIN count_door l ON l.campaign_id = c.previous_id AND l.dwelling_id = d.dwelling_id AND l.removed_at IS NULL AND ${SETTLED('l')}`;
const ROW = `d.id, d.version, d.campaign_id AS campaignId, d.grid_id AS gridId, g.name AS gridName, d.walk_no AS no, d.dwelling_id AS dwellingId, d.address, d.block, d.state, d.households, d.registered, d.floating,
  d.left_behind AS leftBehind, d.overseas, d.no_hukou AS noHukou, d.businesses, ${PERSONS('d')} AS persons, d.found_use AS foundUse, d.counted_on AS countedOn, d.counted_by AS countedBy, d.note,
  d.register_persons AS registerPersons, d.register_households AS registerHouseholds, (SELECT count(*) FROM person p WHERE p.dwelling_id = d.dwelling_id AND p.removed_at IS NULL) AS personsNow,
  CASE WHEN l.id IS NOT NULL THEN ${PERSONS('l')} END AS lastPersons, l.households AS lastHouseholds, d.updated_at AS updatedAt`;
const ORDER = { no: 'g.code, d.walk_no', address: 'd.address', persons: `${PERSONS('d')}`, updatedAt: 'd.updated_at' } as const;
export type DoorOrder = { readonly field: keyof typeof ORDER; readonly direction: 'asc' | 'desc' };

const DIFFERS = {
  register: `${SETTLED('d')} AND (${PERSONS('d')} <> d.register_persons OR d.households <> d.register_households)`,
  last: `${SETTLED('d')} AND l.id IS NOT NULL AND (${PERSONS('d')} <> ${PERSONS('l')} OR d.households <> l.households)`,
} as const;

const PRESENT: readonly Condition[] = [{ sql: 'd.removed_at IS NULL', values: [] }, { sql: 'c.removed_at IS NULL', values: [] }];
const condition = (actor: Actor, filter: DoorFilter): Condition =>
  allOf([
    ...PRESENT,
    ...inScope(actor, 'd.grid_id'),
    { sql: 'd.campaign_id = ?', values: [filter.campaignId] },
    ...(filter.text === '' ? [] : [{ sql: 'instr(d.address, ?) > 0 OR instr(d.counted_by, ?) > 0', values: [filter.text, filter.text] }]),
    ...(filter.gridIds.length > 0 ? [isIn('d.grid_id', filter.gridIds)] : []),
    ...(filter.blocks.length > 0 ? [isIn('d.block', filter.blocks)] : []),
    ...(filter.states.length > 0 ? [isIn('d.state', filter.states)] : []),
    ...(filter.differs.length > 0 ? [{ sql: filter.differs.map((kind) => `(${DIFFERS[kind]})`).join(' OR '), values: [] }] : []),
  ]);

const sum = (what: string, name: string): string => `total(${what}) AS ${name}`;
const settledSum = (what: string, name: string): string => sum(`CASE WHEN ${SETTLED('d')} THEN ${what} ELSE 0 END`, name);
const againSum = (what: string, name: string): string => sum(`CASE WHEN ${SETTLED('d')} AND l.id IS NOT NULL THEN ${what} ELSE 0 END`, name);
const FIGURES = [
  'count(*) AS doors',
  ...doorStates.map((state) => sum(`d.state = '${state}'`, state)),
  ...(['households', 'registered', 'floating', 'overseas', 'businesses'] as const).map((field) => sum(`d.${field}`, field)),
  sum('d.left_behind', 'leftBehind'),
  sum('d.no_hukou', 'noHukou'),
  settledSum('d.register_persons', 'registerPersons'),
  settledSum('d.register_households', 'registerHouseholds'),
  againSum(PERSONS('d'), 'againPersons'),
  againSum(PERSONS('l'), 'lastPersons'),
  againSum('d.households', 'againHouseholds'),
  againSum('l.households', 'lastHouseholds'),
].join(', ');

/** The order in which somebody walks: by estate, then building, unit, floor and room, their numbers as numbers. */
const WALK = ['estate', 'building', 'unit', 'floor', 'room'].map((field) => `CAST(d.${field} AS INTEGER), d.${field}`).join(', ');

export function doorsRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const insertRow = preparedInsert(db, countDoors);
  const rows = (actor: Actor, filter: DoorFilter, { field, direction }: DoorOrder, { offset, limit }: Window): DoorRow[] => {
    const { sql, values } = condition(actor, filter);
    const way = direction === 'desc' ? 'DESC' : 'ASC';
    const order = ORDER[field].split(', ').map((column) => `${column} ${way}`).join(', ');
    return statement(`SELECT ${ROW} ${FROM} WHERE ${sql} ORDER BY ${order}, d.id LIMIT ? OFFSET ?`).all(...values, limit, offset) as DoorRow[]; // columns named in ROW
  };
  return {
    /** Answers the row as it is stored. */
    insert: (door: DoorRecord) => insertRow(door),
    replace: (door: DoorRecord): void => void orm.update(countDoors).set(door).where(eq(countDoors.id, door.id)).run(),
    /** Also one that was taken back. */
    find: preparedFind(db, countDoors),
    row: (actor: Actor, id: string): DoorRow | undefined => {
      const { sql, values } = allOf([...PRESENT, ...inScope(actor, 'd.grid_id'), { sql: 'd.id = ?', values: [id] }]);
      return statement(`SELECT ${ROW} ${FROM} WHERE ${sql}`).get(...values) as DoorRow | undefined; // columns named in ROW
    },
    list: rows,
    count: (actor: Actor, filter: DoorFilter): number => {
      const { sql, values } = condition(actor, filter);
      return (statement(`SELECT count(*) AS n ${FROM} WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    lastNo: (campaignId: string, gridId: string): number => (statement('SELECT coalesce(max(walk_no), 0) AS n FROM count_door WHERE campaign_id = ? AND grid_id = ?').get(campaignId, gridId) as { n: number }).n, // the one column
    /** Doors in all, those that wait for a visit, and those that are settled. */
    progress: (actor: Actor, campaignId: string): { doors: number; left: number; settled: number } => {
      const { sql, values } = allOf([{ sql: 'd.removed_at IS NULL', values: [] }, { sql: 'd.campaign_id = ?', values: [campaignId] }, ...inScope(actor, 'd.grid_id')]);
      return statement(`SELECT count(*) AS doors, CAST(total(d.state IN (${quoted(waitingStates)})) AS INTEGER) AS left, CAST(total(${SETTLED('d')}) AS INTEGER) AS settled FROM count_door d WHERE ${sql}`).get(...values) as { doors: number; left: number; settled: number }; // columns named in the statement
    },
    blocks: (actor: Actor, campaignId: string): BlockRow[] => {
      const { sql, values } = allOf([...PRESENT, { sql: 'd.campaign_id = ?', values: [campaignId] }, ...inScope(actor, 'd.grid_id')]);
      return statement(`SELECT d.grid_id AS gridId, g.name AS gridName, d.block, count(*) AS doors, CAST(total(d.state IN (${quoted(waitingStates)})) AS INTEGER) AS left
        ${FROM} WHERE ${sql} GROUP BY d.grid_id, d.block ORDER BY g.code, min(d.walk_no)`).all(...values) as BlockRow[]; // columns named in the statement
    },
    figures: (actor: Actor, campaignId: string): CountFigures => {
      const { sql, values } = allOf([...PRESENT, { sql: 'd.campaign_id = ?', values: [campaignId] }, ...inScope(actor, 'd.grid_id')]);
      return {
        grids: statement(`SELECT d.grid_id AS gridId, g.name AS gridName, ${FIGURES} ${FROM} WHERE ${sql} GROUP BY d.grid_id ORDER BY g.code`).all(...values) as CountFigures['grids'], // columns named in FIGURES
        uses: statement(`SELECT d.grid_id AS gridId, d.found_use AS use, count(*) AS dwellings ${FROM} WHERE ${sql} AND d.state IN ('counted', 'vacant') GROUP BY d.grid_id, d.found_use ORDER BY g.code, dwellings DESC, d.found_use`).all(...values) as CountFigures['uses'], // as above
      };
    },
    /** Who is registered behind each door of a grid, all of it or one building. */
    residents: (campaignId: string, gridId: string, block: string | null): DoorResidents[] => {
      const { sql, values } = allOf([{ sql: 'd.removed_at IS NULL AND d.campaign_id = ? AND d.grid_id = ?', values: [campaignId, gridId] }, ...(block === null ? [] : [{ sql: 'd.block = ?', values: [block] }])]);
      const of = (category: string, name: string): string => `CAST(total(p.category = '${category}') AS INTEGER) AS ${name}`;
      return statement(`SELECT d.id AS doorId, (SELECT count(*) FROM household h WHERE h.dwelling_id = d.dwelling_id AND h.removed_at IS NULL AND h.is_vacant = 0) AS households,
          ${of('registered', 'registered')}, ${of('floating', 'floating')}, ${of('left-behind', 'leftBehind')}, ${of('overseas', 'overseas')}, ${of('no-hukou', 'noHukou')}
        FROM count_door d LEFT JOIN person p ON p.dwelling_id = d.dwelling_id AND p.removed_at IS NULL WHERE ${sql} GROUP BY d.id ORDER BY d.walk_no`).all(...values) as DoorResidents[]; // columns named in the statement
    },
    /** Every dwelling of the grids in the order of the walk, with who the register says lives there. */
    snapshot: (gridIds: readonly string[]): Snapshot[] => {
      const { sql, values } = isIn('d.grid_id', gridIds);
      return sqlite.prepare(`SELECT d.id AS dwellingId, d.grid_id AS gridId, d.address, d.estate || d.building AS block, d.use,
          (SELECT count(*) FROM person p WHERE p.dwelling_id = d.id AND p.removed_at IS NULL) AS registerPersons,
          (SELECT count(*) FROM household h WHERE h.dwelling_id = d.id AND h.removed_at IS NULL AND h.is_vacant = 0) AS registerHouseholds
        FROM dwelling d WHERE d.removed_at IS NULL AND ${sql} ORDER BY d.grid_id, ${WALK}, d.address, d.id`).all(...values) as Snapshot[]; // columns named in the statement
    },
  };
}
