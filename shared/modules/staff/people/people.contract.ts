import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { dayText, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { gridMemberChangeSchema, gridMemberDraftSchema, gridMemberFilterShape, gridMemberSchema } from '../grid-member.schema.ts';

export const peoplePermissions = {
  'staff.read': ['clerk', 'supervisor', 'trainer', 'finance', 'administrator'],
  'staff.edit': ['supervisor', 'trainer', 'administrator'],
} as const;
const { query, command } = operationsFor(peoplePermissions);
const STALE = ['staff', 'grid', 'notifications', 'audit', 'undo'];

export const peopleOperations = {
  listGridMembers: query({
    permission: 'staff.read',
    input: z.strictObject({ ...gridMemberFilterShape, ...windowShape }),
    output: z.strictObject({ rows: z.array(gridMemberSchema), count: z.int() }),
  }),
  getGridMember: query({ permission: 'staff.read', input: idInput, output: gridMemberSchema }),
  createGridMember: command({ permission: 'staff.edit', input: gridMemberDraftSchema, output: gridMemberSchema, invalidates: STALE }),
  updateGridMember: command({ permission: 'staff.edit', input: gridMemberChangeSchema, output: gridMemberSchema, invalidates: STALE }),
  /** The last day of service; ends the running appointments with it. */
  endService: command({ permission: 'staff.edit', input: z.strictObject({ ...versionedShape, leftOn: dayText, reason: z.string().trim().min(2).max(200) }), output: doneSchema, invalidates: STALE }),
  resumeService: command({ permission: 'staff.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  /** Somebody rang the work number today and it is right. */
  confirmPhone: command({ permission: 'staff.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  /** The names above a person, the nearest first. */
  listChain: query({ permission: 'staff.read', input: idInput, output: z.array(z.strictObject({ id: z.uuid(), name: z.string(), postName: z.string() })) }),
};
