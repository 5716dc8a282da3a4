import { CITY_ACTOR, openCity } from '#tests/support/city.ts';
import { cityOptions, cityWords } from './city-size.ts';
import { report, valueRow } from './rows.ts';
import { timed } from './timing.ts';

type Finding = { readonly persons: number; readonly found: number };

/** Everybody compared with everybody, on the connection for reports; then once more, stopped at the first sign of progress. */
await report('duplicates', async () => {
  const host = await openCity('report', cityOptions);
  let steps = 0;
  let finding: Finding | undefined;
  const whole = await timed(async () => {
    const result = await host.call(CITY_ACTOR, 'grid.findDuplicates', {}, { progress: () => (steps += 1), cancelled: () => false });
    if (!result.ok) throw new Error(result.error.code);
    finding = result.data as Finding; // the operation's own output
  });
  let isStopped = false;
  let code = '';
  const stopped = await timed(async () => {
    const result = await host.call(CITY_ACTOR, 'grid.findDuplicates', {}, { progress: () => (isStopped = true), cancelled: () => isStopped });
    code = result.ok ? '' : result.error.code;
  });
  host.close();
  if (steps < 2 || code !== 'task/cancelled') throw new Error(`${String(steps)} steps were told and the stop ended with “${code}”`);
  return [valueRow('duplicates', whole / 1000, `${String(finding?.found ?? 0)} pairs found in ${String(finding?.persons ?? 0)} persons, ${String(steps)} steps told; stopped after ${(stopped / 1000).toFixed(2)} s; ${cityWords}`)];
});
