import { z } from 'zod';
import { dayText, instantText, versionedShape } from '#shared/contract/list.ts';

const gridMemberShape = {
  name: z.string().trim().min(1).max(50),
  /** A work phone: published on notice boards, so not masked. */
  phone: z.string().trim().max(40),
  sex: z.enum(['0', '1', '2', '9']),
  birthOn: dayText.nullable(),
  idNumber: z.string().trim().max(40),
  employment: z.enum(['full-time', 'part-time']),
  political: z.string().max(10),
  education: z.string().max(10),
  registeredOn: dayText.nullable(),
  gridId: z.uuid().nullable(),
  note: z.string().trim().max(300),
};
export const gridMemberDraftSchema = z.strictObject(gridMemberShape);
export type GridMemberDraft = z.infer<typeof gridMemberDraftSchema>;
export const gridMemberChangeSchema = z.strictObject({ ...versionedShape, ...gridMemberShape, idNumber: gridMemberShape.idNumber.optional() });

export const gridMemberSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  ...gridMemberShape,
  idNumber: z.null(),
  idNumberMasked: z.string(),
  gridName: z.string(),
  /** True when the grid names this person as its one responsible member. */
  isResponsible: z.boolean(),
  updatedAt: instantText,
});
export type GridMember = z.infer<typeof gridMemberSchema>;
