import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#resources/tools/checkout.mjs';
import { folders } from '#resources/tools/package-folders.mjs';
import { StepFailure } from '#resources/tools/steps.mjs';

const packages = join(root, 'node_modules');
const argonOf = { linux: 'argon2-linux-x64-gnu', win32: 'argon2-win32-x64-msvc' };

const icons = ['icon.png', 'icon.ico'];

/** Stops before anything is built when a picture is missing that every package needs. */
export function checkIcons() {
  const missing = icons.filter((name) => !existsSync(join(root, 'resources/icons', name)));
  if (missing.length > 0) throw new StepFailure(`Missing in resources/icons: ${missing.join(', ')}.`, 'put them there (icon.png 512 x 512 or larger, icon.ico with a picture of 256 x 256) and run the same command again.');
}

const copy = (from, to, names) => {
  mkdirSync(to, { recursive: true });
  for (const name of names) cpSync(join(from, name), join(to, name), { recursive: true });
};

/**
 * Fills the folder that becomes the archive of one system: the built desk, a short package.json, and of the two native packages only the
 * files that run there. `argonParts` is the folder of packages with the password module for that system.
 */
export function fillProgram(platform, argonParts = packages) {
  const folder = folders.program(platform);
  rmSync(folder, { recursive: true, force: true });
  copy(root, folder, ['out']);
  copy(join(packages, 'better-sqlite3'), join(folder, 'node_modules/better-sqlite3'), ['package.json', 'LICENSE', 'lib', `prebuilds/${platform}-x64.node`]);
  copy(join(packages, '@node-rs/argon2'), join(folder, 'node_modules/@node-rs/argon2'), ['package.json', 'LICENSE', 'index.js']);
  const argon = argonOf[platform];
  copy(join(argonParts, '@node-rs', argon), join(folder, 'node_modules/@node-rs', argon), ['package.json', `${argon.replace('argon2-', 'argon2.')}.node`]);
  const { name, productName, version, description, license, type, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name, productName, version, description, license, type, main }, null, 2)}\n`);
}

/** The version that every package carries. */
export const version = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
