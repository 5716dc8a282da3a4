import { z } from 'zod';

const nothing = z.strictObject({});
export const participationErrors = {
  'participation/day-ahead': z.strictObject({ today: z.string() }),
  'participation/grid-out-of-scope': nothing,
  'participation/nobody-named': nothing,
  'demand/already-sorted': z.strictObject({ no: z.string() }),
  'demand/not-sorted': z.strictObject({ no: z.string() }),
  'proposal/no-such-way': z.strictObject({ no: z.string() }),
  'proposal/already-seconded': z.strictObject({ name: z.string() }),
  'proposal/own-seconding': nothing,
  'volunteer/already-registered': z.strictObject({ name: z.string() }),
  'volunteer/has-left': z.strictObject({ name: z.string() }),
  'resident-team/name-taken': z.strictObject({ name: z.string() }),
  'job/full': z.strictObject({ places: z.int() }),
  'job/not-open': z.strictObject({ title: z.string() }),
  'job/already-signed': z.strictObject({ name: z.string() }),
  'job/not-held': z.strictObject({ heldOn: z.string() }),
  'shift/no-such-way': nothing,
  'shift/same-person': z.strictObject({ name: z.string() }),
  'points/not-asked-for': z.strictObject({ name: z.string() }),
  'points/balance-too-low': z.strictObject({ balance: z.int(), points: z.int() }),
  'points/not-today': z.strictObject({ day: z.int() }),
  'points/same-volunteer': nothing,
  'survey/closed': nothing,
};
