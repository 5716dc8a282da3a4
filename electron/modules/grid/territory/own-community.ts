import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { Organisation } from '#shared/modules/grid/territory/organisation.schema.ts';

type WithPath = Organisation & { path: string[] };

export const withPath = (work: Work, organisation: Organisation): WithPath => ({ ...organisation, path: work.organisations.pathTo(organisation.id) });

/**
 * The station's own community takes a node's place in the tree: its code, name and parents. Its id stays, because every record of the
 * station carries it; the chosen node goes, and a place left behind by an earlier choice is filled with a plain node again.
 * Errors: `organisation/not-a-community` for a node above the last level, `organisation/in-use` for one that has grids.
 */
export function chooseOwnCommunity(work: Work, { id }: { readonly id: string }): WithPath {
  const chosen = work.organisations.find(id) ?? fail('record/not-found', {});
  const own = work.organisations.own() ?? fail('record/not-found', {});
  if (chosen.own) return fail('organisation/in-use', { name: chosen.name });
  if (chosen.level !== 'community' || work.organisations.childCount(id) > 0) fail('organisation/not-a-community', { name: chosen.name });
  if (work.grids.ofCommunity(id).length > 0) fail('organisation/in-use', { name: chosen.name });
  const now = work.clock.now().toISOString();
  const before = { own: work.rows.read('organisation', own.id), chosen: work.rows.read('organisation', id) ?? fail('record/not-found', {}), station: work.rows.read('setting', work.settings.idOf('station') ?? '') };
  work.organisations.remove(id);
  const refilled = own.parentId === null ? null : { ...own, id: work.clock.newId(), own: false, version: 1, createdAt: now, updatedAt: now, importBatchId: null };
  work.organisations.replace({ ...own, code: chosen.code, name: chosen.name, parentId: chosen.parentId, sortNo: chosen.sortNo, problem: chosen.problem, version: own.version + 1, updatedAt: now });
  if (refilled) work.organisations.insert(refilled);
  const station = work.settings.setStation({ ...work.settings.station(), communityName: chosen.name }, { id: work.clock.newId(), communityId: work.actor.communityId, now });
  work.record({
    action: 'organisation.own-chosen',
    entity: 'organisation',
    entityId: own.id,
    detail: { code: chosen.code, name: chosen.name },
    changes: [
      work.rows.change('organisation', own.id, before.own),
      work.rows.removal('organisation', before.chosen),
      ...(refilled ? [work.rows.change('organisation', refilled.id, undefined)] : []),
      work.rows.change('setting', station, before.station),
    ],
  });
  return withPath(work, work.organisations.get(own.id) ?? fail('record/not-found', {}));
}
