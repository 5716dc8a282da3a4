import type { Work } from '#electron/database/unit-of-work.ts';
import { importProfiles } from '#electron/modules.ts';
import { findForm, headerHash } from './find-table.ts';
import type { FoundTable, ImportProfile, MappedColumn } from './import-profile.ts';
import { findLedger, type IsWord, type Ledger } from './matching/find-ledger.ts';
import type { Workbook } from './workbook.ts';

/** Columns that stand for every row come behind all columns of a file. */
const CONSTANT_FROM = 10_000;

type Mapping = { readonly profile: string; readonly fields: readonly (string | null)[]; readonly constants: readonly { readonly field: string; readonly text: string }[] };

/** Whether a word belongs to one of the lists a form offers. */
export function wordsOfStation(work: Work): IsWord {
  const codeTables = work.codeTables.present();
  const grids = new Set(work.grids.ofCommunity(work.actor.communityId).flatMap(({ code, name }) => [code, name]));
  return (list, text) => (list === 'grids' ? grids.has(text) : list === 'yes-no' ? text === '是' || text === '否' : codeTables.find(list, text) !== undefined);
}

export const constantColumns = (constants: Mapping['constants']): MappedColumn[] =>
  constants.map(({ field, text }, at) => ({ index: CONSTANT_FROM + at, title: '', required: false, field, constant: text }));

function mapped(columns: readonly MappedColumn[], { fields, constants }: Mapping): MappedColumn[] {
  const own = columns.map((column): MappedColumn => {
    const field = fields[column.index] ?? null;
    return { ...column, field, ...(column.match && { match: { ...column.match, how: 'remembered', certainty: 100, asks: false } }) };
  });
  return [...own, ...constantColumns(constants)];
}

/** Whether two tables have the same header: what was answered about one holds for the other. */
export const sameTitles = (a: Pick<FoundTable, 'columns'>, b: Pick<FoundTable, 'columns'> | undefined): boolean => JSON.stringify(titlesIn(a)) === JSON.stringify(b && titlesIn(b));
const titlesIn = ({ columns }: Pick<FoundTable, 'columns'>): (string | number)[][] => columns.filter(({ constant }) => constant === undefined).map(({ index, title }) => [index, title]);

/** Puts on the columns what was answered about files with the same titles: their fields, what stands for every row, and their words. */
export function withMemory(work: Work, profile: ImportProfile, tables: readonly FoundTable[], mapping: Mapping | null): readonly FoundTable[] {
  const words = work.imports.wordsOf(profile.id, headerHash(tables));
  if (mapping === null && words.length === 0) return tables;
  const ofField = (field: string | null): Record<string, string> => Object.fromEntries(words.filter((word) => word.field === field).map(({ word, means }) => [word, means]));
  return tables.map((table) => {
    const columns = mapping === null || !sameTitles(table, tables[0]) ? table.columns : mapped(table.columns, mapping);
    return { ...table, columns: columns.map((column) => (column.field !== null && Object.keys(ofField(column.field)).length > 0 ? { ...column, words: ofField(column.field) } : column)) };
  });
}

/**
 * Which kind of import a workbook is, where its tables are and what their columns mean: a known form by its titles, any other table by
 * meaning, both with what was answered about such a file before. Errors: those of `findForm`.
 */
export function recognise(work: Work, workbook: Workbook, wanted: string | null): Ledger & { readonly hash: string } {
  const { form, refuse } = findForm(workbook, importProfiles, wanted);
  if (form) {
    const hash = headerHash(form.tables);
    return { profile: form.profile, asksKind: false, hash, tables: form.profile.find ? form.tables : withMemory(work, form.profile, form.tables, work.imports.findMapping(hash, form.profile.id)) };
  }
  const ledger = findLedger(workbook, importProfiles, wanted, wordsOfStation(work)) ?? refuse();
  const hash = headerHash(ledger.tables);
  const isTitled = (ledger.tables[0]?.headerRow ?? -1) >= 0; // without titles one table looks like any other
  const mapping = isTitled ? work.imports.findMapping(hash, wanted) : null;
  const profile = importProfiles.find(({ id }) => id === mapping?.profile) ?? ledger.profile;
  return { profile, hash, asksKind: ledger.asksKind && mapping === null, tables: isTitled ? withMemory(work, profile, ledger.tables, mapping) : ledger.tables };
}
