import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseWorkbook } from '#electron/kernel/imports/workbook-parse.ts';
import { packWorkbook } from '#electron/kernel/imports/workbook.ts';
import type { ImportBatch, ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import type { Workstation } from './workstation.ts';

const DATA = resolve('../shared/data');
/** The official forms lie beside the project and are read, never copied; without them these tests say that they were skipped. */
export const hasForms = existsSync(DATA);
export const filledForm = (name: string): string => `${DATA}/filled-forms/${name}-filled.xls`;
export const peerForm = (name: string): string => `${DATA}/peer-forms/${name}.xls`;
export const organisationTree = `${DATA}/peer-forms/organizationConfigProvince.xls`;

type Spoiled = { readonly row: number; readonly kind: string; readonly acceptableAfterNormalising: boolean };
export const expectedRows = (): readonly Spoiled[] => (JSON.parse(readFileSync(`${DATA}/filled-forms/expected.json`, 'utf8')) as { spoiled: { HOUSEHOLDSTAFF: Spoiled[] } }).spoiled.HOUSEHOLDSTAFF; // the data folder's own file

/** What the isolated process does, in this one: the bytes go through the same checks and the same parser. */
export async function stage(station: Workstation, path: string, who: Parameters<Workstation['callAs']>[0] = {}): Promise<ImportBatch> {
  return stageBytes(station, basename(path), readFileSync(path), who);
}

export async function stageBytes(station: Workstation, fileName: string, bytes: Buffer, who: Parameters<Workstation['callAs']>[0] = {}): Promise<ImportBatch> {
  const workbook = packWorkbook(await parseWorkbook(bytes));
  const result = await station.callAs(who, 'imports.stageBatch', { profile: null, fileName, workbook });
  if (!result.ok) throw new Error(`staging refused: ${JSON.stringify(result.error)} ${station.logged.map((error) => (error instanceof Error ? error.stack : String(error))).join('\n')}`);
  return result.data as ImportBatch; // the operation's own output
}

export async function rowsOf(station: Workstation, batchId: string, verdicts: readonly string[] = []): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (;;) {
    const page = await station.done<{ rows: ImportRow[]; count: number }>('imports.listRows', { batchId, verdicts, offset: rows.length, limit: 500 });
    rows.push(...page.rows);
    if (rows.length >= page.count) return rows;
  }
}

/** The eight grids of the filled forms. */
export async function withGrids(station: Workstation): Promise<void> {
  for (const number of ['一', '二', '三', '四', '五', '六', '七', '八']) {
    await station.done('grid.createGrid', { name: `第${number}网格`, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
  }
}
