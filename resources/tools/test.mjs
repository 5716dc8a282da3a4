import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '#resources/tools/build.mjs';
import { isRoot, lacksDisplay, root } from '#resources/tools/checkout.mjs';
import { setUp } from '#resources/tools/setup.mjs';
import { reportUnforeseen, run } from '#resources/tools/steps.mjs';
import { countPlaywright, countStep, countVitest } from '#resources/tools/test-counts.mjs';

// Named from the root, where every part runs: a path without spaces passes through the shell of Windows unharmed.
const vitestReport = '.cache/vitest.json';
const playwrightReport = '.cache/playwright.json';

/** Runs one part with its output on the screen, prints a line with its seconds, and answers whether it ended well. */
function succeeds(name, work) {
  const start = Date.now();
  const tell = (outcome) => console.log(`[test] ${name}: ${outcome} after ${((Date.now() - start) / 1000).toFixed(1)} s`);
  console.log(`\n[test] ${name}`);
  try {
    work();
    tell('passed');
    return true;
  } catch (error) {
    reportUnforeseen(error);
    tell('failed');
    return false;
  }
}

const runTool = (command, args, env) => run(command, args, { env, shell: process.platform === 'win32' });
const script = (name, env) => countStep(succeeds(name, () => runTool('npm', ['run', '--silent', name], env)));

function withoutWindow(env) {
  rmSync(join(root, vitestReport), { force: true });
  const succeeded = succeeds('unit, integration and architecture tests', () => runTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`], env));
  return countVitest(join(root, vitestReport), succeeded);
}

/** The tests that drive the built desk. Answers nothing counted when there are none, or nothing was built for them. */
function inTheWindow(deskEnvironment, built) {
  const folder = join(root, 'tests/e2e');
  const specs = existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((name) => /\.spec\.tsx?$/.test(name)) : [];
  const obstacle = specs.length === 0 ? 'tests/e2e holds no test' : built ? undefined : 'the build failed';
  if (obstacle) {
    console.log(`\n[test] window tests: skipped, ${obstacle}`);
    return { passed: 0, failed: 0 };
  }
  rmSync(join(root, playwrightReport), { force: true });
  const env = { ...deskEnvironment, PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, playwrightReport), ...(isRoot ? { GRIDDESK_NO_SANDBOX: '1' } : {}) };
  if (lacksDisplay) console.log('\n[test] This machine has no screen: the window tests run on virtual ones (Xvfb), two files beside each other.');
  return countPlaywright(join(root, playwrightReport), succeeds('window tests', () => runTool('playwright', ['test', '--reporter=list,json'], env)));
}

/** Every part runs even when an earlier one has failed, so that one run shows everything there is to mend. */
async function test() {
  const { environment, deskEnvironment } = await setUp();
  const counts = [script('types', environment), script('lint', environment), withoutWindow(environment)];
  const built = succeeds('build', () => build(environment));
  return [...counts, countStep(built), inTheWindow(deskEnvironment, built)];
}

// A failed set-up has already said what to do next; it counts as one failure.
const counts = await test().catch((error) => {
  reportUnforeseen(error);
  return [countStep(false)];
});
const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
process.exitCode = sum('failed') === 0 ? 0 : 1;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
