import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { hotSpotOperations } from '#shared/modules/grid/prevention/hot-spots.contract.ts';
import type { preventionOperations } from '#shared/modules/grid/prevention/prevention.contract.ts';
import { inspectionRecordFilterSchema, inspectionRecordSortSchema } from '#shared/modules/grid/prevention/inspection-record.schema.ts';
import { expiryFilterSchema, expirySortSchema, inspectionFilterSchema, inspectionSortSchema, type ExpiryState, type InspectionRow } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { expiriesRepository } from './expiries.repository.ts';
import { createExpiry, removeExpiry, renewExpiry, updateExpiry } from './expiries.service.ts';
import { hotSpotsRepository } from './hot-spots.repository.ts';
import { listGridAlarms } from './grid-alarms.service.ts';
import { inspectionRecordsRepository } from './inspection-records.repository.ts';
import { inspectionsRepository } from './inspections.repository.ts';
import { bringFinding, createInspection, recordInspection, removeInspection, updateInspection } from './inspections.service.ts';
import { writePrevention } from './prevention.demo.ts';
import { preventionToday } from './prevention.today.ts';

export const openPrevention = (db: Db) => ({ inspections: inspectionsRepository(db), inspectionRecords: inspectionRecordsRepository(db), expiries: expiriesRepository(db), hotSpots: hotSpotsRepository(db) });

function summarisePrevention(work: Work, { from, until }: { readonly from: string; readonly until: string }) {
  const inspections = (dueUntil: string): number => work.inspections.count(work.actor, inspectionFilterSchema.parse({ dueUntil }));
  const expiries = (state: ExpiryState): number => work.expiries.count(work.actor, work.today, expiryFilterSchema.parse({ states: [state] }));
  return { due: inspections(work.today), overdue: inspections(addDays(work.today, -1)), ...work.inspections.visits.between(work.actor, from, until), expired: expiries('expired'), near: expiries('near') };
}

export const preventionHandlers: Handlers<typeof preventionOperations & typeof hotSpotOperations, Work> = {
  listInspections: (work, { filter, sort, ...window }) => work.inspections.list(work.actor, filter, sort, window),
  countInspections: (work, { filter }) => ({ count: work.inspections.count(work.actor, filter) }),
  listInspectionVisits: (work, { id }) => (work.inspections.row(work.actor, id) ? work.inspections.visits.of(id) : fail('record/not-found', {})),
  listInspectionRecords: (work, { filter, sort, ...window }) => work.inspectionRecords.list(work.actor, filter, sort, window),
  countInspectionRecords: (work, { filter }) => ({ count: work.inspectionRecords.count(work.actor, filter) }),
  createInspection,
  updateInspection,
  recordInspection,
  bringFinding,
  removeInspection,
  listExpiries: (work, { filter, sort, ...window }) => work.expiries.list(work.actor, work.today, filter, sort, window),
  countExpiries: (work, { filter }) => ({ count: work.expiries.count(work.actor, work.today, filter) }),
  createExpiry,
  updateExpiry,
  renewExpiry,
  removeExpiry,
  summarisePrevention,
  listHotSpots: (work, { by, days, least }) => work.hotSpots.list(work.actor, by, { from: addDays(work.today, 1 - days), least }),
  listHotSpotMatters: (work, { days, ...spot }) => work.hotSpots.matters(work.actor, spot, addDays(work.today, 1 - days)),
  listGridAlarms,
};

const LEVEL: Readonly<Record<NonNullable<InspectionRow['lastLevel']>, string>> = { safe: '安全', ordinary: '一般隐患', serious: '严重隐患' };
const STATE: Readonly<Record<ExpiryState, string>> = { running: '有效', near: '即将到期', expired: '已过期' };

