import type { RentalState } from './rental.schema.ts';

/** How a letting stands on a day: over when the tenant left, overdue from the day after its agreed end. */
export function rentalState({ endsOn, leftOn }: { readonly endsOn: string | null; readonly leftOn: string | null }, today: string): RentalState {
  if (leftOn !== null) return 'left';
  return endsOn !== null && endsOn < today ? 'overdue' : 'running';
}
