import { z } from 'zod';

export const gridLifeErrors = {
  'grid/split-leaves-out': z.strictObject({ dwellings: z.int(), households: z.int(), persons: z.int(), place: z.string() }),
  'grid/split-place-twice': z.strictObject({ place: z.string() }),
  'grid/split-place-unknown': z.strictObject({ place: z.string() }),
  'grid/split-needs-two': z.strictObject({}),
  'grid/merge-with-itself': z.strictObject({ name: z.string() }),
  'grid/day-in-future': z.strictObject({ on: z.string() }),
  'grid/undo-expired': z.strictObject({ days: z.int() }),
  'grid/undo-later-first': z.strictObject({ name: z.string(), on: z.string() }),
  'grid-slot/no-such-place': z.strictObject({}),
  'grid-slot/not-named': z.strictObject({}),
  'grid-slot/phone-of-resident': z.strictObject({}),
};
