import { z } from 'zod';

export const exportsErrors = {
  'export/too-many-rows': z.strictObject({ rows: z.int(), limit: z.int() }),
  'export/unknown-list': z.strictObject({ list: z.string() }),
};
