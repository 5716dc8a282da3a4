import { CITY_ACTOR, openCity } from '#tests/support/city.ts';
import type { Warning } from '#shared/modules/grid/territory/warnings/warnings.contract.ts';
import { answered } from './city-samples.ts';
import { cityOptions, cityWords } from './city-size.ts';
import { p95Row, report } from './rows.ts';
import { timed } from './timing.ts';

const CALLS = 100;
const WARM_UP = 5;

/** Everything that is wrong with the grids of communities of the city, each call for another one, as the warnings page and Today ask for it. */
await report('warnings', async () => {
  const host = await openCity('read', cityOptions);
  const communities = host.sqlite.prepare('SELECT DISTINCT community_id FROM grid ORDER BY community_id').pluck().all() as string[]; // the one column named
  const times: number[] = [];
  let kinds = 0;
  for (let round = 0; round < CALLS + WARM_UP; round += 1) {
    const actor = { ...CITY_ACTOR, communityId: communities[round % communities.length] ?? CITY_ACTOR.communityId };
    let found: readonly Warning[] = [];
    const time = await timed(async () => (found = await answered<Warning[]>(host.call(actor, 'grid.listWarnings', {}))));
    if (round >= WARM_UP) times.push(time);
    kinds = found.length;
  }
  host.close();
  if (kinds < 7) throw new Error(`only ${String(kinds)} kinds of warnings were looked for`);
  return [p95Row('warnings', times, `${String(times.length)} communities, ${cityWords}`)];
});
