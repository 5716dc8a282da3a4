import { z } from 'zod';
import { dayText, instantText, versionedShape } from '#shared/contract/list.ts';

/** Running; past its agreed end and not yet settled; the tenant has left. */
export const rentalStates = ['running', 'overdue', 'left'] as const;
export type RentalState = (typeof rentalStates)[number];

const rentalShape = {
  /** Table `dwelling-rental-use`. */
  rentalUse: z.string().max(20),
  /** Table `dwelling-rental-type`. */
  rentalType: z.string().max(20),
  /** A person of the register; null for a tenant who is only named. */
  tenantId: z.uuid().nullable(),
  tenantName: z.string().trim().max(50),
  tenantIdNumber: z.string().trim().max(40),
  tenantPhone: z.string().trim().max(40),
  /** What of the dwelling is let, table `dwelling-rented-part`; empty: nothing was said. */
  parts: z.array(z.string().max(20)).max(20),
  startsOn: dayText,
  /** The last day agreed on; null for no agreed end. */
  endsOn: dayText.nullable(),
  note: z.string().trim().max(300),
};
export const rentalDraftSchema = z.strictObject({ dwellingId: z.uuid(), ...rentalShape });
export type RentalDraft = z.infer<typeof rentalDraftSchema>;
/** Numbers are left out unless they were typed anew. */
export const rentalChangeSchema = z.strictObject({ ...versionedShape, ...rentalShape, tenantIdNumber: rentalShape.tenantIdNumber.optional(), tenantPhone: rentalShape.tenantPhone.optional() });

export const rentalSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  dwellingId: z.uuid(),
  ...rentalShape,
  tenantIdNumber: z.null(),
  tenantPhone: z.null(),
  tenantIdNumberMasked: z.string(),
  tenantPhoneMasked: z.string(),
  leftOn: dayText.nullable(),
  state: z.enum(rentalStates),
  updatedAt: instantText,
});
export type Rental = z.infer<typeof rentalSchema>;
