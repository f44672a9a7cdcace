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
 * Each test that failed, with the beginning of its complaint. Said at the very end, since only the
 * end of a long output may be kept.
 * @param {string} file vitest's JSON report
 * @returns {string[]}
 */
export function failedTests(file) {
  const files = /** @type {TestFile[]} */ (readJson(file)['testResults'] ?? []);
  return files.flatMap(({ name, message, assertionResults }) => [
    ...(message ? [`${name}: ${message.slice(0, 500)}`] : []),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(
        ({ fullName, failureMessages }) =>
          `${name}: ${fullName}\n${failureMessages.join('\n').slice(0, 1500)}`,
      ),
  ]);
}

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} Assertion
 * @typedef {{ name: string, message: string, assertionResults: Assertion[] }} TestFile
 */

/**
 * The numbers of Playwright's JSON report. A flaky test passed at the second try, which only CI
 * gives: it counts as passed, and `shakyTests` names it.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Totals}
 */
export function playwrightTotals(file, exitCode) {
  const stats = /** @type {Record<string, unknown>} */ (readJson(file)['stats'] ?? {});
  const failed = number(stats, 'unexpected');
  return {
    passed: number(stats, 'expected') + number(stats, 'flaky'),
    failed: exitCode === 0 ? failed : Math.max(1, failed),
    skipped: number(stats, 'skipped'),
  };
}

/**
 * What did not pass at once, with what its page showed then: the only trace that a run on another
 * machine leaves.
 * @param {string} file Playwright's JSON report
 * @returns {{ title: string, again: 'passed' | 'failed', page: string | null }[]}
 */
export function shakyTests(file) {
  return specsOf(readJson(file)).flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'flaky' || status === 'unexpected')
      .map(({ status, projectName, results }) => ({
        title: `[${projectName}] ${title}`,
        again: status === 'flaky' ? 'passed' : 'failed',
        page: pageShown(results[0]?.attachments ?? []),
      })),
  );
}

/**
 * @typedef {{ name: string, path?: string }} Attachment
 * @typedef {{ status: string, projectName: string, results: { attachments: Attachment[] }[] }} Tried
 * @typedef {{ title: string, tests: Tried[] }} Spec
 */

/** @param {any} suite of Playwright's report @returns {Spec[]} */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/** @param {Attachment[]} attachments */
function pageShown(attachments) {
  const context = attachments.find(({ name }) => name === 'error-context');
  try {
    return context?.path ? readFileSync(context.path, 'utf8').slice(0, 4000) : null;
  } catch {
    // The report names a file that was not written: there is nothing to show.
    return null;
  }
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
