import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { instantText } from '#shared/contract/list.ts';
import { fail } from '#shared/errors/app-error.ts';
import { backupSchema, type Backup } from '#shared/kernel/backup/backup.contract.ts';

const fileSchema = z.strictObject({ bytes: z.int(), sha256: z.string().length(64) });
const manifestSchema = z.strictObject({
  v: z.literal(1),
  name: z.string(),
  /** Counts the backups of a station: neither a wrong clock nor a restore, which sets the log back, changes which one is newest. */
  number: z.int().min(1),
  kind: backupSchema.shape.kind,
  createdAt: instantText,
  auditSeq: z.int(),
  auditHead: z.string(),
  schemaVersion: z.int(),
  database: fileSchema,
  keystore: fileSchema,
});
/** What a backup holds; sealed with a key derived from the file's own, so that nobody swaps its parts. */
export type Manifest = z.infer<typeof manifestSchema>;
const sealedSchema = z.strictObject({ ...manifestSchema.shape, mac: z.string() });

const NAME = /^backup-(\d+)-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/;
const KEPT_DAILY = 14;
const KEPT_OTHERS = 14;

/** Readable in the file manager and unique: the newest entry of the log, and the time. */
export const backupName = (auditSeq: number, at: Date): string => `backup-${auditSeq}-${at.toISOString().replaceAll(/[-:.]/g, '')}`;

const macOf = (manifest: Manifest, key: Buffer): string => createHmac('sha256', key).update(JSON.stringify(manifestSchema.parse(manifest))).digest('hex'); // parsed: the schema's order of fields

export const sealManifest = (manifest: Manifest, key: Buffer): string => JSON.stringify({ ...manifest, mac: macOf(manifest, key) });

/** A manifest that was written with this key for this folder, or null. */
export function openManifest(text: string, name: string, key: Buffer): Manifest | null {
  try {
    const { mac, ...manifest } = sealedSchema.parse(JSON.parse(text));
    const given = Buffer.from(mac);
    const expected = Buffer.from(macOf(manifest, key));
    return manifest.name === name && given.length === expected.length && timingSafeEqual(given, expected) ? manifest : null;
  } catch {
    return null;
  }
}

type Numbered = { readonly number: number; readonly backup: Backup };

/** The folder of the backups. Names that are no backup's name are refused, so none leads outside. */
export function backupFolder(dataFolder: string) {
  const folder = join(dataFolder, 'backups');
  const pathOf = (name: string): string => (NAME.test(name) && existsSync(join(folder, name)) ? join(folder, name) : fail('backup/not-found', { name }));
  const manifestOf = (name: string, key: Buffer): Manifest | null => {
    try {
      return openManifest(readFileSync(join(pathOf(name), 'manifest.json'), 'utf8'), name, key);
    } catch {
      return null;
    }
  };
  const sizeOf = (name: string, part: string): number => statSync(join(folder, name, part), { throwIfNoEntry: false })?.size ?? 0;

  const read = (name: string, key: Buffer): Numbered => {
    const manifest = manifestOf(name, key);
    const sizes = { database: sizeOf(name, 'app.db'), keystore: sizeOf(name, 'keystore.json') };
    const sizeBytes = sizes.database + sizes.keystore;
    if (!manifest) return { number: 0, backup: { name, createdAt: instantOf(name), kind: 'on-demand', sizeBytes, auditSeq: Number(NAME.exec(name)?.[1] ?? 0), schemaVersion: 0, verified: false } };
    const { number, kind, createdAt, auditSeq, schemaVersion } = manifest;
    return { number, backup: { name, createdAt, kind, sizeBytes, auditSeq, schemaVersion, verified: sizes.database === manifest.database.bytes && sizes.keystore === manifest.keystore.bytes } };
  };
  const numbered = (key: Buffer): Numbered[] =>
    (existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => NAME.test(name))
      .map((name) => read(name, key))
      .sort((a, b) => b.number - a.number || (a.backup.createdAt < b.backup.createdAt ? 1 : -1));
  const list = (key: Buffer): Backup[] => numbered(key).map(({ backup }) => backup);

  return {
    path: folder,
    pathOf,
    manifestOf,
    /** As a person sees it. `verified`: it was proved when it was made, and its files still have the sizes of then. */
    describe: (name: string, key: Buffer): Backup => read(name, key).backup,
    /** The newest first; those whose manifest cannot be trusted last. */
    list,
    nextNumber: (key: Buffer): number => 1 + (numbered(key)[0]?.number ?? 0),
    /** All but the newest 14 daily ones and the newest 14 of the others. Damaged ones neither count nor go: a person decides. */
    outdated: (key: Buffer, spare?: string): string[] => {
      const good = list(key).filter((backup) => backup.verified);
      const daily = good.filter((backup) => backup.kind === 'daily').slice(KEPT_DAILY);
      const others = good.filter((backup) => backup.kind !== 'daily').slice(KEPT_OTHERS);
      return [...daily, ...others].map(({ name }) => name).filter((name) => name !== spare);
    },
    remove: async (names: readonly string[]): Promise<void> => {
      for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
    },
    /** Removes what a backup that was cut off left behind. */
    sweep: async (): Promise<void> => {
      for (const name of existsSync(folder) ? readdirSync(folder) : []) if (/^backup-.*\.part$/.test(name)) await rm(join(folder, name), { recursive: true, force: true });
    },
  };
}
export type BackupFolder = ReturnType<typeof backupFolder>;

const instantOf = (name: string): string => {
  const [, , year, month, day, hour, minute, second, milli] = NAME.exec(name) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`;
};
