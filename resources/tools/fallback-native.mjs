import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache, makeInPlace, root } from '#resources/tools/checkout.mjs';
import { alreadyThere, run, StepFailure } from '#resources/tools/steps.mjs';

const source = join(root, 'node_modules/better-sqlite3');
const oldestHeaders = 20;

const majorOf = (prefix) => {
  const file = join(prefix, 'include/node/node_version.h');
  return existsSync(file) && existsSync(join(prefix, 'include/node/node_api.h')) ? Number(/NODE_MAJOR_VERSION (\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) : 0;
};

/** The folder above `include/node` with header files of Node 20 or later: the system's, or those beside one of the Nodes at hand. */
export function findHeaders(node) {
  const beside = [process.execPath, node].map((executable) => join(dirname(executable), '..'));
  return ['/usr', '/usr/local', ...beside].find((prefix) => majorOf(prefix) >= oldestHeaders);
}

/** Where the database module for the stand-in lies; the version is in the name, so that an update of the package makes a new one. */
export function fallbackBinding() {
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  return join(cache, `better-sqlite3-${version}-linux-x64.node`);
}

/**
 * Turns the packaged build description into one for older runtimes. The packaged module asks for Node-API 10, which Electron 33 (Node 20)
 * lacks; the same functions are there under the experimental label. Link-time optimisation only costs build time here.
 */
function forOlderRuntime(description) {
  const wanted = "'NAPI_VERSION=10'";
  if (!description.includes(wanted)) throw new StepFailure('The build description of better-sqlite3 has changed.', `look for ${wanted} in node_modules/better-sqlite3/binding.gyp and bring resources/tools/fallback-native.mjs up to date.`);
  return description.replace(wanted, "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'").replaceAll(/, '-flto'|'-flto', |'-flto'/g, '');
}

/** Compiles the database module for the stand-in Electron (one to two minutes, once). */
export function buildFallbackNative(node, env) {
  const binding = fallbackBinding();
  if (existsSync(binding)) return alreadyThere;
  const headers = findHeaders(node);
  if (!headers) throw new StepFailure('The header files of Node 20 or later are missing.', 'install Node 20 or later with its include folder, and run the same command again.');
  makeInPlace(binding, (workshop) => {
    for (const part of ['src', 'deps', 'lib', 'binding.gyp', 'package.json']) cpSync(join(source, part), join(workshop, part), { recursive: true });
    mkdirSync(join(workshop, 'node_modules'));
    cpSync(join(root, 'node_modules/node-addon-api'), join(workshop, 'node_modules/node-addon-api'), { recursive: true });
    const description = join(workshop, 'binding.gyp');
    writeFileSync(description, forOlderRuntime(readFileSync(description, 'utf8')));
    run(node, [join(root, 'node_modules/node-gyp/bin/node-gyp.js'), 'rebuild', '--release', '--force_build=1', '--loglevel=error', `--nodedir=${headers}`], {
      cwd: workshop,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...env, JOBS: 'max', CFLAGS: '-w', CXXFLAGS: '-w' },
      advice: 'read the compiler message above; g++ 12 or later is needed.',
    });
    return join(workshop, 'build/Release/better_sqlite3.node');
  });
}
