import base from '#resources/installer/electron-builder.mjs';
import { folders } from '#resources/tools/package-folders.mjs';

/**
 * A folder for a test of the installer only: the shipping settings around an executable that is not Electron. That one has no fuses to set.
 * The folder cannot show the desk and is never given to anyone.
 */
export default {
  ...base,
  directories: { ...base.directories, output: folders.smokeWindows },
  electronDist: folders.stub,
  electronFuses: undefined,
  win: { ...base.win, target: ['dir'] },
};
