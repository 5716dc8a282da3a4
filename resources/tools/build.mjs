import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cache, root } from '#resources/tools/checkout.mjs';
import { alreadyThere, run } from '#resources/tools/steps.mjs';

const folders = ['shared', 'electron', 'renderer', 'resources'];
const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'electron.vite.config.ts'];
const tools = join(root, 'resources/tools');
const stamp = join(cache, 'build.sha256');
const products = ['out/main/index.js', 'out/preload/preload.cjs', 'out/renderer/desk.html'];

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (path === tools) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });

/** One number for the content of everything the build reads. */
function hashOfSources() {
  const hash = createHash('sha256');
  const sources = [...folders.flatMap((folder) => filesIn(join(root, folder))), ...files.map((file) => join(root, file))].toSorted((one, other) => (one < other ? -1 : 1));
  for (const source of sources) hash.update(`${relative(root, source)}\0`).update(readFileSync(source)).update('\0');
  return hash.digest('hex');
}

/** Builds the desk and remembers from which sources. A failed build is not remembered, so the next start tries again. */
export function build(environment) {
  const sources = hashOfSources();
  rmSync(stamp, { force: true });
  run('npm', ['run', '--silent', 'build'], { env: environment, shell: process.platform === 'win32', advice: 'correct the error named above and run the same command again.' });
  writeFileSync(stamp, sources);
}

/** Builds the desk when a source has changed since the last complete build. */
export function buildIfChanged(environment) {
  const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (built === hashOfSources() && products.every((product) => existsSync(join(root, product)))) return alreadyThere;
  build(environment);
}
