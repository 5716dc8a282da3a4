import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { ImportProfile } from '#electron/kernel/imports/import-profile.ts';
import { rowCheck } from '#electron/kernel/imports/row-check.ts';
import type { HouseholdValues } from '../homes.repository.ts';
import { blockFields } from './block-cells.ts';
import { personFields, personImport, refreshPerson, type ImportedPerson } from './person-import.ts';

type Registered = ImportedPerson & { readonly registerNo: string; readonly isHead: boolean; readonly homePhone: string };

const HEADS = new Set(['01', '02']);

/** Households named by the rows: an existing one is joined, a new one is written when its last member is known. */
function householdImport(work: Work, batchId: string) {
  const now = work.clock.now().toISOString();
  const fresh = new Map<string, HouseholdValues>();
  const known = new Map<string, string>();
  const newHeads = new Map<string, string>();
  return {
    idFor: ({ registerNo, draft, homePhone }: Registered): string | null => {
      if (registerNo === '') return null;
      const joined = known.get(registerNo) ?? fresh.get(registerNo)?.id ?? work.households.findByRegisterNo(registerNo)?.id;
      if (joined !== undefined) {
        if (!fresh.has(registerNo)) known.set(registerNo, joined);
        return joined;
      }
      const household: HouseholdValues = { id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null, gridId: draft.gridId, importBatchId: batchId, registerNo, type: 'family', headId: null, homePhone, registeredAddress: draft.registeredAddress, dwellingId: null, isVacant: false, note: '' };
      fresh.set(registerNo, household);
      return household.id;
    },
    head: ({ registerNo, draft }: Registered, personId: string): void => {
      const household = fresh.get(registerNo);
      if (household) {
        if (household.headId === null) fresh.set(registerNo, { ...household, headId: personId, gridId: draft.gridId, registeredAddress: draft.registeredAddress });
      } else if (registerNo !== '') newHeads.set(registerNo, personId);
    },
    finish: (): RecordChange[] => {
      const changes: RecordChange[] = [];
      for (const household of fresh.values()) changes.push(work.rows.creation(work.households.insert(household)));
      for (const [registerNo, headId] of newHeads) {
        const household = work.households.findByRegisterNo(registerNo);
        if (!household || household.headId !== null) continue; // a head somebody already named stays
        const before = work.rows.read('household', household.id);
        work.households.replace({ ...household, headId, version: household.version + 1, updatedAt: now });
        changes.push(work.rows.change('household', household.id, before));
      }
      return changes;
    },
  };
}

/** 户籍人口登记表: registered residents by household. */
export const registeredPersonsProfile: ImportProfile<Registered> = {
  id: 'registered-persons',
  permission: 'imports.residents',
  keyField: 'idNumber',
  fields: [
    ...personFields,
    { field: 'registerNo', titles: ['户号'], required: true, tells: true },
    { field: 'relationToHead', titles: ['与户主关系'], required: true, tells: true, list: 'family-relation' },
    { field: 'residentStatus', titles: ['人户状态'], tells: true, list: 'residence-status' },
    { field: 'homePhone', titles: ['住宅电话'] },
    ...blockFields('registered', ['residenceStatus']),
  ],
  open: (work, batchId) => {
    const persons = personImport(work, batchId);
    const homes = householdImport(work, batchId);
    return {
      check: (row) => {
        const check = rowCheck(row);
        const read = persons.read(check, 'registered');
        const registerNo = check.text('registerNo', { required: check.has('registerNo'), max: 20 });
        const relationToHead = persons.code(check, 'relationToHead', 'family-relation', check.has('relationToHead'));
        const status = persons.code(check, 'residentStatus', 'residence-status');
        const homePhone = check.text('homePhone', { max: 40 });
        const livesWhereRegistered = status === '' ? null : persons.codeTables.labelOf('residence-status', status, 'zh-CN') === '人户同在';
        const draft = { ...read, relationToHead, livesWhereRegistered, presentAddress: read.presentAddress || (livesWhereRegistered ? read.registeredAddress : '') };
        const block = { ...persons.readBlock(check, 'registered'), ...(status !== '' && { residenceStatus: status }) };
        const values = { draft, block, extra: persons.extra(check), registerNo, isHead: HEADS.has(relationToHead), homePhone };
        return { findings: check.findings, key: read.idNumber, values: check.isSound() ? values : null, existing: check.isSound() ? persons.existing(values) : null };
      },
      recall: { basis: persons.basis, existing: persons.existing },
      commit: (values, existing) => {
        if (existing) return persons.update(existing.id, values, existing.theirs);
        const { id, changes } = persons.insert({ ...values, draft: { ...values.draft, householdId: homes.idFor(values) } });
        if (values.isHead) homes.head(values, id);
        return changes;
      },
      finish: homes.finish,
    };
  },
  undoOrder: ['person_block', 'person', 'household'],
  mayRemove: (work, entity, id) => entity !== 'household' || work.persons.ofHousehold({ ...work.actor, scope: 'all' }, id).length === 0,
  refresh: (work, entity, id) => {
    if (entity === 'person') refreshPerson(work, id);
  },
};
