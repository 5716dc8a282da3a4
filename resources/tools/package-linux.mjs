import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onScreen, sandboxSwitches } from '#resources/tools/display.mjs';
import { buildPackage } from '#resources/tools/package-builder.mjs';
import { checkFolder } from '#resources/tools/package-folder-check.mjs';
import { folders } from '#resources/tools/package-folders.mjs';
import { checkPicture } from '#resources/tools/package-picture.mjs';
import { fillProgram } from '#resources/tools/package-program.mjs';
import { StepFailure } from '#resources/tools/steps.mjs';

const patience = 120_000;

/** The environment without what belongs to the checkout; a packaged desk must do without it. */
const outside = (environment) => Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(?:ELECTRON_|GRIDDESK_|npm_|NODE_)/i.test(name)));

/**
 * Starts a packaged desk as a stranger would: from another folder, without the checkout's variables, with data and browser profile in a
 * temporary folder. It makes the demonstration station, takes its own picture and ends. The picture is kept beside the package.
 */
export function startPackaged(environment, executable, keepPicture) {
  const folder = mkdtempSync(join(tmpdir(), 'griddesk-package-'));
  try {
    const picture = join(folder, 'desk.png');
    mkdirSync(join(folder, 'data'));
    const switches = [...sandboxSwitches, `--user-data-dir=${join(folder, 'profile')}`, '--demo', '--data-dir', join(folder, 'data'), '--screenshot', picture];
    const [command, args] = onScreen(executable, switches);
    const { status, signal, stderr } = spawnSync(command, args, { cwd: folder, env: outside(environment), encoding: 'utf8', timeout: patience, stdio: ['ignore', 'ignore', 'pipe'] });
    if (status !== 0) {
      console.error(stderr);
      throw new StepFailure(`The packaged desk ended with ${signal ?? `exit code ${status}`}.`, 'read its messages above.');
    }
    const size = checkPicture(picture);
    copyFileSync(picture, keepPicture);
    return `started from outside, picture of ${size}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The shipping settings around the stand-in for Electron: proves the arrangement of the package, and is never handed out. */
export async function smokeLinux(journal, environment) {
  const folder = join(folders.smokeLinux, 'linux-unpacked');
  await journal.step('Linux program', () => fillProgram('linux'));
  await journal.step('Linux folder around the stand-in (a test, never shipped)', () => {
    rmSync(folders.smokeLinux, { recursive: true, force: true });
    buildPackage(environment, { platform: 'linux', settings: 'electron-builder.smoke-linux.mjs', target: ['--linux', 'dir'] });
    const { files, megabytes } = checkFolder(environment, folder, 'linux');
    return `${files} files, ${megabytes} MB, contents checked`;
  });
  await journal.step('Packaged desk, demonstration station', () => startPackaged(environment, join(folder, 'griddesk'), join(folders.smokeLinux, 'desk.png')));
}
