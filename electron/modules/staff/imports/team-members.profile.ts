import type { ImportProfile } from '#electron/kernel/imports/import-profile.ts';
import { rowCheck } from '#electron/kernel/imports/row-check.ts';
import { isPhone, normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import type { GridMemberRecord } from '../people/grid-members.repository.ts';

type Draft = { readonly name: string; readonly gridId: string | null; readonly sex: '0' | '1' | '2' | '9'; readonly political: string; readonly employer: string; readonly deskDuty: string; readonly skills: readonly string[]; readonly privatePhone: string; readonly birthOn: string | null; readonly phone: string; readonly note: string };
type Imported = { readonly draft: Draft; readonly extra: Readonly<Record<string, string>> };
const COMPARED = ['gridId', 'political', 'employer', 'deskDuty', 'privatePhone', 'phone', 'birthOn', 'note'] as const;
const MOST_SKILLS = 20;
const LONGEST_SKILL = 20;

/** 四支队伍成员信息登记表: members of the four teams, who bear no number; a person is known by name with the mobile number, or the grid where there is none. */
export const teamMembersProfile: ImportProfile<Imported> = {
  id: 'team-members',
  permission: 'imports.organisations',
  keyField: 'name',
  fields: [
    { field: 'name', titles: ['成员姓名', '队员姓名'], required: true, essential: true, tells: true },
    { field: 'grid', titles: ['服务网格'], required: true, list: 'grids' },
    { field: 'sex', titles: ['性别'], list: 'sex' },
    { field: 'political', titles: ['政治面貌'], list: 'political' },
    { field: 'employer', titles: ['所在单位'] },
    { field: 'deskDuty', titles: ['职务'] },
    { field: 'skills', titles: ['特长'] },
    { field: 'privatePhone', titles: ['联系手机'] },
    { field: 'birthOn', titles: ['出生日期'] },
    { field: 'phone', titles: ['联系电话'] },
    { field: 'note', titles: ['备注'] },
  ],
  open: (work, batchId) => {
    const grids = new Map(work.grids.ofCommunity(work.actor.communityId).filter(({ status }) => status === 'active').flatMap((grid) => [...grid.formerCodes, grid.code, grid.name].map((known) => [known, grid] as const)));
    const codeTables = work.codeTables.present();
    const now = work.clock.now().toISOString();
    const storedOf = (draft: Draft): GridMemberRecord | undefined => {
      const same = work.gridMembers.ofName(draft.name);
      return same.find(({ privatePhone }) => draft.privatePhone !== '' && privatePhone === draft.privatePhone) ?? same.find(({ gridId, privatePhone }) => gridId === draft.gridId && (privatePhone === '' || draft.privatePhone === ''));
    };
    const nameOfGrid = (id: string | null): string => (id === null ? '' : (work.grids.find(id)?.name ?? ''));
    return {
      check: (row) => {
        const check = rowCheck(row);
        const code = (field: string, table: string): string => {
          const given = check.text(field, { max: 60 });
          const item = given === '' ? undefined : codeTables.find(table, given);
          if (given !== '' && !item?.active) check.say('error', field, 'unknown-code', { text: given });
          return item?.code ?? '';
        };
        const phoneOf = (field: string): string => {
          const phone = normalisePhone(check.text(field, { max: 40 }));
          if (phone !== '' && !isPhone(phone)) check.say('error', field, 'phone-invalid', { text: phone });
          return phone;
        };
        const name = check.text('name', { required: true, max: 50, isName: true });
        const gridName = check.text('grid', { max: 50, required: true });
        if (gridName !== '' && !grids.has(gridName)) check.say('error', 'grid', 'unknown-grid', { text: gridName });
        const sex = code('sex', 'sex');
        const skills = check.text('skills', { max: 200 }).split(/[、，,；;/\s]+/u).filter(Boolean).map((skill) => skill.slice(0, LONGEST_SKILL)).slice(0, MOST_SKILLS);
        const draft: Draft = {
          name, skills, gridId: grids.get(gridName)?.id ?? null, sex: sex === '1' || sex === '2' || sex === '9' ? sex : '0', political: code('political', 'political'), employer: check.text('employer', { max: 60 }), deskDuty: check.text('deskDuty', { max: 100 }),
          privatePhone: phoneOf('privatePhone'), birthOn: check.day('birthOn'), phone: phoneOf('phone'), note: check.text('note', { max: 300 }),
        };
        const stored = check.isSound() ? storedOf(draft) : undefined;
        const words = (field: (typeof COMPARED)[number], values: Pick<Draft, (typeof COMPARED)[number]>): string => (field === 'gridId' ? nameOfGrid(values.gridId) : (values[field] ?? ''));
        const differences = stored ? COMPARED.filter((field) => draft[field] !== '' && draft[field] !== null && draft[field] !== stored[field]).map((field) => ({ field, ours: words(field, stored), theirs: words(field, draft) })) : [];
        return { findings: check.findings, key: name === '' ? '' : `${name}/${draft.privatePhone || gridName}`, values: check.isSound() ? { draft, extra: check.extra() } : null, existing: stored ? { id: stored.id, version: stored.version, differences } : null };
      },
      commit: ({ draft, extra }, existing) => {
        if (existing) {
          const member = work.gridMembers.find(existing.id);
          if (!member) return [];
          const before = work.rows.read('grid_member', existing.id);
          work.gridMembers.replace({ ...member, ...Object.fromEntries(Object.entries(draft).filter(([field]) => existing.theirs.has(field))), version: member.version + 1, updatedAt: now });
          return [work.rows.change('grid_member', existing.id, before)];
        }
        const id = work.clock.newId();
        work.gridMembers.insert({
          ...draft, id, communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, idNumber: '', employment: 'part-time', education: '', registeredOn: work.today, staffClass: 'team-member', publishesPhone: false, extra, importBatchId: batchId,
        });
        return [work.rows.change('grid_member', id, undefined)];
      },
      finish: () => [],
    };
  },
  undoOrder: ['grid_member'],
  mayRemove: (work, _entity, id) => !work.appointments.anyOf(id),
  refresh: (work, _entity, id) => {
    const member = work.gridMembers.find(id);
    if (member) work.gridMembers.replace(member);
  },
};
