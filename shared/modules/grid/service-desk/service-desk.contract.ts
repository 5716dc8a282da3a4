import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, dayText, doneSchema, versionedShape, windowShape } from '#shared/contract/list.ts';
import {
  deskFiguresSchema, deskHoursSchema, deskVisitChangeSchema, deskVisitDraftSchema, deskVisitEndSchema, deskVisitFilterSchema, deskVisitRowSchema, deskVisitSortSchema, onDutySchema,
} from './desk-visit.schema.ts';

export const serviceDeskPermissions = { 'service-desk.read': ['clerk', 'supervisor'], 'service-desk.edit': ['clerk', 'supervisor'] } as const;
const { query, command } = operationsFor(serviceDeskPermissions);

const filter = deskVisitFilterSchema.default(deskVisitFilterSchema.parse({}));
const STALE = ['grid', 'notifications', 'audit', 'undo'];
const one = z.strictObject(versionedShape);

export const serviceDeskOperations = {
  listDeskVisits: query({ permission: 'service-desk.read', input: z.strictObject({ filter, sort: deskVisitSortSchema, ...windowShape }), output: z.array(deskVisitRowSchema) }),
  countDeskVisits: query({ permission: 'service-desk.read', input: z.strictObject({ filter }), output: countSchema }),
  /** Visitors a day and their median wait, between two days at most a year apart. */
  summariseDeskVisits: query({ permission: 'service-desk.read', input: z.strictObject({ from: dayText, until: dayText }), output: deskFiguresSchema }),
  recordDeskVisit: command({ permission: 'service-desk.edit', input: deskVisitDraftSchema, output: deskVisitRowSchema, invalidates: STALE }),
  updateDeskVisit: command({ permission: 'service-desk.edit', input: deskVisitChangeSchema, output: deskVisitRowSchema, invalidates: STALE }),
  /** It is a waiting visitor's turn. */
  attendDeskVisit: command({ permission: 'service-desk.edit', input: one, output: deskVisitRowSchema, invalidates: STALE }),
  endDeskVisit: command({ permission: 'service-desk.edit', input: deskVisitEndSchema, output: deskVisitRowSchema, invalidates: STALE }),
  removeDeskVisit: command({ permission: 'service-desk.edit', input: one, output: doneSchema, invalidates: STALE }),
  getDeskHours: query({ permission: 'service-desk.read', input: z.strictObject({}), output: deskHoursSchema.extend({ isOpenNow: z.boolean() }) }),
  saveDeskHours: command({ permission: 'service-desk.edit', input: deskHoursSchema, output: deskHoursSchema, invalidates: STALE }),
  getDutyToday: query({ permission: 'service-desk.read', input: z.strictObject({}), output: onDutySchema.nullable() }),
};
