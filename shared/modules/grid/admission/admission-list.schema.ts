import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

/** 依法履职事项清单, 依法协助事项清单, 负面事项清单 (domain.md 1.6). */
export const listKinds = ['required', 'assist', 'negative'] as const;
export type ListKind = (typeof listKinds)[number];
export const listStates = ['draft', 'published', 'replaced'] as const;

/** One edition of a list; a published one is never changed again and stays readable when a later one replaces it. */
export const admissionListSchema = z.strictObject({
  ...versionedShape,
  kind: z.enum(listKinds),
  editionNo: z.int().min(1),
  state: z.enum(listStates),
  effectiveOn: dayText.nullable(),
  publishedBy: z.string(),
  items: z.int(),
  updatedAt: instantText,
});
export type AdmissionList = z.infer<typeof admissionListSchema>;

/** The most characters of each text of an item; typed, pasted and imported alike. */
export const itemLengths = { title: 80, category: 60, content: 2000, legalBasis: 1000, office: 80, supportOffices: 200, means: 200, note: 1000 } as const;
export type ItemField = keyof typeof itemLengths;

const itemShape = {
  title: z.string().trim().min(2).max(itemLengths.title),
  content: text(itemLengths.content),
  legalBasis: text(itemLengths.legalBasis),
  /** The department it comes from; on the negative list the office that does it. */
  office: text(itemLengths.office),
  /** What the department gives with it: money, staff, training. */
  means: text(itemLengths.means),
};
/** What the lists of offices hold besides, and a short list leaves out. */
const restShape = {
  /** The group it stands under in the published list. */
  category: text(itemLengths.category),
  supportOffices: text(itemLengths.supportOffices),
  note: text(itemLengths.note),
};
const emptyRest = { category: restShape.category.default(''), supportOffices: restShape.supportOffices.default(''), note: restShape.note.default('') };
export const listItemDraftSchema = z.strictObject({ listId: z.uuid(), ...itemShape, ...emptyRest });
export type ListItemDraft = z.infer<typeof listItemDraftSchema>;
export const listItemChangeSchema = z.strictObject({ ...versionedShape, ...itemShape, ...restShape });
export type ListItemChange = z.infer<typeof listItemChangeSchema>;
export const listItemSchema = z.strictObject({ ...versionedShape, listId: z.uuid(), kind: z.enum(listKinds), editionNo: z.int(), itemNo: z.int(), ...itemShape, ...restShape });
export type ListItem = z.infer<typeof listItemSchema>;

/** A task of the lists in force that what is told at the desk looks like. */
export const listedTaskSchema = listItemSchema.pick({ id: true, kind: true, title: true, office: true, legalBasis: true, means: true });
export type ListedTask = z.infer<typeof listedTaskSchema>;

export const listItemFilterSchema = z.strictObject({
  text: text(60).default(''),
  /** The edition that is read; null reads the three in force. */
  listId: z.uuid().nullable().default(null),
  kinds: z.array(z.enum(listKinds)).default([]),
});
export type ListItemFilter = z.infer<typeof listItemFilterSchema>;
export const listItemSortSchema = sortBy(['itemNo', 'title', 'office'], 'itemNo');
