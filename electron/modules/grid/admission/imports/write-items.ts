import { added, begunRemovable, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { ItemField, ListKind } from '#shared/modules/grid/admission/admission-list.schema.ts';
import { listKinds } from '#shared/modules/grid/admission/admission-list.schema.ts';
import type { AdmissionItemRecord, AdmissionListRecord } from '../admission-lists.repository.ts';
import { nextEdition } from '../admission-lists.service.ts';

export type ImportedItem = Readonly<Record<ItemField, string>> & { readonly kind: ListKind; /** The number the file gives it; null where it gives none. */ readonly itemNo: number | null };
type Accepted = { readonly values: ImportedItem; readonly existing: { readonly id: string; readonly theirs: ReadonlySet<string> } | null };

/** What a list is compared with and written into: its draft, or the edition in force, of which the import begins the next as a copy. */
export function baseOf(work: Work, kind: ListKind): { readonly draft: AdmissionListRecord | null; readonly items: readonly AdmissionItemRecord[] } {
  const draft = work.admissionLists.ofKind(kind, 'draft') ?? null;
  const base = draft ?? work.admissionLists.ofKind(kind, 'published');
  return { draft, items: base ? work.admissionLists.itemsOf(base.id) : [] };
}

/** The field of the form for each text of an item. */
export const itemFields = { title: 'taskTitle', category: 'taskGroup', content: 'taskContent', legalBasis: 'taskBasis', office: 'taskOffice', supportOffices: 'taskHelpers', means: 'taskMeans', note: 'note' } as const satisfies Readonly<Record<ItemField, string>>;
const texts = Object.keys(itemFields) as ItemField[]; // the keys of the table above

const textsOf = (values: ImportedItem): Record<ItemField, string> => ({ title: values.title, category: values.category, content: values.content, legalBasis: values.legalBasis, office: values.office, supportOffices: values.supportOffices, means: values.means, note: values.note });

/** Writes the accepted rows of one list into its draft; what is in force is never touched. A number that is taken gives way to the next free one. */
function writeList(work: Work, kind: ListKind, accepted: readonly Accepted[]): RecordChange[] {
  const { lists, items } = work.admissionLists;
  const { draft, items: present } = baseOf(work, kind);
  const list = draft ?? nextEdition(work, kind);
  const changes: RecordChange[] = draft ? [] : [added(work, lists, list)];
  const chosen = new Map(accepted.flatMap(({ values, existing }) => (existing ? [[existing.id, Object.fromEntries(texts.filter((text) => existing.theirs.has(itemFields[text])).map((text) => [text, values[text]]))] as const] : [])));
  for (const item of present) {
    const theirs = chosen.get(item.id);
    if (!draft) changes.push(added(work, items, { ...item, ...theirs, ...begunRemovable(work), listId: list.id }));
    else if (theirs) changes.push(rewritten(work, items, item, theirs));
  }
  const taken = new Set(present.map(({ itemNo }) => itemNo));
  for (const { values, existing } of accepted) {
    if (existing) continue;
    let itemNo = values.itemNo ?? Math.max(0, ...taken) + 1;
    if (taken.has(itemNo)) itemNo = Math.max(...taken) + 1;
    taken.add(itemNo);
    changes.push(added(work, items, { ...begunRemovable(work), ...textsOf(values), listId: list.id, itemNo }));
  }
  return changes;
}

/** Rows are gathered first: a draft that the import begins is a copy of the edition in force with what the file says already in it. */
export function itemWriter(work: Work) {
  const gathered = new Map<ListKind, Accepted[]>();
  return {
    take: (values: ImportedItem, existing: Accepted['existing']): RecordChange[] => {
      const known = gathered.get(values.kind);
      if (known) known.push({ values, existing });
      else gathered.set(values.kind, [{ values, existing }]);
      return [];
    },
    finish: (): RecordChange[] => listKinds.flatMap((kind) => (gathered.has(kind) ? writeList(work, kind, gathered.get(kind) ?? []) : [])),
  };
}

const isDraft = (work: Work, listId: string): boolean => {
  const list = work.admissionLists.lists.find(listId);
  return list?.removedAt === null && list.state === 'draft';
};

/** An item goes with the import that brought it while its edition is a draft, the draft when nothing is left in it. */
export function mayTakeOut(work: Work, entity: string, id: string): boolean {
  if (entity === 'admission_list') return isDraft(work, id) && work.admissionLists.itemsOf(id).length === 0;
  return isDraft(work, work.admissionLists.items.find(id)?.listId ?? '');
}

/** What was published meanwhile stays as it was published. */
export function staysPublished(work: Work, entity: string, id: string): readonly RecordChange[] | undefined {
  const listId = entity === 'admission_list' ? id : (work.admissionLists.items.find(id)?.listId ?? '');
  return isDraft(work, listId) ? undefined : [];
}
