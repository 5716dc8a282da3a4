import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { sourcesPermissions } from '../sources/sources.contract.ts';
import {
  acceptSchema, boardSchema, budgetSchema, checkInputSchema, conflictSchema, decideChangeSchema, decisionSchema, disburseSchema, findingSchema, joinSchema, lossSchema, proposeChangeSchema, publishSchema,
  reasonedSchema, requestChangeSchema, requestDraftSchema, requestFilterSchema, requestRowSchema, requestSheetSchema, requestSortSchema, settleSchema, splitSchema, submitSchema,
} from './request.schema.ts';

export const requestsPermissions = {
  'funding.request': ['clerk', 'supervisor', 'finance'],
  'funding.review': ['supervisor', 'finance'],
  'funding.disburse': ['finance'],
} as const;
const { query, command } = operationsFor({ ...sourcesPermissions, ...requestsPermissions });
const STALE = ['budget', 'notifications', 'audit', 'undo'];
const filter = requestFilterSchema.default(requestFilterSchema.parse({}));
const sheet = { output: requestSheetSchema, invalidates: STALE };

export const requestsOperations = {
  listRequests: query({ permission: 'budget.read', input: z.strictObject({ filter, sort: requestSortSchema, ...windowShape }), output: z.array(requestRowSchema) }),
  countRequests: query({ permission: 'budget.read', input: z.strictObject({ filter }), output: countSchema }),
  getBoard: query({ permission: 'budget.read', input: z.strictObject({ year: z.int().min(2000).max(2100).nullable() }), output: boardSchema }),
  getRequest: query({ permission: 'budget.read', input: idInput, output: requestSheetSchema }),
  /** Whether a request would go through, asked while it is typed. */
  checkRequest: query({ permission: 'budget.read', input: checkInputSchema, output: z.array(findingSchema) }),
  listConflicts: query({ permission: 'budget.read', input: z.strictObject({ year: z.int().min(2000).max(2100) }), output: z.array(conflictSchema) }),
  createRequest: command({ permission: 'funding.request', input: requestDraftSchema, ...sheet }),
  updateRequest: command({ permission: 'funding.request', input: requestChangeSchema, ...sheet }),
  /** Puts it on a line, the first time or on another source after a refusal. */
  budgetRequest: command({ permission: 'funding.request', input: budgetSchema, ...sheet }),
  submitRequest: command({ permission: 'funding.request', input: submitSchema, ...sheet }),
  decideRequest: command({ permission: 'funding.review', input: decisionSchema, ...sheet }),
  appealRequest: command({ permission: 'funding.request', input: reasonedSchema, ...sheet }),
  withdrawRequest: command({ permission: 'funding.request', input: reasonedSchema, ...sheet }),
  splitRequest: command({ permission: 'funding.request', input: splitSchema, ...sheet }),
  disburseRequest: command({ permission: 'funding.disburse', input: disburseSchema, ...sheet }),
  proposeChange: command({ permission: 'funding.request', input: proposeChangeSchema, ...sheet }),
  decideChange: command({ permission: 'funding.review', input: decideChangeSchema, ...sheet }),
  acceptRequest: command({ permission: 'funding.review', input: acceptSchema, ...sheet }),
  settleRequest: command({ permission: 'funding.disburse', input: settleSchema, ...sheet }),
  publishRequest: command({ permission: 'funding.review', input: publishSchema, ...sheet }),
  urgeRequest: command({ permission: 'funding.request', input: reasonedSchema, ...sheet }),
  recordLoss: command({ permission: 'funding.request', input: lossSchema, ...sheet }),
  joinRequests: command({ permission: 'funding.request', input: joinSchema, output: z.strictObject({ joined: z.int() }), invalidates: STALE }),
  leaveJoint: command({ permission: 'funding.request', input: z.strictObject(versionedShape), ...sheet }),
};
