import type { UnitOfWork } from '#electron/database/unit-of-work.ts';
import { randomOfPart } from '#electron/kernel/demo/random.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import { DEMO_YEARS, groundOf } from './matters.demo.ts';
import { writeMatters } from './write-matters.ts';

/** A sub-district and a city have so many matters in five years (domain.md 6). */
export const SUB_DISTRICT_MATTERS = 200_000;
export const CITY_MATTERS = 3_000_000;
/** So many go into one transaction: large enough to be quick, small enough to stay in memory. */
const PER_TRANSACTION = 20_000;
/** Parts below this belong to others. */
const FIRST_PART = 100_000;

/**
 * Adds an invented history of any length to a demo whose grids stand, for measuring: transactions of twenty thousand with one entry each and without
 * the records, and at the end one counting of the months. Error: `auth/forbidden` at a real station.
 */
export function fillMatters(unit: UnitOfWork, actor: Actor, { seed, count }: { readonly seed: number; readonly count: number }, progress: (matters: number) => void = () => {}): void {
  for (let from = 0; from < count; from += PER_TRANSACTION) {
    unit.command(actor, (work) => {
      if (!work.settings.station().demo) fail('auth/forbidden', { permission: 'session.fillDemo' });
      const ground = groundOf(work, work.grids.ofCommunity(actor.communityId).filter(({ status }) => status === 'active').map(({ id }) => id));
      const size = Math.min(PER_TRANSACTION, count - from);
      writeMatters(work, randomOfPart(seed, FIRST_PART + from), ground, { from, count: size, total: count, years: DEMO_YEARS });
      work.record({ action: 'demo.filled', entity: 'matter', entityId: '', detail: { seed: String(seed), matters: size } });
    });
    progress(Math.min(count, from + PER_TRANSACTION));
  }
  unit.command(actor, (work) => {
    work.matterFigures.recount(work.clock.now().toISOString());
    work.record({ action: 'demo.filled', entity: 'matter', entityId: '', detail: { seed: String(seed), counted: count } });
  });
}
