import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { emergencyOperations } from '#shared/modules/grid/emergency/emergency.contract.ts';
import { emergencyFilterSchema, emergencySortSchema } from '#shared/modules/grid/emergency/emergency.schema.ts';
import { endEmergency, getEmergency, locateEmergency, reportInEmergency, startEmergency, tickEmergencyTask, writeEmergencyLog } from './emergencies.service.ts';
import { checkPlanName, createEmergencyPlan, getEmergencyPlan, removeEmergencyPlan, updateEmergencyPlan } from './emergency-plans.service.ts';
import { writeEmergencies } from './emergency.demo.ts';
import { emergencyRepositories } from './emergency.repository.ts';

export const openEmergency = (db: Db) => emergencyRepositories(db);

export const emergencyHandlers: Handlers<typeof emergencyOperations, Work> = {
  listEmergencyPlans: (work) => work.emergencyPlans.all(),
  getEmergencyPlan,
  createEmergencyPlan,
  updateEmergencyPlan,
  removeEmergencyPlan,
  listEmergencies: (work, { filter, sort, ...window }) => work.emergencies.list(filter, sort, window),
  countEmergencies: (work, { filter }) => ({ count: work.emergencies.count(filter) }),
  getEmergency,
  startEmergency,
  locateEmergency,
  tickEmergencyTask,
  reportInEmergency,
  writeEmergencyLog,
  endEmergency,
};

/** Each running emergency, with how many should have reported and did not. */
function runningItems(work: Work): TodayItem[] {
  const now = work.clock.now().toISOString();
  const running = work.emergencies.list(emergencyFilterSchema.parse({ running: true }), { field: 'startedAt', direction: 'desc' }, { offset: 0, limit: 20 });
  return running.map(({ id, title, isDrill, startedAt }) => {
    const late = work.emergencies.lateAt(id, now);
    return { kind: isDrill ? 'emergency-drill' : 'emergency-running', column: 'due', urgency: late > 0 ? 'overdue' : 'near', params: { title, late }, to: `/grid/emergency/${id}`, since: startedAt, dueOn: null };
  });
}

const emergencyQuery = z.object({ filter: emergencyFilterSchema.prefault({}), sort: emergencySortSchema });
const emergencyList: ExportList<z.output<typeof emergencyQuery>> = {
  permission: 'emergency.read',
  query: emergencyQuery,
  fields: ['startedAt', 'title', 'kind', 'isDrill', 'place', 'gridName', 'startedBy', 'endedAt', 'tasks', 'tasksDone', 'contacts', 'reported', 'reportedLate', 'summary'],
  instants: ['startedAt', 'endedAt'],
  count: (work, { filter }) => work.emergencies.count(filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.emergencies.list(filter, sort, { offset, limit: size });
      if (rows.length > 0) yield rows.map((row) => ({ ...row, kind: work.codeTables.labelOf('emergency-kind', row.kind, 'zh-CN'), isDrill: row.isDrill ? '是' : '否' }));
      if (rows.length < size) return;
    }
  },
};

const always = { permission: 'emergency.read' as const };

export const emergencyParts: ModuleParts = {
  today: [{ permission: 'emergency.run', items: runningItems }],
  /** A plan is found by its name, and the start of it is one key away. */
  search: [
    {
      permission: 'emergency.run',
      find: (work, text, limit) =>
        work.emergencyPlans
          .all()
          .filter(({ name, kind }) => name.includes(text) || work.codeTables.labelOf('emergency-kind', kind, 'zh-CN').includes(text))
          .slice(0, Math.min(limit, 3))
          .map(({ id, name, kind }) => ({ entity: 'emergencyPlan', id, title: name, detail: work.codeTables.labelOf('emergency-kind', kind, 'zh-CN'), matched: matchedPart(text, { name }), to: `/grid/emergency-plans/${id}` })),
    },
  ],
  history: {
    emergency_plan: { ...always, isVisible: (work, id) => work.emergencyPlans.find(id) !== undefined },
    emergency: { ...always, isVisible: (work, id) => work.emergencies.find(id) !== undefined },
    emergency_task: { ...always, isVisible: (work, id) => work.emergencies.tasks.find(id) !== undefined },
    emergency_contact: { ...always, isVisible: (work, id) => work.emergencies.contacts.find(id) !== undefined },
    emergency_log: { ...always, isVisible: (work, id) => work.emergencies.log.find(id) !== undefined },
  },
  attachments: { emergency: { read: 'emergency.read', edit: 'emergency.run', isVisible: (work, id) => work.emergencies.find(id) !== undefined } },
  /** Only plans can be taken back: what was done in an emergency is corrected by a further line, never unwritten. */
  undo: {
    emergency_plan: {
      permission: 'emergency.plan',
      nameOf: (work, id) => work.emergencyPlans.find(id)?.name ?? '',
      check: () => undefined,
      settled: (work, id) => {
        const plan = work.emergencyPlans.find(id);
        if (plan && plan.removedAt === null) checkPlanName(work, plan.name, id);
      },
      mayWithdraw: () => true,
      refresh: () => undefined,
    },
  },
  exports: { 'grid.emergencies': emergencyList as ExportList }, // the exporter parses the query with the list's own schema
  demo: writeEmergencies,
};
