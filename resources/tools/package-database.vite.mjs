import { join } from 'node:path';
import { defineConfig } from 'vite';
import { root } from '#resources/tools/checkout.mjs';
import { folders } from '#resources/tools/package-folders.mjs';

/** Bundles the check of the native modules with the desk's own sources, with the same target as the desk; the two native packages stay outside. */
export default defineConfig({
  root,
  logLevel: 'warn',
  build: {
    ssr: join(import.meta.dirname, 'package-database-check.mjs'),
    target: 'node20.18',
    outDir: folders.databaseCheck,
    emptyOutDir: true,
    rolldownOptions: { external: ['better-sqlite3', '@node-rs/argon2', /^node:/], output: { entryFileNames: 'check.mjs' } },
  },
  ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2'] },
});
