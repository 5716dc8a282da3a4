import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

/** 职能部门, 经济组织, 社会组织 (domain.md 4, row H1). */
export const bodyKinds = ['department', 'economic', 'social'] as const;
/** An agreement ends soon when so many days are left. */
export const ENDING_DAYS = 30;
export const agreementStates = ['none', 'open', 'running', 'ending', 'ended'] as const;

const bodyShape = {
  kind: z.enum(bodyKinds),
  name: z.string().trim().min(2).max(80),
  contact: z.string().trim().max(50),
  /** A work phone. */
  contactPhone: z.string().trim().max(40),
  address: z.string().trim().max(200),
  /** What it does for the grids. */
  duty: z.string().trim().max(300),
  agreementNo: z.string().trim().max(60),
  agreementFrom: dayText.nullable(),
  agreementUntil: dayText.nullable(),
  gridIds: z.array(z.uuid()).max(200),
  isActive: z.boolean(),
  note: z.string().trim().max(300),
};

export const bodyDraftSchema = z.strictObject(bodyShape);
export type BodyDraft = z.infer<typeof bodyDraftSchema>;
export const bodyChangeSchema = z.strictObject({ ...versionedShape, ...bodyShape });

export const bodySchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  ...bodyShape,
  /** Names of the grids in use, in the order of their codes. */
  gridNames: z.array(z.string()),
  agreement: z.enum(agreementStates),
  /** What came with a form and has no field here, by its title there. */
  extra: z.record(z.string(), z.string()),
  createdAt: instantText,
  updatedAt: instantText,
});
export type Body = z.infer<typeof bodySchema>;

export const bodyFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  kinds: z.array(z.enum(bodyKinds)).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  agreements: z.array(z.enum(agreementStates)).default([]),
  withEnded: z.boolean().default(false),
});
export type BodyFilter = z.output<typeof bodyFilterSchema>;
export const bodySortSchema = sortBy(['name', 'agreementUntil', 'updatedAt'], 'name');
