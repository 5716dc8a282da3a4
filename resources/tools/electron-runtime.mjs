import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, isLinuxX64, root } from '#resources/tools/checkout.mjs';
import { alreadyThere, StepFailure } from '#resources/tools/steps.mjs';

const folder = join(root, 'node_modules/electron');
const unreachable = join(cache, 'electron-unreachable');
const patience = { firstAnswer: 15_000, download: 20 * 60_000, remember: 24 * 3600_000 };

const textOf = (...path) => (existsSync(join(folder, ...path)) ? readFileSync(join(folder, ...path), 'utf8').trim() : '');
const versionOf = () => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

/** The executable of the real Electron, or undefined while its download is not complete. */
export function realElectron() {
  if (textOf('dist', 'version').replace(/^v/, '') !== versionOf()) return undefined;
  const executable = join(folder, 'dist', textOf('path.txt'));
  return textOf('path.txt') && existsSync(executable) ? executable : undefined;
}

/** True when the place Electron is downloaded from gives any answer; a mirror named in the environment counts as that place. */
async function downloadAnswers() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/';
  try {
    await fetch(mirror, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(patience.firstAnswer - 1000) });
    return true;
  } catch {
    return Boolean(process.env.ELECTRON_GET_USE_PROXY); // the proxy is known to the download only
  }
}

/** Runs Electron's own download. It may take long once the far side has answered; without an answer it is stopped after 15 seconds. */
async function download(node, env) {
  const child = spawn(node, [join(folder, 'install.js')], { cwd: root, env, stdio: 'ignore' });
  const stop = () => child.kill();
  const limit = setTimeout(stop, patience.download);
  const ended = new Promise((resolve) => child.once('error', resolve).once('exit', resolve));
  const impatience = setTimeout(() => void answers.then((answered) => answered || stop()), patience.firstAnswer);
  const answers = downloadAnswers();
  await ended;
  clearTimeout(limit);
  clearTimeout(impatience);
}

const failedLately = () => existsSync(unreachable) && readFileSync(unreachable, 'utf8') === versionOf() && Date.now() - statSync(unreachable).mtimeMs < patience.remember;

/**
 * Gets the real Electron when it can be had. A failed download is remembered for a day, so that a machine without one does not wait every time.
 * Throws StepFailure where nothing can stand in for it (anything but Linux x64).
 */
export async function prepareElectron(node, env) {
  if (realElectron()) return alreadyThere;
  if (isLinuxX64 && failedLately()) return 'could not be downloaded; tried again after a day';
  await download(node, env);
  mkdirSync(cache, { recursive: true });
  if (realElectron()) return 'downloaded';
  if (!isLinuxX64) throw new StepFailure('Electron could not be downloaded.', 'set ELECTRON_MIRROR to a mirror this machine can reach, and run the same command again.');
  writeFileSync(unreachable, versionOf());
  return 'could not be downloaded';
}
