import type { Work } from '#electron/database/unit-of-work.ts';
import type { Difference, ImportProfile } from '#electron/kernel/imports/import-profile.ts';
import { rowCheck } from '#electron/kernel/imports/row-check.ts';
import type { BodyDraft } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import { chosenExtra, extraDifferences } from '../../register/imports/existing-record.ts';
import { gridCells, phoneCell } from '../../register/imports/person-cells.ts';
import type { BodyRecord } from '../bodies/bodies.repository.ts';

type Imported = { readonly draft: BodyDraft; readonly extra: Readonly<Record<string, string>> };

const SOCIAL = /社会组织|社会团体|社团|民办非|协会|基金会|志愿/;
const DEPARTMENT = /机关|事业|政府|党群|行政/;

/** 单位类别 in the desk's three kinds of body (domain.md 4, row H1); the form's own word stays with the record. */
const kindOf = (category: string): BodyDraft['kind'] => (SOCIAL.test(category) ? 'social' : DEPARTMENT.test(category) ? 'department' : 'economic');

const FIELDS = { companyAddress: 'address', legalPerson: 'contact', companyPhone: 'contactPhone', note: 'note' } as const;
type FormField = keyof typeof FIELDS;
const FORM_FIELDS = Object.keys(FIELDS) as FormField[]; // the keys of the table above

/** Where the form says something else than the register; grids are compared as a whole. */
function differences(work: Work, stored: BodyRecord, draft: BodyDraft): Difference[] {
  const texts = FORM_FIELDS.flatMap((field) => (draft[FIELDS[field]] === '' || draft[FIELDS[field]] === stored[FIELDS[field]] ? [] : [{ field, ours: stored[FIELDS[field]], theirs: draft[FIELDS[field]] }]));
  const names = (ids: readonly string[]): string => ids.map((id) => work.grids.find(id)?.name ?? '').join('、');
  return draft.gridIds.every((id) => stored.gridIds.includes(id)) ? texts : [...texts, { field: 'grid', ours: names(stored.gridIds), theirs: names(draft.gridIds) }];
}

/** 实有单位登记表: organisations by name, into the register of organisations tied to grids. */
export const companiesProfile: ImportProfile<Imported> = {
  id: 'companies',
  permission: 'imports.organisations',
  keyField: 'companyName',
  fields: [
    { field: 'companyName', titles: ['单位名称'], required: true, essential: true, tells: true },
    { field: 'grid', titles: ['所属网格'], required: true, essential: true, list: 'grids' },
    { field: 'companyAddress', titles: ['单位地址'], required: true, tells: true },
    { field: 'companyCategory', titles: ['单位类别'], tells: true },
    { field: 'legalPerson', titles: ['法人代表'], tells: true },
    { field: 'companyPhone', titles: ['单位电话'], tells: true },
    { field: 'note', titles: ['备注'] },
  ],
  open: (work, batchId) => {
    const grid = gridCells(work, work.grids.ofCommunity(work.actor.communityId));
    const now = work.clock.now().toISOString();
    return {
      check: (row) => {
        const check = rowCheck(row);
        const name = check.text('companyName', { required: true, max: 80 });
        if (name.length === 1) check.say('error', 'companyName', 'name-too-short');
        const gridId = grid(check, 'grid');
        const category = check.text('companyCategory', { max: 60 });
        const draft: BodyDraft = {
          kind: kindOf(category),
          name,
          contact: check.text('legalPerson', { max: 50, isName: true }),
          contactPhone: phoneCell(check, 'companyPhone'),
          address: check.text('companyAddress'),
          duty: '',
          agreementNo: '',
          agreementFrom: null,
          agreementUntil: null,
          gridIds: gridId === null ? [] : [gridId],
          isActive: true,
          note: check.text('note', { max: 300 }),
        };
        const extra = { ...check.extra(), ...(category !== '' && { 单位类别: category }) };
        const stored = check.isSound() ? work.bodies.findByName(name) : undefined;
        return {
          findings: check.findings,
          key: name,
          values: check.isSound() ? { draft, extra } : null,
          existing: stored ? { id: stored.id, version: stored.version, differences: [...differences(work, stored, draft), ...extraDifferences(stored.extra, extra)] } : null,
        };
      },
      commit: ({ draft, extra }, existing) => {
        if (!existing) {
          const body = { ...draft, id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, extra, importBatchId: batchId };
          work.bodies.insert(body);
          return [work.rows.change('body', body.id, undefined)];
        }
        const body = work.bodies.find(existing.id);
        if (!body) return [];
        const before = work.rows.read('body', body.id);
        const taken = Object.fromEntries(FORM_FIELDS.filter((field) => existing.theirs.has(field)).map((field) => [FIELDS[field], draft[FIELDS[field]]]));
        const gridIds = existing.theirs.has('grid') ? [...new Set([...body.gridIds, ...draft.gridIds])] : body.gridIds;
        work.bodies.replace({ ...body, ...taken, gridIds, extra: chosenExtra(body.extra, extra, existing.theirs), version: body.version + 1, updatedAt: now });
        return [work.rows.change('body', body.id, before)];
      },
      finish: () => [],
    };
  },
  undoOrder: ['body'],
  mayRemove: () => true,
  refresh: (work, _entity, id) => {
    const body = work.bodies.find(id);
    if (body) work.bodies.replace(body);
  },
};
