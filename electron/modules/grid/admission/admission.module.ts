import type { Db } from '#electron/database/database.ts';
import type { RecordStore } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { AttachmentOwnerGuard } from '#electron/kernel/attachments/attachment-owner.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { ImportProfile } from '#electron/kernel/imports/import-profile.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { admissionOperations } from '#shared/modules/grid/admission/admission.contract.ts';
import { admissionFilterSchema } from '#shared/modules/grid/admission/admission.schema.ts';
import { plainUndo } from '../records.ts';
import { admissionListsRepository } from './admission-lists.repository.ts';
import { addListItem, beginAdmissionList, findListedTasks, pasteListItems, publishAdmissionList, removeListItem, updateListItem } from './admission-lists.service.ts';
import { writeAdmissionDemo } from './admission.demo.ts';
import { admissionExports } from './admission.exports.ts';
import { admissionItemsProfile } from './imports/admission-items.profile.ts';
import { admissionToday } from './admission.today.ts';
import { admissionsRepository } from './admissions.repository.ts';
import { checkAdmission, createAdmission, getAdmission, moment, moveAdmission, recordPayment, removePayment, updateAdmission } from './admissions.service.ts';
import { burdenRepository, refusalsRepository } from './burden.repository.ts';
import { compareBurden, recordBurden, refuseAtDoor, removeBurden, repeatBurden, updateBurden, updateDoorRefusal } from './burden.service.ts';

export const openAdmission = (db: Db) => ({ admissionLists: admissionListsRepository(db), admissions: admissionsRepository(db), burden: burdenRepository(db), doorRefusals: refusalsRepository(db) });

export const admissionHandlers: Handlers<typeof admissionOperations, Work> = {
  listAdmissionLists: (work) => work.admissionLists.all(),
  listAdmissionItems: (work, { filter, sort, ...window }) => work.admissionLists.listItems(filter, sort, window),
  countAdmissionItems: (work, { filter }) => ({ count: work.admissionLists.countItems(filter) }),
  findListedTasks,
  beginAdmissionList,
  publishAdmissionList,
  addListItem,
  updateListItem,
  removeListItem,
  pasteListItems,
  listAdmissions: (work, { filter, sort, ...window }) => work.admissions.list(filter, moment(work), sort, window),
  countAdmissions: (work, { filter }) => ({ count: work.admissions.count(filter, moment(work)) }),
  getAdmission,
  createAdmission,
  updateAdmission,
  moveAdmission,
  checkAdmission,
  recordPayment,
  removePayment,
  listDoorRefusals: (work, { filter, sort, ...window }) => work.doorRefusals.list(filter, sort, window),
  countDoorRefusals: (work, { filter }) => ({ count: work.doorRefusals.count(filter) }),
  refuseAtDoor,
  updateDoorRefusal,
  listBurden: (work, { filter, sort, ...window }) => work.burden.list(filter, sort, window),
  countBurden: (work, { filter }) => ({ count: work.burden.count(filter) }),
  recordBurden,
  updateBurden,
  removeBurden,
  repeatBurden,
  summariseBurden: (work, period) => work.burden.summarise(period),
  compareBurden,
  summarisePushedTasks: (work, period) => work.doorRefusals.pushedWithoutAdmission(period),
};

const seen = (store: (work: Work) => Pick<RecordStore<unknown>, 'find'>): HistoryGuard => ({ permission: 'admission.read', isVisible: (work, id) => store(work).find(id) !== undefined });
const history: Readonly<Record<string, HistoryGuard>> = {
  admission_list: seen((work) => work.admissionLists.lists),
  admission_item: seen((work) => work.admissionLists.items),
  admission: seen((work) => work.admissions),
  admission_step: seen((work) => work.admissions.steps),
  admission_payment: seen((work) => work.admissions.payments),
  door_refusal: seen((work) => work.doorRefusals),
  burden_record: seen((work) => work.burden),
};

/** One edition in force and one draft of a list at a time, also after somebody began another meanwhile. Error: `admission-list/draft-exists`. */
function isAlone(work: Work, id: string): void {
  const list = work.admissionLists.lists.find(id);
  const other = list?.removedAt === null && list.state !== 'replaced' ? work.admissionLists.all().find(({ id: otherId, kind, state }) => otherId !== id && kind === list.kind && state === list.state) : undefined;
  if (other) fail('admission-list/draft-exists', { edition: other.editionNo });
}

/** An application that was just entered goes again while nothing followed it; a decision taken back takes its line in the trail along. */
const undo: Readonly<Record<string, UndoSource>> = {
  admission_list: { ...plainUndo('admission.decide', () => ''), settled: isAlone },
  admission_item: plainUndo('admission.decide', (work, id) => work.admissionLists.items.find(id)?.title ?? ''),
  admission: plainUndo('admission.edit', (work, id) => work.admissions.find(id)?.no ?? '', (work, id) => work.admissions.stepsOf(id).length === 0),
  admission_step: plainUndo('admission.edit', () => ''),
  admission_payment: plainUndo('admission.money', () => ''),
  door_refusal: plainUndo('admission.edit', (work, id) => work.doorRefusals.find(id)?.no ?? ''),
  burden_record: plainUndo('admission.edit', (work, id) => work.burden.find(id)?.title ?? ''),
};

const NEWEST = { field: 'appliedOn', direction: 'desc' } as const;
const search: readonly SearchSource[] = [
  {
    permission: 'admission.read',
    find: (work, text, limit) =>
      work.admissions
        .list(admissionFilterSchema.parse({ text: text.slice(0, 60) }), moment(work), NEWEST, { offset: 0, limit: Math.min(limit, 5) })
        .map(({ id, no, title, bodyName }) => ({ entity: 'admission', id, title, detail: [no, bodyName].join(' · '), matched: matchedPart(text, { name: title, code: no, named: bodyName }), to: `/grid/admission/${id}` })),
  },
];

/** The papers of an application, photographed or scanned. */
const attachments: Readonly<Record<string, AttachmentOwnerGuard>> = { admission: { read: 'admission.read', edit: 'admission.edit', isVisible: (work, id) => work.admissions.find(id)?.removedAt === null } };

export const admissionParts: ModuleParts = { imports: [admissionItemsProfile] as readonly ImportProfile[], search, today: admissionToday, history, attachments, undo, exports: admissionExports, demo: writeAdmissionDemo }; // a run hands only its own values back to its own profile
