import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, dayText, instantText, sortBy, versionedShape, windowShape } from '#shared/contract/list.ts';
import { requestsPermissions } from '../requests/requests.contract.ts';
import { sourcesPermissions } from '../sources/sources.contract.ts';
import { voucherDraftSchema, voucherFilterSchema, voucherKinds } from './voucher.schema.ts';

const { query, command } = operationsFor({ ...sourcesPermissions, ...requestsPermissions });
const STALE = ['budget', 'notifications', 'audit', 'undo'];
const filter = voucherFilterSchema.default(voucherFilterSchema.parse({}));

export const voucherRowSchema = z.strictObject({
  ...versionedShape,
  requestId: z.uuid(),
  requestNo: z.string(),
  requestTitle: z.string(),
  kind: z.enum(voucherKinds),
  voucherNo: z.string(),
  issuedOn: dayText,
  payee: z.string(),
  fen: z.int(),
  note: z.string(),
  /** Paid out for the request and not proved yet, after this voucher. */
  onHandFen: z.int(),
  reversedAt: instantText.nullable(),
  reversalReason: z.string(),
  by: z.string(),
  updatedAt: instantText,
});
export type VoucherRow = z.infer<typeof voucherRowSchema>;
export const voucherSortSchema = sortBy(['issuedOn', 'fen'], 'issuedOn');

export const vouchersOperations = {
  listVouchers: query({ permission: 'budget.read', input: z.strictObject({ filter, sort: voucherSortSchema, ...windowShape }), output: z.array(voucherRowSchema) }),
  countVouchers: query({ permission: 'budget.read', input: z.strictObject({ filter }), output: countSchema }),
  recordVoucher: command({ permission: 'funding.request', input: voucherDraftSchema, output: voucherRowSchema, invalidates: STALE }),
  /** Takes a voucher back by entries the other way round; the voucher stays, crossed out. */
  reverseVoucher: command({ permission: 'funding.disburse', input: z.strictObject({ ...versionedShape, reason: z.string().trim().min(2).max(200) }), output: voucherRowSchema, invalidates: STALE }),
};
