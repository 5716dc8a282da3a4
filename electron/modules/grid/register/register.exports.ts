import { z } from 'zod';
import type { ExportCell, ExportList } from '#electron/kernel/exports/export-list.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { dwellingFilterSchema, dwellingSortSchema } from '#shared/modules/grid/register/dwelling.schema.ts';
import { householdFilterSchema, householdSortSchema } from '#shared/modules/grid/register/household.schema.ts';
import { personFilterSchema, personSortSchema, type PersonRow } from '#shared/modules/grid/register/person.schema.ts';

const personQuery = z.object({ filter: personFilterSchema.prefault({}), sort: personSortSchema });
const householdQuery = z.object({ filter: householdFilterSchema.prefault({}), sort: householdSortSchema });
const dwellingQuery = z.object({ filter: dwellingFilterSchema.prefault({}), sort: dwellingSortSchema });

type Cells = Readonly<Record<string, ExportCell>>;

/** Pages of a list until one comes back short. */
function* pages<Row>(size: number, read: (offset: number) => readonly Row[], cells: (row: Row) => Cells): Generator<Cells[]> {
  for (let offset = 0; ; offset += size) {
    const rows = read(offset);
    if (rows.length > 0) yield rows.map(cells);
    if (rows.length < size) return;
  }
}

const CATEGORY = { registered: '户籍', floating: '流动', 'left-behind': '留守', overseas: '境外', 'no-hukou': '未落户' } as const;

/** Codes as the words of the station's tables; an official sheet is read by people. */
const personCells = (work: Work) => (row: PersonRow): Cells => ({
  ...row,
  sex: work.codeTables.labelOf('sex', row.sex, 'zh-CN'),
  category: CATEGORY[row.category],
  relationToHead: work.codeTables.labelOf('family-relation', row.relationToHead, 'zh-CN'),
  education: work.codeTables.labelOf('education', row.education, 'zh-CN'),
});

const personList: ExportList<z.output<typeof personQuery>> = {
  permission: 'register.read',
  query: personQuery,
  fields: ['name', 'sex', 'birthOn', 'idNumberMasked', 'phoneMasked', 'category', 'gridName', 'registerNo', 'relationToHead', 'presentAddress', 'registeredAddress', 'education', 'workplace', 'updatedAt'],
  days: ['birthOn'],
  instants: ['updatedAt'],
  count: (work, { filter }) => work.persons.count(work.actor, filter),
  windows: (work, { filter, sort }, size) => pages(size, (offset) => work.persons.list(work.actor, filter, sort, { offset, limit: size }), personCells(work)),
};

const householdList: ExportList<z.output<typeof householdQuery>> = {
  permission: 'register.read',
  query: householdQuery,
  fields: ['registerNo', 'type', 'headName', 'members', 'gridName', 'registeredAddress', 'isVacant', 'updatedAt'],
  instants: ['updatedAt'],
  count: (work, { filter }) => work.households.count(work.actor, filter),
  windows: (work, { filter, sort }, size) =>
    pages(size, (offset) => work.households.list(work.actor, filter, sort, { offset, limit: size }), (row) => ({ ...row, type: row.type === 'family' ? '家庭户' : '集体户', isVacant: row.isVacant ? '是' : '否' })),
};

const dwellingList: ExportList<z.output<typeof dwellingQuery>> = {
  permission: 'register.read',
  query: dwellingQuery,
  fields: ['dwellingNo', 'address', 'area', 'category', 'use', 'ownerName', 'ownerPhoneMasked', 'residents', 'gridName', 'updatedAt'],
  instants: ['updatedAt'],
  count: (work, { filter }) => work.dwellings.count(work.actor, filter, work.today),
  windows: (work, { filter, sort }, size) =>
    pages(size, (offset) => work.dwellings.list(work.actor, filter, sort, { offset, limit: size }, work.today), (row) => ({
      ...row,
      area: row.areaCentiares === null ? null : row.areaCentiares / 100,
      category: work.codeTables.labelOf('dwelling-category', row.category, 'zh-CN'),
      use: work.codeTables.labelOf('dwelling-use', row.use, 'zh-CN'),
    })),
};

export const registerExports: Readonly<Record<string, ExportList>> = {
  'grid.persons': personList as ExportList, // the exporter parses the query with the list's own schema before it hands it in
  'grid.households': householdList as ExportList, // as above
  'grid.dwellings': dwellingList as ExportList, // as above
};
