import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#resources/tools/checkout.mjs';
import { version } from '#resources/tools/package-program.mjs';
import { StepFailure } from '#resources/tools/steps.mjs';

const dist = join(root, 'dist');
const publicKeyFile = join(root, 'resources/updates/public-key.json');
const notesFile = join(root, 'resources/updates/notes.json');
/** The environment's name of the file that holds the publisher's private key (PEM, PKCS #8). */
export const keyVariable = 'GRIDDESK_UPDATE_KEY';
/** What becomes a package's update: which system takes which ending. AppImage is left out, its folder has no name that stays. */
const platforms = { exe: 'win32', deb: 'linux' };

const publicKeyOf = (privateKey) => createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');

/** Writes the manifest of an update and the signature over exactly these bytes; the desk checks both (electron/kernel/updates/update-folder.ts). */
export function signUpdate(folder, manifest, privateKey) {
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync(join(folder, 'update.json'), bytes);
  writeFileSync(join(folder, 'update.sig'), `${sign(null, bytes, privateKey).toString('base64')}\n`);
}

/** The private key named by the environment; null without one. It must be the other half of the key that the build carries. */
export function updateKey() {
  const file = process.env[keyVariable];
  if (!file) return null;
  if (!existsSync(file)) throw new StepFailure(`${keyVariable} names no file.`, 'give it the path of the private key and run the same command again.');
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== 'ed25519') throw new StepFailure('The key for updates is no Ed25519 key.', 'make one with node resources/tools/package-update.mjs FILE.');
  if (publicKeyOf(key) !== JSON.parse(readFileSync(publicKeyFile, 'utf8')).publicKey) throw new StepFailure('The private key is not that of resources/updates/public-key.json.', 'package with the key whose public half the desk carries; a desk takes updates of that key alone.');
  return key;
}

/** Puts what was made for handing out into one folder that a desk can be updated from; answers its name. */
export function makeUpdate(key, from = dist) {
  const name = `update-${version()}`;
  const folder = join(from, name);
  rmSync(folder, { recursive: true, force: true });
  const packages = readdirSync(from).filter((file) => platforms[file.split('.').at(-1)] !== undefined && !file.includes('offline-test'));
  if (packages.length === 0) throw new StepFailure('There is no installer an update could be made of.', 'see what the list above says about it.');
  mkdirSync(folder);
  const files = packages.map((file) => {
    copyFileSync(join(from, file), join(folder, file));
    const bytes = readFileSync(join(folder, file));
    return { platform: platforms[file.split('.').at(-1)], name: file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const { from: oldest, ...notes } = JSON.parse(readFileSync(notesFile, 'utf8'));
  signUpdate(folder, { v: 1, product: 'griddesk', version: version(), from: oldest, createdAt: new Date().toISOString(), notes, files }, key);
  return name;
}

/** Makes a key pair once: the private half into a file nobody else reads, the public half into the sources. */
function makeKey(file) {
  if (existsSync(file)) throw new StepFailure(`${file} exists.`, 'a key that was handed out is never replaced by accident; name another file.');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  writeFileSync(publicKeyFile, `${JSON.stringify({ algorithm: 'ed25519', publicKey: publicKeyOf(privateKey) }, null, 2)}\n`);
  console.log(`Private key: ${file} (keep it away from the sources). Public key: resources/updates/public-key.json (part of the next build).`);
}

if (process.argv[1]?.endsWith('package-update.mjs')) {
  if (process.argv[2] === undefined) console.log('node resources/tools/package-update.mjs FILE   makes the key pair that signs updates');
  else makeKey(process.argv[2]);
}
