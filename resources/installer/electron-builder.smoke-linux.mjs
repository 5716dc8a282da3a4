import base from '#resources/installer/electron-builder.mjs';
import { withDatabaseModule } from '#resources/installer/after-pack.mjs';
import { fallbackFolder, fallbackVersion } from '#resources/tools/fallback-electron.mjs';
import { fallbackBinding } from '#resources/tools/fallback-native.mjs';
import { folders } from '#resources/tools/package-folders.mjs';

/** A package for a test on this machine only: the shipping settings, fuses included, around the stand-in for Electron. Never given to anyone. */
export default {
  ...base,
  directories: { ...base.directories, output: folders.smokeLinux },
  electronVersion: fallbackVersion,
  electronDist: fallbackFolder,
  afterPack: withDatabaseModule(fallbackBinding()),
  linux: { ...base.linux, target: ['dir'] },
};
