import type { Work } from '#electron/database/unit-of-work.ts';
import { gapsOf, mayOverlap, problemsOf } from '#shared/modules/grid/territory/map/areas.rules.ts';
import { OUTLINE, type Drawing } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { found, type WarningSource } from '../warnings/warning-source.ts';

const TO = '/grid/map';
const squareMetres = (area: number): string => `${Math.round(area)} m²`;
const drawingOf = (work: Work): Drawing => Object.fromEntries(work.shapes.list(work.actor.communityId).map(({ gridId, shape }) => [gridId ?? OUTLINE, shape]));

/** Places that no grid covers; a community that is not drawn at all has none. */
export const mapGap: WarningSource = {
  kind: 'map-gap',
  permission: 'territory.read',
  urgency: 'calm',
  find: (work) => found(gapsOf(drawingOf(work)).map((gap, at) => ({ id: `gap-${at}`, title: gap.kind === 'gap' ? squareMetres(gap.squareMetres) : '', detail: '', to: TO }))),
};

/** Saving refuses an overlap; a grid that is used again can still bring one back. Pairs are compared only when the areas do not add up. */
export const mapOverlap: WarningSource = {
  kind: 'map-overlap',
  permission: 'territory.read',
  urgency: 'near',
  find: (work, grids) => {
    const { [OUTLINE]: _outline, ...drawing } = drawingOf(work);
    if (!mayOverlap(drawing)) return found([]);
    const nameOf = (id: string): string => grids.find((grid) => grid.id === id)?.name ?? '';
    return found(problemsOf(drawing).flatMap((problem) => (problem.kind === 'overlap' ? [{ id: `${problem.id} ${problem.other}`, title: `${nameOf(problem.id)} · ${nameOf(problem.other)}`, detail: squareMetres(problem.squareMetres), to: TO }] : [])));
  },
};

/** Grids without a border while others have one. */
export const gridNotDrawn: WarningSource = {
  kind: 'grid-not-drawn',
  permission: 'territory.read',
  urgency: 'calm',
  find: (work, grids) => {
    const drawn = new Set(work.shapes.list(work.actor.communityId).map(({ gridId }) => gridId));
    return drawn.size === 0 ? found([]) : found(grids.filter(({ id }) => !drawn.has(id)).map(({ id, name, code }) => ({ id, title: name, detail: code, to: TO })));
  },
};
