import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/**
 * The numbers of vitest's JSON report. A run that failed without a failed test (a file that does
 * not load, a promise that nobody caught) counts as one failure.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Totals}
 */
export function vitestTotals(file, exitCode) {
  const report = readJson(file);
  const failed = number(report, 'numFailedTests');
  return {
    passed: number(report, 'numPassedTests'),
    failed: exitCode === 0 ? failed : Math.max(1, failed),
    skipped: number(report, 'numPendingTests') + number(report, 'numTodoTests'),
  };
}

/**
 * The numbers of Playwright's JSON report. A flaky test passed only at the second try, which is
 * not a pass.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Totals}
 */
export function playwrightTotals(file, exitCode) {
  const stats = /** @type {Record<string, unknown>} */ (readJson(file)['stats'] ?? {});
  const failed = number(stats, 'unexpected') + number(stats, 'flaky');
  return {
    passed: number(stats, 'expected'),
    failed: exitCode === 0 ? failed : Math.max(1, failed),
    skipped: number(stats, 'skipped'),
  };
}

/** @param {readonly Totals[]} all @returns {Totals} */
export function sum(all) {
  return all.reduce(
    (left, right) => ({
      passed: left.passed + right.passed,
      failed: left.failed + right.failed,
      skipped: left.skipped + right.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The one line at the end, which CI reads. @param {Totals} totals */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {string} file
 * @returns {Record<string, unknown>}
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No report was written: the exit code alone speaks, as one failure.
    return {};
  }
}

/**
 * @param {Record<string, unknown>} report
 * @param {string} key
 */
function number(report, key) {
  const value = report[key];
  return typeof value === 'number' ? value : 0;
}
