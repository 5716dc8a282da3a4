import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { commandBoardOperations } from '#shared/modules/grid/command-board/command-board.contract.ts';
import { meetingFilterSchema, meetingSortSchema, type CommandDesk } from '#shared/modules/grid/command-board/command-board.schema.ts';
import { emergencyFilterSchema } from '#shared/modules/grid/emergency/emergency.schema.ts';
import { matterFilterSchema, type MatterFilter } from '#shared/modules/grid/matters/matter.schema.ts';
import { deskVisitFilterSchema } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import { unitNamed } from '../matters/matter-units.ts';
import { overdueBefore } from '../matters/matters.service.ts';
import { onDuty } from '../service-desk/desk-hours.service.ts';
import { writeMeeting } from './command-board.demo.ts';
import { meetingsRepository } from './meetings.repository.ts';
import { holdMeeting, shownMeeting } from './meetings.service.ts';

export const openCommandBoard = (db: Db) => ({ meetings: meetingsRepository(db) });

/** Every number is the count of a list of the desk, so that each opens to its rows. */
function getCommandDesk(work: Work): CommandDesk {
  const count = (values: Partial<MatterFilter>): number => {
    const filter = matterFilterSchema.parse(values);
    return work.matters.count(work.actor, filter, overdueBefore(work, filter));
  };
  const now = work.clock.now().toISOString();
  const running = work.emergencies.list(emergencyFilterSchema.parse({ running: true }), { field: 'startedAt', direction: 'desc' }, { offset: 0, limit: 10 });
  return {
    onDuty: onDuty(work, work.today),
    open: count({}),
    overdue: count({ overdueDays: 0 }),
    redCards: count({ cards: ['red'] }),
    untouched: count({ untouched: true }),
    reportedToday: count({ life: 'all', reportedFrom: work.today, reportedUntil: work.today }),
    endedToday: count({ life: 'all', endedFrom: work.today, endedUntil: work.today }),
    visitorsWaiting: work.deskVisits.count(deskVisitFilterSchema.parse({ states: ['waiting'] })),
    emergencies: running.map(({ id, title, isDrill }) => ({ id, title, isDrill, late: work.emergencies.lateAt(id, now) })),
  };
}

export const commandBoardHandlers: Handlers<typeof commandBoardOperations, Work> = {
  getCommandDesk,
  listCommandEvents: (work, { limit }) => work.meetings.events(work.actor, limit).map(({ toUnitKind, toUnitId, ...event }) => ({ ...event, toUnit: unitNamed(work, { kind: toUnitKind, id: toUnitId }) })),
  holdMeeting,
  listMeetings: (work, { filter, sort, ...window }) => work.meetings.list(work.actor, filter, sort, window).map((meeting) => shownMeeting(work, meeting)),
  countMeetings: (work, { filter }) => ({ count: work.meetings.count(work.actor, filter) }),
};

const meetingQuery = z.object({ filter: meetingFilterSchema.prefault({}), sort: meetingSortSchema });
const meetingList: ExportList<z.output<typeof meetingQuery>> = {
  permission: 'command.read',
  query: meetingQuery,
  fields: ['no', 'heldOn', 'place', 'matters', 'lead', 'others', 'present', 'minutes', 'recordedBy'],
  days: ['heldOn'],
  count: (work, { filter }) => work.meetings.count(work.actor, filter),
  *windows(work, { filter, sort }, size) {
    for (let offset = 0; ; offset += size) {
      const rows = work.meetings.list(work.actor, filter, sort, { offset, limit: size }).map((meeting) => shownMeeting(work, meeting));
      if (rows.length > 0) yield rows.map((row) => ({ ...row, present: row.present.join('、'), lead: row.lead.name || row.lead.id, others: row.others.map(({ name, id }) => name || id).join('、'), matters: row.matters.map(({ number }) => number).join('、') }));
      if (rows.length < size) return;
    }
  },
};

export const commandBoardParts: ModuleParts = {
  history: { joint_meeting: { permission: 'command.read', isVisible: (work, id) => work.meetings.isSeen(work.actor, id, meetingFilterSchema.parse({})) } },
  exports: { 'grid.meetings': meetingList as ExportList }, // the exporter parses the query with the list's own schema
  demo: writeMeeting,
};
