import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { bands, itemChangeSchema, itemDraftSchema, planChangeSchema, planDraftSchema, planItemSchema, planRowSchema, planSheetSchema, simulatedSchema, simulationSchema } from './plan.schema.ts';
import {
  adjustmentDraftSchema, appealRowSchema, appealStates, daysSchema, factRowsSchema, followDecisionSchema, followRowSchema, followStates, peerRatingSchema, peerTurnsSchema, reviewDraftSchema, selfMarksSchema, sheetFilterSchema, sheetRowSchema, sheetSchema,
  sheetSortSchema, superiorMarksSchema, withReason,
} from './sheet.schema.ts';
import { ratingDraftSchema, ratingFilterSchema, ratingRowSchema, ratingSortSchema, replySchema, twoWaySchema } from './two-way.schema.ts';

/** security.md 2.5: a clerk sees the own result, the training officer scores, the supervisor signs off; nobody decides on the own appeal. */
export const assessmentPermissions = {
  'assessment.view': ['clerk', 'supervisor', 'trainer', 'finance', 'auditor'],
  'assessment.read': ['supervisor', 'trainer', 'auditor'],
  'assessment.self': ['clerk', 'supervisor', 'trainer', 'finance'],
  'assessment.plan': ['supervisor', 'trainer'],
  'assessment.score': ['supervisor', 'trainer'],
  'assessment.sign-off': ['supervisor'],
  'assessment.rate': ['clerk', 'supervisor'],
} as const;
const { query, report, command } = operationsFor(assessmentPermissions);

const STALE = ['trainingAssessment', 'notifications', 'audit', 'undo'];
const sheetFilter = sheetFilterSchema.default(sheetFilterSchema.parse({}));
const ratingFilter = ratingFilterSchema.default(ratingFilterSchema.parse({}));
const versioned = z.strictObject(versionedShape);
const planInput = z.strictObject({ planId: z.uuid() });

