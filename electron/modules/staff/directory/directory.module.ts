import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { directoryOperations } from '#shared/modules/staff/directory/directory.contract.ts';
import { gridMemberFilterSchema } from '#shared/modules/staff/grid-member.schema.ts';
import { freely } from '../undo-freely.ts';
import { contactsRepository, internalNumbersRepository, photosRepository } from './directory.repository.ts';
import { addInternalNumber, getPhotos, removeInternalNumber, removePhoto, savePhoto, updateInternalNumber } from './directory.service.ts';

export const openDirectory = (db: Db) => ({ photos: photosRepository(db), internalNumbers: internalNumbersRepository(db), contacts: contactsRepository(db) });

export const directoryHandlers: Handlers<typeof directoryOperations, Work> = {
  listContacts: (work, { gridId, text, ...window }) => work.contacts.list({ gridId, text }, work.today, window),
  getPhotos,
  savePhoto,
  removePhoto,
  listInternalNumbers: (work, { memberId, ...window }) => work.internalNumbers.list(memberId, window),
  addInternalNumber,
  updateInternalNumber,
  removeInternalNumber,
};

const nameOf = (work: Work, memberId: string | undefined): string => (memberId === undefined ? '' : (work.gridMembers.find(memberId)?.name ?? ''));

export const directoryParts: ModuleParts = {
  today: [
    {
      permission: 'directory.edit',
      items: (work) =>
        (['missing', 'old'] as const).flatMap((phone) => {
          const { count } = work.gridMembers.list({ ...gridMemberFilterSchema.parse({ phone }), offset: 0, limit: 1 }, work.today, work.actor);
          return count === 0 ? [] : [{ kind: `staff-phones-${phone}`, column: 'waiting' as const, urgency: phone === 'missing' ? ('near' as const) : ('calm' as const), params: { count }, to: `/staff/grid-members?filter={"phone":"${phone}"}`, since: null, dueOn: null }];
        }),
    },
  ],
  history: {
    staff_photo: { permission: 'directory.read', isVisible: (work, id) => work.photos.find(id) !== undefined },
    internal_number: { permission: 'internal-numbers.read', isVisible: (work, id) => work.internalNumbers.find(id) !== undefined },
  },
  undo: {
    staff_photo: freely('directory.edit', (work, id) => nameOf(work, work.photos.find(id)?.memberId)),
    internal_number: freely('internal-numbers.read', (work, id) => nameOf(work, work.internalNumbers.find(id)?.memberId)),
  },
};
