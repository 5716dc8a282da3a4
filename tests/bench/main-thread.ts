import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { filledForm, hasForms } from '#tests/support/forms.ts';
import { cityWords } from './city-size.ts';
import { makeCityDesk } from './desk-folder.ts';
import { callDesk, close, doneInDesk, openDesk, type Program } from './desk-window.ts';
import { report, valueRow } from './rows.ts';

/** The loop is looked at this often; what is longer than this is a stop. */
const LOOK_MS = 5;
const GRIDS = ['一', '二', '三', '四', '五', '六', '七', '八'];
const LEAST_ROWS = 9000;

/** One stop of the loop in milliseconds: how long, and how much of it the thread could have run but other programs and threads had the processors. */
type Stop = { readonly length: number; readonly waiting: number; readonly working: number };
type Watch = { readonly end: () => { readonly stops: readonly Stop[]; readonly looks: number } };
type Watched = { benchWatch?: Watch };

/** Looks at the main process's loop from now on. Linux tells of each thread how long it worked and how long it waited for a processor; elsewhere nothing is told apart. */
const watch = (app: ElectronApplication): Promise<void> =>
  app.evaluate((_electron, lookMs) => {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const times = (): readonly number[] => (process.platform === 'linux' ? readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ').map((nanoseconds) => Number(nanoseconds) / 1e6) : [0, 0]);
    const stops: Stop[] = [];
    let looks = 0;
    let [at, [worked = 0, waited = 0]] = [performance.now(), times()];
    const timer = setInterval(() => {
      const [now, [working = 0, waiting = 0]] = [performance.now(), times()];
      const length = now - at - lookMs;
      looks += 1;
      if (length > lookMs) stops.push({ length, waiting: waiting - waited, working: working - worked });
      [at, worked, waited] = [now, working, waiting];
    }, lookMs);
    const end = (): ReturnType<Watch['end']> => {
      clearInterval(timer);
      return { stops, looks };
    };
    (globalThis as Watched).benchWatch = { end }; // kept in the main process until the work is done
  }, LOOK_MS);

const endWatch = (app: ElectronApplication): Promise<ReturnType<Watch['end']>> => app.evaluate(() => (globalThis as Watched).benchWatch?.end() ?? { stops: [], looks: 0 }); // put there by `watch`

/**
 * The stop without the main thread's own wait for a processor that somebody else had. Electron hears of a timer in a thread beside the main
 * one, whose wait is not told apart: a stop with neither work nor wait may be that, or a sleep in the kernel.
 */
const ownOf = ({ length, waiting }: Stop): number => Math.max(0, length - waiting);

/** The form names eight grids; those the city's own community already has are refused, and that is as good. */
async function addGrids(desk: Program): Promise<void> {
  for (const number of GRIDS) await callDesk(desk, 'grid.createGrid', { name: `第${number}网格`, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
}

/** Asks for the two heavy reports in turn until `work` has ended, well or not; at least once each. */
async function reportsDuring(desk: Program, work: Promise<unknown>): Promise<number> {
  let isDone = false;
  const ended = (): void => void (isDone = true);
  work.then(ended, ended);
  let reports = 0;
  do {
    await doneInDesk(desk, 'grid.summarisePersonsByAge', { on: '2026-03-02' });
    await doneInDesk(desk, 'grid.summarisePersonsByGrid', {});
    reports += 2;
  } while (!isDone);
  return reports;
}

async function importWithReports(desk: Program): Promise<number> {
  const staging = doneInDesk<ImportBatch>(desk, 'imports.openWorkbook', { path: filledForm('HOUSEHOLDSTAFF') });
  const first = await reportsDuring(desk, staging);
  const { id } = await staging;
  const committing = doneInDesk<ImportBatch>(desk, 'imports.commitBatch', { batchId: id });
  const second = await reportsDuring(desk, committing);
  const { counts } = await committing;
  if (counts.new < LEAST_ROWS) throw new Error(`only ${counts.new} rows were written`);
  return first + second;
}

/** On a copy that is thrown away: the next run has to find the register without these people. */
await report('main-thread', async () => {
  if (!hasForms) throw new Error('the filled registration forms do not lie beside the project');
  const folder = mkdtempSync(join(tmpdir(), 'griddesk-bench-'));
  try {
    const data = join(folder, 'data');
    await makeCityDesk(data);
    const desk = await openDesk(data, join(folder, 'profile'));
    try {
      await addGrids(desk);
      await watch(desk.app);
      const reports = await importWithReports(desk);
      const { stops, looks } = await endWatch(desk.app);
      if (looks === 0) throw new Error('the loop of the main process was not watched');
      const longest = stops.toSorted((one, other) => other.length - one.length);
      for (const { length, waiting, working } of longest.slice(0, 5)) console.log(`  a stop of ${length.toFixed(1)} ms: ${working.toFixed(1)} ms at work, ${waiting.toFixed(1)} ms waiting for a processor`);
      const words = `longest of ${looks} looks without the wait for a processor in use, ${(longest[0]?.length ?? 0).toFixed(1)} ms with it`;
      return [valueRow('main-thread', Math.max(0, ...stops.map(ownOf)), `${words}; one import with its backup and ${reports} reports, ${cityWords}`)];
    } finally {
      await close(desk);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
