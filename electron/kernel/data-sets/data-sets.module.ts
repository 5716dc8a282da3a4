import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { dataSetFacts, historyGuards, importProfiles } from '#electron/modules.ts';
import { permissions } from '#shared/contract/catalogue.ts';
import { roles } from '#shared/contract/roles.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { DataSet, dataSetsContract } from '#shared/kernel/data-sets/data-sets.contract.ts';
import { dataSetsRepository } from './data-sets.repository.ts';

export const openDataSets = (db: Db) => ({ dataSets: dataSetsRepository(db) });

function dataSetOf(work: Work, table: string): DataSet {
  const facts = dataSetFacts[table];
  const permission = historyGuards[table]?.permission ?? '';
  const { records, changedAt, filled } = work.dataSets.state(table);
  const own = records === 0 ? null : (facts?.completeness?.(work) ?? null);
  const holders = Object.entries(permissions).find(([name]) => name === permission)?.[1] ?? roles; // no permission of a module: open to whoever is signed in
  return {
    table,
    standard: facts?.standard ?? '',
    permission,
    roles: [...holders],
    forms: importProfiles.filter(({ undoOrder }) => undoOrder.includes(table)).map(({ id }) => id),
    records,
    changedAt,
    completeness: own ?? filled,
    byRule: own !== null,
  };
}

export const dataSetsHandlers: Handlers<typeof dataSetsContract, Work> = {
  listDataSets: (work) => {
    const tables = Object.keys(historyGuards);
    return tables.map((table, at) => {
      work.step(at, tables.length);
      return dataSetOf(work, table);
    });
  },
};
