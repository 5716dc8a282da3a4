import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, instantText } from '#shared/contract/list.ts';
import { roles } from '#shared/contract/roles.ts';

export const sessionPermissions = { 'recovery.renew': ['administrator'] } as const;
const { task, query, command } = operationsFor(sessionPermissions);

const passwordText = z.string().min(1).max(1024);
const nameText = z.string().trim().min(1).max(40);

/** `making`: a large demo that is not there yet makes itself, watched by its page. */
export const stationStates = ['making', 'first-run', 'recovery-sheet', 'signed-out', 'signed-in'] as const;

export const stationSchema = z.strictObject({
  state: z.enum(stationStates),
  demo: z.boolean(),
  /** The name typed at the last sign-in on this PC, so that most days only the password is typed. */
  lastName: z.string(),
  lockedBecause: z.enum(['idle', 'system', 'manual', 'expired']).nullable(),
  /** Codes about the data folder or the key store that a person should see before signing in. */
  warnings: z.array(z.string()),
});
export type Station = z.infer<typeof stationSchema>;

export const currentSessionSchema = z.strictObject({
  userId: z.uuid(),
  name: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(roles)),
  permissions: z.array(z.string()),
  communityId: z.uuid(),
  communityName: z.string(),
  demo: z.boolean(),
  mustChangePassword: z.boolean(),
  /** True when the file is older than the last recorded state and a supervisor has not yet decided. */
  readOnly: z.boolean(),
  signedInAt: instantText,
  lastPlace: z.string(),
});
export type CurrentSession = z.infer<typeof currentSessionSchema>;

/** What main needs to know of an account to open a session with it. */
export const sessionAccountSchema = z.strictObject({
  name: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(roles)),
  gridIds: z.array(z.uuid()),
  status: z.enum(['active', 'disabled']),
  mustChangePassword: z.boolean(),
  communityId: z.uuid(),
  communityName: z.string(),
  demo: z.boolean(),
  idleLockMinutes: z.int(),
  passwordComplexity: z.boolean(),
  lastPlace: z.string(),
});
export type SessionAccount = z.infer<typeof sessionAccountSchema>;

/** What the recovery sheet shows once: the words that open everything, and the key that proves the audit log. */
export const recoverySheetSchema = z.strictObject({
  words: z.array(z.string()).length(24),
  auditKey: z.string(),
  communityName: z.string(),
  createdAt: instantText,
  /** Positions (1 to 24) of the words to be typed back. */
  challenge: z.array(z.int().min(1).max(24)).length(3),
});
export type RecoverySheet = z.infer<typeof recoverySheetSchema>;

/** When the newest sheet was made, and when three of its words were typed back; null as long as nobody did. */
export const sheetStateSchema = z.strictObject({ madeAt: instantText.nullable(), confirmedAt: instantText.nullable() });
export type SheetState = z.infer<typeof sheetStateSchema>;

/** The backup that can take the place of a file that does not open, and how many entries of the log it does not hold. */
export const rescueSchema = z.strictObject({ createdAt: instantText, lostEntries: z.int(), needsApprover: z.boolean() });
export type Rescue = z.infer<typeof rescueSchema>;

export const firstRunSchema = z.strictObject({
  communityName: z.string().trim().min(2).max(50),
  name: nameText,
  displayName: nameText,
  password: passwordText,
});

