import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { blockSchema } from './blocks/block.schema.ts';

/** How a person is counted among the actual population (domain.md 1.3). */
export const personCategories = ['registered', 'floating', 'left-behind', 'overseas', 'no-hukou'] as const;
export const sexes = ['0', '1', '2', '9'] as const; // GB/T 2261.1

const text = (max: number) => z.string().trim().max(max);

/** The common block of a person (domain.md 2.3, in its order). Codes are values of the station's code tables. */
const personShape = {
  name: z.string().trim().min(1).max(50),
  formerName: text(50),
  /** Reading by hand for names that are read in two ways (乐 yue/le); empty: the usual reading. */
  reading: text(80),
  sex: z.enum(sexes),
  birthOn: dayText.nullable(),
  /** Table `id-document` (GA/T 517); 111 is the resident identity card. */
  idType: text(10),
  idNumber: text(40),
  ethnic: text(10),
  nativePlace: text(60),
  marital: text(10),
  political: text(10),
  education: text(10),
  occupation: text(50),
  workplace: text(100),
  phone: text(40),
  category: z.enum(personCategories),
  registeredPlace: text(60),
  registeredAddress: text(200),
  presentAddress: text(200),
  /** 人户一致: null when nobody has said. */
  livesWhereRegistered: z.boolean().nullable(),
  gridId: z.uuid().nullable(),
  householdId: z.uuid().nullable(),
  /** Table `family-relation` (GB/T 4761); 01 or 02 is the head. */
  relationToHead: text(10),
  dwellingId: z.uuid().nullable(),
  note: text(300),
};

/** What is kept beyond the common block, when the form was given it. */
const withBlock = { block: blockSchema.optional() };

export const personDraftSchema = z.strictObject({ ...personShape, ...withBlock });
/** The common block of a person to be stored. */
export type PersonDraft = Omit<z.infer<typeof personDraftSchema>, 'block'>;
export type PersonWithBlock = z.infer<typeof personDraftSchema>;

/**
 * A change never carries back what it was not shown: `idNumber` and `phone` are left out (or undefined) unless the person
 * typed a new one, because the sheet holds only their masked form.
 */
export const personChangeSchema = z.strictObject({
  ...versionedShape,
  ...personShape,
  ...withBlock,
  idNumber: personShape.idNumber.optional(),
  phone: personShape.phone.optional(),
});
export type PersonChange = z.infer<typeof personChangeSchema>;

/** At most so many persons are changed at once. */
export const MOST_TOGETHER = 10_000;

/** What may become the same for many persons at once; nothing that tells one person from another. */
export const personsChangeSchema = z
  .strictObject({
    gridId: personShape.gridId,
    category: personShape.category,
    presentAddress: personShape.presentAddress,
    registeredAddress: personShape.registeredAddress,
    education: personShape.education,
    workplace: personShape.workplace,
  })
  .partial()
  .refine((change) => Object.values(change).some((value) => value !== undefined));
export type PersonsChange = z.infer<typeof personsChangeSchema>;

/**
 * A line of the list. Number and phone leave main only masked. No column more, each of its type; the form of ids and days was checked when they
 * were written, and checking it again in every line costs as much as reading the line.
 */
export const personRowSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  sex: z.string(),
  birthOn: z.string().nullable(),
  idNumberMasked: z.string(),
  phoneMasked: z.string(),
  category: z.enum(personCategories),
  gridId: z.string().nullable(),
  gridName: z.string(),
  householdId: z.string().nullable(),
  registerNo: z.string(),
  relationToHead: z.string(),
  presentAddress: z.string(),
  registeredAddress: z.string(),
  education: z.string(),
  workplace: z.string(),
  updatedAt: z.string(),
});
export type PersonRow = z.infer<typeof personRowSchema>;

/** Why somebody left the register; empty while present. */
export const removalKinds = ['moved-away', 'died', 'mistake', 'other'] as const;

export const personSheetSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  ...personShape,
  idNumber: z.null(),
  phone: z.null(),
  idNumberMasked: z.string(),
  phoneMasked: z.string(),
  gridName: z.string(),
  registerNo: z.string(),
  dwellingAddress: z.string(),
  /** Columns of an official form that the desk has no field for, by their title there. */
  extra: z.record(z.string(), z.string()),
  removedAt: instantText.nullable(),
  removedReason: z.string(),
  createdAt: instantText,
  updatedAt: instantText,
});
export type PersonSheet = z.infer<typeof personSheetSchema>;

export const personFilterSchema = z.strictObject({
  /** Name, pinyin, initials, phone tail, number tail or address, like the search box. */
  text: z.string().trim().max(60).default(''),
  communityIds: z.array(z.uuid()).max(200).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  categories: z.array(z.enum(personCategories)).default([]),
  sexes: z.array(z.enum(sexes)).default([]),
  education: z.array(z.string().max(10)).default([]),
  bornFrom: dayText.nullable().default(null),
  bornUntil: dayText.nullable().default(null),
  withoutGrid: z.boolean().default(false),
  householdId: z.uuid().nullable().default(null),
  dwellingId: z.uuid().nullable().default(null),
  importBatchId: z.uuid().nullable().default(null),
  removed: z.boolean().default(false),
});
export type PersonFilter = z.infer<typeof personFilterSchema>;

export const personSortFields = ['name', 'birthOn', 'gridName', 'category', 'presentAddress', 'updatedAt'] as const;
export const personSortSchema = sortBy(personSortFields, 'name');

