import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { obtainCommands } from '#resources/tools/package-commands.mjs';
import { folders } from '#resources/tools/package-folders.mjs';
import { StepFailure } from '#resources/tools/steps.mjs';

const output = join(folders.wine, 'output.txt');
const patience = 180_000;

/** The C: drive of the Windows that wine plays, made anew for every packaging. */
export const driveC = join(folders.wine, 'prefix/drive_c');

const wineEnvironment = (environment) => ({
  ...environment,
  WINEPREFIX: join(folders.wine, 'prefix'),
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree,mshtml=', // no question about parts that only .NET and web pages need
  WINEARCH: 'win64',
  NODE_SKIP_PLATFORM_CHECK: '1', // Node for Windows would refuse wine's version number
  DISPLAY: '', // nothing here shows a window
});

/** Runs a Windows program; its output goes through a file, because Node under wine cannot write to a pipe. Answers exit code and output. */
export function runWine(environment, args, { cwd = folders.wine } = {}) {
  const handle = openSync(output, 'w');
  try {
    const { status, error } = spawnSync('wine', args, { cwd, env: wineEnvironment(environment), timeout: patience, stdio: ['ignore', handle, handle] });
    if (error) throw new StepFailure(`wine ${args.join(' ')}: ${error.message}.`, 'try the same command again.');
    return { status, text: readFileSync(output, 'utf8') };
  } finally {
    closeSync(handle);
  }
}

/** Starts a Windows program without waiting for it; answers a promise of its end. */
export function startWine(environment, args) {
  const child = spawn('wine', args, { cwd: folders.wine, env: wineEnvironment(environment), stdio: 'ignore' });
  return new Promise((resolve) => child.once('error', resolve).once('exit', resolve));
}

/** Lets wine play one edition of Windows, `win7` or `win10`. */
export function playWindows(environment, edition) {
  const { status } = runWine(environment, ['winecfg', '-v', edition]);
  if (status !== 0) throw new StepFailure(`wine could not be set to ${edition}.`, 'look whether "wine --version" answers 8 or later.');
}

/** Prepares wine and an empty Windows for it. */
export async function prepareWine(journal, environment) {
  await journal.step('Wine', () => obtainCommands(['wine', 'wine64']));
  await journal.step('Empty Windows', () => {
    rmSync(folders.wine, { recursive: true, force: true });
    mkdirSync(folders.wine, { recursive: true });
    const { status, text } = runWine(environment, ['wineboot', '--init']);
    if (status !== 0 || !existsSync(driveC)) throw new StepFailure(`wine could not prepare its folders: ${text.trim() || `exit code ${status}`}.`, 'look whether "wine --version" answers.');
  });
}

/** Ends what still runs in this wine folder, and only there. */
export function endWine(environment) {
  if (existsSync(driveC)) spawnSync('wineserver', ['-k'], { env: wineEnvironment(environment), stdio: 'ignore' });
}

/** Waits for what a Windows program does after it has answered, as an uninstaller does; answers whether it came true in time. */
export async function comesTrue(condition, milliseconds = 60_000) {
  for (const end = Date.now() + milliseconds; Date.now() < end; ) {
    if (condition()) return true;
    await wait(200);
  }
  return condition();
}
