import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';

export const noticeBoardPermissions = {
  'notice-board.read': ['clerk', 'supervisor', 'administrator'],
  'notice-board.edit': ['supervisor', 'administrator'],
} as const;
const { query, command } = operationsFor(noticeBoardPermissions);

const lineShape = { version: z.int().min(0), line: z.string().trim().max(120) };
const contactSchema = z.strictObject({ name: z.string(), phone: z.string() });

/** What hangs on the wall: staff with their work phones, nobody else. */
export const noticeBoardSchema = z.strictObject({
  gridId: z.uuid(),
  gridName: z.string(),
  gridCode: z.string(),
  communityName: z.string(),
  subDistrictName: z.string(),
  boundary: z.string(),
  east: z.string(),
  south: z.string(),
  west: z.string(),
  north: z.string(),
  responsible: contactSchema.nullable(),
  deputy: contactSchema.nullable(),
  /** The filled ones of the four, in the order of their table. */
  staff: z.array(contactSchema.extend({ kind: z.string(), zh: z.string(), en: z.string() })),
  ...lineShape,
});
export type NoticeBoard = z.infer<typeof noticeBoardSchema>;

export const noticeBoardOperations = {
  getNoticeBoard: query({ permission: 'notice-board.read', input: z.strictObject({ gridId: z.uuid() }), output: noticeBoardSchema }),
  /** The community's own line below every board, e.g. its service phone and hours. `version` 0: there was none. */
  saveBoardLine: command({ permission: 'notice-board.edit', input: z.strictObject(lineShape), output: z.strictObject(lineShape), invalidates: ['grid'] }),
};
