import { z } from 'zod';
import { instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const estateShape = {
  name: z.string().trim().min(1).max(60),
  address: z.string().trim().max(200),
  /** 物业公司. */
  propertyCompany: z.string().trim().max(60),
  propertyPhone: z.string().trim().max(40),
  /** 业主委员会, or who speaks for the owners. */
  committee: z.string().trim().max(60),
  note: z.string().trim().max(300),
};
export const estateDraftSchema = z.strictObject(estateShape);
export type EstateDraft = z.infer<typeof estateDraftSchema>;
export const estateChangeSchema = z.strictObject({ ...versionedShape, ...estateShape });

export const estateSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  ...estateShape,
  /** Those the reader may see. */
  buildings: z.int(),
  updatedAt: instantText,
});
export type Estate = z.infer<typeof estateSchema>;

export const estateFilterSchema = z.strictObject({ text: z.string().trim().max(60).default('') });
export const estateSortSchema = sortBy(['name', 'updatedAt'], 'name');
