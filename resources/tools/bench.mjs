import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfChanged } from '#resources/tools/build.mjs';
import { cache, isRoot, lacksDisplay, root } from '#resources/tools/checkout.mjs';
import { onScreen } from '#resources/tools/display.mjs';
import { setUp } from '#resources/tools/setup.mjs';
import { reportUnforeseen, run, step } from '#resources/tools/steps.mjs';

const results = join(root, 'bench/results.json');
const handedOver = join(cache, 'bench-rows');
// Named from the root, where everything runs. Before Node 22.18 the first switch has to be said; later it means nothing.
const typeScript = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
const program = (name) => [...typeScript, `tests/bench/${name}.ts`];

const all = JSON.parse(readFileSync(join(root, 'tests/bench/measures.json'), 'utf8'));

/** The measures named on the command line, or all of them. Ends the script when a name is none of them. */
function wanted(names) {
  const unknown = names.filter((name) => all.every(({ id }) => id !== name));
  if (unknown.length > 0) {
    console.error(`[bench] There is no measure ${unknown.join(', ')}. Next: name one or more of ${all.map(({ id }) => id).join(', ')}, or none for all.`);
    process.exit(1);
  }
  return names.length === 0 ? all : all.filter(({ id }) => names.includes(id));
}

/** The rows of a measure that ended before it could tell anything. */
const rowsWithout = ({ rows }, reason) => rows.map((row) => ({ ...row, measured: null, reference: null, holds: false, samples: '', reason }));

/** Runs one measure in a process of its own, those with a window on a virtual screen where there is none, and answers its rows. */
function take(measure, { environment, deskEnvironment, obstacles }) {
  const obstacle = (measure.window && obstacles.window) || (measure.city && obstacles.city);
  if (obstacle) return rowsWithout(measure, obstacle);
  console.log(`\n[bench] ${measure.id}`);
  const file = join(handedOver, `${measure.id}.json`);
  rmSync(file, { force: true });
  const env = { ...(measure.window ? deskEnvironment : environment), GRIDDESK_BENCH_ROWS: file, ...(isRoot && process.platform === 'linux' ? { GRIDDESK_NO_SANDBOX: '1' } : {}) };
  const [command, args] = measure.window ? onScreen('node', program(measure.id)) : ['node', program(measure.id)];
  const start = Date.now();
  const { status, signal, error } = spawnSync(command, args, { cwd: root, env, stdio: 'inherit' });
  console.log(`[bench] ${measure.id}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  return rowsWithout(measure, `the measure ended with ${error ? error.message : (signal ?? `exit code ${status}`)} and told nothing`);
}

/** Does `work` and answers nothing, or why what rests on it cannot be measured; the other measures are taken all the same. */
async function obstacleOf(name, work) {
  try {
    await step(name, work);
    return undefined;
  } catch (error) {
    reportUnforeseen(error);
    return `${name.toLowerCase()} failed: ${error.message.split('\n')[0]}`;
  }
}

async function takeAll(measures) {
  const { environment, deskEnvironment } = await setUp();
  if (lacksDisplay && measures.some(({ window }) => window)) console.log('[bench] This machine has no screen: windows open on a virtual one (Xvfb).');
  const obstacles = {
    window: measures.some(({ window }) => window) ? await obstacleOf('Build', () => buildIfChanged(environment)) : undefined,
    city: measures.some(({ city }) => city) ? await obstacleOf('City', () => run('node', program('make-city'), { env: environment, advice: 'correct the error named above and run the same command again.' })) : undefined,
  };
  return measures.flatMap((measure) => take(measure, { environment, deskEnvironment, obstacles }));
}

const valueOf = ({ ratio, p95_ms: p95, measured, unit }) => (ratio !== undefined ? `${ratio.toFixed(2)} x` : measured === null ? '-' : `${p95 ?? measured} ${unit}`);
const reachOf = ({ ratio, reach, unit }) => `<= ${reach}${ratio === undefined ? ` ${unit}` : ' x'}`;

function printTable(rows) {
  const lines = [['measure', 'value', 'measured', 'reference', 'reach', 'holds', 'what'], ...rows.map((row) => [row.id, valueOf(row), `${row.measured ?? '-'}`, `${row.reference ?? '-'}`, reachOf(row), row.holds ? 'yes' : 'NO', row.reason ? `${row.what}: ${row.reason}` : row.what])];
  const widths = lines[0].map((_head, column) => Math.max(...lines.map((line) => line[column].length)));
  console.log('');
  for (const line of lines) console.log(line.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
}

/** Replaces the file whole. Rows of measures that were not taken in this run stay, so that one measure can be repeated alone. */
function keep(rows) {
  mkdirSync(join(root, 'bench'), { recursive: true });
  const earlier = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : [];
  const known = all.flatMap((measure) => measure.rows.map(({ id }) => id));
  const newest = known.map((id) => rows.find((row) => row.id === id) ?? earlier.find((row) => row.id === id)).filter(Boolean);
  writeFileSync(`${results}.part`, `${JSON.stringify(newest, null, 2)}\n`);
  renameSync(`${results}.part`, results);
}

// A failed set-up has already said what to do next.
const rows = await takeAll(wanted(process.argv.slice(2))).catch((error) => {
  reportUnforeseen(error);
  process.exit(1);
});
printTable(rows);
keep(rows);
const missed = rows.filter(({ holds }) => !holds).length;
console.log(`\n${rows.length - missed} of ${rows.length} hold; written to bench/results.json`);
process.exitCode = missed === 0 ? 0 : 1;
