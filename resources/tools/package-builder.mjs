import { join } from 'node:path';
import { root } from '#resources/tools/checkout.mjs';
import { run } from '#resources/tools/steps.mjs';

/** Runs electron-builder with one of the settings in resources/installer; `target` is its own switch, e.g. `['--linux', 'dir']`. */
export function buildPackage(environment, { platform, settings, target }) {
  run('electron-builder', [...target, '--x64', '--publish', 'never', '--config', join('resources/installer', settings)], {
    cwd: root,
    env: { ...environment, GRIDDESK_PACKAGE_FOR: platform, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    advice: `run it by hand to see its messages: GRIDDESK_PACKAGE_FOR=${platform} npx electron-builder ${target.join(' ')} --config resources/installer/${settings}`,
  });
}
