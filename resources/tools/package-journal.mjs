import { StepFailure } from '#resources/tools/steps.mjs';

/** Thrown by a step that this machine cannot do at all: no failure of the desk, but something to be named at the end. */
export class NotRun extends Error {}

const seconds = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

/** Prints one line per step with its seconds, and remembers what failed and what was not run, for the closing list. */
export function openJournal() {
  const failed = [];
  const notRun = [];

  /** Runs one step; the remark it answers is printed. Its error is thrown on, because the steps after it need its result. */
  async function step(name, work) {
    const start = Date.now();
    try {
      const remark = await work();
      console.log(`[package] ${name}: ${seconds(start)}${typeof remark === 'string' ? ` (${remark})` : ''}`);
    } catch (error) {
      console.error(`[package] ${name}: ${error instanceof NotRun ? 'not run' : 'failed'} after ${seconds(start)}. ${error.message}`);
      throw error;
    }
  }

  /** Runs a part of the packaging. Whatever ends it, the parts after it still run, so that one run shows everything there is to mend. */
  async function part(name, work) {
    try {
      await work();
    } catch (error) {
      if (error instanceof NotRun) {
        notRun.push(`${name}: ${error.message}`);
        return;
      }
      failed.push(`${name}: ${error.message}${error instanceof StepFailure && error.advice ? ` Next: ${error.advice}` : ''}`);
      if (!(error instanceof StepFailure)) console.error(error);
    }
  }

  /** Prints both lists and answers whether nothing failed. */
  function close(made) {
    const list = (title, lines) => (lines.length > 0 ? [`\n[package] ${title}`, ...lines.map((line) => `  - ${line}`)] : []);
    console.log([...list('Made, to hand out (dist):', made), ...list('Not run on this machine:', notRun), ...list('Failed:', failed)].join('\n'));
    return failed.length === 0;
  }

  return { step, part, omit: (line) => notRun.push(line), hasFailed: () => failed.length > 0, close };
}
