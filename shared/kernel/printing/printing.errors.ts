import { z } from 'zod';

export const printingErrors = { 'print/failed': z.strictObject({}) };
