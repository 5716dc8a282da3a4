import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { lacksDisplay } from '#resources/tools/checkout.mjs';

/** A virtual screen of a common laptop's size that ends with this process; answers its name for `DISPLAY`. */
export async function openScreen(): Promise<string> {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  process.once('exit', () => void screen.kill());
  const [number] = (await once(screen.stdout, 'data')) as [Buffer]; // the number and a line feed, once the screen takes windows
  (screen.stdout as Socket).unref(); // a pipe is one; neither it nor the screen keeps the process
  screen.unref();
  return `:${String(number).trim()}`;
}

// Files run beside each other where nobody looks on: each worker has a screen of its own, so that no two windows share focus or clipboard.
if (lacksDisplay && process.env['TEST_WORKER_INDEX'] !== undefined) process.env['DISPLAY'] = await openScreen();
