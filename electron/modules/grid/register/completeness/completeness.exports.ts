import { z } from 'zod';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import blockWords from '#resources/locales/zh-CN/blocks.json' with { type: 'json' };
import registerWords from '#resources/locales/zh-CN/register.json' with { type: 'json' };
import { sortBy } from '#shared/contract/list.ts';
import { completenessFilterSchema, type CompletenessRow } from '#shared/modules/grid/register/completeness/completeness.contract.ts';

const completenessQuery = z.object({ filter: completenessFilterSchema.prefault({}), sort: sortBy(['score', 'name'], 'score') });
const WORDS: Readonly<Record<string, string>> = { ...registerWords, ...blockWords };

/** What a record lacks in the words of its form, the weightiest first; exports speak the language of the forms. */
const missingWords = ({ missing }: CompletenessRow): string => missing.map(({ of, field }) => WORDS[of === 'person' ? `register.field.${field}` : `blocks.field.${field}`] ?? field).join('、');

const completenessList: ExportList<z.output<typeof completenessQuery>> = {
  permission: 'register.read',
  query: completenessQuery,
  fields: ['name', 'score', 'missing', 'category', 'gridName', 'presentAddress'],
  count: (work, { filter }) => work.completeness.count(work.actor, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.completeness.list(work.actor, filter, sort, { offset, limit: size });
      if (rows.length > 0) yield rows.map((row) => ({ ...row, score: `${row.score}%`, missing: missingWords(row), category: work.codeTables.labelOf('person-category', row.category, 'zh-CN') }));
      if (rows.length < size) return;
    }
  },
};
export const completenessExports: Readonly<Record<string, ExportList>> = { 'grid.completeness': completenessList as ExportList }; // the exporter parses the query with the list's own schema
