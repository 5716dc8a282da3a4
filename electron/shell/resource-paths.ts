import { join } from 'node:path';
import { app } from 'electron';

/** A file of the build, e.g. `main/database-worker.js`; the built main lies in `out/main`. */
export const builtFile = (name: string): string => join(import.meta.dirname, '..', name);
export const rendererFolder = (): string => builtFile('renderer');

/** SQL files lie outside the archive when packaged, and in the source tree before. */
export const migrationsFolder = (): string => (app.isPackaged ? join(process.resourcesPath, 'migrations') : join(app.getAppPath(), 'electron/database/migrations'));
export const iconFile = (): string => (app.isPackaged ? join(process.resourcesPath, 'icons/icon.png') : join(app.getAppPath(), 'resources/icons/icon.png'));
