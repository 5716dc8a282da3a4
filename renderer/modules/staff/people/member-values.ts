import { emptyService, type GridMember, type GridMemberChange, type GridMemberDraft } from '#shared/modules/staff/grid-member.schema.ts';

/** A member as typed; the numbers are always empty at first, what is stored stays unless something is typed or dropped. */
export type MemberValues = GridMemberDraft & { dropIdNumber: boolean; dropPrivatePhone: boolean };

export const emptyMember: MemberValues = {
  name: '', phone: '', sex: '0', birthOn: null, idNumber: '', employment: 'full-time', political: '', education: '', registeredOn: null, gridId: null, note: '', ...emptyService, privatePhone: '', dropIdNumber: false, dropPrivatePhone: false,
};

export function valuesOf(member: GridMember): MemberValues {
  const known = Object.fromEntries(Object.keys(emptyMember).flatMap((field) => (field in member ? [[field, member[field as keyof GridMember]]] : []))) as Partial<GridMemberDraft>; // fields of both
  return { ...emptyMember, ...known, idNumber: '', privatePhone: '' };
}

export function draftOf({ dropIdNumber: _id, dropPrivatePhone: _phone, ...draft }: MemberValues): GridMemberDraft {
  return draft;
}

export function changeOf({ id, version }: Pick<GridMember, 'id' | 'version'>, values: MemberValues): GridMemberChange {
  const { idNumber, privatePhone, ...draft } = draftOf(values);
  const isSaid = values.dropIdNumber || idNumber.trim() !== '';
  const isPhoneSaid = values.dropPrivatePhone || privatePhone.trim() !== '';
  return { ...draft, id, version, ...(isSaid && { idNumber: values.dropIdNumber ? '' : idNumber }), ...(isPhoneSaid && { privatePhone: values.dropPrivatePhone ? '' : privatePhone }) };
}
