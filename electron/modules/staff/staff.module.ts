import { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { ImportProfile } from '#electron/kernel/imports/import-profile.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { normaliseIdNumber } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import type { GridMember, gridMemberChangeSchema, GridMemberDraft } from '#shared/modules/staff/grid-member.schema.ts';
import type { staffContract } from '#shared/modules/staff/staff.contract.ts';
import { gridMembersProfile } from './grid-members.profile.ts';
import { gridMembersRepository } from './grid-members.repository.ts';

export const openStaff = (db: Db) => ({ gridMembers: gridMembersRepository(db) });

type MemberChange = z.output<typeof gridMemberChangeSchema>;
const getGridMember = (work: Work, { id }: { readonly id: string }): GridMember => work.gridMembers.get(id) ?? fail('record/not-found', {});

function checked(work: Work, draft: GridMemberDraft, ownId: string | null): GridMemberDraft {
  const idNumber = normaliseIdNumber(draft.idNumber);
  const other = idNumber === '' ? undefined : work.gridMembers.findByIdNumber(idNumber);
  if (other && other.id !== ownId) fail('grid-member/id-number-taken', { name: other.name });
  if (draft.gridId !== null && !work.grids.find(draft.gridId)) fail('record/not-found', {});
  return { ...draft, idNumber, phone: normalisePhone(draft.phone) };
}

function createGridMember(work: Work, draft: GridMemberDraft): GridMember {
  const now = work.clock.now().toISOString();
  const member = { ...checked(work, draft, null), id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, extra: {}, importBatchId: null };
  work.gridMembers.insert(member);
  work.record({ action: 'grid-member.created', entity: 'grid_member', entityId: member.id, detail: { name: draft.name }, changes: [work.rows.change('grid_member', member.id, undefined)] });
  return getGridMember(work, member);
}

function updateGridMember(work: Work, { id, version, ...change }: MemberChange): GridMember {
  const member = work.gridMembers.find(id) ?? fail('record/not-found', {});
  checkVersion(work, 'grid_member', member, version);
  const draft = checked(work, { ...change, idNumber: change.idNumber ?? member.idNumber }, id);
  const before = work.rows.read('grid_member', id);
  work.gridMembers.replace({ ...member, ...draft, version: version + 1, updatedAt: work.clock.now().toISOString() });
  work.record({ action: 'grid-member.changed', entity: 'grid_member', entityId: id, changes: [work.rows.change('grid_member', id, before)] });
  return getGridMember(work, { id });
}

export const staffHandlers: Handlers<typeof staffContract, Work> = {
  listGridMembers: (work, query) => work.gridMembers.list(query),
  getGridMember,
  createGridMember,
  updateGridMember,
};

const staffSearch: readonly SearchSource[] = [
  {
    permission: 'staff.read',
    find: (work, text, limit) =>
      work.gridMembers.list({ text, gridId: null, offset: 0, limit: Math.min(limit, 5) }).rows.map((member) => ({ entity: 'gridMember', id: member.id, title: member.name, detail: [member.gridName, member.phone].filter(Boolean).join(' · '), matched: 'name', to: `/staff/grid-members?text=${encodeURIComponent(member.name)}` })),
  },
];

const staffHistory: Readonly<Record<string, HistoryGuard>> = { grid_member: { permission: 'staff.read', isVisible: (work, id) => work.gridMembers.find(id) !== undefined } };

const staffUndo: Readonly<Record<string, UndoSource>> = {
  grid_member: {
    permission: 'staff.edit',
    nameOf: (work, id) => work.gridMembers.find(id)?.name ?? '',
    check: (work, id, columns) => {
      const number = columns['id_number'];
      const other = typeof number === 'string' && number !== '' ? work.gridMembers.findByIdNumber(number) : undefined;
      if (other && other.id !== id) fail('grid-member/id-number-taken', { name: other.name });
    },
    refresh: (work, id) => {
      const member = work.gridMembers.find(id);
      if (member) work.gridMembers.replace(member);
    },
  },
};

const memberQuery = z.object({ text: z.string().max(50).default(''), gridId: z.uuid().nullable().default(null) });
const memberList: ExportList<z.output<typeof memberQuery>> = {
  permission: 'staff.read',
  query: memberQuery,
  fields: ['name', 'phone', 'sex', 'birthOn', 'idNumberMasked', 'employment', 'gridName', 'registeredOn', 'note'],
  days: ['birthOn', 'registeredOn'],
  count: (work, query) => work.gridMembers.list({ ...query, offset: 0, limit: 1 }).count,
  *windows(work, query, size) {
    for (let offset = 0; ; offset += size) {
      const { rows } = work.gridMembers.list({ ...query, offset, limit: size });
      if (rows.length > 0) yield rows.map(({ isResponsible: _r, ...member }) => ({ ...member, sex: work.codeTables.labelOf('sex', member.sex, 'zh-CN'), employment: member.employment === 'full-time' ? '专职' : '兼职' }));
      if (rows.length < size) return;
    }
  },
};
const staffExports: Readonly<Record<string, ExportList>> = { 'staff.gridMembers': memberList as ExportList }; // the exporter parses the query with the list's own schema

export const staffParts: readonly ModuleParts[] = [{ search: staffSearch, history: staffHistory, undo: staffUndo, exports: staffExports, imports: [gridMembersProfile as ImportProfile] }]; // a run hands only its own values back to its own profile
