import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

export const partnerKinds = ['enterprise', 'social-organisation', 'person'] as const;
/** 接触 → 洽谈 → 意向 → 协议 → 到账 → 使用 → 致谢 (paper, row M10), and the way out. */
export const pledgeStages = ['contact', 'talk', 'pledge', 'agreement', 'received', 'used', 'thanked', 'dropped'] as const;
export type PledgeStage = (typeof pledgeStages)[number];
/** Stages in which something is promised or being talked about: the partner cannot be removed. */
export const openStages = ['contact', 'talk', 'pledge', 'agreement', 'received', 'used'] as const satisfies readonly PledgeStage[];

/** One stage forward at a time; dropping is possible until money came in. */
export function mayMoveOn(from: PledgeStage, to: PledgeStage): boolean {
  const [at, next] = [pledgeStages.indexOf(from), pledgeStages.indexOf(to)];
  if (to === 'dropped') return at < pledgeStages.indexOf('received');
  return from !== 'dropped' && next === at + 1;
}

const partnerShape = {
  name: z.string().trim().min(2).max(80),
  kind: z.enum(partnerKinds),
  /** Who speaks for it. */
  contact: z.string().trim().max(50),
  /** The body of the register it is, where there is one. */
  bodyId: z.uuid().nullable(),
  note: z.string().trim().max(300),
};
const contactPhone = z.string().trim().max(40);
export const partnerDraftSchema = z.strictObject({ ...partnerShape, contactPhone: contactPhone.default('') });
export type PartnerDraft = z.infer<typeof partnerDraftSchema>;
/** `contactPhone` absent: it stays what it is, because a form never shows it whole. */
export const partnerChangeSchema = z.strictObject({ ...versionedShape, ...partnerShape, contactPhone: contactPhone.optional() });
export type PartnerChange = z.infer<typeof partnerChangeSchema>;
export const partnerRowSchema = z.strictObject({ ...versionedShape, ...partnerShape, contactPhoneMasked: z.string(), openPledges: z.int(), promisedFen: z.int(), receivedFen: z.int(), updatedAt: instantText });
export type PartnerRow = z.infer<typeof partnerRowSchema>;
export const partnerFilterSchema = z.strictObject({ text: z.string().trim().max(60).default(''), kinds: z.array(z.enum(partnerKinds)).max(5).default([]) });
export type PartnerFilter = z.infer<typeof partnerFilterSchema>;
export const partnerSortSchema = sortBy(['name', 'kind'], 'name');

const pledgeShape = {
  partnerId: z.uuid(),
  /** What it is for, e.g. shade for the square. */
  what: z.string().trim().min(2).max(120),
  /** The source its money or goods will go to; needed before anything is received. */
  sourceId: z.uuid().nullable(),
  /** Goods count at their agreed value. */
  fen: z.int().min(0).max(10_000_000_000_000),
  agreementNo: z.string().trim().max(60),
  nextOn: dayText.nullable(),
  note: z.string().trim().max(300),
};
export const pledgeDraftSchema = z.strictObject(pledgeShape);
export type PledgeDraft = z.infer<typeof pledgeDraftSchema>;
export const pledgeChangeSchema = z.strictObject({ ...versionedShape, ...pledgeShape });
export type PledgeChange = z.infer<typeof pledgeChangeSchema>;
export const pledgeRowSchema = z.strictObject({ ...versionedShape, ...pledgeShape, partnerName: z.string(), sourceName: z.string(), stage: z.enum(pledgeStages), since: instantText, receivedFen: z.int(), updatedAt: instantText });
export type PledgeRow = z.infer<typeof pledgeRowSchema>;
export const pledgeFilterSchema = z.strictObject({ partnerId: z.uuid().nullable().default(null), stages: z.array(z.enum(pledgeStages)).max(10).default([]), dueUntil: dayText.nullable().default(null) });
export type PledgeFilter = z.infer<typeof pledgeFilterSchema>;
export const pledgeSortSchema = sortBy(['nextOn', 'partnerName', 'fen'], 'nextOn');
export const movePledgeSchema = z.strictObject({ ...versionedShape, to: z.enum(pledgeStages), /** The day and sum of what came in, for `received`. */ on: dayText, fen: z.int().min(1).max(10_000_000_000_000).nullable(), note: z.string().trim().max(200) });
