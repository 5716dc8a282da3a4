import { z } from 'zod';
import { dayText, versionedShape } from '#shared/contract/list.ts';

/** 发票, 财政票据, 收据, 领用清单, 退款 (money that came back and is at hand again). */
export const voucherKinds = ['invoice', 'fiscal-bill', 'receipt', 'goods-list', 'refund'] as const;

export const voucherDraftSchema = z.strictObject({
  /** The request, at the version the voucher was typed beside. */
  ...versionedShape,
  kind: z.enum(voucherKinds),
  voucherNo: z.string().trim().min(1).max(40),
  issuedOn: dayText,
  payee: z.string().trim().min(1).max(60),
  fen: z.int().min(1).max(10_000_000_000_000),
  note: z.string().trim().max(200),
});
export type VoucherDraft = z.infer<typeof voucherDraftSchema>;

export const voucherFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  requestId: z.uuid().nullable().default(null),
  year: z.int().min(2000).max(2100).nullable().default(null),
  kinds: z.array(z.enum(voucherKinds)).max(6).default([]),
  reversed: z.boolean().default(false),
});
export type VoucherFilter = z.infer<typeof voucherFilterSchema>;
