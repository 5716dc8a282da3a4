import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { populationOperations, PopulationRow } from '#shared/modules/grid/register/population/population.contract.ts';
import { populationFigures, populationTotal } from '#shared/modules/grid/register/population/population.rules.ts';
import { populationRepository } from './population.repository.ts';

export const openPopulation = (db: Db) => ({ population: populationRepository(db) });

/** The station's own wall clock decides where a day ends. */
function summarisePopulation(work: Work, { on }: { readonly on: string }): PopulationRow[] {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  return work.population.byGrid(work.actor, { on, until: new Date(year, month - 1, day, 23, 59, 59, 999).toISOString(), monthFrom: new Date(year, month - 1, 1).toISOString() });
}

export const populationHandlers: Handlers<typeof populationOperations, Work> = { summarisePopulation };

const populationQuery = z.object({ on: z.iso.date() });
const summaryList: ExportList<z.output<typeof populationQuery>> = {
  permission: 'register.read',
  query: populationQuery,
  fields: ['gridName', ...populationFigures],
  count: (work, query) => summarisePopulation(work, query).length + 1,
  *windows(work, query) {
    const rows = summarisePopulation(work, query);
    yield [...rows.map(({ gridName, figures }) => ({ gridName: gridName === '' ? '未入网格' : gridName, ...figures })), { gridName: '合计', ...populationTotal(rows) }];
  },
};

export const populationParts: ModuleParts = {
  exports: { 'grid.population': summaryList as ExportList }, // the exporter parses the query with the list's own schema
};
