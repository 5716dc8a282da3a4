import { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportCell, ExportList } from '#electron/kernel/exports/export-list.ts';
import chinese from '#resources/locales/zh-CN/audit.json' with { type: 'json' };
import { auditFilterSchema } from '#shared/kernel/audit/audit.contract.ts';
import type { StoredEntry } from './audit-chain.ts';

const words: Readonly<Record<string, string>> = chinese;
const auditQuery = z.object({ filter: auditFilterSchema.prefault({}) });

/** The parameters of an entry as `名称：值`; one without words stands as it was recorded. */
const detailOf = (detail: string): string =>
  Object.entries(JSON.parse(detail) as Record<string, string | number | boolean | null>) // written by the log itself
    .map(([name, value]) => `${words[`audit.detail.${name}`] ?? name}：${words[`audit.value.${name}.${String(value)}`] ?? String(value ?? '')}`)
    .join('；');

const cellsOf = ({ seq, at, actorName, action, entity, result, detail }: StoredEntry): Readonly<Record<string, ExportCell>> => ({
  seq,
  at,
  actorName,
  action: words[`audit.action.${action}`] ?? action,
  entity: words[`audit.entity.${entity}`] ?? entity,
  result: words[`audit.result.${result}`] ?? result,
  detail: detailOf(detail),
});

/** The log as a workbook, newest first as on screen; an official sheet is read in Chinese. */
const auditList: ExportList<z.output<typeof auditQuery>> = {
  permission: 'audit.read',
  query: auditQuery,
  fields: ['seq', 'at', 'actorName', 'action', 'entity', 'result', 'detail'],
  instants: ['at'],
  count: (work, { filter }) => work.auditEntries.count(filter),
  *windows(work: Work, { filter }, size) {
    for (let offset = 0; ; offset += size) {
      const entries = work.auditEntries.list(filter, { offset, limit: size });
      if (entries.length > 0) yield entries.map(cellsOf);
      if (entries.length < size) return;
    }
  },
};
export const auditExports: Readonly<Record<string, ExportList>> = { 'system.audit': auditList as ExportList }; // the exporter parses the query with the list's own schema
