import { z } from 'zod';
import { versionedShape } from '#shared/contract/list.ts';

/** A picture of a face, small enough to print: a JPEG in base64. */
export const photoDraftSchema = z.strictObject({ memberId: z.uuid(), data: z.string().regex(/^[A-Za-z0-9+/]+=*$/).min(100).max(120_000) });
export const photoSchema = z.strictObject({ memberId: z.uuid(), data: z.string() });
/** One person as the public sees it: work number only, and only where it is published. */
export const contactSchema = z.strictObject({ id: z.uuid(), name: z.string(), duty: z.string(), gridName: z.string(), phone: z.string(), hasPhoto: z.boolean(), isResponsible: z.boolean() });
export type Contact = z.infer<typeof contactSchema>;
export const internalDraftSchema = z.strictObject({ memberId: z.uuid(), number: z.string().trim().min(1).max(40), note: z.string().trim().max(100) });
export const internalChangeSchema = z.strictObject({ ...versionedShape, number: internalDraftSchema.shape.number, note: internalDraftSchema.shape.note });
export const internalRowSchema = z.strictObject({ ...versionedShape, ...internalDraftSchema.shape, memberName: z.string() });
export type InternalRow = z.infer<typeof internalRowSchema>;
