import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Takes away the program that Electron shows when it has none of its own; it comes along with an Electron that lies unpacked on the disk. */
export function removeDefaultProgram({ appOutDir }) {
  rmSync(join(appOutDir, 'resources/default_app.asar'), { force: true });
}

/** Puts the database module that fits the stand-in for Electron into the place of the one that ships. */
export const withDatabaseModule = (binding) => (context) => {
  removeDefaultProgram(context);
  copyFileSync(binding, join(context.appOutDir, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'));
};
