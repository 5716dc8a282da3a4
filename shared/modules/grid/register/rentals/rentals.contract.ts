import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { dayText, versionedShape } from '#shared/contract/list.ts';
import { rentalChangeSchema, rentalDraftSchema, rentalSchema } from './rental.schema.ts';

export const rentalsPermissions = { 'rentals.read': ['clerk', 'supervisor'], 'rentals.edit': ['clerk', 'supervisor'] } as const;
const { query, command } = operationsFor(rentalsPermissions);
const invalidates = ['grid', 'notifications', 'audit', 'undo'];

export const rentalsOperations = {
  /** The lettings of one dwelling, the newest first. */
  listRentals: query({ permission: 'rentals.read', input: z.strictObject({ dwellingId: z.uuid() }), output: z.array(rentalSchema) }),
  /** The dwelling becomes a let one in the same act. */
  createRental: command({ permission: 'rentals.edit', input: rentalDraftSchema, output: rentalSchema, invalidates }),
  updateRental: command({ permission: 'rentals.edit', input: rentalChangeSchema, output: rentalSchema, invalidates }),
  /** The tenant has left; the letting stays in the history. */
  endRental: command({ permission: 'rentals.edit', input: z.strictObject({ ...versionedShape, leftOn: dayText }), output: rentalSchema, invalidates }),
};
