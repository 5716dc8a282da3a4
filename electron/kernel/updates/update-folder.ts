import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeFailure } from '#electron/kernel/files/save-file.ts';
import { fail } from '#shared/errors/app-error.ts';
import { updateManifestSchema, type UpdateManifest } from '#shared/kernel/updates/updates.contract.ts';
import { compareVersions } from '#shared/kernel/updates/version.rules.ts';

export const MANIFEST = 'update.json';
export const SIGNATURE = 'update.sig';
const KIB = 1024;
const MANIFEST_LIMIT = 64 * KIB;
/** No installer of the desk comes near it. */
const FILE_LIMIT_MIB = 1024;

/** What the running desk measures an update by; `publicKey` is base64 of the key's SPKI form, empty in a build without one. */
export type Running = { readonly version: string; readonly platform: string; readonly publicKey: string };
export type Installer = UpdateManifest['files'][number];
type Progress = (done: number, total: number) => void;

/** A whole small file; null when it is not there, is no plain file, or is larger than anything the desk writes. */
async function smallFile(path: string): Promise<Buffer | null> {
  const found = await lstat(path).catch(() => null);
  return found?.isFile() && found.size <= MANIFEST_LIMIT ? readFile(path) : null;
}

function isGenuine(manifest: Buffer, signature: Buffer | null, publicKey: string): boolean {
  if (signature === null) return false;
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return key.asymmetricKeyType === 'ed25519' && verify(null, manifest, key, Buffer.from(signature.toString('utf8').trim(), 'base64'));
}

function parsed(bytes: Buffer): UpdateManifest {
  try {
    return updateManifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return fail('update/unknown-format', {}); // genuine, and made for a desk that reads another form
  }
}

/**
 * What a folder offers, when it is genuine and may follow the running version; its installer is looked at, not read. Nothing is believed before
 * the signature holds. Errors: `update/no-key`, `update/no-manifest`, `update/signature`, `update/unknown-format`, `update/not-newer`,
 * `update/step-missing`, `update/not-for-this-system`, `update/file-missing`, `update/file-altered`, `update/too-large`.
 */
export async function readUpdate(folder: string, running: Running): Promise<{ readonly manifest: UpdateManifest; readonly installer: Installer }> {
  if (running.publicKey === '') fail('update/no-key', {});
  const bytes = (await smallFile(join(folder, MANIFEST))) ?? fail('update/no-manifest', { name: basename(folder) });
  if (!isGenuine(bytes, await smallFile(join(folder, SIGNATURE)), running.publicKey)) fail('update/signature', {});
  const manifest = parsed(bytes);
  if (compareVersions(manifest.version, running.version) <= 0) fail('update/not-newer', { version: manifest.version, current: running.version });
  if (compareVersions(running.version, manifest.from) < 0) fail('update/step-missing', { from: manifest.from, current: running.version });
  const installer = manifest.files.find(({ platform }) => platform === running.platform) ?? fail('update/not-for-this-system', {});
  if (installer.bytes > FILE_LIMIT_MIB * KIB * KIB) fail('update/too-large', { name: installer.name, limitMib: FILE_LIMIT_MIB });
  const file = await lstat(join(folder, installer.name)).catch(() => null);
  if (!file?.isFile()) return fail('update/file-missing', { name: installer.name });
  if (file.size !== installer.bytes) fail(file.size > FILE_LIMIT_MIB * KIB * KIB ? 'update/too-large' : 'update/file-altered', { name: installer.name, limitMib: FILE_LIMIT_MIB });
  return { manifest, installer };
}

/**
 * Copies an installer and reads its sum on the way, so that the very bytes that were proved are those that will run, whatever becomes of the
 * stick. A copy that is not the signed one is taken away again. Errors: `update/file-altered`, `update/file-missing`, `disk/full`.
 */
export async function takeInstaller(folder: string, installer: Installer, target: string, progress: Progress): Promise<void> {
  const partial = `${target}.part`;
  const sum = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      sum.update(chunk);
      bytes += chunk.length;
      if (bytes > installer.bytes) return done(new RangeError('longer than signed'));
      progress(bytes, installer.bytes);
      done(null, chunk);
    },
  });
  try {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await pipeline(createReadStream(join(folder, installer.name)), measure, createWriteStream(partial, { mode: 0o700 })).catch((error: unknown) => {
      if (error instanceof RangeError) fail('update/file-altered', { name: installer.name });
      throw writeFailure(error, target);
    });
    if (bytes !== installer.bytes || sum.digest('hex') !== installer.sha256) fail('update/file-altered', { name: installer.name });
    await rename(partial, target);
  } finally {
    await rm(partial, { force: true });
  }
}
