import type { Db } from '#electron/database/database.ts';
import { noControl, type Control, type UnitOfWork, type Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { demoParts } from '#electron/modules.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { LargeSize } from '#shared/kernel/session/demo-size.schema.ts';
import { bulkLoad, withoutIndexes } from './bulk-load.ts';
import type { DemoTown, FillSite, TownCommunity } from './demo-town.ts';
import { fillCity, SIZES, type CitySize } from './fill-city.ts';
import { writtenRecords } from './written-records.ts';

type Place = { readonly unit: UnitOfWork; readonly sqlite: Db['sqlite']; readonly actor: Actor };

/** The place a filler writes to. `what` names it in the progress; the station must be a demo: `auth/forbidden`. */
export function fillSite({ unit, sqlite, actor }: Place, { seed, gridIds = [] }: { readonly seed: number; readonly gridIds?: readonly string[] }, what: string, control: Control = noControl): FillSite {
  const run = <T>(body: (work: Work) => T): T =>
    unit.command(actor, (work) => (work.settings.station().demo ? body(work) : fail('auth/forbidden', { permission: 'session.fillDemo' })), { ...noControl, cancelled: control.cancelled });
  const entry = { action: 'demo.filled', entity: 'organisation', entityId: actor.communityId };
  return {
    command: (counts, body) =>
      run((work) => {
        const changes: RecordChange[] = [];
        const answer = body(work, (change) => void changes.push(change));
        work.record({ ...entry, detail: { what, ...counts }, changes });
        return answer;
      }),
    own: (write) =>
      run((work) => {
        const records = writtenRecords(work);
        const answer = write(work, { seed, gridIds, written: records.written, inserted: records.inserted });
        work.record({ ...entry, detail: { what, seed: String(seed) }, changes: records.all() });
        return answer;
      }),
    withoutIndexes: (aside, body) => withoutIndexes(sqlite, aside, body),
    step: (done, total) => {
      if (control.cancelled()) fail('task/cancelled', {});
      control.progress(done, total, what);
    },
  };
}

export type TownRequest = {
  readonly seed: number;
  readonly size: LargeSize;
  /** Less than 1 for a trial; the areas scale by it. */
  readonly share?: number;
  /** In the place of the whole size, for a trial. */
  readonly people?: CitySize;
  /** Only these areas, by what they call themselves; absent: all, and what every other area invents for the station's own community. */
  readonly areas?: readonly string[];
};

/**
 * Fills an empty demo station with a whole town: people and grids first, then each area by its own filler. The same seed on the same day gives the same
 * town. The file is worth nothing before it ends; whoever stops it throws it away. Errors: `auth/forbidden`, `session/already-set-up`, `task/cancelled`.
 */
export function fillTown(place: Place, { seed, size, share = 1, people = SIZES[size], areas }: TownRequest, control: Control = noControl): TownCommunity[] {
  return bulkLoad(place.sqlite, () => {
    const communities = fillCity(fillSite(place, { seed }, 'persons', control), { seed, size: people, withGround: areas === undefined });
    const town: DemoTown = { seed, size, share, communities };
    const own = { seed, gridIds: communities[0]?.gridIds ?? [] };
    for (const { demo, fill } of demoParts) {
      const site = fillSite(place, own, fill?.what ?? 'community', control);
      if (fill && (areas === undefined || areas.includes(fill.what))) fill.fill(site, town);
      else if (!fill && demo && areas === undefined) site.own(demo);
      else continue;
      site.step(1, 1);
    }
    return communities;
  });
}
