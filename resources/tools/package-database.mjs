import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#resources/tools/checkout.mjs';
import { folders } from '#resources/tools/package-folders.mjs';
import { windowsNode } from '#resources/tools/package-windows.mjs';
import { driveC, runWine } from '#resources/tools/package-wine.mjs';
import { run, StepFailure } from '#resources/tools/steps.mjs';

const countOf = (text, name) => Number(new RegExp(`^# ${name} (\\d+)`, 'm').exec(text)?.[1] ?? 0);

/** Bundles the check and lays beside it the native packages exactly as they ship for Windows. */
export function bundleDatabaseCheck(environment) {
  run('vite', ['build', '--config', join('resources/tools', 'package-database.vite.mjs')], { env: environment, stdio: ['ignore', 'ignore', 'inherit'], advice: 'correct the error named above.' });
  cpSync(join(folders.program('win32'), 'node_modules'), join(folders.databaseCheck, 'node_modules'), { recursive: true });
}

/** False where wine lacks the library of Windows 10 that the password module takes its random numbers from, as wine 8 does. */
export const canLoadPasswordModule = () => existsSync(join(driveC, 'windows/system32/bcryptprimitives.dll'));

/** Runs the check on Node for Windows under wine; answers how many tests passed. */
export function checkDatabaseOnWindows(environment) {
  const migrations = `Z:${join(root, 'electron/database/migrations')}`;
  const { status, text } = runWine(environment, [windowsNode, '--test-reporter=tap', 'check.mjs', migrations, ...(canLoadPasswordModule() ? [] : ['no-password-module'])], { cwd: folders.databaseCheck });
  const passed = countOf(text, 'pass');
  if (status !== 0 || passed === 0) {
    console.error(text);
    throw new StepFailure(`The database layer does not work on the modules for Windows (${countOf(text, 'fail')} failed).`, 'read the report above.');
  }
  return `${passed} passed`;
}
