import { defineConfig } from '@playwright/test';
import { lacksDisplay } from '#resources/tools/checkout.mjs';

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/demo-once.ts',
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: lacksDisplay ? 2 : 1, // on a real screen two windows would take the focus from one another
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  outputDir: '.cache/e2e',
});
