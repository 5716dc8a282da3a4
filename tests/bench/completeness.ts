import { CITY_ACTOR, openCity } from '#tests/support/city.ts';
import { answered } from './city-samples.ts';
import { cityOptions, cityWords } from './city-size.ts';
import { p95Row, report } from './rows.ts';
import { timed } from './timing.ts';

const CALLS = 100;
const WARM_UP = 5;
const ROLL_UPS = 5;
type Grade = { readonly full: number; readonly most: number; readonly half: number; readonly little: number };
const sizeOf = (grades: readonly Grade[]): number => grades.reduce((sum, { full, most, half, little }) => sum + full + most + half + little, 0);

/** How whole the records are: of one community after another, as the screen asks for it, and of the whole city at once. */
await report('completeness', async () => {
  const host = await openCity('report', cityOptions);
  const communities = host.sqlite.prepare('SELECT DISTINCT community_id FROM grid ORDER BY community_id').pluck().all() as string[]; // the one column named
  const persons = host.sqlite.prepare('SELECT count(*) FROM person WHERE removed_at IS NULL').pluck().get() as number; // the one column named
  const ask = (communityIds: string[]) => answered<Grade[]>(host.call(CITY_ACTOR, 'grid.summariseCompleteness', { communityIds }));
  const times: number[] = [];
  for (let round = 0; round < CALLS + WARM_UP; round += 1) {
    const time = await timed(() => ask([communities[round % communities.length] ?? '']));
    if (round >= WARM_UP) times.push(time);
  }
  const rollUps: number[] = [];
  for (let round = 0; round < ROLL_UPS; round += 1) {
    let grades: readonly Grade[] = [];
    rollUps.push(await timed(async () => (grades = await ask([]))));
    if (sizeOf(grades) !== persons) throw new Error(`the roll-up speaks of ${String(sizeOf(grades))} of ${String(persons)} persons`);
  }
  host.close();
  return [p95Row('completeness', times, `${String(times.length)} communities, ${cityWords}`), p95Row('completeness-city', rollUps, `${String(ROLL_UPS)} roll-ups, ${cityWords}, on the connection for reports`)];
});
