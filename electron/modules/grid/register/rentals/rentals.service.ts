import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { cardFault, normaliseIdNumber } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { maskIdNumber, maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { rentalState } from '#shared/modules/grid/register/rentals/rental-state.rules.ts';
import type { Rental, rentalChangeSchema, RentalDraft } from '#shared/modules/grid/register/rentals/rental.schema.ts';
import type { DwellingRecord } from '../homes.repository.ts';
import type { RentalRecord } from './rentals.repository.ts';

type Values = Omit<RentalDraft, 'dwellingId'>;
/** A number as long as that of a Chinese identity card is one, and must be sound; other papers are taken as written. */
const CARD = /^(\d{15}|\d{17}[\dX])$/;
const LET = 'rented';

function dwellingOf(work: Work, id: string): DwellingRecord {
  const dwelling = work.dwellings.find(work.actor, id);
  return dwelling?.removedAt === null ? dwelling : fail('record/not-found', {});
}

/** A letting that stands, of a dwelling in the actor's grids. */
function rentalOf(work: Work, { id, version }: { readonly id: string; readonly version: number }): RentalRecord {
  const rental = work.rentals.find(id);
  if (!rental || rental.removedAt !== null) return fail('record/not-found', {});
  dwellingOf(work, rental.dwellingId);
  checkVersion(work, 'rental', rental, version);
  return rental;
}

/** Numbers only masked; a tenant of the register is told by what the register says now, as far as the reader may see the person. */
function shown(work: Work, rental: RentalRecord): Rental {
  const { communityId: _c, createdAt: _a, removedAt: _r, ...fields } = rental;
  const person = rental.tenantId === null ? undefined : work.persons.find(work.actor, rental.tenantId);
  return {
    ...fields,
    parts: [...rental.parts],
    tenantName: person?.name ?? rental.tenantName,
    tenantIdNumber: null,
    tenantPhone: null,
    tenantIdNumberMasked: maskIdNumber(person?.idNumber ?? rental.tenantIdNumber),
    tenantPhoneMasked: maskPhone(person?.phone ?? rental.tenantPhone),
    state: rentalState(rental, work.today),
  };
}

/** As it may be stored. Errors: `rental/no-tenant`, `rental/ends-before-start`, `person/id-number-invalid`, `record/not-found` for the tenant. */
function checked(work: Work, draft: Values): Values {
  if (draft.endsOn !== null && draft.endsOn < draft.startsOn) fail('rental/ends-before-start', { startsOn: draft.startsOn });
  if (draft.tenantId !== null) {
    const person = work.persons.find(work.actor, draft.tenantId) ?? fail('record/not-found', {});
    return { ...draft, tenantName: person.name, tenantIdNumber: '', tenantPhone: '' }; // the register keeps the numbers
  }
  if (draft.tenantName === '') fail('rental/no-tenant', {});
  const idNumber = normaliseIdNumber(draft.tenantIdNumber);
  const rule = CARD.test(idNumber) ? cardFault({ idNumber, birthOn: null, sex: '' }, work.today) : null;
  if (rule !== null) fail('person/id-number-invalid', { rule });
  return { ...draft, tenantIdNumber: idNumber, tenantPhone: normalisePhone(draft.tenantPhone) };
}

export function listRentals(work: Work, { dwellingId }: { readonly dwellingId: string }): Rental[] {
  dwellingOf(work, dwellingId);
  return work.rentals.ofDwelling(dwellingId).map((rental) => shown(work, rental));
}

export function createRental(work: Work, { dwellingId, ...draft }: RentalDraft): Rental {
  const dwelling = dwellingOf(work, dwellingId);
  const now = work.clock.now().toISOString();
  const rental = { id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null, dwellingId, ...checked(work, draft), leftOn: null };
  const changes = [work.rows.creation(work.rentals.insert(rental))];
  if (dwelling.category !== LET) {
    const before = work.rows.read('dwelling', dwellingId);
    work.dwellings.replace({ ...dwelling, category: LET, version: dwelling.version + 1, updatedAt: now });
    changes.push(work.rows.change('dwelling', dwellingId, before));
  }
  work.record({ action: 'rental.created', entity: 'rental', entityId: rental.id, detail: { address: dwelling.address }, changes });
  return shown(work, rental);
}

function write(work: Work, rental: RentalRecord, values: Partial<RentalRecord>, action: string): Rental {
  const before = work.rows.read('rental', rental.id);
  const next = { ...rental, ...values, version: rental.version + 1, updatedAt: work.clock.now().toISOString() };
  work.rentals.replace(next);
  work.record({ action, entity: 'rental', entityId: rental.id, detail: { address: work.dwellings.find(work.actor, rental.dwellingId)?.address ?? '' }, changes: [work.rows.change('rental', rental.id, before)] });
  return shown(work, next);
}

export function updateRental(work: Work, { id, version, ...draft }: z.output<typeof rentalChangeSchema>): Rental {
  const rental = rentalOf(work, { id, version });
  const values = checked(work, { ...draft, tenantIdNumber: draft.tenantIdNumber ?? rental.tenantIdNumber, tenantPhone: draft.tenantPhone ?? rental.tenantPhone });
  return write(work, rental, values, 'rental.changed');
}

/** Error: `rental/ends-before-start`. */
export function endRental(work: Work, { id, version, leftOn }: { readonly id: string; readonly version: number; readonly leftOn: string }): Rental {
  const rental = rentalOf(work, { id, version });
  if (leftOn < rental.startsOn) fail('rental/ends-before-start', { startsOn: rental.startsOn });
  return write(work, rental, { leftOn }, 'rental.ended');
}
