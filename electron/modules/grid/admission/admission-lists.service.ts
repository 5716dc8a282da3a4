import { added, begunRemovable, current, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { AdmissionList, ListedTask, ListItem, ListItemChange, ListItemDraft, ListKind } from '#shared/modules/grid/admission/admission-list.schema.ts';
import { LIKE_SHARE, titleShare } from '#shared/modules/grid/admission/listed-task.rules.ts';
import { parsePastedList, type PastedItem } from '#shared/modules/grid/admission/pasted-list.rules.ts';
import type { AdmissionItemRecord, AdmissionListRecord } from './admission-lists.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const LIST = 'admission_list';
const ITEM = 'admission_item';

const listRow = (work: Work, id: string): AdmissionList => work.admissionLists.row(id) ?? fail('record/not-found', {});
const itemRow = (work: Work, id: string): ListItem => work.admissionLists.item(id) ?? fail('record/not-found', {});

/** The next edition of a list, still without items. */
export const nextEdition = (work: Work, kind: ListKind): AdmissionListRecord => ({ ...begunRemovable(work), kind, editionNo: work.admissionLists.lastEdition(kind) + 1, state: 'draft', effectiveOn: null, publishedBy: '' });

/** Begins the next edition of a list as a copy of the one in force. Error: `admission-list/draft-exists`. */
export function beginAdmissionList(work: Work, { kind }: { readonly kind: ListKind }): AdmissionList {
  const { lists, items } = work.admissionLists;
  const draft = work.admissionLists.ofKind(kind, 'draft');
  if (draft) fail('admission-list/draft-exists', { edition: draft.editionNo });
  const list = nextEdition(work, kind);
  const begunWith = added(work, lists, list);
  const inForce = work.admissionLists.ofKind(kind, 'published');
  const copies = inForce ? work.admissionLists.itemsOf(inForce.id).map((item) => added(work, items, { ...item, ...begunRemovable(work), listId: list.id })) : [];
  work.record({ action: 'admission-list.begun', entity: LIST, entityId: list.id, detail: { kind, edition: list.editionNo, items: copies.length }, changes: [begunWith, ...copies] });
  return listRow(work, list.id);
}

/** Puts an edition in force from a day on; the one before stays readable. Errors: `admission-list/not-draft`, `admission-list/empty`. */
export function publishAdmissionList(work: Work, { id, version, effectiveOn }: Versioned & { readonly effectiveOn: string }): AdmissionList {
  const { lists } = work.admissionLists;
  const list = current(work, lists, { id, version });
  if (list.state !== 'draft') fail('admission-list/not-draft', {});
  if (work.admissionLists.itemsOf(id).length === 0) fail('admission-list/empty', {});
  const before = work.admissionLists.ofKind(list.kind, 'published');
  const replaced = before ? [rewritten(work, lists, before, { state: 'replaced' })] : [];
  const published = rewritten(work, lists, list, { state: 'published', effectiveOn, publishedBy: work.actor.displayName });
  work.record({ action: 'admission-list.published', entity: LIST, entityId: id, detail: { kind: list.kind, edition: list.editionNo, effectiveOn }, changes: [...replaced, published] });
  return listRow(work, id);
}

const MOST_ALIKE = 3;

/** Tasks of the lists in force that a text speaks of, most like first. */
export function findListedTasks(work: Work, { text, kinds }: { readonly text: string; readonly kinds: readonly ListKind[] }): ListedTask[] {
  return work.admissionLists
    .inForce(kinds)
    .map((task) => ({ task, share: titleShare(text, task.title) }))
    .filter(({ share }) => share >= LIKE_SHARE)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_ALIKE)
    .map(({ task }) => task);
}

/** Only a draft is written in. Error: `admission-list/not-draft`. */
function draftOf(work: Work, listId: string): AdmissionListRecord {
  const list = work.admissionLists.lists.find(listId);
  if (list?.removedAt !== null) return fail('record/not-found', {});
  return list.state === 'draft' ? list : fail('admission-list/not-draft', {});
}

const nextItemNo = (items: readonly AdmissionItemRecord[]): number => Math.max(0, ...items.map(({ itemNo }) => itemNo)) + 1;
function checkTitle(items: readonly AdmissionItemRecord[], title: string, ownId: string | null): void {
  if (items.some((item) => item.title === title && item.id !== ownId)) fail('admission-list/title-taken', { title });
}

export function addListItem(work: Work, { listId, ...draft }: ListItemDraft): ListItem {
  const list = draftOf(work, listId);
  const present = work.admissionLists.itemsOf(listId);
  checkTitle(present, draft.title, null);
  const item = { ...begunRemovable(work), ...draft, listId, itemNo: nextItemNo(present) };
  const change = added(work, work.admissionLists.items, item);
  work.record({ action: 'admission-item.added', entity: ITEM, entityId: item.id, detail: { kind: list.kind, title: item.title }, changes: [change] });
  return itemRow(work, item.id);
}

export function updateListItem(work: Work, { id, version, ...draft }: ListItemChange): ListItem {
  const { items } = work.admissionLists;
  const item = current(work, items, { id, version });
  draftOf(work, item.listId);
  checkTitle(work.admissionLists.itemsOf(item.listId), draft.title, id);
  work.record({ action: 'admission-item.changed', entity: ITEM, entityId: id, changes: [rewritten(work, items, item, draft)] });
  return itemRow(work, id);
}

export function removeListItem(work: Work, one: Versioned): Record<string, never> {
  const { items } = work.admissionLists;
  const item = current(work, items, one);
  draftOf(work, item.listId);
  work.record({ action: 'admission-item.removed', entity: ITEM, entityId: one.id, detail: { title: item.title }, changes: [takenOut(work, items, item)] });
  return {};
}

/** All pasted rows or none: a row that is not understood, or a title given twice, stops it and is named. */
export function pasteListItems(work: Work, { listId, text }: { readonly listId: string; readonly text: string }): { added: number } {
  const list = draftOf(work, listId);
  const lines = parsePastedList(text);
  const wrong = lines.find((line) => !line.ok);
  if (wrong) return fail('admission-list/line-not-understood', { line: wrong.line, text: wrong.text });
  const pasted: readonly PastedItem[] = lines.flatMap((line) => (line.ok ? [line.item] : []));
  const present = work.admissionLists.itemsOf(listId);
  const titles = new Set(present.map(({ title }) => title));
  const changes = pasted.map((item, at) => {
    if (titles.has(item.title)) fail('admission-list/title-taken', { title: item.title });
    titles.add(item.title);
    return added(work, work.admissionLists.items, { ...begunRemovable(work), ...item, category: '', supportOffices: '', note: '', listId, itemNo: nextItemNo(present) + at });
  });
  if (changes.length === 0) fail('admission-list/empty', {});
  work.record({ action: 'admission-item.pasted', entity: ITEM, entityId: listId, detail: { kind: list.kind, count: changes.length }, changes });
  return { added: changes.length };
}
