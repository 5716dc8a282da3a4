import type { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { RECENT_DAYS, type mapOperations } from '#shared/modules/grid/territory/map/map.contract.ts';
import { isGridInScope } from '../../register/scope.ts';
import { backdropsRepository } from './backdrops.repository.ts';
import { insertBackdrop, removeBackdrop, shownBackdrop, updateBackdrop } from './backdrops.service.ts';
import { figuresRepository } from './figures.repository.ts';
import { pointsRepository } from './points.repository.ts';
import { saveBuildingPoints } from './points.service.ts';
import { shapesRepository } from './shapes.repository.ts';
import { saveMapShapes } from './shapes.service.ts';

export const openMap = (db: Db) => ({ shapes: shapesRepository(db), points: pointsRepository(db), backdrops: backdropsRepository(db), mapFigures: figuresRepository(db) });

function getMap(work: Work, { everywhere }: z.output<typeof mapOperations.getMap.input>) {
  const { communityId } = work.actor;
  const area = everywhere ? null : communityId;
  const backdrop = work.backdrops.ofCommunity(communityId);
  return { grids: work.shapes.grids(area), shapes: work.shapes.list(area), backdrop: backdrop ? shownBackdrop(backdrop) : null, hasOthers: work.shapes.hasOthers(communityId) };
}

const NO_MATTERS = { openMatters: 0, recentMatters: 0, lateMatters: 0 };
const UNREAD = { openMatters: null, recentMatters: null, lateMatters: null };

/** Every grid with its counts; those of matters only of the grids whose matters the actor may read. */
function summariseMapFigures(work: Work, { everywhere }: z.output<typeof mapOperations.summariseMapFigures.input>) {
  const { communityId, roles } = work.actor;
  const matters = mayDo(roles, 'matters.read') ? work.mapFigures.matters(work.today, addDays(work.today, 1 - RECENT_DAYS)) : null;
  return work.mapFigures.list(everywhere ? null : communityId).map((counts) => ({ ...counts, ...(matters && isGridInScope(work.actor, counts.gridId) ? (matters.get(counts.gridId) ?? NO_MATTERS) : UNREAD) }));
}

function getBackdropPicture(work: Work, { id }: { readonly id: string }) {
  const own = work.backdrops.ofCommunity(work.actor.communityId);
  const bytes = own?.id === id ? work.backdrops.picture(id) : undefined;
  return own && bytes ? { mediaType: own.mediaType, bytes } : fail('record/not-found', {});
}

export const mapHandlers: Handlers<typeof mapOperations, Work> = {
  getMap,
  summariseMapFigures,
  listBuildingPoints: (work, { everywhere }) => work.points.columns(everywhere ? null : work.actor.communityId),
  saveMapShapes,
  saveBuildingPoints,
  getBackdropPicture,
  insertBackdrop,
  updateBackdrop,
  removeBackdrop,
};

export const mapHistory: Readonly<Record<string, HistoryGuard>> = {
  grid_shape: { permission: 'territory.read', isVisible: (work, id) => work.shapes.list(work.actor.communityId).some((stored) => stored.id === id) },
};
