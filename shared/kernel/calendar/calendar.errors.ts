import { z } from 'zod';

export const calendarErrors = {
  'calendar/line-not-understood': z.strictObject({ line: z.int(), text: z.string() }),
};
