import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import { found, type WarningSource } from './warning-source.ts';

const gridRow = ({ id, name, code }: Grid, detail: string = code) => ({ id, title: name, detail, to: `/grid/grids/${id}` });

export const gridWithoutMember: WarningSource = {
  kind: 'grid-without-member',
  permission: 'territory.read',
  urgency: 'near',
  find: (_work, grids) => found(grids.filter(({ responsibleId }) => responsibleId === null).map((grid) => gridRow(grid))),
};

/** A member who answers for several grids, or for one while being filed under another. */
export const memberOnTwoGrids: WarningSource = {
  kind: 'member-on-two-grids',
  permission: 'territory.read',
  urgency: 'near',
  find: (work, grids) => {
    const nameOf = new Map(grids.map(({ id, name }) => [id, name]));
    const members = new Map<string, Grid[]>();
    for (const grid of grids) if (grid.responsibleId !== null) members.set(grid.responsibleId, [...(members.get(grid.responsibleId) ?? []), grid]);
    return found(
      [...members].flatMap(([id, theirs]) => {
        const filedUnder = nameOf.get(work.gridMembers.find(id)?.gridId ?? '');
        const names = [...new Set([...theirs.map(({ name }) => name), ...(filedUnder === undefined ? [] : [filedUnder])])];
        return names.length < 2 ? [] : [{ id, title: theirs[0]?.responsibleName ?? '', detail: names.join('、'), to: `/grid/grids/${theirs[0]?.id ?? ''}` }];
      }),
    );
  },
};

/** Only basic grids have a size norm; a market or a park has as many households as it has. */
export const gridOutsideBand: WarningSource = {
  kind: 'grid-outside-band',
  permission: 'territory.read',
  urgency: 'calm',
  find: (work, grids) => {
    const { gridHouseholdsMin: least, gridHouseholdsMax: most } = work.settings.get();
    const odd = grids.filter(({ type, households }) => type === 'basic' && (households < least || households > most));
    return found(odd.map((grid) => gridRow(grid, String(grid.households))), { params: { least, most } });
  },
};

/** Accounts limited to grids of which one is no longer in use: whoever signs in with it sees fewer people than before. */
export const accountOnEndedGrid: WarningSource = {
  kind: 'account-on-ended-grid',
  permission: 'accounts.read',
  urgency: 'near',
  find: (work) =>
    found(
      work.accounts.list().flatMap(({ id, status, displayName, gridIds }) => {
        const ended = status === 'active' ? gridIds.flatMap((gridId) => work.grids.find(gridId) ?? []).filter((grid) => grid.status === 'closed') : [];
        return ended.length === 0 ? [] : [{ id, title: displayName, detail: ended.map(({ name }) => name).join('、'), to: '/system/accounts' }];
      }),
    ),
};
