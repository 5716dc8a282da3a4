import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { recordStore } from '#electron/database/record-store.ts';
import type { AdmissionList, ListedTask, ListItem, ListItemFilter, ListKind } from '#shared/modules/grid/admission/admission-list.schema.ts';
import { listReader, type Order, type Window } from '../records.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { admissionItems, admissionLists } from './admission.tables.ts';

export type AdmissionListRecord = typeof admissionLists.$inferSelect;
export type AdmissionItemRecord = typeof admissionItems.$inferSelect;

const LIST = `l.id, l.version, l.kind, l.edition_no AS editionNo, l.state, l.effective_on AS effectiveOn, l.published_by AS publishedBy, l.updated_at AS updatedAt,
  (SELECT count(*) FROM admission_item i WHERE i.list_id = l.id AND i.removed_at IS NULL) AS items`;
const ROW = 't.id, t.version, t.list_id AS listId, l.kind, l.edition_no AS editionNo, t.item_no AS itemNo, t.title, t.content, t.legal_basis AS legalBasis, t.office, t.means, t.category, t.support_offices AS supportOffices, t.note';
const FROM = 'FROM admission_item t JOIN admission_list l ON l.id = t.list_id';
const ORDER = { itemNo: "CASE l.kind WHEN 'negative' THEN 0 WHEN 'required' THEN 1 ELSE 2 END, t.item_no", title: 't.title', office: 't.office' } as const;
export type ItemOrder = Order<keyof typeof ORDER>;

/** Typed words are looked for one by one, so that "低保 入户" finds both orders. */
function words(text: string): Condition[] {
  return text.split(/\s+/).filter(Boolean).slice(0, 6).map((word) => ({ sql: 'instr(t.title, ?) > 0 OR instr(t.content, ?) > 0 OR instr(t.office, ?) > 0 OR instr(t.legal_basis, ?) > 0 OR instr(t.category, ?) > 0 OR instr(t.support_offices, ?) > 0', values: Array.from({ length: 6 }, () => word) }));
}
const condition = (filter: ListItemFilter): Condition =>
  allOf([
    { sql: 't.removed_at IS NULL AND l.removed_at IS NULL', values: [] },
    filter.listId === null ? { sql: "l.state = 'published'", values: [] } : { sql: 't.list_id = ?', values: [filter.listId] },
    ...(filter.kinds.length > 0 ? [isIn('l.kind', filter.kinds)] : []),
    ...words(filter.text),
  ]);

export function admissionListsRepository(db: Db) {
  const { orm, sqlite } = db;
  const items = listReader<ListItem, keyof typeof ORDER>(db, { row: ROW, from: FROM, order: ORDER });
  const itemStore = recordStore(db, admissionItems);
  return {
    lists: recordStore(db, admissionLists),
    items: itemStore,
    all: (): AdmissionList[] => sqlite.prepare(`SELECT ${LIST} FROM admission_list l WHERE l.removed_at IS NULL ORDER BY l.kind, l.edition_no DESC`).all() as AdmissionList[], // columns named in LIST
    row: (id: string): AdmissionList | undefined => sqlite.prepare(`SELECT ${LIST} FROM admission_list l WHERE l.id = ? AND l.removed_at IS NULL`).get(id) as AdmissionList | undefined, // as above
    ofKind: (kind: ListKind, state: AdmissionListRecord['state']): AdmissionListRecord | undefined =>
      orm.select().from(admissionLists).where(and(eq(admissionLists.kind, kind), eq(admissionLists.state, state), isNull(admissionLists.removedAt))).get(),
    lastEdition: (kind: ListKind): number => (sqlite.prepare('SELECT max(edition_no) AS n FROM admission_list WHERE kind = ?').get(kind) as { n: number | null }).n ?? 0, // the one column
    itemsOf: (listId: string): AdmissionItemRecord[] => orm.select().from(admissionItems).where(and(eq(admissionItems.listId, listId), isNull(admissionItems.removedAt))).orderBy(admissionItems.itemNo).all(),
    /** The lists in force of some kinds, whole: a few hundred rows at most. */
    inForce: (kinds: readonly ListKind[]): ListedTask[] =>
      kinds.length === 0 ? [] : (sqlite.prepare(`SELECT t.id, l.kind, t.title, t.office, t.legal_basis AS legalBasis, t.means ${FROM} WHERE t.removed_at IS NULL AND l.removed_at IS NULL AND l.state = 'published' AND l.kind IN (${kinds.map(() => '?').join(', ')}) ORDER BY l.kind, t.item_no`).all(...kinds) as ListedTask[]), // columns named above
    item: (id: string): ListItem | undefined => items.one({ sql: 't.id = ?', values: [id] }),
    listItems: (filter: ListItemFilter, order: ItemOrder, window: Window): ListItem[] => items.list(condition(filter), order, window),
    countItems: (filter: ListItemFilter): number => items.count(condition(filter)),
  };
}
