import { z } from 'zod';
import { dayText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

/** A person's place in a care group: what help there is, from when, by whom. `kind` is a value of table `care-group`. */
const careShape = {
  personId: z.uuid(),
  kind: z.string().trim().min(1).max(20),
  fromOn: dayText,
  untilOn: dayText.nullable(),
  level: text(30),
  /** A month's allowance in fen; null when there is none. */
  allowanceFen: z.int().min(0).max(100_000_000).nullable(),
  helper: text(50),
  nextVisitOn: dayText.nullable(),
  note: text(300),
};
const inOrder = ({ fromOn, untilOn }: { readonly fromOn: string; readonly untilOn: string | null }): boolean => untilOn === null || fromOn <= untilOn;
export const careDraftSchema = z.strictObject(careShape).refine(inOrder, { path: ['untilOn'] });
export type CareDraft = z.infer<typeof careDraftSchema>;
export const careChangeSchema = z.strictObject({ ...versionedShape, ...careShape }).refine(inOrder, { path: ['untilOn'] });
export type CareChange = z.infer<typeof careChangeSchema>;

export const careRowSchema = z.strictObject({ ...versionedShape, ...careShape, personName: z.string(), gridName: z.string(), address: z.string(), updatedAt: z.string() });
export type CareRow = z.infer<typeof careRowSchema>;

export const careFilterSchema = z.strictObject({
  personId: z.uuid().nullable().default(null),
  kinds: z.array(z.string().max(20)).max(50).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  /** Visits due up to and with this day. */
  visitUntil: dayText.nullable().default(null),
  withoutHelper: z.boolean().default(false),
  ended: z.boolean().default(false),
});
export type CareFilter = z.infer<typeof careFilterSchema>;
export const careSortSchema = sortBy(['nextVisitOn', 'personName', 'kind', 'fromOn'], 'nextVisitOn');

/** What was done for whom. `kind` is a value of table `service-kind`. */
const serviceShape = {
  servedOn: dayText,
  place: text(100),
  kind: z.string().trim().min(1).max(20),
  staff: z.array(z.string().trim().min(1).max(50)).min(1).max(30),
  personIds: z.array(z.uuid()).min(1).max(200),
  content: z.string().trim().min(1).max(1000),
  followUp: text(300),
};
export const serviceDraftSchema = z.strictObject({
  ...serviceShape,
  /** When these people are to be visited next; their visits that were due by the day of the service are settled by it. */
  nextVisitOn: dayText.nullable(),
});
export type ServiceDraft = z.infer<typeof serviceDraftSchema>;
export const serviceChangeSchema = z.strictObject({ ...versionedShape, ...serviceShape });
export type ServiceChange = z.infer<typeof serviceChangeSchema>;
export const serviceRowSchema = z.strictObject({ ...versionedShape, ...serviceShape, personNames: z.array(z.string()), updatedAt: z.string() });
export type ServiceRow = z.infer<typeof serviceRowSchema>;
export const serviceFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  personId: z.uuid().nullable().default(null),
  kinds: z.array(z.string().max(20)).max(50).default([]),
  from: dayText.nullable().default(null),
  until: dayText.nullable().default(null),
});
export type ServiceFilter = z.infer<typeof serviceFilterSchema>;
export const serviceSortSchema = sortBy(['servedOn', 'kind'], 'servedOn');
