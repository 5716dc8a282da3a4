import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, instantText } from '#shared/contract/list.ts';
import { VERSION } from './version.rules.ts';

export const updatesPermissions = {
  'updates.install': ['administrator'],
} as const;
const { task } = operationsFor(updatesPermissions);

const version = z.string().regex(VERSION);
const notes = z.array(z.string().trim().min(1).max(300)).min(1).max(60);
/** A name without any folder: an update takes files from beside its manifest and from nowhere else. */
const plainName = z.string().min(1).max(120).regex(/^[\p{L}\p{N}][\p{L}\p{N}._ -]*$/u);

/** `update.json` of an update's folder; the bytes of the file as they lie there are what `update.sig` signs. */
export const updateManifestSchema = z.strictObject({
  v: z.literal(1),
  product: z.literal('griddesk'),
  version,
  /** The oldest version this one can follow. */
  from: version,
  createdAt: instantText,
  notes: z.strictObject({ 'zh-CN': notes, en: notes }),
  files: z.array(z.strictObject({ platform: z.enum(['win32', 'linux']), name: plainName, bytes: z.int().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) })).min(1).max(10),
});
export type UpdateManifest = z.infer<typeof updateManifestSchema>;

/** An update that was proved whole and may follow the version that runs. */
export const updateOfferSchema = z.strictObject({ folder: z.string(), version: z.string(), createdAt: instantText, notes: z.strictObject({ 'zh-CN': z.array(z.string()), en: z.array(z.string()) }), fileName: z.string(), bytes: z.int() });
export type UpdateOffer = z.infer<typeof updateOfferSchema>;

const prepared = z.strictObject({ version: z.string(), backupName: z.string() });

export const updatesContract = {
  /** Which version runs, whether this build can tell a genuine update at all, and whether one waits for the desk to close. */
  getUpdateState: task({ permission: 'updates.install', input: z.strictObject({}), output: z.strictObject({ version: z.string(), hasKey: z.boolean(), prepared: prepared.nullable() }), invalidates: [] }),
  /** Asks for a folder, or takes the one named, and proves what lies in it; nothing is changed. */
  chooseUpdate: task({ permission: 'updates.install', input: z.strictObject({ folder: z.string().max(1000).optional() }), output: updateOfferSchema, invalidates: [] }),
  /** Proves the folder again while its installer is copied beside the data, then makes a backup. The installer starts when the desk closes. */
  prepareUpdate: task({ permission: 'updates.install', input: z.strictObject({ folder: z.string().max(1000), version }), output: prepared, invalidates: ['updates', 'backup', 'audit'] }),
  /** The prepared installer is not started after all. */
  dropUpdate: task({ permission: 'updates.install', input: z.strictObject({}), output: doneSchema, invalidates: ['updates', 'audit'] }),
  /** Closes the desk as its window would, so that what is typed is asked about first; the prepared installer follows. */
  closeForUpdate: task({ permission: 'updates.install', input: z.strictObject({}), output: doneSchema, invalidates: [] }),
};
