import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfChanged } from '#resources/tools/build.mjs';
import { cache, lacksDisplay, root } from '#resources/tools/checkout.mjs';
import { onScreen, quietSwitches, sandboxSwitches } from '#resources/tools/display.mjs';
import { setUp } from '#resources/tools/setup.mjs';
import { exitOnFailure, step } from '#resources/tools/steps.mjs';

const switchesWithPath = ['--screenshot', '--data-dir'];

// npm changes into the folder of the project first and leaves the caller's folder in INIT_CWD.
const callersFolder = (process.env.npm_lifecycle_event === 'start' && process.env.INIT_CWD) || process.cwd();

/** Makes every path in the arguments absolute, because the desk is started in the folder of the project: switches with a path, and a workbook to open. */
function withAbsolutePaths(args) {
  return args.map((argument, index) => {
    const name = switchesWithPath.find((candidate) => argument.startsWith(`${candidate}=`));
    if (name) return `${name}=${resolve(callersFolder, argument.slice(name.length + 1))}`;
    const isPath = switchesWithPath.includes(args[index - 1]) || (!argument.startsWith('-') && existsSync(resolve(callersFolder, argument)));
    return isPath ? resolve(callersFolder, argument) : argument;
  });
}

const valueOf = (args, name) => args.find((argument) => argument.startsWith(`${name}=`))?.slice(name.length + 1) ?? (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);

const demoSizes = ['community', 'sub-district', 'city'];

/** Ends the script when `--demo=` names a size that there is not. */
function checkDemo(args) {
  const size = args.find((argument) => argument.startsWith('--demo='))?.slice('--demo='.length);
  if (size === undefined || demoSizes.includes(size)) return;
  console.error(`[start] There is no demo of the size "${size}". Next: start with ${demoSizes.map((name) => `--demo=${name}`).join(', ')}, or --demo alone for the community.`);
  process.exit(1);
}

/** The demo station keeps its data inside the checkout, away from a real station's, unless a folder is named. */
function argumentsOf(given) {
  const args = withAbsolutePaths(given);
  return args.some((argument) => argument === '--demo' || argument.startsWith('--demo=')) && valueOf(args, '--data-dir') === undefined ? [...args, '--data-dir', join(cache, 'demo-data')] : args;
}

const exitCodeOf = (child) =>
  new Promise((answer, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => answer(signal ? 1 : code));
  });

/** True when the picture was written by this run, not left by an earlier one. File times can be coarser than the clock, hence the second. */
const wasWritten = (file, since) => existsSync(file) && statSync(file).mtimeMs >= since - 1000;

async function start() {
  checkDemo(process.argv.slice(2));
  const { environment, deskEnvironment } = await setUp();
  await step('Build', () => buildIfChanged(environment));
  const args = argumentsOf(process.argv.slice(2));
  if (lacksDisplay) console.log('[start] This machine has no screen: the desk opens on a virtual one (Xvfb, 1366 x 768) and is seen only through --screenshot FILE.');
  const [command, all] = onScreen(deskEnvironment.ELECTRON_EXEC_PATH, [...sandboxSwitches, ...quietSwitches, root, ...args]);
  const since = Date.now();
  const code = await exitCodeOf(spawn(command, all, { cwd: root, env: deskEnvironment, stdio: 'inherit' }));
  const screenshot = valueOf(args, '--screenshot');
  if (screenshot === undefined) process.exit(code);
  if (!wasWritten(screenshot, since)) {
    console.error(`[start] The desk ended (exit code ${code}) without writing ${screenshot}. Its messages above say why.`);
    process.exit(1);
  }
  console.log(`[start] Picture written: ${screenshot}`);
  process.exit(code);
}

exitOnFailure(start());
