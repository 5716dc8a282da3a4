import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, versionedShape, windowShape } from '#shared/contract/list.ts';
import { contactSchema, internalChangeSchema, internalDraftSchema, internalRowSchema, photoDraftSchema, photoSchema } from './directory.schema.ts';

export const directoryPermissions = { 'directory.read': ['clerk', 'supervisor', 'trainer', 'finance', 'administrator'], 'directory.edit': ['supervisor', 'trainer', 'administrator'], 'internal-numbers.read': ['supervisor', 'administrator'] } as const;
const { query, command } = operationsFor(directoryPermissions);
const STALE = ['staff', 'audit', 'undo'];

export const directoryOperations = {
  listContacts: query({ permission: 'directory.read', input: z.strictObject({ gridId: z.uuid().nullable().default(null), text: z.string().trim().max(50).default(''), ...windowShape }), output: z.strictObject({ rows: z.array(contactSchema), count: z.int() }) }),
  getPhotos: query({ permission: 'directory.read', input: z.strictObject({ memberIds: z.array(z.uuid()).min(1).max(40) }), output: z.array(photoSchema) }),
  savePhoto: command({ permission: 'directory.edit', input: photoDraftSchema, output: doneSchema, invalidates: STALE }),
  removePhoto: command({ permission: 'directory.edit', input: z.strictObject({ memberId: z.uuid() }), output: doneSchema, invalidates: STALE }),
  listInternalNumbers: query({ permission: 'internal-numbers.read', input: z.strictObject({ memberId: z.uuid().nullable().default(null), ...windowShape }), output: z.strictObject({ rows: z.array(internalRowSchema), count: z.int() }) }),
  addInternalNumber: command({ permission: 'internal-numbers.read', input: internalDraftSchema, output: internalRowSchema, invalidates: STALE }),
  updateInternalNumber: command({ permission: 'internal-numbers.read', input: internalChangeSchema, output: internalRowSchema, invalidates: STALE }),
  removeInternalNumber: command({ permission: 'internal-numbers.read', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
};