const inspectionQuery = z.object({ filter: inspectionFilterSchema.prefault({}), sort: inspectionSortSchema });
const inspectionList: ExportList<z.output<typeof inspectionQuery>> = {
  permission: 'prevention.read',
  query: inspectionQuery,
  fields: ['place', 'gridName', 'kind', 'everyDays', 'assignee', 'nextOn', 'lastOn', 'lastLevel', 'findings', 'points'],
  days: ['nextOn', 'lastOn'],
  count: (work, { filter }) => work.inspections.count(work.actor, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.inspections.list(work.actor, filter, sort, { offset, limit: size });
      if (rows.length > 0) yield rows.map(({ isPaused: _p, ...row }) => ({ ...row, kind: work.codeTables.labelOf('hazard-kind', row.kind, 'zh-CN'), points: row.points.join('；'), lastLevel: row.lastLevel && LEVEL[row.lastLevel] }));
      if (rows.length < size) return;
    }
  },
};

const recordQuery = z.object({ filter: inspectionRecordFilterSchema.prefault({}), sort: inspectionRecordSortSchema });
const recordList: ExportList<z.output<typeof recordQuery>> = {
  permission: 'prevention.read',
  query: recordQuery,
  fields: ['inspectedOn', 'place', 'gridName', 'kind', 'inspector', 'level', 'finding', 'matterNumber'],
  days: ['inspectedOn'],
  count: (work, { filter }) => work.inspectionRecords.count(work.actor, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.inspectionRecords.list(work.actor, filter, sort, { offset, limit: size });
      if (rows.length > 0) yield rows.map((row) => ({ ...row, kind: work.codeTables.labelOf('hazard-kind', row.kind, 'zh-CN'), level: LEVEL[row.level] }));
      if (rows.length < size) return;
    }
  },
};

const expiryQuery = z.object({ filter: expiryFilterSchema.prefault({}), sort: expirySortSchema });
const expiryList: ExportList<z.output<typeof expiryQuery>> = {
  permission: 'prevention.read',
  query: expiryQuery,
  fields: ['name', 'kind', 'place', 'gridName', 'holder', 'expiresOn', 'state', 'remindDays', 'note'],
  days: ['expiresOn'],
  count: (work, { filter }) => work.expiries.count(work.actor, work.today, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.expiries.list(work.actor, work.today, filter, sort, { offset, limit: size });
      if (rows.length > 0) yield rows.map((row) => ({ ...row, kind: work.codeTables.labelOf('expiry-kind', row.kind, 'zh-CN'), state: STATE[row.state] }));
      if (rows.length < size) return;
    }
  },
};

const freely = { check: () => undefined, mayWithdraw: () => true, refresh: () => undefined };
const seesPlan = (work: Work, id: string | undefined): boolean => id !== undefined && work.inspections.row(work.actor, id) !== undefined;
const seesVisit = (work: Work, id: string): boolean => {
  const visit = work.inspections.visits.find(id);
  return visit?.removedAt === null && seesPlan(work, visit.planId);
};

export const preventionParts: ModuleParts = {
  today: preventionToday,
  history: {
    inspection_plan: { permission: 'prevention.read', isVisible: (work, id) => seesPlan(work, id) },
    inspection_visit: { permission: 'prevention.read', isVisible: (work, id) => seesPlan(work, work.inspections.visits.find(id)?.planId) },
    expiry_item: { permission: 'prevention.read', isVisible: (work, id) => work.expiries.row(work.actor, work.today, id) !== undefined },
  },
  attachments: { inspection_visit: { read: 'prevention.read', edit: 'prevention.edit', isVisible: seesVisit } },
  undo: {
    inspection_plan: { ...freely, permission: 'prevention.edit', nameOf: (work, id) => work.inspections.find(id)?.place ?? '' },
    inspection_visit: { ...freely, permission: 'prevention.edit', nameOf: (work, id) => work.inspections.find(work.inspections.visits.find(id)?.planId ?? '')?.place ?? '' },
    expiry_item: { ...freely, permission: 'prevention.edit', nameOf: (work, id) => work.expiries.find(id)?.name ?? '' },
  },
  exports: { 'grid.inspections': inspectionList as ExportList, 'grid.inspectionRecords': recordList as ExportList, 'grid.expiries': expiryList as ExportList }, // the exporter parses the query with each list's own schema
  demo: writePrevention,
};
