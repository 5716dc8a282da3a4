import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, dayText, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { appointmentDraftSchema, appointmentFilterSchema, appointmentRowSchema, appointmentSortSchema, conditionResultSchema, fitSchema, handoverDraftSchema, handoverSchema, postChangeSchema, postDraftSchema, postFilterSchema, postRowSchema, postSortSchema } from './post.schema.ts';

export const postsPermissions = { 'posts.read': ['clerk', 'supervisor', 'trainer', 'finance', 'administrator'], 'posts.edit': ['supervisor', 'trainer', 'administrator'] } as const;
const { query, command } = operationsFor(postsPermissions);
const postFilter = postFilterSchema.default(postFilterSchema.parse({}));
const appointmentFilter = appointmentFilterSchema.default(appointmentFilterSchema.parse({}));
const STALE = ['staff', 'grid', 'notifications', 'audit', 'undo'];

export const postsOperations = {
  listPosts: query({ permission: 'posts.read', input: z.strictObject({ filter: postFilter, sort: postSortSchema, ...windowShape }), output: z.array(postRowSchema) }),
  countPosts: query({ permission: 'posts.read', input: z.strictObject({ filter: postFilter }), output: countSchema }),
  getPost: query({ permission: 'posts.read', input: idInput, output: postRowSchema }),
  createPost: command({ permission: 'posts.edit', input: postDraftSchema, output: postRowSchema, invalidates: STALE }),
  updatePost: command({ permission: 'posts.edit', input: postChangeSchema, output: postRowSchema, invalidates: STALE }),
  /** Only a post that nobody holds and for which no vacancy is open. */
  removePost: command({ permission: 'posts.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  checkPostConditions: query({ permission: 'posts.read', input: z.strictObject({ postId: z.uuid(), memberId: z.uuid() }), output: z.array(conditionResultSchema) }),
  /** Of the team, who meets every condition that a record can answer. */
  listFits: query({ permission: 'posts.read', input: z.strictObject({ postId: z.uuid(), ...windowShape }), output: z.strictObject({ rows: z.array(fitSchema), count: z.int() }) }),
  listAppointments: query({ permission: 'posts.read', input: z.strictObject({ filter: appointmentFilter, sort: appointmentSortSchema, ...windowShape }), output: z.array(appointmentRowSchema) }),
  countAppointments: query({ permission: 'posts.read', input: z.strictObject({ filter: appointmentFilter }), output: countSchema }),
  appoint: command({ permission: 'posts.edit', input: appointmentDraftSchema, output: appointmentRowSchema, invalidates: STALE }),
  endAppointment: command({ permission: 'posts.edit', input: z.strictObject({ ...versionedShape, untilOn: dayText, reason: z.string().trim().min(2).max(200) }), output: appointmentRowSchema, invalidates: STALE }),
  /** Null while there is no sheet; it then proposes what is usually handed over. */
  getHandover: query({ permission: 'posts.read', input: z.strictObject({ appointmentId: z.uuid() }), output: handoverSchema.extend({ id: z.uuid().nullable() }) }),
  saveHandover: command({ permission: 'posts.edit', input: handoverDraftSchema, output: handoverSchema, invalidates: STALE }),
};
