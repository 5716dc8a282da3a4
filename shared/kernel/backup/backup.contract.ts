import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, instantText } from '#shared/contract/list.ts';

export const backupPermissions = {
  'backup.create': ['clerk', 'trainer', 'finance', 'supervisor', 'administrator'],
  'backup.restore': ['administrator', 'supervisor'],
} as const;
const { task } = operationsFor(backupPermissions);

export const backupSchema = z.strictObject({
  /** The folder's name: `backup-<audit seq>-<utc>`. */
  name: z.string().max(80),
  createdAt: instantText,
  kind: z.enum(['daily', 'on-demand', 'before-import', 'before-migration', 'before-restore']),
  sizeBytes: z.int(),
  auditSeq: z.int(),
  schemaVersion: z.int(),
  verified: z.boolean(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupStatusSchema = z.strictObject({
  lastGoodAt: instantText.nullable(),
  /** Days since the last good backup; 3 and more is stale. */
  ageDays: z.int().nullable(),
  running: z.boolean(),
  lastFailure: z.string().nullable(),
  /** When a restore was last tried out with success. */
  lastDrillAt: instantText.nullable(),
});
export type BackupStatus = z.infer<typeof backupStatusSchema>;

export const restoreDrillSchema = z.strictObject({ at: instantText, backup: backupSchema });
export type RestoreDrill = z.infer<typeof restoreDrillSchema>;

export const restorePreviewSchema = z.strictObject({
  backup: backupSchema,
  /** Entries of the log made after the backup: what a restore would lose. */
  lostEntries: z.int(),
});

export const backupContract = {
  getStatus: task({ permission: 'session', input: z.strictObject({}), output: backupStatusSchema, invalidates: [] }),
  listBackups: task({ permission: 'backup.create', input: z.strictObject({}), output: z.array(backupSchema), invalidates: [] }),
  createBackup: task({ permission: 'backup.create', input: z.strictObject({}), output: backupSchema, invalidates: ['backup', 'audit'] }),
  verifyBackup: task({ permission: 'backup.create', input: z.strictObject({ name: z.string().max(80) }), output: backupSchema, invalidates: ['backup'] }),
  /** Opens the newest backup at a scratch place as a restore would; changes nothing. */
  drillRestore: task({ permission: 'backup.create', input: z.strictObject({}), output: restoreDrillSchema, invalidates: ['backup', 'audit'] }),
  previewRestore: task({ permission: 'backup.restore', input: z.strictObject({ name: z.string().max(80) }), output: restorePreviewSchema, invalidates: [] }),
  /** Two people: the one signed in, and another administrator or supervisor who types their own password. */
  restoreBackup: task({
    permission: 'backup.restore',
    input: z.strictObject({ name: z.string().max(80), approverName: z.string().trim().min(1).max(40), approverPassword: z.string().min(1).max(1024) }),
    output: doneSchema,
    invalidates: [],
  }),
  showInFolder: task({ permission: 'backup.create', input: z.strictObject({}), output: doneSchema, invalidates: [] }),
};
