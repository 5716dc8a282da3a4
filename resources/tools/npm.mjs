import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from '#resources/tools/checkout.mjs';
import { alreadyThere, run } from '#resources/tools/steps.mjs';

const advice = 'check that the npm registry can be reached (npm ping) and run the same command again; finished steps are kept.';

/** Installs exactly what the lock file in `folder` names. No package of this project needs its install script, so none is run. */
export function installLocked(folder, env) {
  // On Windows npm is a command file, which only a shell can start.
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env, advice, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
}

/** Installs one of the small npm roots beside this file into `workshop`, and answers its folder of packages. */
export function installToolRoot(name, workshop, env) {
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(import.meta.dirname, name, file), join(workshop, file));
  installLocked(workshop, env);
  return join(workshop, 'node_modules');
}

/**
 * Installs the packages of the project when the lock file is not the one they were installed from.
 * The stamp is taken away first and written last: a run that is killed in between installs again.
 */
export function installProject(env) {
  const stamp = join(cache, 'packages.sha256');
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (installed === wanted && existsSync(join(root, 'node_modules'))) return alreadyThere;
  rmSync(stamp, { force: true });
  installLocked(root, env);
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, wanted);
}
