import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion, failConflict } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { problemsOf, type MapProblem } from '#shared/modules/grid/territory/map/areas.rules.ts';
import { farAway } from '#shared/modules/grid/territory/map/coordinates.rules.ts';
import { locator } from '#shared/modules/grid/territory/map/inside.rules.ts';
import type { mapOperations, StoredShape } from '#shared/modules/grid/territory/map/map.contract.ts';
import { positionsOf, rounded } from '#shared/modules/grid/territory/map/position.rules.ts';
import { MOST_CORNERS, OUTLINE, type Drawing, type Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';

type Saved = z.output<typeof mapOperations.saveMapShapes.input>['shapes'][number];
const idOf = ({ gridId }: { readonly gridId: string | null }): string => gridId ?? OUTLINE;
const drawingOf = (shapes: readonly StoredShape[]): Drawing => Object.fromEntries(shapes.map((stored) => [idOf(stored), stored.shape]));
const tidy = (shape: Shape): Shape => shape.map((polygon) => polygon.map((ring) => ring.map(rounded)));

const nameOf = (work: Work, id: string): string => (id === OUTLINE ? OUTLINE : (work.grids.find(id)?.name ?? ''));

/** Ends the save at the first problem a touched shape has a part in; gaps are for the person to judge. */
function refuse(work: Work, problem: MapProblem): void {
  if (problem.kind === 'gap') return;
  const name = nameOf(work, problem.id);
  if (problem.kind === 'fault') fail('map/shape-invalid', { name, fault: problem.fault });
  else if (problem.kind === 'overlap') fail('map/shapes-overlap', { name, other: nameOf(work, problem.other), squareMetres: Math.round(problem.squareMetres) });
  else fail('map/shape-outside', { name, squareMetres: Math.round(problem.squareMetres) });
}

/** The same checks as on screen, on what the file will hold afterwards. */
function check(work: Work, before: Drawing, saved: readonly Saved[]): Drawing {
  const kept = Object.entries(before).filter(([id]) => !saved.some((entry) => idOf(entry) === id));
  const put = saved.flatMap((entry): [string, Shape][] => (entry.shape === null ? [] : [[idOf(entry), tidy(entry.shape)]]));
  for (const [id, shape] of put) {
    if (positionsOf(shape).length > MOST_CORNERS) fail('map/too-many-corners', { limit: MOST_CORNERS });
    const kilometres = farAway(shape, kept.map(([, other]) => other));
    if (kilometres !== null) fail('map/elsewhere', { name: nameOf(work, id), kilometres });
  }
  const after = Object.fromEntries([...kept, ...put]);
  const touched = new Set(put.map(([id]) => id));
  for (const problem of problemsOf(after, (id) => touched.has(id))) refuse(work, problem);
  return after;
}

function write(work: Work, entry: Saved, known: StoredShape | undefined, now: string): RecordChange[] {
  if (known === undefined && entry.version !== null) fail('record/not-found', {});
  if (known !== undefined && entry.version === null) failConflict(work, 'grid_shape', known);
  if (known !== undefined && entry.version !== null) checkVersion(work, 'grid_shape', known, entry.version);
  const before = known && work.rows.read('grid_shape', known.id);
  if (entry.shape === null) {
    if (!known || !before) return [];
    work.shapes.remove(known.id);
    return [work.rows.removal('grid_shape', before)];
  }
  const id = known?.id ?? work.clock.newId();
  const values = { id, communityId: work.actor.communityId, gridId: entry.gridId, shape: tidy(entry.shape), sourceSystem: entry.sourceSystem, sourceFile: entry.sourceFile, now };
  if (known) work.shapes.replace(values);
  else work.shapes.insert(values);
  return [work.rows.change('grid_shape', id, before)];
}

/** Files the community's points anew where a border moved over them. */
function fileAnew(work: Work, after: Drawing, now: string): RecordChange[] {
  const find = locator(Object.entries(after).filter(([id]) => id !== OUTLINE).map(([id, shape]) => ({ id, shape })));
  return work.points.ofCommunity(work.actor.communityId).flatMap(({ id, gridId, lon, lat }) => {
    const holder = find([lon, lat]);
    if (holder === gridId) return [];
    const before = work.rows.read('building_point', id);
    work.points.file(id, holder, now);
    return [work.rows.change('building_point', id, before)];
  });
}

/**
 * Writes every shape an edit touched. Errors: `record/conflict` when one was changed meanwhile, `grid/closed`, `map/shape-invalid`,
 * `map/shapes-overlap`, `map/shape-outside`, `map/elsewhere`, `map/too-many-corners`; then nothing is changed.
 */
export function saveMapShapes(work: Work, { shapes }: { readonly shapes: readonly Saved[] }): { shapes: StoredShape[] } {
  const { communityId } = work.actor;
  for (const { gridId } of shapes) {
    const grid = gridId === null ? null : (work.grids.find(gridId) ?? fail('record/not-found', {}));
    if (grid && grid.communityId !== communityId) fail('record/not-found', {});
    if (grid && grid.status !== 'active') fail('grid/closed', { name: grid.name });
  }
  const stored = work.shapes.list(communityId);
  const now = work.clock.now().toISOString();
  const after = check(work, drawingOf(stored), shapes);
  const changes = shapes.flatMap((entry) => write(work, entry, stored.find((known) => known.gridId === entry.gridId), now));
  const first = shapes[0] ?? fail('record/not-found', {});
  const names = shapes.map((entry) => nameOf(work, idOf(entry))).filter((name) => name !== OUTLINE);
  const [sourceFile] = new Set(shapes.map((entry) => entry.sourceFile).filter(Boolean));
  work.record({
    action: sourceFile === undefined ? 'map.drawn' : 'map.imported',
    entity: first.gridId === null ? 'organisation' : 'grid',
    entityId: first.gridId ?? communityId,
    detail: { shapes: shapes.length, names: names.slice(0, 10).join('、'), ...(sourceFile !== undefined && { file: sourceFile }) },
    changes: [...changes, ...fileAnew(work, after, now)],
  });
  return { shapes: work.shapes.list(communityId) };
}
