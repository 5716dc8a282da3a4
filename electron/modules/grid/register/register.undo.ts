import type { Work } from '#electron/database/unit-of-work.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';

const everywhere = (work: Work): Actor => ({ ...work.actor, scope: 'all' });

/** Undoing in the register: a record that was made goes out of the lists as a removed one does, and can be given again. */
export const registerUndo: Readonly<Record<string, UndoSource>> = {
  person: {
    permission: 'register.edit',
    restorable: ['name', 'former_name', 'reading', 'sex', 'birth_on', 'id_type', 'id_number', 'ethnic', 'native_place', 'marital', 'political', 'education', 'occupation', 'workplace', 'phone', 'registered_place', 'registered_address', 'present_address', 'lives_where_registered', 'note'],
    nameOf: (work, id) => work.persons.find(everywhere(work), id)?.name ?? '',
    check: (work, id, columns) => {
      const person = work.persons.find(everywhere(work), id);
      const { id_number: number = person?.idNumber ?? '', removed_at: removedAt = person?.removedAt ?? null } = columns;
      if (removedAt !== null || typeof number !== 'string' || number === '') return;
      const other = work.persons.findByIdNumber(number);
      if (other && other.id !== id) fail('person/id-number-taken', { name: other.name, personId: other.id });
    },
    mayWithdraw: () => true,
    refresh: (work, id) => {
      const person = work.persons.find(everywhere(work), id);
      if (person) work.persons.replace(person);
    },
  },
  household: {
    permission: 'register.edit',
    restorable: ['register_no', 'type', 'home_phone', 'registered_address', 'is_vacant', 'note'],
    nameOf: (work, id) => work.households.find(everywhere(work), id)?.registerNo ?? '',
    check: (work, id, columns) => {
      const household = work.households.find(everywhere(work), id);
      const { register_no: number = household?.registerNo ?? '', removed_at: removedAt = household?.removedAt ?? null } = columns;
      if (removedAt !== null || typeof number !== 'string' || number === '') return;
      const other = work.households.findByRegisterNo(number);
      if (other && other.id !== id) fail('household/register-no-taken', { registerNo: number });
    },
    mayWithdraw: (work, id) => work.persons.ofHousehold(everywhere(work), id).length === 0,
    refresh: () => undefined,
  },
  dwelling: {
    permission: 'register.edit',
    restorable: ['dwelling_no', 'address', 'certificate_address', 'estate', 'building', 'unit', 'floor', 'room', 'area_centiares', 'rooms', 'use', 'structure', 'category', 'owner_name', 'owner_phone', 'built_year', 'note'],
    nameOf: (work, id) => work.dwellings.find(everywhere(work), id)?.address ?? '',
    check: () => undefined,
    mayWithdraw: (work, id) => work.persons.ofDwelling(everywhere(work), id).length === 0,
    refresh: (work, id) => {
      const dwelling = work.dwellings.find(everywhere(work), id);
      if (dwelling) work.dwellings.replace(dwelling);
    },
  },
};
