import { isRoot, lacksDisplay } from '#resources/tools/checkout.mjs';

/** Puts a command onto a virtual screen of a common laptop's size when this machine has no screen; answers the command unchanged otherwise. */
export function onScreen(command, args) {
  return lacksDisplay ? ['xvfb-run', ['-a', '-s', '-screen 0 1366x768x24', command, ...args]] : [command, args];
}

/** Chromium refuses to start as root with its sandbox on, on Linux. */
export const sandboxSwitches = process.platform === 'linux' && isRoot ? ['--no-sandbox'] : [];
