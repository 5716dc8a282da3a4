import { z } from 'zod';

export const admissionErrors = {
  'admission/no-such-way': z.strictObject({ no: z.string() }),
  'admission/too-short-notice': z.strictObject({ earliest: z.string(), days: z.int() }),
  'admission/papers-missing': z.strictObject({ no: z.string() }),
  'admission/reason-missing': z.strictObject({}),
  'admission/not-editable': z.strictObject({ no: z.string() }),
  'admission/not-admitted': z.strictObject({ no: z.string() }),
  'admission/money-not-late': z.strictObject({ no: z.string() }),
  'admission/not-a-department': z.strictObject({ name: z.string() }),
  'admission/money-in-budget': z.strictObject({ source: z.string() }),
  'admission/day-ahead': z.strictObject({ today: z.string() }),
  'admission-list/not-draft': z.strictObject({}),
  'admission-list/draft-exists': z.strictObject({ edition: z.int() }),
  'admission-list/empty': z.strictObject({}),
  'admission-list/title-taken': z.strictObject({ title: z.string() }),
  'admission-list/line-not-understood': z.strictObject({ line: z.int(), text: z.string() }),
};
