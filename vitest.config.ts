import { defineConfig } from 'vitest/config';

// The limits end what hangs; how long work takes is the bench's question.
export default defineConfig({
  test: { include: ['tests/{unit,integration,architecture}/**/*.test.{ts,tsx}'], environment: 'node', globalSetup: ['tests/support/migrated-once.ts', 'tests/support/worker-once.ts'], pool: 'forks', testTimeout: 240_000, hookTimeout: 240_000 },
});
