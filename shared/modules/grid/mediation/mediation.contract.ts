import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, dayText, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import {
  agreeSchema, endMediationSchema, followUpSchema, mediationChangeSchema, mediationDraftSchema, mediationFiguresSchema, mediationFilterSchema, mediationRowSchema, mediationSheetSchema, mediationSortSchema, reopenMediationSchema, sessionDraftSchema, signSchema,
} from './mediation.schema.ts';

export const mediationPermissions = { 'mediation.read': ['clerk', 'supervisor'], 'mediation.edit': ['clerk', 'supervisor'] } as const;
const { query, command } = operationsFor(mediationPermissions);

const filter = mediationFilterSchema.default(mediationFilterSchema.parse({}));
const STALE = ['grid', 'notifications', 'audit', 'undo'];
const writes = <I extends z.ZodType>(input: I) => command({ permission: 'mediation.edit', input, output: mediationSheetSchema, invalidates: STALE });

export const mediationOperations = {
  listMediations: query({ permission: 'mediation.read', input: z.strictObject({ filter, sort: mediationSortSchema, ...windowShape }), output: z.array(mediationRowSchema) }),
  countMediations: query({ permission: 'mediation.read', input: z.strictObject({ filter }), output: countSchema }),
  getMediation: query({ permission: 'mediation.read', input: idInput, output: mediationSheetSchema }),
  /** What came of the cases that were brought between two days. */
  summariseMediations: query({ permission: 'mediation.read', input: z.strictObject({ from: dayText, until: dayText }), output: mediationFiguresSchema }),
  createMediation: writes(mediationDraftSchema),
  updateMediation: writes(mediationChangeSchema),
  addMediationSession: writes(sessionDraftSchema),
  agreeMediation: writes(agreeSchema),
  signMediation: writes(signSchema),
  endMediation: writes(endMediationSchema),
  reopenMediation: writes(reopenMediationSchema),
  followUpMediation: writes(followUpSchema),
  /** Takes out what was entered by mistake. */
  removeMediation: command({ permission: 'mediation.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
};
