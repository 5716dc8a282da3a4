import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { Warning, warningsOperations } from '#shared/modules/grid/territory/warnings/warnings.contract.ts';
import { isGridInScope } from '../../register/scope.ts';
import { homesWarningsRepository } from './homes-warnings.repository.ts';
import type { WarningSource } from './warning-source.ts';
import { warningSources } from './warning-sources.ts';

export const openWarnings = (db: Db) => ({ homesWarnings: homesWarningsRepository(db) });

/** Every kind the actor may read, also those with nothing to say. */
function looked(work: Work): { readonly source: WarningSource; readonly warning: Warning }[] {
  const grids = work.grids.list({ communityId: work.actor.communityId, status: 'active', text: '', offset: 0, limit: 10_000 }).rows.filter(({ id }) => isGridInScope(work.actor, id));
  return warningSources
    .filter(({ permission }) => mayDo(work.actor.roles, permission))
    .map((source) => {
      const { count, rows, to = null, params = {} } = source.find(work, grids);
      return { source, warning: { kind: source.kind, count, rows: [...rows], to, params } };
    });
}

export const warningsHandlers: Handlers<typeof warningsOperations, Work> = { listWarnings: (work) => looked(work).map(({ warning }) => warning) };

/** How many of each kind wait, for who can do something about it. */
export const warningsToday: readonly TodaySource[] = [
  {
    permission: 'territory.edit',
    items: (work) =>
      looked(work)
        .filter(({ warning }) => warning.count > 0)
        .map(({ source: { kind, urgency }, warning: { count, params } }) => ({ kind: `warning-${kind}`, column: 'due', urgency, params: { count, ...params }, to: `/grid/warnings?kind=${kind}`, since: null, dueOn: null })),
  },
];
