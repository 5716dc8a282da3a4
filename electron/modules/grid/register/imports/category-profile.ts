import type { ImportField, ImportProfile, SourceRow } from '#electron/kernel/imports/import-profile.ts';
import type { RowCheck } from '#electron/kernel/imports/row-check.ts';
import type { ImportProfile as ProfileName } from '#shared/kernel/imports/imports.contract.ts';
import type { PersonDraft } from '#shared/modules/grid/register/person.schema.ts';
import { blockFields } from './block-cells.ts';
import { personImport, refreshPerson, type ImportedPerson } from './person-import.ts';

type Category = {
  readonly id: ProfileName;
  readonly category: PersonDraft['category'];
  /** Those around the block of the category. */
  readonly fields: readonly ImportField[];
  readonly read: (persons: ReturnType<typeof personImport>, row: SourceRow) => { readonly check: RowCheck; readonly values: ImportedPerson };
};

/** The import of one category of persons, each row for itself. */
export const categoryProfile = ({ id, category, fields, read }: Category): ImportProfile<ImportedPerson> => ({
  id,
  permission: 'imports.residents',
  keyField: 'idNumber',
  fields: [...fields, ...blockFields(category)],
  open: (work, batchId) => {
    const persons = personImport(work, batchId);
    return {
      check: (row) => {
        const { check, values } = read(persons, row);
        return { findings: check.findings, key: values.draft.idNumber, values: check.isSound() ? values : null, existing: check.isSound() ? persons.existing(values) : null };
      },
      recall: { basis: persons.basis, existing: persons.existing },
      commit: (values, existing) => (existing ? persons.update(existing.id, values, existing.theirs) : persons.insert(values).changes),
      finish: () => [],
    };
  },
  undoOrder: ['person_block', 'person'],
  mayRemove: () => true,
  refresh: (work, entity, personId) => {
    if (entity === 'person') refreshPerson(work, personId);
  },
});
