import { z } from 'zod';

export const staffErrors = {
  'grid-member/id-number-taken': z.strictObject({ name: z.string() }),
};
