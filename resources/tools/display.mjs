import { isRoot, lacksDisplay } from '#resources/tools/checkout.mjs';

/** Puts a command onto a virtual screen of a common laptop's size when this machine has no screen; answers the command unchanged otherwise. */
export function onScreen(command, args) {
  return lacksDisplay ? ['xvfb-run', ['-a', '-s', '-screen 0 1366x768x24', command, ...args]] : [command, args];
}

/** On a virtual screen Chromium misses the system bus and a graphics card and says so line by line; only what ends it is worth reading. */
export const quietSwitches = lacksDisplay ? ['--log-level=3'] : [];

/** Chromium refuses to start as root with its sandbox on, on Linux. */
export const sandboxSwitches = process.platform === 'linux' && isRoot ? ['--no-sandbox'] : [];
