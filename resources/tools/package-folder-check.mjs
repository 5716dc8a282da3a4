import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumLanguages } from '#resources/installer/identity.mjs';
import { root } from '#resources/tools/checkout.mjs';
import { StepFailure } from '#resources/tools/steps.mjs';

const magicOf = { linux: Buffer.from([0x7f, 0x45, 0x4c, 0x46]), win32: Buffer.from('MZ') };
const foldersInArchive = ['node_modules', 'out', 'package.json'];

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

function namesInArchive(environment, archive) {
  const { stdout, status } = spawnSync(process.platform === 'win32' ? 'asar.cmd' : 'asar', ['list', archive], { encoding: 'utf8', env: environment, shell: process.platform === 'win32' });
  return status === 0 ? stdout.split(/\r?\n/).map((line) => line.replaceAll('\\', '/')).filter(Boolean) : [];
}

const isEqual = (one, other) => one.length === other.length && one.toSorted().every((name, index) => name === other.toSorted()[index]);

/**
 * Answers how many files and MB a finished folder holds, or throws StepFailure with everything that is wrong in it: something in the archive
 * that is not needed, a native module of another system, a missing migration, a language too many.
 */
export function checkFolder(environment, folder, platform) {
  const resources = join(folder, 'resources');
  const archive = namesInArchive(environment, join(resources, 'app.asar'));
  const modules = existsSync(join(resources, 'app.asar.unpacked')) ? filesIn(join(resources, 'app.asar.unpacked')) : [];
  const migrations = readdirSync(join(root, 'electron/database/migrations')).filter((name) => name.endsWith('.sql'));
  const shipped = (name) => (existsSync(join(resources, name)) ? readdirSync(join(resources, name)) : []);
  const languages = readdirSync(join(folder, 'locales')).map((name) => name.replace(/\.pak$/, ''));
  const wrong = [
    [!isEqual([...new Set(archive.map((name) => name.split('/')[1]))], foldersInArchive), `the archive holds something else than ${foldersInArchive.join(', ')}`],
    [archive.some((name) => /\.(map|ts|tsx|md)$/.test(name)), 'sources, maps or notes lie in the archive'],
    [modules.length !== 2 || modules.some((name) => !name.endsWith('.node')), `beside the archive lie ${modules.length} files instead of two native modules`],
    [modules.some((name) => !readFileSync(name).subarray(0, 4).includes(magicOf[platform])), `a native module is not one for ${platform}`],
    [!isEqual(shipped('migrations'), migrations), 'the migrations are not those of the checkout'],
    [!shipped('icons').includes('icon.png'), 'the icon is missing'],
    [['LICENSE.txt', 'THIRD-PARTY-LICENSES.txt'].some((name) => !existsSync(join(resources, name))), 'a licence text is missing'],
    [!isEqual(languages, chromiumLanguages), `the languages are ${languages.join(', ')}`],
    [existsSync(join(resources, 'default_app.asar')), "Electron's own sample program was left inside"],
  ].filter(([is]) => is);
  if (wrong.length > 0) throw new StepFailure(`${folder}: ${wrong.map(([, what]) => what).join('; ')}.`, 'correct resources/installer/electron-builder.mjs or resources/tools/package-program.mjs.');
  const all = filesIn(folder);
  return { files: all.length, megabytes: Math.round(all.reduce((sum, name) => sum + readFileSync(name).length, 0) / 1e6) };
}
