import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isRoot } from '#resources/tools/checkout.mjs';
import { NotRun } from '#resources/tools/package-journal.mjs';
import { alreadyThere, run } from '#resources/tools/steps.mjs';

const packageOf = { makensis: 'nsis', wine: 'wine', wine64: 'wine64', osslsigncode: 'osslsigncode' };

const onPath = (command) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Installs the missing Debian packages of these commands when it may; throws NotRun with the command to type where it may not. */
export function obtainCommands(commands) {
  // Debian's wine64 package brings no command of that name along; the library beside wine is asked for instead.
  const missing = commands.filter((command) => !onPath(command) && !(command === 'wine64' && isInstalled('wine64'))).map((command) => packageOf[command]);
  if (missing.length === 0) return alreadyThere;
  if (process.platform !== 'linux' || !onPath('apt-get')) throw new NotRun(`needs ${missing.join(', ')}, which is installed by itself on Debian and Ubuntu only.`);
  if (!isRoot) throw new NotRun(`needs more programs. Type  sudo apt-get install --no-install-recommends ${missing.join(' ')}  and run the same command again.`);
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, advice: 'check that the Debian package source can be reached, and run the same command again.' };
  run('apt-get', ['update', '-qq'], options);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options);
  return `installed ${missing.join(', ')}`;
}

function isInstalled(name) {
  return spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' }).stdout?.includes('install ok installed') ?? false;
}
