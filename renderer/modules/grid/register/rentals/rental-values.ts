import type { z } from 'zod';
import type { Rental, rentalChangeSchema, RentalDraft } from '#shared/modules/grid/register/rentals/rental.schema.ts';

/** A letting as typed; the tenant's numbers are empty unless typed anew. */
export type RentalValues = Omit<RentalDraft, 'dwellingId' | 'startsOn'> & { startsOn: string | null };

export const newRental = (today: string): RentalValues => ({ rentalUse: 'housing', rentalType: '', tenantId: null, tenantName: '', tenantIdNumber: '', tenantPhone: '', parts: [], startsOn: today, endsOn: null, note: '' });

export function valuesOf({ rentalUse, rentalType, tenantId, tenantName, parts, startsOn, endsOn, note }: Rental): RentalValues {
  return { rentalUse, rentalType, tenantId, tenantName, parts, startsOn, endsOn, note, tenantIdNumber: '', tenantPhone: '' };
}

export const draftOf = (dwellingId: string, values: RentalValues): RentalDraft => ({ ...values, dwellingId, startsOn: values.startsOn ?? '' });

/** A number is left out unless it was typed anew. */
export function changeOf({ id, version }: Pick<Rental, 'id' | 'version'>, { tenantIdNumber, tenantPhone, ...values }: RentalValues): z.output<typeof rentalChangeSchema> {
  return { ...values, id, version, startsOn: values.startsOn ?? '', ...(tenantIdNumber.trim() !== '' && { tenantIdNumber }), ...(tenantPhone.trim() !== '' && { tenantPhone }) };
}
