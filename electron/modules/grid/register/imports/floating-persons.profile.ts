import type { ImportProfile } from '#electron/kernel/imports/import-profile.ts';
import { rowCheck } from '#electron/kernel/imports/row-check.ts';
import { personFields, personImport, refreshPerson, type ImportedPerson } from './person-import.ts';

/** 流动人口登记表: people who live here and are registered elsewhere; what the desk has no field for stays under its title. */
export const floatingPersonsProfile: ImportProfile<ImportedPerson> = {
  id: 'floating-persons',
  permission: 'imports.residents',
  keyField: 'idNumber',
  fields: [...personFields, { field: 'inflowReason', titles: ['流入原因'], required: true, tells: true, list: 'inflow-reason' }, { field: 'inflowOn', titles: ['流入时间'], required: true, tells: true }],
  open: (work, batchId) => {
    const persons = personImport(work, batchId);
    return {
      check: (row) => {
        const check = rowCheck(row);
        const draft = { ...persons.read(check, 'floating'), livesWhereRegistered: false };
        const reason = check.text('inflowReason', { required: check.has('inflowReason'), max: 60 });
        const inflowOn = check.day('inflowOn', check.has('inflowOn'));
        const values = { draft, extra: { ...check.extra(), 流入原因: reason, 流入时间: inflowOn ?? '' } };
        return { findings: check.findings, key: draft.idNumber, values: check.isSound() ? values : null, existing: check.isSound() ? persons.existing(values) : null };
      },
      recall: { basis: persons.basis, existing: persons.existing },
      commit: (values, existing) => (existing ? persons.update(existing.id, values, existing.theirs) : [persons.insert(values).change]),
      finish: () => [],
    };
  },
  undoOrder: ['person'],
  mayRemove: () => true,
  refresh: (work, _entity, id) => refreshPerson(work, id),
};
