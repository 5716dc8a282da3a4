import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/{unit,integration,architecture}/**/*.test.{ts,tsx}'], environment: 'node', pool: 'forks', testTimeout: 60_000, hookTimeout: 60_000 },
});
