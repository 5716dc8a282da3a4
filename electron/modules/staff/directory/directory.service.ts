import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import type { InternalRow } from '#shared/modules/staff/directory/directory.schema.ts';
import { memberOf } from '../people/people.service.ts';
import { added, begunRemovable, current, rewritten, takenOut } from '#electron/database/record-store.ts';

type Versioned = { readonly id: string; readonly version: number };
type Internal = { readonly number: string; readonly note: string };

/** Puts a picture on somebody's card, or another in its place. */
export function savePhoto(work: Work, { memberId, data }: { readonly memberId: string; readonly data: string }): Record<string, never> {
  const { name } = memberOf(work, memberId);
  const present = work.photos.of(memberId);
  const change = present ? rewritten(work, work.photos, present, { data }) : added(work, work.photos, { ...begunRemovable(work), memberId, data });
  work.record({ action: 'staff-photo.saved', entity: 'staff_photo', entityId: change.entityId, detail: { name }, changes: [change] });
  return {};
}

export function removePhoto(work: Work, { memberId }: { readonly memberId: string }): Record<string, never> {
  const { name } = memberOf(work, memberId);
  const present = work.photos.of(memberId) ?? fail('record/not-found', {});
  work.record({ action: 'staff-photo.removed', entity: 'staff_photo', entityId: present.id, detail: { name }, changes: [takenOut(work, work.photos, present)] });
  return {};
}

export const getPhotos = (work: Work, { memberIds }: { readonly memberIds: readonly string[] }): { memberId: string; data: string }[] => work.photos.ofMany(memberIds.filter((id) => work.gridMembers.get(id, work.actor) !== undefined));

const rowOf = (work: Work, id: string): InternalRow => work.internalNumbers.row(id) ?? fail('record/not-found', {});

export function addInternalNumber(work: Work, { memberId, number, note }: Internal & { readonly memberId: string }): InternalRow {
  const { name } = memberOf(work, memberId);
  const entry = { ...begunRemovable(work), memberId, number: normalisePhone(number), note };
  work.record({ action: 'internal-number.added', entity: 'internal_number', entityId: entry.id, detail: { name }, changes: [added(work, work.internalNumbers, entry)] });
  return rowOf(work, entry.id);
}

export function updateInternalNumber(work: Work, { number, note, ...one }: Versioned & Internal): InternalRow {
  const entry = current(work, work.internalNumbers, one);
  work.record({ action: 'internal-number.changed', entity: 'internal_number', entityId: one.id, changes: [rewritten(work, work.internalNumbers, entry, { number: normalisePhone(number), note })] });
  return rowOf(work, one.id);
}

export function removeInternalNumber(work: Work, one: Versioned): Record<string, never> {
  work.record({ action: 'internal-number.removed', entity: 'internal_number', entityId: one.id, changes: [takenOut(work, work.internalNumbers, current(work, work.internalNumbers, one))] });
  return {};
}
