import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { productName, shortcutName, windowsKey } from '#resources/installer/identity.mjs';
import { comesTrue, driveC, playWindows, runWine, startWine } from '#resources/tools/package-wine.mjs';
import { StepFailure } from '#resources/tools/steps.mjs';

const program = join(driveC, 'Program Files', productName);
const uninstallKey = `HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${windowsKey}`;
const shortcuts = [join(driveC, 'users/Public/Desktop'), join(driveC, 'ProgramData/Microsoft/Windows/Start Menu/Programs')].map((folder) => join(folder, `${shortcutName}.lnk`));
const exits = { oldWindows: 3, programRuns: 4, newerInstalled: 5 }; // as in installer.nsi
const probe = '一份不能丢的数据';

const demand = (holds, what) => {
  if (!holds) throw new StepFailure(`${what}.`, 'correct resources/installer/installer.nsi.');
};

const filesIn = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

const userFolder = () => {
  const [user] = readdirSync(join(driveC, 'users')).filter((name) => name !== 'Public');
  return join(driveC, 'users', user);
};

/** A file as the desk leaves it in a person's own folder, and one that somebody has put beside the program by hand. */
function leaveFiles() {
  const data = join(userFolder(), 'AppData/Local', productName, 'data');
  mkdirSync(data, { recursive: true });
  const files = [join(data, 'station.db'), join(program, '自己的笔记.txt')];
  for (const file of files) writeFileSync(file, probe);
  return files;
}

const installed = (environment, name) => {
  const { status, text } = runWine(environment, ['reg', 'query', uninstallKey, '/v', name]);
  return status === 0 ? text : '';
};

function demandInstalled(environment, source) {
  const missing = filesIn(source).filter((name) => !existsSync(join(program, name)));
  demand(missing.length === 0, `After installing, ${missing.length} files are missing, the first is ${missing[0]}`);
  demand(shortcuts.every((file) => existsSync(file)), 'A shortcut was not made');
  demand(installed(environment, 'DisplayName').includes(productName), 'Windows does not list the program');
}

/** The program while it runs, for as long as a file lies on the drive. Only the stub can do that: it is Node, and Electron cannot run here. */
async function whileRunning(environment, work) {
  const signal = join(driveC, 'hold.txt');
  writeFileSync(signal, '');
  const script = "const { existsSync, writeFileSync } = require('node:fs'); writeFileSync('C:/hold.txt', 'runs'); setInterval(() => existsSync('C:/hold.txt') || process.exit(), 100);";
  const ended = startWine(environment, [join(program, `${productName}.exe`), '-e', script]);
  try {
    demand(await comesTrue(() => readFileSync(signal, 'utf8') === 'runs'), 'The stub did not start');
    work();
  } finally {
    rmSync(signal);
    await ended;
  }
}

/**
 * Installs without a window, installs a second time over it as an upgrade does, and uninstalls; refuses a Windows that is too old, and to
 * replace a newer version or, with `runs`, a program that runs. The person's data must come through all of it unchanged, and nothing may be
 * left but what was not the program's.
 */
export async function tryInstaller(journal, environment, { file, source, runs }) {
  await journal.step('Windows 7', () => {
    playWindows(environment, 'win7');
    demand(runWine(environment, [file, '/S']).status === exits.oldWindows && !existsSync(program), 'A Windows that is too old was not refused');
    playWindows(environment, 'win10');
    return 'refused';
  });

  await journal.step('Installation', () => {
    const { status } = runWine(environment, [file, '/S']);
    demand(status === 0, `The installer ended with exit code ${status}`);
    demandInstalled(environment, source);
    return `${filesIn(program).length} files, shortcuts, entry in the list of programs`;
  });
  const kept = leaveFiles();
  const demandKept = () => demand(kept.every((name) => existsSync(name) && readFileSync(name, 'utf8') === probe), 'A file that is not the program was changed or removed');

  await journal.step('Installation over an existing one', () => {
    const stale = join(program, 'resources/icons/icon.png');
    writeFileSync(stale, 'old');
    demand(runWine(environment, [file, '/S']).status === 0, 'The second installation failed');
    demandInstalled(environment, source);
    demand(readFileSync(stale).equals(readFileSync(join(source, 'resources/icons/icon.png'))), 'A file of the earlier installation was left in place');
    demandKept();
    return 'data kept';
  });

  await journal.step('Older version over a newer one', () => {
    const [, was] = /REG_SZ\s+(\S+)/.exec(installed(environment, 'DisplayVersion')) ?? [];
    const setVersion = (value) => runWine(environment, ['reg', 'add', uninstallKey, '/v', 'DisplayVersion', '/d', value, '/f']);
    setVersion('999.0.0');
    demand(runWine(environment, [file, '/S']).status === exits.newerInstalled, 'A newer version was replaced by an older one');
    setVersion(was);
    return 'refused';
  });

  if (runs)
    await journal.step('Installation while the program runs', async () => {
      await whileRunning(environment, () => demand(runWine(environment, [file, '/S']).status === exits.programRuns, 'A running program was not noticed'));
      demandInstalled(environment, source);
      return 'refused';
    });

  await journal.step('Removal', async () => {
    const { status } = runWine(environment, [join(program, `Uninstall ${productName}.exe`), '/S']);
    demand(status === 0, `The uninstaller ended with exit code ${status}`);
    // It goes on from a copy of itself after this one has answered.
    demand(await comesTrue(() => installed(environment, 'DisplayName') === ''), 'Windows still lists the program');
    demand(filesIn(program).join() === '自己的笔记.txt', `These were left behind: ${filesIn(program).join(', ')}`);
    demand(shortcuts.every((name) => !existsSync(name)), 'A shortcut was left behind');
    demandKept();
    return 'data kept';
  });
}
