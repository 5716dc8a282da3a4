import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from 'hucre';
import { filledForm, hasForms } from '#tests/support/forms.ts';
import { importForm, openImportStation } from './import-station.ts';
import { pairRow, report, valueRow } from './rows.ts';
import { timed } from './timing.ts';

const FORM = 'HOUSEHOLDSTAFF';
const ROUNDS = 5;
const WARM_UP = 1;
const SINGLE_RUNS = 3;

/** Every round on a station of its own, because a second import of the same people is another thing (it compares). */
async function takeTimes(): Promise<{ measured: number[]; reference: number[] }> {
  const bytes = readFileSync(filledForm(FORM));
  const times = { measured: [] as number[], reference: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const station = await openImportStation();
    const product = await timed(() => importForm(station, FORM));
    station.close();
    const reference = await timed(() => read(bytes));
    if (round < 0) continue;
    times.measured.push(product);
    times.reference.push(reference);
  }
  return times;
}

/** Reader, database and everything else in one process, which is more than the desk ever has in one. */
const peakMiB = (): number => Number(execFileSync(process.execPath, [...process.execArgv, join(import.meta.dirname, 'import-once.ts'), FORM], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));

await report('import', async () => {
  if (!hasForms) throw new Error('the filled registration forms do not lie beside the project');
  const times = await takeTimes();
  const peak = Math.max(...Array.from({ length: SINGLE_RUNS }, peakMiB));
  return [pairRow('import', times, `${FORM}, median of ${ROUNDS} in turn`), valueRow('import-memory', peak, `largest of ${SINGLE_RUNS} processes`)];
});
