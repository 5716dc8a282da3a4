import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { idInput, windowShape } from '#shared/contract/list.ts';
import { gridMemberChangeSchema, gridMemberDraftSchema, gridMemberSchema } from './grid-member.schema.ts';

export const staffPermissions = {
  'staff.read': ['clerk', 'supervisor', 'trainer', 'finance', 'administrator'],
  'staff.edit': ['supervisor', 'trainer', 'administrator'],
} as const;
const { query, command } = operationsFor(staffPermissions);

export const staffContract = {
  listGridMembers: query({
    permission: 'staff.read',
    input: z.strictObject({ text: z.string().trim().max(50).default(''), gridId: z.uuid().nullable().default(null), ...windowShape }),
    output: z.strictObject({ rows: z.array(gridMemberSchema), count: z.int() }),
  }),
  getGridMember: query({ permission: 'staff.read', input: idInput, output: gridMemberSchema }),
  createGridMember: command({ permission: 'staff.edit', input: gridMemberDraftSchema, output: gridMemberSchema, invalidates: ['staff', 'grid', 'undo'] }),
  updateGridMember: command({ permission: 'staff.edit', input: gridMemberChangeSchema, output: gridMemberSchema, invalidates: ['staff', 'grid', 'audit', 'undo'] }),
};
