import type { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { foldLabel } from '#shared/kernel/code-tables/code-label.rules.ts';
import type { CodeItem, codeTableSchema, codeTablesContract } from '#shared/kernel/code-tables/code-tables.contract.ts';
import { codeTablesRepository } from './code-tables.repository.ts';
import { shippedTables } from './shipped-tables.ts';

export const openCodeTables = (db: Db) => ({ codeTables: codeTablesRepository(db) });

const listTables = (work: Work): z.input<typeof codeTableSchema>[] =>
  shippedTables.map(({ table, standard, source, editable }) => ({ table, standard, source, editable, items: work.codeTables.items(table).length }));

/** Two values in use that a reader or an import could not tell apart: one is called what the other is called, or is coded. */
function isTaken(value: CodeItem, others: readonly CodeItem[]): boolean {
  const words = new Set(others.filter((other) => other.active).flatMap(({ code, zh, en }) => [code, zh, en].map(foldLabel)));
  return [value.code, value.zh, value.en].map(foldLabel).some((word) => word !== '' && words.has(word));
}

/**
 * Adds a value to a table the station may extend, or renames it or takes it out of use; a code, once used, stays, because records hold
 * it. Refused: a table fixed by its standard, a label that another value in use already has.
 */
function saveItem(work: Work, value: CodeItem): CodeItem {
  const table = shippedTables.find((shipped) => shipped.table === value.table) ?? fail('record/not-found', {});
  if (!table.editable) fail('code-table/fixed-by-standard', { standard: table.standard });
  if (value.active && isTaken(value, work.codeTables.items(value.table).filter((item) => item.code !== value.code))) fail('code-table/label-taken', { zh: value.zh });
  const existing = work.codeTables.idOf(value.table, value.code);
  const before = existing === undefined ? undefined : work.rows.read('code_item', existing);
  const id = work.codeTables.put(value, { id: work.clock.newId(), communityId: work.actor.communityId, now: work.clock.now().toISOString() });
  work.record({
    action: 'code-table.item.saved',
    entity: 'code_item',
    entityId: id,
    detail: { table: value.table, code: value.code, zh: value.zh, active: value.active },
    changes: [work.rows.change('code_item', id, before)],
  });
  return value;
}

export const codeTablesHandlers: Handlers<typeof codeTablesContract, Work> = {
  listTables,
  listItems: (work, { table }) => work.codeTables.items(table),
  saveItem,
};
