import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';

export const numbersPermissions = {
  /** Whose numbers somebody sees is asked by whose they are. */
  'numbers.reveal': ['clerk', 'supervisor', 'finance'],
} as const;
const { command } = operationsFor(numbersPermissions);

export const revealedFields = ['idNumber', 'phone', 'privatePhone'] as const;
export type RevealedField = (typeof revealedFields)[number];
/** A number of the person a record is of, by the record's table. */
export const maskedNumberSchema = z.strictObject({ table: z.string().max(40), id: z.uuid(), field: z.enum(revealedFields) });
export type MaskedNumber = z.infer<typeof maskedNumberSchema>;

export const numbersContract = {
  /** One whole number of one person, with its reason, counted against the day's limit and on record (security.md 2.8). */
  revealNumber: command({
    permission: 'numbers.reveal',
    input: z.strictObject({ ...maskedNumberSchema.shape, reason: z.string().trim().min(2).max(300) }),
    output: z.strictObject({ value: z.string(), leftToday: z.int() }),
    invalidates: ['audit'],
  }),
};