export const assessmentOperations = {
  listPlans: query({ permission: 'assessment.read', input: z.strictObject({ year: z.int().nullable().default(null) }), output: z.array(planRowSchema) }),
  getPlan: query({ permission: 'assessment.read', input: idInput, output: planSheetSchema }),
  createPlan: command({ permission: 'assessment.plan', input: planDraftSchema, output: planSheetSchema, invalidates: STALE }),
  updatePlan: command({ permission: 'assessment.plan', input: planChangeSchema, output: planSheetSchema, invalidates: STALE }),
  /** Last year's plan as a new draft, or an enabled plan as its next version: all of it but the dates. */
  copyPlan: command({ permission: 'assessment.plan', input: z.strictObject({ id: z.uuid(), year: z.int().min(2000).max(2100) }), output: planSheetSchema, invalidates: STALE }),
  removePlan: command({ permission: 'assessment.plan', input: versioned, output: doneSchema, invalidates: STALE }),
  addItem: command({ permission: 'assessment.plan', input: itemDraftSchema, output: planItemSchema, invalidates: STALE }),
  updateItem: command({ permission: 'assessment.plan', input: itemChangeSchema, output: planItemSchema, invalidates: STALE }),
  removeItem: command({ permission: 'assessment.plan', input: versioned, output: doneSchema, invalidates: STALE }),
  /** Computes all subjects with the plan as it is and with weights changed; nothing is stored. */
  simulatePlan: report({ permission: 'assessment.read', input: simulationSchema, output: simulatedSchema }),
  enablePlan: command({ permission: 'assessment.sign-off', input: versioned, output: planSheetSchema, invalidates: STALE }),

  listSheets: query({ permission: 'assessment.view', input: z.strictObject({ filter: sheetFilter, sort: sheetSortSchema, ...windowShape }), output: z.array(sheetRowSchema) }),
  countSheets: query({ permission: 'assessment.view', input: z.strictObject({ filter: sheetFilter }), output: countSchema }),
  getSheet: query({ permission: 'assessment.view', input: idInput, output: sheetSchema }),
  listFactRows: query({ permission: 'assessment.view', input: z.strictObject({ sheetId: z.uuid(), itemId: z.uuid(), ...windowShape }), output: factRowsSchema }),
  listAssessors: query({ permission: 'assessment.score', input: z.strictObject({}), output: z.array(z.strictObject({ id: z.uuid(), name: z.string() })) }),
  assignSelf: command({ permission: 'assessment.score', input: z.strictObject({ ...versionedShape, accountId: z.uuid().nullable() }), output: doneSchema, invalidates: STALE }),
  setDays: command({ permission: 'assessment.score', input: daysSchema, output: sheetSchema, invalidates: STALE }),
  saveSelf: command({ permission: 'assessment.self', input: selfMarksSchema, output: sheetSchema, invalidates: STALE }),
  reportSheet: command({ permission: 'assessment.self', input: versioned, output: sheetSchema, invalidates: STALE }),
  /** Locks every sheet that is still open once the time for it is over. */
  lockCycle: command({ permission: 'assessment.score', input: planInput, output: countSchema, invalidates: STALE }),
  returnSheet: command({ permission: 'assessment.score', input: withReason, output: sheetSchema, invalidates: STALE }),
  saveSuperior: command({ permission: 'assessment.score', input: superiorMarksSchema, output: sheetSchema, invalidates: STALE }),
  scoreSheet: command({ permission: 'assessment.score', input: versioned, output: sheetSchema, invalidates: STALE }),
  archiveSheet: command({ permission: 'assessment.sign-off', input: versioned, output: sheetSchema, invalidates: STALE }),

  listPeerTurns: query({ permission: 'assessment.self', input: z.strictObject({ text: z.string().trim().max(60).default('') }), output: peerTurnsSchema }),
  ratePeer: command({ permission: 'assessment.self', input: peerRatingSchema, output: doneSchema, invalidates: ['trainingAssessment', 'notifications'] }),
  recordReview: command({ permission: 'assessment.score', input: reviewDraftSchema, output: sheetSchema, invalidates: STALE }),
  removeReview: command({ permission: 'assessment.score', input: versioned, output: sheetSchema, invalidates: STALE }),
  recordAdjustment: command({ permission: 'assessment.score', input: adjustmentDraftSchema, output: sheetSchema, invalidates: STALE }),
  removeAdjustment: command({ permission: 'assessment.score', input: versioned, output: sheetSchema, invalidates: STALE }),

  listAppeals: query({ permission: 'assessment.read', input: z.strictObject({ states: z.array(z.enum(appealStates)).max(3).default([]), ...windowShape }), output: z.array(appealRowSchema) }),
  fileAppeal: command({ permission: 'assessment.self', input: withReason, output: sheetSchema, invalidates: STALE }),
  decideAppeal: command({ permission: 'assessment.score', input: z.strictObject({ ...versionedShape, upheld: z.boolean(), decision: z.string().trim().min(2).max(500) }), output: appealRowSchema, invalidates: [...STALE, 'staff'] }),
  listFollows: query({ permission: 'assessment.read', input: z.strictObject({ states: z.array(z.enum(followStates)).max(3).default([]), ...windowShape }), output: z.array(followRowSchema) }),
  /** Confirmed, it is handed on in the same act: into the ledger of rewards and penalties, or as a training need. */
  decideFollow: command({ permission: 'assessment.sign-off', input: followDecisionSchema, output: followRowSchema, invalidates: [...STALE, 'staff'] }),

  summariseResults: query({
    permission: 'assessment.read',
    input: planInput,
    output: z.strictObject({
      states: z.array(z.strictObject({ state: z.string(), count: z.int() })),
      bands: z.array(z.strictObject({ band: z.enum(bands), count: z.int() })),
      grids: z.array(z.strictObject({ gridId: z.string().nullable(), gridName: z.string(), count: z.int(), mean: z.int(), bands: z.array(z.strictObject({ band: z.enum(bands), count: z.int() })) })),
    }),
  }),
  summariseTwoWay: query({ permission: 'assessment.read', input: z.strictObject({ year: z.int() }), output: twoWaySchema }),
  listDepartmentRatings: query({ permission: 'assessment.view', input: z.strictObject({ filter: ratingFilter, sort: ratingSortSchema, ...windowShape }), output: z.array(ratingRowSchema) }),
  countDepartmentRatings: query({ permission: 'assessment.view', input: z.strictObject({ filter: ratingFilter }), output: countSchema }),
  rateDepartment: command({ permission: 'assessment.rate', input: ratingDraftSchema, output: ratingRowSchema, invalidates: STALE }),
  removeDepartmentRating: command({ permission: 'assessment.rate', input: versioned, output: doneSchema, invalidates: STALE }),
  replyToRating: command({ permission: 'assessment.score', input: replySchema, output: ratingRowSchema, invalidates: STALE }),
};