export const sessionContract = {
  getStation: task({ permission: 'public', input: z.strictObject({}), output: stationSchema, invalidates: [] }),
  /** Makes the large demo the program was started for and opens it; refused anywhere else. Progress names the area; cancelled, nothing is left and the program ends. */
  makeDemo: task({ permission: 'public', input: z.strictObject({}), output: doneSchema, invalidates: [] }),
  setUp: task({ permission: 'public', input: firstRunSchema, output: recoverySheetSchema, invalidates: [] }),
  confirmRecoverySheet: task({
    permission: 'public',
    input: z.strictObject({ words: z.array(z.strictObject({ position: z.int().min(1).max(24), word: z.string().max(40) })).length(3) }),
    output: doneSchema,
    invalidates: [],
  }),
  /** The sheet that waits for its three words, for a page that was loaded again. */
  getRecoverySheet: task({ permission: 'public', input: z.strictObject({}), output: recoverySheetSchema, invalidates: [] }),
  printRecoverySheet: task({ permission: 'public', input: z.strictObject({}), output: doneSchema, invalidates: [] }),
  signIn: task({ permission: 'public', input: z.strictObject({ name: nameText, password: passwordText }), output: doneSchema, invalidates: [] }),
  /** Opens with the recovery words and gives the named account a new password. */
  recover: task({
    permission: 'public',
    input: z.strictObject({ words: z.string().max(1000), name: nameText, newPassword: passwordText }),
    output: recoverySheetSchema,
    invalidates: [],
  }),
  /** Replaces the sheet; the window shows the new one until three of its words were typed back. */
  renewRecoverySheet: task({ permission: 'recovery.renew', input: z.strictObject({ password: passwordText }), output: doneSchema, invalidates: [] }),
  getSheetState: query({ permission: 'recovery.renew', input: z.strictObject({}), output: sheetStateSchema }),
  /** After a sign-in that found the file damaged; null when no backup is whole. */
  getRescue: task({ permission: 'public', input: z.strictObject({}), output: rescueSchema.nullable(), invalidates: [] }),
  restoreNewest: task({ permission: 'public', input: z.strictObject({ approverName: z.string().max(40), approverPassword: z.string().max(1024) }), output: doneSchema, invalidates: [] }),
  /** Where the key store and its copy are damaged: that of the newest backup takes their place. */
  useBackupKeystore: task({ permission: 'public', input: z.strictObject({}), output: doneSchema, invalidates: [] }),
  /** Puts a revealed value on the system's clipboard; main takes it off again after 20 seconds, or when the desk locks. */
  copyInPassing: task({ permission: 'session', input: z.strictObject({ text: z.string().min(1).max(200) }), output: doneSchema, invalidates: [] }),
  getCurrent: task({ permission: 'session', input: z.strictObject({}), output: currentSessionSchema, invalidates: [] }),
  /** Lock keeps the place for the same person; sign-out keeps nothing. */
  lock: task({ permission: 'session', input: z.strictObject({ place: z.string().max(500) }), output: doneSchema, invalidates: [] }),
  signOut: task({ permission: 'session', input: z.strictObject({}), output: doneSchema, invalidates: [] }),
  /** The person did something; the idle clock starts again. */
  touch: task({ permission: 'session', input: z.strictObject({}), output: doneSchema, invalidates: [] }),
  changePassword: task({
    permission: 'session',
    input: z.strictObject({ oldPassword: passwordText, newPassword: passwordText }),
    output: doneSchema,
    invalidates: ['session', 'accounts'],
  }),

  /** The database half of the tasks above. */
  initialise: command({
    permission: 'session',
    internal: true,
    input: z.strictObject({ communityName: z.string(), account: z.strictObject({ id: z.uuid(), name: z.string(), displayName: z.string(), roles: z.array(z.enum(roles)) }), demo: z.boolean(), auditKey: z.string().length(64) }),
    output: z.strictObject({ communityId: z.uuid() }),
    invalidates: [],
  }),
  /** Fills a station that was set up as a demo with invented people; refused anywhere else. */
  fillDemo: command({ permission: 'session', internal: true, input: z.strictObject({ seed: z.int() }), output: z.strictObject({ persons: z.int() }), invalidates: ['grid', 'staff'] }),
  recordSheet: command({ permission: 'session', internal: true, input: z.strictObject({ event: z.enum(['made', 'confirmed']) }), output: doneSchema, invalidates: [] }),
  readAccount: query({ permission: 'session', internal: true, input: z.strictObject({ userId: z.uuid() }), output: sessionAccountSchema }),
  openSession: command({ permission: 'session', internal: true, input: z.strictObject({ how: z.enum(['password', 'recovery']) }), output: doneSchema, invalidates: [] }),
  closeSession: command({ permission: 'session', internal: true, input: z.strictObject({ reason: z.enum(['idle', 'system', 'manual', 'expired', 'signed-out', 'restore', 'role-changed']), place: z.string().max(500) }), output: doneSchema, invalidates: [] }),
};
