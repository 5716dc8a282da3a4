import { z } from 'zod';

/** Lists answer in windows; a window larger than this would make the bridge copy noticeable (measured: 500 rows stay under 2 ms). */
export const MAX_WINDOW = 500;

export const windowShape = {
  offset: z.int().min(0).max(10_000_000).default(0),
  limit: z.int().min(1).max(MAX_WINDOW).default(200),
};

/** `sort` of a list: one of its own columns and a direction. The repository adds the row id, so the order is total. */
export const sortBy = <const F extends readonly [string, ...string[]]>(fields: F, first: F[number]) =>
  z.strictObject({ field: z.enum(fields), direction: z.enum(['asc', 'desc']) }).default({ field: first, direction: 'asc' } as never); // `first` is one of `fields`

export const countSchema = z.strictObject({ count: z.int().min(0) });
export const idInput = z.strictObject({ id: z.uuid() });
export const doneSchema = z.strictObject({});
/** What a change needs so that it never overwrites somebody else's: the id and the version it was made from. */
export const versionedShape = { id: z.uuid(), version: z.int().min(1) };
export const dayText = z.iso.date();
/** A text that says something holds a letter or a digit: marks, and characters of no width, are no words. */
export const HAS_WORDS = /[\p{L}\p{N}]/u;
export const instantText = z.iso.datetime();
