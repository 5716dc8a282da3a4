import { existsSync, readFileSync } from 'node:fs';

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** A run that ended badly although no single test failed (a file that does not load, a crash, no report) counts as one failure. */
const atLeastOneFailure = ({ passed, failed }, succeeded) => ({ passed, failed: succeeded ? failed : Math.max(failed, 1) });

/** Counts the tests in Vitest's JSON report; a test file that failed before its first test counts as one failed test. */
export function countVitest(file, succeeded) {
  const report = read(file);
  if (!report) return atLeastOneFailure({ passed: 0, failed: 0 }, false);
  const notLoaded = report.testResults.filter((result) => result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'));
  return atLeastOneFailure({ passed: report.numPassedTests, failed: report.numFailedTests + notLoaded.length }, succeeded);
}

/** Counts the tests in Playwright's JSON report; a test that passed only on its second try counts as passed. */
export function countPlaywright(file, succeeded) {
  const stats = read(file)?.stats;
  if (!stats) return atLeastOneFailure({ passed: 0, failed: 0 }, false);
  return atLeastOneFailure({ passed: stats.expected + stats.flaky, failed: stats.unexpected }, succeeded);
}

/** A step that is no set of tests counts as one. */
export const countStep = (succeeded) => ({ passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 });
