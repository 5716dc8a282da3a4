import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isLinuxX64, lacksDisplay, root } from '#resources/tools/checkout.mjs';
import { buildPackage } from '#resources/tools/package-builder.mjs';
import { obtainCommands } from '#resources/tools/package-commands.mjs';
import { checkFolder } from '#resources/tools/package-folder-check.mjs';
import { startPackaged } from '#resources/tools/package-linux.mjs';
import { fillProgram } from '#resources/tools/package-program.mjs';
import { fillWindowsProgram } from '#resources/tools/package-windows.mjs';

const settings = 'electron-builder.mjs';
const dist = join(root, 'dist');

/** What lies in `dist` to be handed out. */
export const made = () => (existsSync(dist) ? readdirSync(dist, { withFileTypes: true }) : []).filter((entry) => entry.isFile() && /\.(exe|AppImage|deb)$/.test(entry.name)).map((entry) => join('dist', entry.name));

export const emptyDist = () => rmSync(dist, { recursive: true, force: true });

/** The installer for Windows with the real Electron, which electron-builder downloads; answers the folder it was made from. */
export async function releaseWindows(journal, environment) {
  const folder = join(dist, 'win-unpacked');
  // electron-builder lets its own installer write the uninstaller, for which it has to run.
  if (isLinuxX64) await journal.step('Wine', () => obtainCommands(['wine', 'wine64']));
  await journal.step('Windows installer (dist)', () => {
    fillWindowsProgram();
    buildPackage(environment, { platform: 'win32', settings, target: ['--win', 'nsis'] });
    const { files, megabytes } = checkFolder(environment, folder, 'win32');
    return `${files} files, ${megabytes} MB, contents checked`;
  });
  return folder;
}

/** AppImage and .deb with the real Electron; the folder they were made from is started once. */
export async function releaseLinux(journal, environment) {
  const folder = join(dist, 'linux-unpacked');
  await journal.step('Linux packages (dist)', () => {
    fillProgram('linux');
    buildPackage(environment, { platform: 'linux', settings, target: ['--linux', 'AppImage', 'deb'] });
    const { files, megabytes } = checkFolder(environment, folder, 'linux');
    return `${files} files, ${megabytes} MB, contents checked`;
  });
  await journal.step(`Packaged desk, demonstration station${lacksDisplay ? ' on a virtual screen' : ''}`, () => startPackaged(environment, join(folder, 'griddesk'), join(dist, 'desk.png')));
}
