import type { Failure } from '#shared/errors/app-error.ts';
import { RESIDENT_ID_CARD } from '#shared/modules/grid/register/citizen-id.rules.ts';
import type { PersonChange, PersonDraft, PersonSheet } from '#shared/modules/grid/register/person.schema.ts';

/** A person as typed. Number and phone are always empty at first: what is stored stays unless something is typed or dropped. */
export type PersonValues = Omit<PersonDraft, 'livesWhereRegistered'> & {
  livesWhereRegistered: 'yes' | 'no' | '';
  dropIdNumber: boolean;
  dropPhone: boolean;
};

export const emptyPerson: PersonValues = {
  name: '', formerName: '', reading: '', sex: '0', birthOn: null, idType: RESIDENT_ID_CARD, idNumber: '', ethnic: '', nativePlace: '', marital: '', political: '', education: '',
  occupation: '', workplace: '', phone: '', category: 'registered', registeredPlace: '', registeredAddress: '', presentAddress: '', livesWhereRegistered: '', gridId: null, householdId: null,
  relationToHead: '', dwellingId: null, note: '', dropIdNumber: false, dropPhone: false,
};

/** The next newcomer after one was saved: neighbours share grid and address, nothing else; what the panel was begun with stays. */
export const nextPerson = ({ category, gridId, registeredPlace, registeredAddress, presentAddress, livesWhereRegistered }: PersonValues, start: Partial<PersonValues> = {}): PersonValues => ({
  ...emptyPerson, ...start, category, gridId, registeredPlace, registeredAddress, presentAddress, livesWhereRegistered,
});

export function valuesOf(person: PersonSheet): PersonValues {
  const { id: _id, version: _version, idNumberMasked: _number, phoneMasked: _phone, gridName: _grid, registerNo: _no, dwellingAddress: _dwelling, extra: _extra, removedAt: _at, removedReason: _why, createdAt: _created, updatedAt: _updated, ...fields } = person;
  const lives = { true: 'yes', false: 'no', null: '' } as const;
  return { ...fields, idNumber: '', phone: '', livesWhereRegistered: lives[`${person.livesWhereRegistered}`], dropIdNumber: false, dropPhone: false };
}

export function draftOf({ livesWhereRegistered, dropIdNumber: _number, dropPhone: _phone, ...values }: PersonValues): PersonDraft {
  return { ...values, livesWhereRegistered: livesWhereRegistered === '' ? null : livesWhereRegistered === 'yes' };
}

/** A change leaves out what was neither typed nor dropped, so that the stored number is never overwritten by its own mask. */
export function changeOf({ id, version }: Pick<PersonSheet, 'id' | 'version'>, values: PersonValues): PersonChange {
  const { idNumber, phone, ...draft } = draftOf(values);
  return {
    ...draft,
    id,
    version,
    ...((values.dropIdNumber || idNumber.trim() !== '') && { idNumber: values.dropIdNumber ? '' : idNumber }),
    ...((values.dropPhone || phone.trim() !== '') && { phone: values.dropPhone ? '' : phone }),
  };
}

/** At which field a refusal of main belongs. */
export function personFieldOf({ code }: Failure): 'idNumber' | 'gridId' | null {
  if (code === 'person/id-number-taken' || code === 'person/id-number-invalid') return 'idNumber';
  return code === 'person/grid-out-of-scope' ? 'gridId' : null;
}
