import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { filledForm, stage, withGrids } from '#tests/support/forms.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const DAY = '2026-11-23T01:00:00Z';
/** The forms hold a few spoiled rows on purpose; fewer than this many sound ones means that the import was refused. */
const LEAST_ROWS = 9000;

/** A new encrypted station with the eight grids that the filled forms name, at the day the forms were filled for. */
export async function openImportStation(): Promise<Workstation> {
  const station = await openWorkstation({ roles: ['supervisor'] });
  station.advance(Date.parse(DAY) - station.clock.now().getTime());
  await withGrids(station);
  return station;
}

/** The whole way of a form: read, dry run, commit. Throws when the register did not get its rows. */
export async function importForm(station: Workstation, form: string): Promise<void> {
  const staged = await stage(station, filledForm(form));
  const { counts } = await station.done<ImportBatch>('imports.commitStaged', { batchId: staged.id });
  if (counts.new < LEAST_ROWS) throw new Error(`only ${counts.new} rows were written`);
}
