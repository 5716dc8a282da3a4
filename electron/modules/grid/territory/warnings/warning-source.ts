import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import type { Warning, WarningRow } from '#shared/modules/grid/territory/warnings/warnings.contract.ts';

/** As many rows as one reads through; what is more is opened as a list. */
export const MOST_ROWS = 200;

export type Found = { readonly count: number; readonly rows: readonly WarningRow[]; readonly to?: string; readonly params?: Warning['params'] };

/**
 * One kind of thing that can be wrong with a community's grids. `grids` are those in use that the actor may see; a source answers with
 * what is wrong now, counted from the records. A new kind is a line in warning-sources.ts with its words `warnings.kind.<kind>`,
 * `warnings.about.<kind>` and `today.item.warning-<kind>`.
 */
export type WarningSource = {
  readonly kind: string;
  /** Who may read the records it looks at. */
  readonly permission: Permission;
  readonly urgency: TodayItem['urgency'];
  readonly find: (work: Work, grids: readonly Grid[]) => Found;
};

export const found = (rows: readonly WarningRow[], rest: Pick<Found, 'to' | 'params'> = {}): Found => ({ count: rows.length, rows: rows.slice(0, MOST_ROWS), ...rest });
