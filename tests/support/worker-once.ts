import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the run keeps the built thread of the database; workers of the run, and what they start, inherit it. */
const PLACE = 'GRIDDESK_TEST_WORKER';

/** The thread of the database for tests that start it: built in a run of vitest, its sources elsewhere. */
export const databaseWorker = (): string => process.env[PLACE] ?? resolve('electron/database/worker.ts');

/** Builds the thread once for all tests, as the desk is built: reading a thousand sources takes each of hundreds of threads more than a second. It lies in the project, where its native packages are found. */
export default async function setup(): Promise<() => void> {
  const { build } = await import('vite'); // not for every test that only asks where the thread lies
  mkdirSync('.cache', { recursive: true });
  const folder = mkdtempSync(resolve('.cache', 'test-worker-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2'] },
    build: { ssr: true, outDir: folder, target: 'node20.18', rolldownOptions: { input: { 'database-worker': resolve('electron/database/worker.ts') }, output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' } } },
  });
  process.env[PLACE] = join(folder, 'database-worker.mjs');
  return () => rmSync(folder, { recursive: true, force: true });
}
