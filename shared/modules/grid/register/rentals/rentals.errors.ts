import { z } from 'zod';

export const rentalsErrors = {
  'rental/no-tenant': z.strictObject({}),
  'rental/ends-before-start': z.strictObject({ startsOn: z.string() }),
};
