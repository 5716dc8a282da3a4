import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { deskVisitFilterSchema, deskVisitSortSchema } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import type { serviceDeskOperations } from '#shared/modules/grid/service-desk/service-desk.contract.ts';
import { getDeskHours, onDuty, openDeskHours, saveDeskHours } from './desk-hours.service.ts';
import { deskVisitsRepository } from './desk-visits.repository.ts';
import { attendDeskVisit, endDeskVisit, recordDeskVisit, removeDeskVisit, updateDeskVisit } from './desk-visits.service.ts';
import { writeServiceDesk } from './service-desk.demo.ts';

export const openServiceDesk = (db: Db) => ({ deskVisits: deskVisitsRepository(db), ...openDeskHours(db) });

export const serviceDeskHandlers: Handlers<typeof serviceDeskOperations, Work> = {
  listDeskVisits: (work, { filter, sort, ...window }) => work.deskVisits.list(work.actor, filter, sort, window),
  countDeskVisits: (work, { filter }) => ({ count: work.deskVisits.count(filter) }),
  summariseDeskVisits: (work, { from, until }) => work.deskVisits.figures(from, until),
  recordDeskVisit,
  updateDeskVisit,
  attendDeskVisit,
  endDeskVisit,
  removeDeskVisit,
  getDeskHours,
  saveDeskHours,
  getDutyToday: (work) => onDuty(work, work.today),
};

const visitQuery = z.object({ filter: deskVisitFilterSchema.prefault({}), sort: deskVisitSortSchema });
const visitList: ExportList<z.output<typeof visitQuery>> = {
  permission: 'service-desk.read',
  query: visitQuery,
  fields: ['cameOn', 'no', 'visitor', 'topic', 'content', 'cameAt', 'servedAt', 'leftAt', 'waitMinutes', 'handedTo', 'result'],
  days: ['cameOn'],
  instants: ['cameAt', 'servedAt', 'leftAt'],
  count: (work, { filter }) => work.deskVisits.count(filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.deskVisits.list(work.actor, filter, sort, { offset, limit: size });
      if (rows.length > 0) yield rows.map(({ isOutside: _o, ...row }) => ({ ...row, topic: work.codeTables.labelOf('visit-topic', row.topic, 'zh-CN'), result: work.codeTables.labelOf('visit-result', row.result, 'zh-CN') }));
      if (rows.length < size) return;
    }
  },
};

/** From this many minutes a wait asks for somebody. */
const LONG_WAIT = 20;
const freely = { check: () => undefined, mayWithdraw: () => true, refresh: () => undefined };

export const serviceDeskParts: ModuleParts = {
  today: [
    {
      permission: 'service-desk.edit',
      items: (work) => {
        const since = work.deskVisits.firstWaiting();
        if (since === null) return [];
        const minutes = Math.floor((work.clock.now().getTime() - Date.parse(since)) / 60_000);
        const count = work.deskVisits.count(deskVisitFilterSchema.parse({ states: ['waiting'] }));
        return [{ kind: 'desk-visitors-waiting', column: 'due', urgency: minutes >= LONG_WAIT ? 'overdue' : 'near', params: { count }, to: '/grid/service-desk?filter={"states":["waiting"]}', since, dueOn: null }];
      },
    },
  ],
  history: {
    desk_visit: { permission: 'service-desk.read', isVisible: (work, id) => work.deskVisits.find(id) !== undefined },
    desk_hours: { permission: 'service-desk.read', isVisible: (work, id) => work.deskHours.find(id) !== undefined },
  },
  attachments: { desk_visit: { read: 'service-desk.read', edit: 'service-desk.edit', isVisible: (work, id) => work.deskVisits.row(work.actor, id) !== undefined } },
  undo: {
    desk_visit: { ...freely, permission: 'service-desk.edit', nameOf: (work, id) => work.deskVisits.find(id)?.visitor ?? '' },
  },
  exports: { 'grid.deskVisits': visitList as ExportList }, // the exporter parses the query with the list's own schema
  demo: writeServiceDesk,
};
