import type { Work } from '#electron/database/unit-of-work.ts';
import { importProfiles } from '#electron/modules.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { ImportBatch, ImportProfile as ProfileName } from '#shared/kernel/imports/imports.contract.ts';
import { recheckAll, saved } from './batch-editing.ts';
import { openBatchOf, profileOf } from './dry-run.ts';
import { findForm } from './find-table.ts';
import type { StoredBatch } from './imports.repository.ts';
import { findLedger } from './matching/find-ledger.ts';
import { withMemory, wordsOfStation } from './recognise.ts';
import type { Cell, Workbook } from './workbook.ts';

/** The file as it was, from what is kept of it: the lines above and every row at its place. */
function workbookOf(work: Work, batch: StoredBatch): Workbook {
  const rows = new Map(batch.sheets.map((sheet) => [sheet.sheet, sheet.top.map((line): readonly Cell[] => line)]));
  for (const { sheet, row, cells } of work.imports.eachRow(batch.id)) {
    const lines = rows.get(sheet);
    if (!lines) continue;
    while (lines.length < row - 1) lines.push([]);
    lines.push(cells);
  }
  return { sheets: batch.sheets.map((sheet) => ({ name: sheet.name, rows: rows.get(sheet.sheet) ?? [], merges: sheet.merges })) };
}

/**
 * The kind of a table that does not tell it itself: columns are matched to the fields of that kind and every row is checked anew. Errors:
 * `record/conflict`, `auth/forbidden`, `import/form-not-recognised` where the table lacks what such a record needs.
 */
export function chooseKind(work: Work, { batchId, version, profile: wanted }: { readonly batchId: string; readonly version: number; readonly profile: ProfileName }): ImportBatch {
  const batch = openBatchOf(work, batchId);
  if (batch.version !== version) fail('record/conflict', { by: batch.createdBy, at: batch.updatedAt });
  const profile = profileOf(wanted);
  if (!mayDo(work.actor.roles, profile.permission)) fail('auth/forbidden', { permission: profile.permission });
  const workbook = workbookOf(work, batch);
  const ledger = findLedger(workbook, importProfiles, wanted, wordsOfStation(work)) ?? findForm(workbook, importProfiles, wanted).refuse();
  const columns = withMemory(work, profile, ledger.tables, null)[0]?.columns ?? [];
  const next: StoredBatch = { ...batch, profile: wanted, asksKind: false, sheets: batch.sheets.map((sheet) => ({ ...sheet, columns })) };
  recheckAll(work, next);
  return saved(work, next, 'import.kind-chosen', { profile: wanted });
}
