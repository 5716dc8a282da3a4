import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity } from '#electron/kernel/demo/demo-writer.ts';
import { randomOfPart } from '#electron/kernel/demo/random.ts';
import { bodyFilterSchema } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import { personFilterSchema } from '#shared/modules/grid/register/person.schema.ts';
import { writeMatters, type InventedPlace, type MatterGround } from './write-matters.ts';

/** A community of usual size over five years (domain.md 6). */
export const DEMO_MATTERS = 12_000;
export const DEMO_YEARS = 5;
/** No part of the community has this number, so these draws disturb nobody else's. */
const PART = -11;
const PLACES = 400;
/** Fewer would make a grid of a city look like one house. */
const LEAST_PLACES_OF_A_GRID = 12;

/** Eleven paces from slow to quick in turn, neighbours far apart. */
const paceOf = (at: number): number => ((at * 7 + 8) % 11) / 5 - 1;

/** Homes of people in every grid, those of one where more happened lately, and the departments there are. */
export function groundOf(work: Work, gridIds: readonly string[]): MatterGround {
  const everywhere = { ...work.actor, scope: 'all' as const };
  const each = Math.max(LEAST_PLACES_OF_A_GRID, Math.ceil(PLACES / Math.max(1, gridIds.length)));
  const homes = gridIds.map((gridId) => work.persons.list(everywhere, personFilterSchema.parse({ gridIds: [gridId] }), { field: 'name', direction: 'asc' }, { offset: 0, limit: each }));
  const pace = new Map(gridIds.map((gridId, at) => [gridId, paceOf(at)]));
  const places = Array.from({ length: each }, (_none, at) => homes.flatMap((list) => list[at] ?? [])).flat().map(({ id, name, gridId, presentAddress, registeredAddress }): InventedPlace => ({ gridId, address: presentAddress || registeredAddress, personId: id, partyName: name, pace: pace.get(gridId ?? '') ?? 0 }));
  const departments = work.bodies.list(bodyFilterSchema.parse({ kinds: ['department'] }), work.today, { field: 'name', direction: 'asc' }, { offset: 0, limit: 50 }).map(({ id, name, duty }) => ({ kind: 'department' as const, id, duty: `${name} ${duty}` }));
  return { places, rising: places.filter(({ gridId }) => gridId === gridIds.at(-1)), grids: gridIds.length, departments };
}

/** Five years of matters of the demo community, the last of them still on their way. */
export function writeDemoMatters(work: Work, { seed, gridIds, inserted }: DemoCommunity): void {
  writeMatters(work, randomOfPart(seed, PART), groundOf(work, gridIds), { from: 0, count: DEMO_MATTERS, total: DEMO_MATTERS, years: DEMO_YEARS }, inserted);
  work.matterFigures.recount(work.clock.now().toISOString());
}
