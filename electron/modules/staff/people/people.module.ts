import type { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { gridMemberFilterSchema } from '#shared/modules/staff/grid-member.schema.ts';
import type { peopleOperations } from '#shared/modules/staff/people/people.contract.ts';
import { paged } from '../paged.ts';
import { gridMembersRepository } from './grid-members.repository.ts';
import { confirmPhone, createGridMember, endService, getGridMember, listChain, memberOf, resumeService, updateGridMember } from './people.service.ts';

export const openPeople = (db: Db) => ({ gridMembers: gridMembersRepository(db) });

export const peopleHandlers: Handlers<typeof peopleOperations, Work> = {
  listGridMembers: (work, query) => work.gridMembers.list(query, work.today, work.actor),
  getGridMember,
  createGridMember,
  updateGridMember,
  endService,
  resumeService,
  confirmPhone,
  listChain,
};

const memberUndo: UndoSource = {
  permission: 'staff.edit',
  nameOf: (work, id) => work.gridMembers.find(id)?.name ?? '',
  check: (work, id, columns) => {
    const number = columns['id_number'];
    const other = typeof number === 'string' && number !== '' ? work.gridMembers.findByIdNumber(number) : undefined;
    if (other && other.id !== id) fail('grid-member/id-number-taken', { name: other.name });
  },
  mayWithdraw: (work, id) => !work.appointments.anyOf(id) && work.rosters.daysOf(id, '0000-01-01').length === 0 && !work.grids.ofCommunity(work.actor.communityId).some(({ responsibleId }) => responsibleId === id),
  refresh: (work, id) => {
    const member = work.gridMembers.find(id);
    if (member) work.gridMembers.replace(member);
  },
};

const memberList: ExportList<z.output<typeof gridMemberFilterSchema>> = {
  permission: 'staff.read',
  query: gridMemberFilterSchema,
  fields: ['name', 'staffClass', 'postName', 'gridName', 'phone', 'sex', 'birthOn', 'idNumberMasked', 'employment', 'education', 'profession', 'grade', 'startedOn', 'superiorName', 'registeredOn', 'leftOn', 'note'],
  days: ['birthOn', 'registeredOn', 'startedOn', 'leftOn'],
  count: (work, query) => work.gridMembers.list({ ...query, offset: 0, limit: 1 }, work.today, work.actor).count,
  windows: (work, query, size) => {
    const label = (table: string, code: string): string => work.codeTables.labelOf(table, code, 'zh-CN');
    return paged((offset) => work.gridMembers.list({ ...query, offset, limit: size }, work.today, work.actor).rows, size, (member) => ({
      name: member.name, postName: member.postName, gridName: member.gridName, phone: member.publishesPhone ? member.phone : '', birthOn: member.birthOn, idNumberMasked: member.idNumberMasked, startedOn: member.startedOn, superiorName: member.superiorName, registeredOn: member.registeredOn,
      leftOn: member.leftOn, note: member.note, staffClass: label('staff-class', member.staffClass), sex: label('sex', member.sex), employment: label('grid-member-employment', member.employment), education: label('education', member.education), profession: label('staff-profession', member.profession), grade: label('staff-grade', member.grade),
    }));
  },
};

export const peopleParts: ModuleParts = {
  search: [
    {
      permission: 'staff.read',
      find: (work, text, limit) =>
        work.gridMembers.list({ text, offset: 0, limit: Math.min(limit, 5) }, work.today, work.actor).rows.map((member) => ({ entity: 'gridMember', id: member.id, title: member.name, detail: [member.postName, member.gridName, member.phone].filter(Boolean).join(' · '), matched: matchedPart(text, { name: member.name, phone: member.phone }, { readsPinyin: true }), to: `/staff/grid-members/${member.id}` })),
    },
  ],
  history: { grid_member: { permission: 'staff.read', isVisible: (work, id) => work.gridMembers.get(id, work.actor) !== undefined } },
  numbers: { grid_member: { permission: 'internal-numbers.read', numberOf: (work, id, field) => memberOf(work, id)[field] } },
  undo: { grid_member: memberUndo },
  exports: { 'staff.gridMembers': memberList as ExportList }, // the exporter parses the query with the list's own schema
};
