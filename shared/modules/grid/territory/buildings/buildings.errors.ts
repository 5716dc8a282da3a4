import { z } from 'zod';

export const buildingsErrors = {
  'estate/name-taken': z.strictObject({ name: z.string() }),
  'estate/has-buildings': z.strictObject({ count: z.int() }),
  'building/name-taken': z.strictObject({ name: z.string() }),
  'building/half-a-point': z.strictObject({}),
  'building/already-there': z.strictObject({}),
  'building/has-people': z.strictObject({ persons: z.int() }),
  'room/has-people': z.strictObject({ name: z.string(), persons: z.int() }),
  'room/name-taken': z.strictObject({ name: z.string() }),
  'room/place-taken': z.strictObject({ name: z.string() }),
  'room/not-side-by-side': z.strictObject({}),
  'room/too-narrow': z.strictObject({ name: z.string() }),
  'room/dwelling-left-out': z.strictObject({ count: z.int() }),
  'room/dwelling-elsewhere': z.strictObject({ room: z.string() }),
  'room/proposal-changed': z.strictObject({ estate: z.string() }),
};
