import { z } from 'zod';
import type { ExportCell, ExportList } from '#electron/kernel/exports/export-list.ts';
import { listItemFilterSchema, listItemSortSchema } from '#shared/modules/grid/admission/admission-list.schema.ts';
import { admissionFilterSchema, admissionSortSchema } from '#shared/modules/grid/admission/admission.schema.ts';
import { burdenFilterSchema, burdenSortSchema, refusalFilterSchema, refusalSortSchema } from '#shared/modules/grid/admission/burden.schema.ts';
import { listWords } from '#shared/modules/grid/admission/list-sheet.rules.ts';
import { moment } from './admissions.service.ts';

const FEN_IN_YUAN = 100;
const MINUTES_IN_HOUR = 60;
const STATE = { draft: '草稿', applied: '已申请', review: '审查中', supplement: '待补充', admitted: '已准入', paused: '已暂停', rejected: '不予准入', withdrawn: '已撤回', exited: '已退出' } as const;
const MONEY = { none: '无', due: '未到期', yellow: '逾期', red: '严重逾期', arrived: '已到账' } as const;
const STANDING = { admitted: '准入事项', 'not-admitted': '未准入', own: '自身工作' } as const;
type Cells = Readonly<Record<string, ExportCell>>;

/** Pages of a list until one is not full. */
function* pages<Row>(read: (offset: number) => readonly Row[], size: number, cells: (row: Row) => Cells): Iterable<readonly Cells[]> {
  for (let offset = 0; ; offset += size) {
    const rows = read(offset);
    if (rows.length > 0) yield rows.map(cells);
    if (rows.length < size) return;
  }
}

const admissionQuery = z.object({ filter: admissionFilterSchema.prefault({}), sort: admissionSortSchema });
const admissionList: ExportList<z.output<typeof admissionQuery>> = {
  permission: 'admission.read',
  query: admissionQuery,
  fields: ['no', 'title', 'bodyName', 'state', 'isTemporary', 'appliedOn', 'reviewDueOn', 'startsOn', 'endsOn', 'listKind', 'money', 'moneyFen', 'receivedFen', 'moneyDueOn'],
  days: ['appliedOn', 'reviewDueOn', 'startsOn', 'endsOn', 'moneyDueOn'],
  count: (work, { filter }) => work.admissions.count(filter, moment(work)),
  windows: (work, { filter, sort }, size) =>
    pages((offset) => work.admissions.list(filter, moment(work), sort, { offset, limit: size }), size, ({ isReviewOverdue: _o, exempt: _e, ...row }) => ({ ...row, state: STATE[row.state], isTemporary: row.isTemporary ? '临时' : '长期', listKind: row.listKind && listWords[row.listKind], money: MONEY[row.money], moneyFen: row.moneyFen / FEN_IN_YUAN, receivedFen: row.receivedFen / FEN_IN_YUAN })),
};

const itemQuery = z.object({ filter: listItemFilterSchema.prefault({}), sort: listItemSortSchema });
const itemList: ExportList<z.output<typeof itemQuery>> = {
  permission: 'admission.read',
  query: itemQuery,
  fields: ['kind', 'editionNo', 'itemNo', 'title', 'content', 'legalBasis', 'office', 'means', 'category', 'supportOffices', 'note'],
  count: (work, { filter }) => work.admissionLists.countItems(filter),
  windows: (work, { filter, sort }, size) => pages((offset) => work.admissionLists.listItems(filter, sort, { offset, limit: size }), size, (row) => ({ ...row, kind: listWords[row.kind] })),
};

const refusalQuery = z.object({ filter: refusalFilterSchema.prefault({}), sort: refusalSortSchema });
const refusalList: ExportList<z.output<typeof refusalQuery>> = {
  permission: 'admission.read',
  query: refusalQuery,
  fields: ['no', 'refusedOn', 'bodyName', 'broughtBy', 'title', 'content', 'reason', 'rightOffice', 'refusedBy'],
  days: ['refusedOn'],
  count: (work, { filter }) => work.doorRefusals.count(filter),
  windows: (work, { filter, sort }, size) => pages((offset) => work.doorRefusals.list(filter, sort, { offset, limit: size }), size, (row) => row),
};

const burdenQuery = z.object({ filter: burdenFilterSchema.prefault({}), sort: burdenSortSchema });
const burdenList: ExportList<z.output<typeof burdenQuery>> = {
  permission: 'admission.read',
  query: burdenQuery,
  fields: ['doneOn', 'bodyName', 'kind', 'title', 'hours', 'people', 'forms', 'standing', 'memberName', 'admissionNo', 'askedBefore', 'note'],
  days: ['doneOn'],
  count: (work, { filter }) => work.burden.count(filter),
  windows: (work, { filter, sort }, size) =>
    pages((offset) => work.burden.list(filter, sort, { offset, limit: size }), size, (row) => ({ ...row, kind: work.codeTables.labelOf('burden-kind', row.kind, 'zh-CN'), hours: Math.round((row.minutes / MINUTES_IN_HOUR) * 100) / 100, standing: STANDING[row.standing] })),
};

export const admissionExports: Readonly<Record<string, ExportList>> = {
  'grid.admissions': admissionList as ExportList, // the exporter parses the query with the list's own schema
  'grid.admissionItems': itemList as ExportList, // as above
  'grid.doorRefusals': refusalList as ExportList, // as above
  'grid.burden': burdenList as ExportList, // as above
};
