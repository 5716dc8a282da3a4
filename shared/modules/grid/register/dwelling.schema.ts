import { z } from 'zod';
import { instantText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { personRowSchema } from './person.schema.ts';

const dwellingShape = {
  dwellingNo: z.string().trim().max(40),
  address: z.string().trim().min(1).max(200),
  /** 房产证地址: a field of its own because it often differs (domain.md 2.2). */
  certificateAddress: z.string().trim().max(200),
  estate: z.string().trim().max(60),
  building: z.string().trim().max(20),
  unit: z.string().trim().max(20),
  floor: z.string().trim().max(10),
  room: z.string().trim().max(20),
  /** Hundredths of a square metre; null when unknown. */
  areaCentiares: z.int().min(0).max(100_000_000).nullable(),
  rooms: z.int().min(1).max(500).nullable(),
  use: z.string().max(20),
  structure: z.string().max(20),
  /** Table `dwelling-category`: 自住 / 出租 / 闲置 / 集体 / 其他. */
  category: z.string().max(20),
  ownerName: z.string().trim().max(50),
  ownerPhone: z.string().trim().max(40),
  builtYear: z.int().min(1800).max(2100).nullable(),
  gridId: z.uuid().nullable(),
  note: z.string().trim().max(300),
};
export const dwellingDraftSchema = z.strictObject(dwellingShape);
export type DwellingDraft = z.infer<typeof dwellingDraftSchema>;
export const dwellingChangeSchema = z.strictObject({ ...versionedShape, ...dwellingShape, ownerPhone: dwellingShape.ownerPhone.optional() });

export const dwellingRowSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  dwellingNo: z.string(),
  address: z.string(),
  areaCentiares: z.int().nullable(),
  category: z.string(),
  use: z.string(),
  ownerName: z.string(),
  ownerPhoneMasked: z.string(),
  residents: z.int(),
  gridId: z.uuid().nullable(),
  gridName: z.string(),
  updatedAt: instantText,
});
export type DwellingRow = z.infer<typeof dwellingRowSchema>;

export const dwellingSheetSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  ...dwellingShape,
  ownerPhone: z.null(),
  ownerPhoneMasked: z.string(),
  gridName: z.string(),
  residents: z.array(personRowSchema),
  extra: z.record(z.string(), z.string()),
  createdAt: instantText,
  updatedAt: instantText,
});
export type DwellingSheet = z.infer<typeof dwellingSheetSchema>;

export const dwellingFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  categories: z.array(z.string().max(20)).default([]),
  withoutGrid: z.boolean().default(false),
  withoutResidents: z.boolean().default(false),
  /** A letting runs. */
  rented: z.boolean().default(false),
  /** A letting is past its agreed end and nobody said that the tenant left. */
  rentalOverdue: z.boolean().default(false),
});
export const dwellingSortSchema = sortBy(['address', 'updatedAt'], 'address');
