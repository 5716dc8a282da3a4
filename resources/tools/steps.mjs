import { spawnSync } from 'node:child_process';
import { root } from '#resources/tools/checkout.mjs';

/** A step that could not be done: what went wrong, and what the person at the keyboard does next. */
export class StepFailure extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/** What a step answers when it found nothing to do. */
export const alreadyThere = 'already there';

const secondsSince = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

/**
 * Runs one step and prints one line with its seconds, and with the remark the step answers, if it answers one.
 * A failure is printed with its advice and thrown on, so that only the script that was called decides to exit.
 */
export async function step(name, work) {
  const start = Date.now();
  try {
    const remark = await work();
    console.log(`[set-up] ${name}: ${secondsSince(start)}${remark ? ` (${remark})` : ''}`);
  } catch (error) {
    console.error(`[set-up] ${name}: failed after ${secondsSince(start)}. ${error.message}`);
    if (error instanceof StepFailure) console.error(`[set-up] Next: ${error.advice}`);
    throw error;
  }
}

/** Runs a command in the checkout, its output on the screen; a failure becomes a StepFailure with the given advice. */
export function run(command, args, { advice, ...options }) {
  const { status, signal, error } = spawnSync(command, args, { stdio: 'inherit', cwd: root, ...options });
  if (status === 0) return;
  const reason = error ? error.message : signal ? `stopped by ${signal}` : `exit code ${status}`;
  throw new StepFailure(`"${[command, ...args].join(' ')}" ended with: ${reason}.`, advice);
}

/** Prints what nobody foresaw in full; a failed step has already said what to do next. */
export function reportUnforeseen(error) {
  if (!(error instanceof StepFailure)) console.error(error);
}

/** Ends the script with exit code 1 when its work fails. */
export function exitOnFailure(work) {
  work.catch((error) => {
    reportUnforeseen(error);
    process.exit(1);
  });
}
