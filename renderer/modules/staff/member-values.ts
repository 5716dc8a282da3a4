import type { z } from 'zod';
import type { GridMember, gridMemberChangeSchema, GridMemberDraft } from '#shared/modules/staff/grid-member.schema.ts';

/** A member as typed; the number is always empty at first, what is stored stays unless something is typed or dropped. */
export type MemberValues = GridMemberDraft & { dropIdNumber: boolean };

export const emptyMember: MemberValues = { name: '', phone: '', sex: '0', birthOn: null, idNumber: '', employment: 'full-time', political: '', education: '', registeredOn: null, gridId: null, note: '', dropIdNumber: false };

export function valuesOf({ name, phone, sex, birthOn, employment, political, education, registeredOn, gridId, note }: GridMember): MemberValues {
  return { name, phone, sex, birthOn, idNumber: '', employment, political, education, registeredOn, gridId, note, dropIdNumber: false };
}

export function draftOf({ dropIdNumber: _drop, ...draft }: MemberValues): GridMemberDraft {
  return draft;
}

export function changeOf({ id, version }: Pick<GridMember, 'id' | 'version'>, values: MemberValues): z.output<typeof gridMemberChangeSchema> {
  const { idNumber, ...draft } = draftOf(values);
  const isSaid = values.dropIdNumber || idNumber.trim() !== '';
  return { ...draft, id, version, ...(isSaid && { idNumber: values.dropIdNumber ? '' : idNumber }) };
}
