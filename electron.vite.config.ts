import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = (path: string): string => resolve(import.meta.dirname, path);

/**
 * The targets are those of the oldest runtime the desk is tested on, so that the very bundle that was tested is the one that ships.
 * The two native packages stay outside; everything else is bundled, so that the package holds no folder of dependencies.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      minify: true,
      externalizeDeps: { include: ['better-sqlite3', '@node-rs/argon2'], exclude: ['*'] },
      rolldownOptions: {
        external: ['electron', 'better-sqlite3', '@node-rs/argon2', /^node:/],
        input: {
          index: here('electron/main.ts'),
          'database-worker': here('electron/database/worker.ts'),
          'stretch-worker': here('electron/vault/stretch-worker.ts'),
          'inspect-worker': here('electron/vault/inspect-worker.ts'),
          'workbook-process': here('electron/kernel/imports/workbook-process.ts'),
          'map-file-process': here('electron/modules/grid/territory/map/file/map-file-process.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: { input: { preload: here('electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      rolldownOptions: { input: { 'sign-in': here('renderer/sign-in.html'), desk: here('renderer/desk.html') } },
    },
  },
});
