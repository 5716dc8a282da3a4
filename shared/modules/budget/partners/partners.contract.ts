import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, versionedShape, windowShape } from '#shared/contract/list.ts';
import { sourcesPermissions } from '../sources/sources.contract.ts';
import { movePledgeSchema, partnerChangeSchema, partnerDraftSchema, partnerFilterSchema, partnerRowSchema, partnerSortSchema, pledgeChangeSchema, pledgeDraftSchema, pledgeFilterSchema, pledgeRowSchema, pledgeSortSchema } from './partner.schema.ts';

const { query, command } = operationsFor(sourcesPermissions);
const STALE = ['budget', 'grid', 'notifications', 'audit', 'undo'];
const partners = partnerFilterSchema.default(partnerFilterSchema.parse({}));
const pledges = pledgeFilterSchema.default(pledgeFilterSchema.parse({}));

export const partnersOperations = {
  listPartners: query({ permission: 'budget.read', input: z.strictObject({ filter: partners, sort: partnerSortSchema, ...windowShape }), output: z.array(partnerRowSchema) }),
  countPartners: query({ permission: 'budget.read', input: z.strictObject({ filter: partners }), output: countSchema }),
  createPartner: command({ permission: 'budget.manage', input: partnerDraftSchema, output: partnerRowSchema, invalidates: STALE }),
  updatePartner: command({ permission: 'budget.manage', input: partnerChangeSchema, output: partnerRowSchema, invalidates: STALE }),
  removePartner: command({ permission: 'budget.manage', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  listPledges: query({ permission: 'budget.read', input: z.strictObject({ filter: pledges, sort: pledgeSortSchema, ...windowShape }), output: z.array(pledgeRowSchema) }),
  countPledges: query({ permission: 'budget.read', input: z.strictObject({ filter: pledges }), output: countSchema }),
  createPledge: command({ permission: 'budget.manage', input: pledgeDraftSchema, output: pledgeRowSchema, invalidates: STALE }),
  updatePledge: command({ permission: 'budget.manage', input: pledgeChangeSchema, output: pledgeRowSchema, invalidates: STALE }),
  movePledge: command({ permission: 'budget.manage', input: movePledgeSchema, output: pledgeRowSchema, invalidates: STALE }),
};
