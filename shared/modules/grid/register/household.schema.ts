import { z } from 'zod';
import { instantText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { personRowSchema } from './person.schema.ts';

export const householdTypes = ['family', 'collective'] as const;

const householdShape = {
  registerNo: z.string().trim().max(20),
  type: z.enum(householdTypes),
  headId: z.uuid().nullable(),
  homePhone: z.string().trim().max(40),
  registeredAddress: z.string().trim().max(200),
  dwellingId: z.uuid().nullable(),
  gridId: z.uuid().nullable(),
  /** 有户无人: registered here, nobody lives here. */
  isVacant: z.boolean(),
  note: z.string().trim().max(300),
};

export const householdDraftSchema = z.strictObject(householdShape);
export type HouseholdDraft = z.infer<typeof householdDraftSchema>;
export const householdChangeSchema = z.strictObject({ ...versionedShape, ...householdShape });

export const householdRowSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  registerNo: z.string(),
  type: z.enum(householdTypes),
  headName: z.string(),
  members: z.int(),
  gridId: z.uuid().nullable(),
  gridName: z.string(),
  registeredAddress: z.string(),
  isVacant: z.boolean(),
  updatedAt: instantText,
});
export type HouseholdRow = z.infer<typeof householdRowSchema>;

export const householdSheetSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  ...householdShape,
  headName: z.string(),
  gridName: z.string(),
  dwellingAddress: z.string(),
  members: z.array(personRowSchema),
  createdAt: instantText,
  updatedAt: instantText,
});
export type HouseholdSheet = z.infer<typeof householdSheetSchema>;

export const householdFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  types: z.array(z.enum(householdTypes)).default([]),
  withoutGrid: z.boolean().default(false),
  withoutHead: z.boolean().default(false),
});
export const householdSortSchema = sortBy(['registerNo', 'updatedAt'], 'registerNo');
