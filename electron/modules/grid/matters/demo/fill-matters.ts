import { countOf, gridsOf, type DemoFiller, type DemoTown, type FillSite } from '#electron/kernel/demo/demo-town.ts';
import { randomOfPart } from '#electron/kernel/demo/random.ts';
import { DEMO_YEARS, groundOf } from './matters.demo.ts';
import { writeMatters } from './write-matters.ts';

/** A sub-district and a city have so many matters in five years (domain.md 6). */
export const SUB_DISTRICT_MATTERS = 200_000;
export const CITY_MATTERS = 3_000_000;
/** So many go into one transaction: large enough to be quick, small enough to stay in memory. */
const PER_TRANSACTION = 20_000;
/** Parts below this belong to others. */
const FIRST_PART = 100_000;
/** Everything is looked up once the matters are written; only the last number of a day is asked for on the way. */
const ASIDE = { of: ['matter', 'matter_move', 'unit_mark'], except: ['matter_by_number'] };

type Wanted = { readonly seed: number; readonly count: number; readonly gridIds: readonly string[] };

/** Adds an invented history of any length over the grids given, and at the end one counting of the months. Errors: `auth/forbidden` at a real station; `task/cancelled`. */
export function fillMatters(site: FillSite, { seed, count, gridIds }: Wanted): void {
  const ground = site.command({ ground: gridIds.length }, (work) => groundOf(work, gridIds));
  site.withoutIndexes(ASIDE, () => {
    for (let from = 0; from < count; from += PER_TRANSACTION) {
      const size = Math.min(PER_TRANSACTION, count - from);
      site.step(from, count);
      site.command({ matters: size }, (work) => writeMatters(work, randomOfPart(seed, FIRST_PART + from), ground, { from, count: size, total: count, years: DEMO_YEARS }));
    }
    site.step(count, count);
  });
  site.command({ counted: count }, (work) => work.matterFigures.recount(work.clock.now().toISOString()));
}

/** Five years of matters over all grids of a town. */
export const mattersFiller: DemoFiller = {
  what: 'matters',
  fill: (site: FillSite, town: DemoTown) => fillMatters(site, { seed: town.seed, gridIds: gridsOf(town), count: countOf(town, { 'sub-district': SUB_DISTRICT_MATTERS, city: CITY_MATTERS }) }),
};
