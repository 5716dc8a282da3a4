import { z } from 'zod';

export const blockErrors = { 'person/sensitive-off': z.strictObject({}) };
