import { z } from 'zod';

export const commandBoardErrors = { 'meeting/lies-ahead': z.strictObject({ today: z.string() }) };
