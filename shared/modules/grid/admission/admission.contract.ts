import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, dayText, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { admissionListSchema, listedTaskSchema, listItemChangeSchema, listItemDraftSchema, listItemFilterSchema, listItemSchema, listItemSortSchema, listKinds } from './admission-list.schema.ts';
import { admissionChangeSchema, admissionDraftSchema, admissionFilterSchema, admissionMoveNames, admissionRowSchema, admissionSheetSchema, admissionSortSchema, paymentDraftSchema } from './admission.schema.ts';
import { pushedTasksSchema } from './admitted-task.schema.ts';
import { burdenChangeSchema, burdenComparisonSchema, burdenDraftSchema, burdenFilterSchema, burdenRowSchema, burdenSortSchema, burdenSummarySchema, periodSchema, refusalChangeSchema, refusalDraftSchema, refusalFilterSchema, refusalRowSchema, refusalSortSchema } from './burden.schema.ts';

export const admissionPermissions = {
  'admission.read': ['clerk', 'supervisor', 'finance', 'auditor'],
  'admission.edit': ['clerk', 'supervisor'],
  'admission.decide': ['supervisor'],
  'admission.money': ['supervisor', 'finance'],
} as const;
const { query, command } = operationsFor(admissionPermissions);

const STALE = ['grid', 'notifications', 'audit', 'undo'];
const itemFilter = listItemFilterSchema.prefault({});
const filter = admissionFilterSchema.prefault({});
const burdenFilter = burdenFilterSchema.prefault({});
const refusalFilter = refusalFilterSchema.prefault({});

export const admissionOperations = {
  listAdmissionLists: query({ permission: 'admission.read', input: z.strictObject({}), output: z.array(admissionListSchema) }),
  listAdmissionItems: query({ permission: 'admission.read', input: z.strictObject({ filter: itemFilter, sort: listItemSortSchema, ...windowShape }), output: z.array(listItemSchema) }),
  countAdmissionItems: query({ permission: 'admission.read', input: z.strictObject({ filter: itemFilter }), output: countSchema }),
  /** While a matter is taken in: what the lists in force say about it, most like first. */
  findListedTasks: query({ permission: 'admission.read', input: z.strictObject({ text: z.string().trim().max(200), kinds: z.array(z.enum(listKinds)) }), output: z.array(listedTaskSchema).max(3) }),
  /** A new edition, begun as a copy of the one in force. */
  beginAdmissionList: command({ permission: 'admission.decide', input: z.strictObject({ kind: z.enum(listKinds) }), output: admissionListSchema, invalidates: STALE }),
  publishAdmissionList: command({ permission: 'admission.decide', input: z.strictObject({ ...versionedShape, effectiveOn: dayText }), output: admissionListSchema, invalidates: STALE }),
  addListItem: command({ permission: 'admission.decide', input: listItemDraftSchema, output: listItemSchema, invalidates: STALE }),
  updateListItem: command({ permission: 'admission.decide', input: listItemChangeSchema, output: listItemSchema, invalidates: STALE }),
  removeListItem: command({ permission: 'admission.decide', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  pasteListItems: command({ permission: 'admission.decide', input: z.strictObject({ listId: z.uuid(), text: z.string().min(1).max(500_000) }), output: z.strictObject({ added: z.int() }), invalidates: STALE }),

  listAdmissions: query({ permission: 'admission.read', input: z.strictObject({ filter, sort: admissionSortSchema, ...windowShape }), output: z.array(admissionRowSchema) }),
  countAdmissions: query({ permission: 'admission.read', input: z.strictObject({ filter }), output: countSchema }),
  getAdmission: query({ permission: 'admission.read', input: idInput, output: admissionSheetSchema }),
  createAdmission: command({ permission: 'admission.edit', input: admissionDraftSchema, output: admissionRowSchema, invalidates: STALE }),
  updateAdmission: command({ permission: 'admission.edit', input: admissionChangeSchema, output: admissionRowSchema, invalidates: STALE }),
  moveAdmission: command({ permission: 'admission.edit', input: z.strictObject({ ...versionedShape, move: z.enum(admissionMoveNames), reason: z.string().trim().max(300).default('') }), output: admissionRowSchema, invalidates: STALE }),
  /** The check against the lists; `itemId` null: it stands on none of them. */
  checkAdmission: command({ permission: 'admission.edit', input: z.strictObject({ ...versionedShape, itemId: z.uuid().nullable() }), output: admissionRowSchema, invalidates: STALE }),
  recordPayment: command({ permission: 'admission.money', input: paymentDraftSchema, output: admissionRowSchema, invalidates: STALE }),
  removePayment: command({ permission: 'admission.money', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),

  listDoorRefusals: query({ permission: 'admission.read', input: z.strictObject({ filter: refusalFilter, sort: refusalSortSchema, ...windowShape }), output: z.array(refusalRowSchema) }),
  countDoorRefusals: query({ permission: 'admission.read', input: z.strictObject({ filter: refusalFilter }), output: countSchema }),
  refuseAtDoor: command({ permission: 'admission.edit', input: refusalDraftSchema, output: refusalRowSchema, invalidates: STALE }),
  updateDoorRefusal: command({ permission: 'admission.edit', input: refusalChangeSchema, output: refusalRowSchema, invalidates: STALE }),

  listBurden: query({ permission: 'admission.read', input: z.strictObject({ filter: burdenFilter, sort: burdenSortSchema, ...windowShape }), output: z.array(burdenRowSchema) }),
  countBurden: query({ permission: 'admission.read', input: z.strictObject({ filter: burdenFilter }), output: countSchema }),
  recordBurden: command({ permission: 'admission.edit', input: burdenDraftSchema, output: burdenRowSchema, invalidates: STALE }),
  updateBurden: command({ permission: 'admission.edit', input: burdenChangeSchema, output: burdenRowSchema, invalidates: STALE }),
  removeBurden: command({ permission: 'admission.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  /** The same department asked for the same again, today. */
  repeatBurden: command({ permission: 'admission.edit', input: idInput, output: burdenRowSchema, invalidates: STALE }),
  summariseBurden: query({ permission: 'admission.read', input: periodSchema, output: burdenSummarySchema }),
  compareBurden: query({ permission: 'admission.read', input: z.strictObject({ before: periodSchema, after: periodSchema }), output: burdenComparisonSchema }),
  summarisePushedTasks: query({ permission: 'admission.read', input: periodSchema, output: z.array(pushedTasksSchema) }),
};
