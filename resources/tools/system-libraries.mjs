import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isRoot, lacksDisplay } from '#resources/tools/checkout.mjs';
import { alreadyThere, run, StepFailure } from '#resources/tools/steps.mjs';

// Since 2024 Debian and Ubuntu name some of these packages with the ending t64; either name will do.
const windowLibraries = [['libgtk-3-0', 'libgtk-3-0t64'], ['libnss3'], ['libasound2', 'libasound2t64'], ['libgbm1'], ['libxss1'], ['libxtst6']];

const answerOf = (command, args) => spawnSync(command, args, { encoding: 'utf8' });

const onPath = (command) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const installedOf = (names) => {
  const { stdout } = answerOf('dpkg-query', ['-W', '-f=${Package} ${Status}\\n', ...names]);
  return new Set(stdout.split('\n').filter((line) => line.endsWith('install ok installed')).map((line) => line.split(' ')[0]));
};

const missingCommands = (commands) => commands.filter(([command]) => !onPath(command)).map(([, ...names]) => names);

const missingLibraries = (libraries) => {
  const installed = installedOf(libraries.flat());
  return libraries.filter((names) => !names.some((name) => installed.has(name)));
};

const hasChineseFont = () => answerOf('fc-list', [':lang=zh-cn', 'family']).stdout?.trim();

const nameToInstall = (names) => names.find((name) => answerOf('apt-cache', ['show', '--no-all-versions', name]).stdout) ?? names[0];

/** Installs the missing packages when it may (root), else stops with the command that a person with the right runs. */
function install(missing) {
  if (missing.length === 0) return alreadyThere;
  if (!isRoot) throw new StepFailure(`Missing: ${missing.map(([name]) => name).join(' ')}.`, `run  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing.map(nameToInstall).join(' ')}  and then the same command again.`);
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, advice: 'check that the Debian package source can be reached, and run the same command again.' };
  run('apt-get', ['update', '-qq'], options);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing.map(nameToInstall)], options);
}

/** What a window needs on Debian and Ubuntu: its libraries, a Chinese font, and a virtual screen when there is none. Other systems bring their own. */
export function installWindowLibraries() {
  if (process.platform !== 'linux' || !onPath('dpkg-query')) return alreadyThere;
  const screen = lacksDisplay ? missingCommands([['xvfb-run', 'xvfb'], ['xauth', 'xauth']]) : [];
  return install([...missingLibraries(windowLibraries), ...screen, ...(hasChineseFont() ? [] : [['fonts-noto-cjk']])]);
}

/** What making the stand-in for Electron needs; `headers` says whether the header files of Node are missing as well. */
export function installBuildTools({ headers }) {
  const tools = missingCommands([['unzip', 'unzip'], ['g++', 'g++'], ['make', 'make'], ['python3', 'python3']]);
  const missing = [...tools, ...(headers ? [['libnode-dev']] : [])];
  if (missing.length > 0 && !onPath('apt-get')) throw new StepFailure(`Missing: ${missing.flat().join(' ')}.`, 'install them with the package manager of this system, and run the same command again.');
  return install(missing);
}
