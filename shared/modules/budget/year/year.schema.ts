import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { raiseSchema, subsidyLineSchema } from '#shared/modules/staff/grades/subsidy.schema.ts';
import { accounts, entryKinds } from '../ledger/ledger.rules.ts';

export const lineKinds = ['project', 'salary', 'platform'] as const;
export const yearNumber = z.int().min(2000).max(2100);
const fen = z.int().min(1).max(10_000_000_000_000);

const lineShape = {
  year: yearNumber,
  sourceId: z.uuid(),
  code: z.string().trim().min(1).max(12),
  name: z.string().trim().min(2).max(60),
  kind: z.enum(lineKinds),
  /** Norm × quantity is the reckoning behind what is asked for; both or neither. */
  normFen: z.int().min(0).max(100_000_000_000).nullable(),
  quantity: z.int().min(0).max(10_000_000).nullable(),
  unit: z.string().trim().max(20),
  basis: z.string().trim().max(300),
};
export const lineDraftSchema = z.strictObject({ ...lineShape, askedFen: fen.nullable() });
export type LineDraft = z.infer<typeof lineDraftSchema>;
export const lineChangeSchema = z.strictObject({ ...versionedShape, ...lineShape });
export type LineChange = z.infer<typeof lineChangeSchema>;

export const lineFiguresSchema = z.strictObject({ asked: z.int(), approved: z.int(), adjusted: z.int(), carriedIn: z.int(), carriedOut: z.int(), reserved: z.int(), committed: z.int(), spent: z.int(), free: z.int() });
export const lineRowSchema = z.strictObject({
  ...versionedShape,
  ...lineShape,
  sourceName: z.string(),
  form: z.enum(['cash', 'in-kind']),
  /** Last year's budget and spending of the line with the same code. */
  lastYearFen: z.int(),
  lastYearSpentFen: z.int(),
  figures: lineFiguresSchema,
  updatedAt: instantText,
});
export type LineRow = z.infer<typeof lineRowSchema>;

export const yearRowSchema = z.strictObject({ ...versionedShape, year: yearNumber, closedAt: instantText.nullable(), closedBy: z.string() });
export type YearRow = z.infer<typeof yearRowSchema>;
export const yearPageSchema = z.strictObject({ year: yearRowSchema, lines: z.array(lineRowSchema) });
export type YearPage = z.infer<typeof yearPageSchema>;

/** The standing line of salaries as it stands, beside what staff reckons for the year. Fen; `differenceFen` is staff less what is asked for. */
export const staffReckoningSchema = z.strictObject({
  line: z.strictObject({ normFen: z.int().nullable(), quantity: z.int().nullable(), unit: z.string(), askedFen: z.int() }),
  staff: z.strictObject({ normFen: z.int(), quantity: z.int(), unit: z.string(), totalFen: z.int(), people: z.int(), months: z.int(), postsFen: z.int(), withoutGrade: z.int(), lines: z.array(subsidyLineSchema) }),
  differenceFen: z.int(),
});
export type StaffReckoning = z.infer<typeof staffReckoningSchema>;
export const raisesSchema = z.array(raiseSchema).max(50);
export const takeFromStaffSchema = z.strictObject({ ...versionedShape, raises: raisesSchema, /** The sum that was seen. */ totalFen: z.int().min(0) });

export const openYearSchema = z.strictObject({
  year: yearNumber,
  /** Pays the two standing lines where last year had none to copy. */
  sourceId: z.uuid(),
  /** Takes over the lines of the year before, without amounts. */
  copyLines: z.boolean(),
});
export const approveLineSchema = z.strictObject({ ...versionedShape, fen, note: z.string().trim().max(200) });
export const adjustSchema = z
  .strictObject({ fromLineId: z.uuid().nullable(), toLineId: z.uuid().nullable(), fen, reason: z.string().trim().min(2).max(200) })
  .refine(({ fromLineId, toLineId }) => fromLineId !== toLineId, { path: ['toLineId'] });
export type Adjustment = z.infer<typeof adjustSchema>;
export const closeYearSchema = z.strictObject({ ...versionedShape, /** Lines whose free money goes on into next year; the rest lapses. */ carryLineIds: z.array(z.uuid()).max(1000) });

export const entryRowSchema = z.strictObject({
  id: z.uuid(),
  postingId: z.uuid(),
  postedOn: dayText,
  year: yearNumber,
  kind: z.enum(entryKinds),
  fromAccount: z.enum(accounts),
  toAccount: z.enum(accounts),
  fen: z.int(),
  lineName: z.string(),
  sourceName: z.string(),
  requestId: z.uuid().nullable(),
  requestNo: z.string(),
  memo: z.string(),
  by: z.string(),
  createdAt: instantText,
});
export type EntryRow = z.infer<typeof entryRowSchema>;
export const entryFilterSchema = z.strictObject({
  year: yearNumber.nullable().default(null),
  lineId: z.uuid().nullable().default(null),
  sourceId: z.uuid().nullable().default(null),
  requestId: z.uuid().nullable().default(null),
  kinds: z.array(z.enum(entryKinds)).max(20).default([]),
});
export type EntryFilter = z.infer<typeof entryFilterSchema>;
export const entrySortSchema = sortBy(['postedOn'], 'postedOn');
export const lineFilterSchema = z.strictObject({ year: yearNumber.nullable().default(null) });
