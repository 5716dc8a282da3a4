import { join } from 'node:path';
import { build } from '#resources/tools/build.mjs';
import { isLinuxX64 } from '#resources/tools/checkout.mjs';
import { obtainCommands } from '#resources/tools/package-commands.mjs';
import { bundleDatabaseCheck, canLoadPasswordModule, checkDatabaseOnWindows } from '#resources/tools/package-database.mjs';
import { folders, markTests } from '#resources/tools/package-folders.mjs';
import { compileInstaller } from '#resources/tools/package-installer.mjs';
import { tryInstaller } from '#resources/tools/package-installation.mjs';
import { openJournal } from '#resources/tools/package-journal.mjs';
import { writeLicences } from '#resources/tools/package-licences.mjs';
import { smokeLinux } from '#resources/tools/package-linux.mjs';
import { checkIcons, version } from '#resources/tools/package-program.mjs';
import { emptyDist, made, releaseLinux, releaseWindows } from '#resources/tools/package-release.mjs';
import { keyVariable, makeUpdate, updateKey } from '#resources/tools/package-update.mjs';
import { fillWindowsProgram, prepareWindowsParts, smokeWindowsFolder } from '#resources/tools/package-windows.mjs';
import { endWine, prepareWine } from '#resources/tools/package-wine.mjs';
import { setUp } from '#resources/tools/setup.mjs';
import { exitOnFailure } from '#resources/tools/steps.mjs';

/** What a machine without the real Electron cannot do, in the words of the closing list. */
const withoutElectron = [
  'Installer for Windows, AppImage and .deb with the real Electron (its download does not answer from here).',
  'The window on Windows: no Electron for Windows is at hand, so the Windows folder was assembled around a stub and its window never seen.',
  'The real Electron on Linux: the packaged desk was started on the stand-in, an older Electron.',
];

/** Tries the Windows side under wine. `real` says whether the folder holds Electron; only then is the offline installer kept in `dist`. */
async function tryOnWine(journal, environment, { source, real }) {
  const file = join(folders.installer, real ? `GridDesk-${version()}-offline-test.exe` : `GridDesk-${version()}-stub-not-for-use.exe`);
  try {
    await journal.step('Installer compiler', () => obtainCommands(['makensis']));
    await journal.step('Own installer', () => compileInstaller({ source, file, quick: true }));
    await prepareWine(journal, environment);
    await tryInstaller(journal, environment, { file, source, runs: !real });
    await journal.step('Bundle of the database layer', () => bundleDatabaseCheck(environment));
    await journal.step('Database layer on the modules for Windows', () => checkDatabaseOnWindows(environment));
    if (!canLoadPasswordModule()) journal.omit('The password module for Windows (Argon2): this wine lacks bcryptprimitives.dll, which every Windows 10 has. It was packed, and not loaded.');
  } finally {
    endWine(environment);
  }
}

async function makePackages() {
  const { environment, deskEnvironment } = await setUp();
  const real = deskEnvironment.GRIDDESK_NATIVE_BINDING === undefined;
  const journal = openJournal();
  const key = updateKey();
  await journal.part('Preparation', async () => {
    await journal.step('Icons', checkIcons);
    await journal.step('Licences', writeLicences);
    await journal.step('Build', () => build(environment));
    await journal.step('Parts for Windows', () => prepareWindowsParts(environment));
    emptyDist();
    markTests();
  });
  if (journal.hasFailed()) return journal.close([]);
  if (isLinuxX64) await journal.part('Linux', () => (real ? releaseLinux : smokeLinux)(journal, environment));
  await journal.part('Windows', async () => {
    await journal.step('Windows program', fillWindowsProgram);
    const source = await (real ? releaseWindows : smokeWindowsFolder)(journal, environment);
    if (isLinuxX64) await tryOnWine(journal, environment, { source, real });
  });
  if (key === null) journal.omit(`Update folder: ${keyVariable} names no private key, so nothing was signed.`);
  else if (real) await journal.part('Update folder', () => journal.step('Update folder (dist)', () => makeUpdate(key)));
  if (!real) for (const line of withoutElectron) journal.omit(line);
  if (!isLinuxX64) journal.omit('AppImage, .deb and the tests of the installer: they are made on Linux x64.');
  return journal.close(made());
}

async function main() {
  process.exitCode = (await makePackages()) ? 0 : 1;
}

exitOnFailure(main());
