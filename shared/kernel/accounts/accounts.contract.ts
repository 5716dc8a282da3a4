import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, instantText, versionedShape } from '#shared/contract/list.ts';
import { roles } from '#shared/contract/roles.ts';

/** Administrators manage accounts and see no resident; supervisors may look (security.md 2.5). */
export const accountsPermissions = {
  'accounts.read': ['administrator', 'supervisor', 'auditor'],
  'accounts.manage': ['administrator'],
} as const;
const { query, command, task } = operationsFor(accountsPermissions);

export const accountSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(roles)),
  /** Empty means every grid; a clerk with grids sees only these. */
  gridIds: z.array(z.uuid()),
  status: z.enum(['active', 'disabled']),
  mustChangePassword: z.boolean(),
  lastSignInAt: instantText.nullable(),
  createdAt: instantText,
});
export type Account = z.infer<typeof accountSchema>;

const accountDraftShape = {
  displayName: z.string().trim().min(1).max(40),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  gridIds: z.array(z.uuid()).max(2000),
};
export const accountDraftSchema = z.strictObject({ name: z.string().trim().min(1).max(40), ...accountDraftShape });
export type AccountDraft = z.infer<typeof accountDraftSchema>;

/** A one-time password is shown once on screen and must be changed at the next sign-in. */
const oneTimePassword = z.strictObject({ id: z.uuid(), oneTimePassword: z.string() });

export const accountsContract = {
  listAccounts: query({ permission: 'accounts.read', input: z.strictObject({}), output: z.array(accountSchema) }),
  createAccount: task({ permission: 'accounts.manage', input: accountDraftSchema, output: oneTimePassword, invalidates: ['accounts'] }),
  updateAccount: command({
    permission: 'accounts.manage',
    input: z.strictObject({ ...versionedShape, ...accountDraftShape }),
    output: accountSchema,
    invalidates: ['accounts'],
  }),
  resetPassword: task({ permission: 'accounts.manage', input: z.strictObject({ ...versionedShape }), output: oneTimePassword, invalidates: ['accounts'] }),
  disableAccount: task({ permission: 'accounts.manage', input: z.strictObject({ ...versionedShape }), output: doneSchema, invalidates: ['accounts'] }),
  enableAccount: task({ permission: 'accounts.manage', input: z.strictObject({ ...versionedShape }), output: oneTimePassword, invalidates: ['accounts'] }),

  /** The database half of the tasks above; the other half is the person's slot in the key store. */
  insertAccount: command({
    permission: 'accounts.manage',
    internal: true,
    input: z.strictObject({ id: z.uuid(), ...accountDraftSchema.shape, mustChangePassword: z.boolean() }),
    output: accountSchema,
    invalidates: ['accounts'],
  }),
  setAccountAccess: command({
    permission: 'accounts.manage',
    internal: true,
    input: z.strictObject({ ...versionedShape, change: z.enum(['disable', 'enable', 'reset-password']) }),
    output: accountSchema,
    invalidates: ['accounts'],
  }),
  recordPasswordChanged: command({
    permission: 'session',
    internal: true,
    input: z.strictObject({}),
    output: doneSchema,
    invalidates: ['accounts'],
  }),
};
