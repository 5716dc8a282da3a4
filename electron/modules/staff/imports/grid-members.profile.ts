import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { ImportProfile } from '#electron/kernel/imports/import-profile.ts';
import { rowCheck } from '#electron/kernel/imports/row-check.ts';
import { birthOf, idNumberFault, normaliseIdNumber, sexOf } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { isPhone, normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { nextGridCode } from '#shared/modules/grid/territory/grid-code.rules.ts';
import type { GridMemberDraft } from '#shared/modules/staff/grid-member.schema.ts';

type Imported = { readonly draft: Pick<GridMemberDraft, 'name' | 'phone' | 'sex' | 'birthOn' | 'idNumber' | 'employment' | 'political' | 'education' | 'registeredOn' | 'note'>; readonly gridName: string; readonly extra: Readonly<Record<string, string>> };
const COMPARED = ['name', 'phone', 'employment', 'political', 'education', 'registeredOn', 'note'] as const;

/** Grids named by the form: an existing one is joined, an unknown one is founded, because the team's form is the first a community fills. */
function gridImport(work: Work) {
  const answered = new Map<string, string>();
  const now = work.clock.now().toISOString();
  const byName = new Map(work.grids.ofCommunity(work.actor.communityId).filter((grid) => grid.status === 'active').flatMap((grid) => [...grid.formerCodes, grid.code, grid.name].map((known) => [known, grid.id])));
  return {
    isKnown: (name: string): boolean => byName.has(name),
    /** Who answers for which grid by this import, with the service that begins by it. */
    begin: (): RecordChange[] => [...answered].flatMap(([gridId, memberId]) => work.appointments.followResponsible(work, { id: gridId, communityId: work.actor.communityId }, memberId, '')),
    idFor: (name: string, responsibleId: string): { id: string; changes: RecordChange[] } => {
      const known = byName.get(name);
      if (known !== undefined) {
        const grid = work.grids.find(known);
        if (!grid || grid.responsibleId !== null) return { id: known, changes: [] };
        const before = work.rows.read('grid', known);
        answered.set(known, responsibleId);
        work.grids.replace({ ...grid, responsibleId, version: grid.version + 1, updatedAt: now });
        return { id: known, changes: [work.rows.change('grid', known, before)] };
      }
      const id = work.clock.newId();
      const communityCode = work.organisations.find(work.actor.communityId)?.code ?? '';
      const code = nextGridCode(work.settings.get().gridCodeRule, communityCode, 'basic', work.grids.ofCommunity(work.actor.communityId).flatMap((grid) => [grid.code, ...grid.formerCodes]));
      work.grids.insert({ id, communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, code, formerCodes: [], name, type: 'basic', nature: '', boundary: '', responsibleId, startedOn: null, note: '', status: 'active', closedOn: null, closedReason: '' });
      byName.set(name, id);
      answered.set(id, responsibleId);
      return { id, changes: [work.rows.change('grid', id, undefined)] };
    },
  };
}

/** 网格员信息登记表: grid members, each with the grid they answer for. */
export const gridMembersProfile: ImportProfile<Imported> = {
  id: 'grid-members',
  permission: 'imports.organisations',
  keyField: 'idNumber',
  fields: [
    { field: 'name', titles: ['姓名'], required: true, essential: true },
    { field: 'grid', titles: ['所属网格'], list: 'grids' },
    { field: 'idNumber', titles: ['身份证号码', '身份证号'], required: true, essential: true },
    { field: 'sex', titles: ['性别'], list: 'sex' },
    { field: 'birthOn', titles: ['出生年月', '出生日期'] },
    { field: 'phone', titles: ['联系电话', '联系手机'] },
    { field: 'employment', titles: ['专兼职情况', '网格员专兼职情况'], required: true, essential: true, tells: true, list: 'grid-member-employment' },
    { field: 'political', titles: ['政治面貌'], list: 'political' },
    { field: 'education', titles: ['文化程度'], list: 'education' },
    { field: 'registeredOn', titles: ['登记时间'] },
    { field: 'note', titles: ['备注'] },
  ],
  open: (work, batchId) => {
    const grids = gridImport(work);
    const codeTables = work.codeTables.present();
    const now = work.clock.now().toISOString();
    const known = new Set<string>();
    return {
      check: (row) => {
        const check = rowCheck(row);
        const code = (field: string, table: string, required = false): string => {
          const given = check.text(field, { max: 60, required });
          const item = given === '' ? undefined : codeTables.find(table, given);
          if (given !== '' && !item?.active) check.say('error', field, 'unknown-code', { text: given });
          return item?.code ?? '';
        };
        const name = check.text('name', { required: true, max: 50, isName: true });
        const gridName = check.text('grid', { max: 50 });
        if (gridName !== '' && !grids.isKnown(gridName) && !known.has(gridName)) check.say('warning', 'grid', 'grid-will-be-created', { text: gridName });
        known.add(gridName);
        if (typeof check.raw('idNumber') === 'number') check.say('error', 'idNumber', 'id-as-number');
        const idNumber = normaliseIdNumber(check.text('idNumber', { required: true, max: 40 }));
        const fault = idNumber === '' ? null : idNumberFault(idNumber, work.today);
        if (fault) check.say('error', 'idNumber', fault === 'fifteen-digits' ? 'id-fifteen-digits' : `id-${fault}`, { length: idNumber.length, expected: '' });
        const sex = code('sex', 'sex');
        const birthOn = check.day('birthOn');
        if (idNumber !== '' && !fault && birthOn !== null && birthOn !== birthOf(idNumber)) check.say('error', 'birthOn', 'birth-differs', { expected: birthOf(idNumber) }, birthOf(idNumber));
        if (idNumber !== '' && !fault && (sex === '1' || sex === '2') && sex !== sexOf(idNumber)) check.say('error', 'sex', 'sex-differs', {}, sexOf(idNumber) === '1' ? '男' : '女');
        const phone = normalisePhone(check.text('phone', { max: 40 }));
        if (phone !== '' && !isPhone(phone)) check.say('error', 'phone', 'phone-invalid', { text: phone });
        const draft = {
          name,
          phone,
          sex: sex === '1' || sex === '2' || sex === '9' ? (sex as '1' | '2' | '9') : ('0' as const),
          birthOn: birthOn ?? (idNumber !== '' && !fault ? birthOf(idNumber) : null),
          idNumber,
          employment: code('employment', 'grid-member-employment', true) === 'part-time' ? ('part-time' as const) : ('full-time' as const),
          political: code('political', 'political'),
          education: code('education', 'education'),
          registeredOn: check.day('registeredOn'),
          note: check.text('note', { max: 300 }),
        };
        const stored = check.isSound() ? work.gridMembers.findByIdNumber(idNumber) : undefined;
        const differences = stored ? COMPARED.filter((field) => draft[field] !== '' && draft[field] !== null && draft[field] !== stored[field]).map((field) => ({ field, ours: String(stored[field] ?? ''), theirs: String(draft[field]) })) : [];
        return { findings: check.findings, key: idNumber, values: check.isSound() ? { draft, gridName, extra: check.extra() } : null, existing: stored ? { id: stored.id, version: stored.version, differences } : null };
      },
      commit: ({ draft, gridName, extra }, existing) => {
        if (existing) {
          const member = work.gridMembers.find(existing.id);
          if (!member) return [];
          const before = work.rows.read('grid_member', existing.id);
          const taken = Object.fromEntries(Object.entries(draft).filter(([field]) => existing.theirs.has(field)));
          work.gridMembers.replace({ ...member, ...taken, version: member.version + 1, updatedAt: now });
          return [work.rows.change('grid_member', existing.id, before)];
        }
        const id = work.clock.newId();
        const grid = gridName === '' ? { id: null, changes: [] } : grids.idFor(gridName, id);
        work.gridMembers.insert({ ...draft, id, communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, gridId: grid.id, extra, importBatchId: batchId });
        return [work.rows.change('grid_member', id, undefined), ...grid.changes];
      },
      finish: () => grids.begin(),
    };
  },
  undoOrder: ['appointment', 'grid', 'grid_member'],
  mayRemove: (work, entity, id) => {
    if (entity === 'appointment') return true;
    if (entity !== 'grid') return !work.grids.ofCommunity(work.actor.communityId).some((grid) => grid.responsibleId === id);
    const grid = work.grids.get(id);
    return grid !== undefined && grid.households + grid.persons === 0;
  },
  refresh: (work, entity, id) => {
    const member = entity === 'grid_member' ? work.gridMembers.find(id) : undefined;
    if (member) work.gridMembers.replace(member);
  },
};
