import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';

/** Where a need comes from (domain.md 3.3). */
export const needKinds = ['low-indicator', 'new-post', 'new-law', 'own-request'] as const;
export const needStates = ['open', 'planned', 'met', 'dropped'] as const;
export type NeedState = (typeof needStates)[number];

const needShape = {
  kind: z.enum(needKinds),
  /** Null: the whole team. */
  memberId: z.uuid().nullable(),
  subject: z.string().trim().min(1).max(100),
  reason: z.string().trim().max(500),
  raisedOn: dayText,
  dueOn: dayText.nullable(),
};
export const needDraftSchema = z.strictObject(needShape);
export type NeedDraft = z.infer<typeof needDraftSchema>;
export const needChangeSchema = z.strictObject({ ...versionedShape, ...needShape });
export type NeedChange = z.infer<typeof needChangeSchema>;
export const needRowSchema = z.strictObject({ ...versionedShape, ...needShape, memberName: z.string(), gridName: z.string(), state: z.enum(needStates), classId: z.uuid().nullable(), className: z.string(), outcome: z.string(), /** The result of assessment it follows from. */ sheetId: z.uuid().nullable(), planTitle: z.string(), updatedAt: z.string() });
export type NeedRow = z.infer<typeof needRowSchema>;
export const needFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  kinds: z.array(z.enum(needKinds)).max(4).default([]),
  states: z.array(z.enum(needStates)).max(4).default([]),
  memberId: z.uuid().nullable().default(null),
  classId: z.uuid().nullable().default(null),
  dueUntil: dayText.nullable().default(null),
});
export type NeedFilter = z.infer<typeof needFilterSchema>;
export const needSortSchema = sortBy(['raisedOn', 'dueOn', 'memberName', 'kind'], 'raisedOn');

/** A need the records speak of and nobody has raised yet: people who are new and were never trained, and figures that are low. */
export const proposedNeedSchema = z.strictObject({ memberId: z.uuid(), memberName: z.string(), gridName: z.string(), kind: z.enum(['low-indicator', 'new-post']), indicator: z.string(), value: z.number().nullable(), cases: z.int(), since: dayText.nullable() });
export type ProposedNeed = z.infer<typeof proposedNeedSchema>;
