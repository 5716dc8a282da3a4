import type { Db } from '#electron/database/database.ts';
import type { GridPlace } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';

/** The tables whose rows belong to a grid by living in it. */
export const livingTables = ['dwelling', 'household', 'person'] as const;
export type LivingTable = (typeof livingTables)[number];

type Where = Pick<GridPlace, 'key' | 'estate' | 'building' | 'unit' | 'address'>;
/** A row of a grid and where it lies; `removed` rows move along, so that putting them back finds a grid in use. */
export type LivingRow = { readonly table: LivingTable; readonly id: string; readonly where: Where; readonly removed: boolean };

type Stored = { id: string; removed: number };

const atAddress = (address: string): Where => ({ key: `a|${address}`, estate: '', building: '', unit: '', address });
/** 17幢 and 17 are one building, 4单元 and 4 one unit: forms and people write both. */
function whereOf(row: Omit<Where, 'key'>): Where {
  const { estate } = row;
  const building = row.building.replace(/(?:幢|栋|号楼|楼)$/, '');
  const unit = row.unit.replace(/单元$/, '');
  return building === '' ? atAddress(row.address) : { key: `b|${estate}|${building}|${unit}`, estate, building, unit, address: '' };
}

export function gridPlacesRepository({ sqlite }: Db) {
  // two readings, because the index of a grid holds only the rows that are present
  const rowsOf = <Row extends Stored>(table: LivingTable, columns: string, gridId: string): Row[] =>
    ['IS NULL', 'IS NOT NULL'].flatMap((removed) => sqlite.prepare(`SELECT id, removed_at IS NOT NULL AS removed, ${columns} FROM ${table} WHERE grid_id = ? AND removed_at ${removed} ORDER BY row_no`).all(gridId) as Row[]); // columns named by the caller
  return {
    /** Every row of a grid with its place: a household is where its dwelling is, a person where the household is; without one, at its address. */
    living: (gridId: string): LivingRow[] => {
      const dwellings = rowsOf<Stored & Omit<Where, 'key'>>('dwelling', 'estate, building, unit, address', gridId);
      const homes = new Map(dwellings.map((row) => [row.id, whereOf(row)]));
      const households = rowsOf<Stored & { dwelling: string; address: string }>('household', "coalesce(dwelling_id, '') AS dwelling, registered_address AS address", gridId);
      const families = new Map(households.map((row) => [row.id, homes.get(row.dwelling) ?? atAddress(row.address)]));
      const persons = rowsOf<Stored & { household: string; dwelling: string; address: string }>('person', "coalesce(household_id, '') AS household, coalesce(dwelling_id, '') AS dwelling, present_address AS address", gridId);
      const living = (table: LivingTable, { id, removed }: Stored, where: Where | undefined): LivingRow => ({ table, id, where: where ?? atAddress(''), removed: removed === 1 });
      return [
        ...dwellings.map((row) => living('dwelling', row, homes.get(row.id))),
        ...households.map((row) => living('household', row, families.get(row.id))),
        ...persons.map((row) => living('person', row, families.get(row.household) ?? homes.get(row.dwelling) ?? atAddress(row.address))),
      ];
    },
    /** Puts one row into a grid, one version further. `table` is a constant of the program. */
    move: (table: LivingTable | 'grid_member', id: string, gridId: string | null, now: string): void =>
      void sqlite.prepare(`UPDATE ${table} SET grid_id = ?, version = version + 1, updated_at = ? WHERE id = ?`).run(gridId, now, id),
  };
}

const FIGURE = { dwelling: 'dwellings', household: 'households', person: 'persons' } as const;

/** The places of rows with their figures, by estate, building and unit as people count them; rows that were removed make no place. */
export function placesOf(rows: readonly LivingRow[]): GridPlace[] {
  const places = new Map<string, GridPlace>();
  for (const { table, where, removed } of rows) {
    if (removed) continue;
    const place = places.get(where.key) ?? { ...where, dwellings: 0, households: 0, persons: 0 };
    places.set(where.key, { ...place, [FIGURE[table]]: place[FIGURE[table]] + 1 });
  }
  const order = new Intl.Collator('zh-CN', { numeric: true });
  return [...places.values()].toSorted((a, b) => Number(a.building === '') - Number(b.building === '') || order.compare(`${a.estate} ${a.building} ${a.unit} ${a.address}`, `${b.estate} ${b.building} ${b.unit} ${b.address}`));
}
