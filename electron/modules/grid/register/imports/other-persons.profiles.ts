import type { SourceRow } from '#electron/kernel/imports/import-profile.ts';
import { rowCheck, type RowCheck } from '#electron/kernel/imports/row-check.ts';
import type { PersonDraft } from '#shared/modules/grid/register/person.schema.ts';
import { categoryProfile } from './category-profile.ts';
import { personFields, personFieldsOfAnyDocument, type ImportedPerson, type personImport } from './person-import.ts';

/** A row that holds nothing but the common block and that of its category. */
const rowOf = (category: PersonDraft['category'], anyDocument?: { readonly required: boolean }) => (persons: ReturnType<typeof personImport>, row: SourceRow): { check: RowCheck; values: ImportedPerson } => {
  const check = rowCheck(row);
  return { check, values: { draft: persons.read(check, category, anyDocument), block: persons.readBlock(check, category), extra: persons.extra(check) } };
};

/** 留守人员登记表: those who stayed behind, with the relative who answers for them. */
export const leftBehindPersonsProfile = categoryProfile({ id: 'left-behind-persons', category: 'left-behind', fields: personFields, read: rowOf('left-behind') });

/** 境外人员登记表: anybody from abroad, with a document of any kind. */
export const overseasPersonsProfile = categoryProfile({ id: 'overseas-persons', category: 'overseas', fields: personFieldsOfAnyDocument(true), read: rowOf('overseas', { required: true }) });

/** 未落户人口登记表: people whose household registration is open; many have no number yet. */
export const noHukouPersonsProfile = categoryProfile({ id: 'no-hukou-persons', category: 'no-hukou', fields: personFieldsOfAnyDocument(false), read: rowOf('no-hukou', { required: false }) });
