import { z } from 'zod';

export const territoryErrors = {
  'grid/code-taken': z.strictObject({ code: z.string(), name: z.string() }),
  'grid/code-breaks-rule': z.strictObject({ code: z.string(), example: z.string() }),
  'grid/code-was-anothers': z.strictObject({ code: z.string(), name: z.string() }),
  'grid/name-taken': z.strictObject({ name: z.string() }),
  'grid/not-empty': z.strictObject({ dwellings: z.int(), households: z.int(), persons: z.int() }),
  'grid/cannot-reopen': z.strictObject({ name: z.string() }),
  'grid/closed': z.strictObject({ name: z.string() }),
  'organisation/not-a-community': z.strictObject({ name: z.string() }),
  'organisation/in-use': z.strictObject({ name: z.string() }),
};
