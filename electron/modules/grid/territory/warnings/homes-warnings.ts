import type { WarningRow } from '#shared/modules/grid/territory/warnings/warnings.contract.ts';
import type { HomeFound } from './homes-warnings.repository.ts';
import { MOST_ROWS, type WarningSource } from './warning-source.ts';

/** The text search keeps Han characters and figures one by one, so estate and number must stand as the address writes them. */
const listOf = (screen: 'dwellings' | 'households', filter: Record<string, unknown>): string => `/grid/${screen}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
const rowsTo = (rows: readonly HomeFound[], to: (row: HomeFound) => string): WarningRow[] => rows.map((row) => ({ ...row, to: to(row) }));

/** Nobody who is limited to grids may see who has none. */
export const householdWithoutGrid: WarningSource = {
  kind: 'household-without-grid',
  permission: 'register.read',
  urgency: 'near',
  find: (work) => {
    if (work.actor.scope !== 'all') return { count: 0, rows: [] };
    const { count, rows } = work.homesWarnings.withoutGrid(work.actor.communityId, MOST_ROWS);
    return { count, rows: rowsTo(rows, ({ id }) => `/grid/households/${id}`), to: listOf('households', { withoutGrid: true }) };
  },
};

export const householdApartFromDwelling: WarningSource = {
  kind: 'household-apart',
  permission: 'register.read',
  urgency: 'calm',
  find: (work, grids) => {
    const { count, rows } = work.homesWarnings.apartFromDwelling({ gridIds: grids.map(({ id }) => id), limit: MOST_ROWS });
    return { count, rows: rowsTo(rows, ({ id }) => `/grid/dwellings/${id}`) };
  },
};

export const dwellingInTwoGrids: WarningSource = {
  kind: 'dwelling-in-two-grids',
  permission: 'register.read',
  urgency: 'near',
  find: (work, grids) => {
    const { count, rows } = work.homesWarnings.addressTwice({ gridIds: grids.map(({ id }) => id), limit: MOST_ROWS });
    return { count, rows: rowsTo(rows.map((row) => ({ ...row, detail: '' })), ({ title }) => listOf('dwellings', { text: title.slice(0, 60) })) };
  },
};

export const buildingInTwoGrids: WarningSource = {
  kind: 'building-in-two-grids',
  permission: 'register.read',
  urgency: 'calm',
  find: (work, grids) => {
    const { count, rows } = work.homesWarnings.buildings({ gridIds: grids.map(({ id }) => id), limit: MOST_ROWS });
    return { count, rows: rowsTo(rows.map((row) => ({ ...row, detail: row.detail.replaceAll(',', '、') })), ({ title }) => listOf('dwellings', { text: title.replace(' ', '').slice(0, 60) })) };
  },
};
