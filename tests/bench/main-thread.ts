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

/** The monitor asks this often, and its figures include the wait it asked for. */
const RESOLUTION_MS = 5;
const GRIDS = ['一', '二', '三', '四', '五', '六', '七', '八'];
const LEAST_ROWS = 9000;

type Monitored = { benchDelay?: { max: number; count: number; disable(): boolean } };

const watch = (app: ElectronApplication): Promise<void> =>
  app.evaluate((_electron, resolution) => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution });
    delay.enable();
    (globalThis as Monitored).benchDelay = delay; // kept in the main process until the work is done
  }, RESOLUTION_MS);

/** The longest wait of the main process's loop in milliseconds, and how many waits were looked at. */
const longest = (app: ElectronApplication): Promise<{ max: number; count: number }> =>
  app.evaluate(() => {
    const delay = (globalThis as Monitored).benchDelay; // put there by `watch`
    delay?.disable();
    return { max: (delay?.max ?? 0) / 1e6, count: delay?.count ?? 0 };
  });

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
      const { max, count } = await longest(desk.app);
      if (count === 0) throw new Error('the loop of the main process was not watched');
      return [valueRow('main-thread', Math.max(0, max - RESOLUTION_MS), `longest of ${count} looks during one import with its backup and ${reports} reports, ${cityWords}`)];
    } finally {
      await close(desk);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
