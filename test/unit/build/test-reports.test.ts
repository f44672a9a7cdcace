import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  closingLine,
  failedTests,
  playwrightTotals,
  shakyTests,
  sum,
  vitestTotals,
} from '../../../build/test-reports.mjs';

const file = path.join(mkdtempSync(path.join(tmpdir(), 'attention-doctor-report-')), 'report.json');
const write = (report: unknown) => writeFileSync(file, JSON.stringify(report));

describe('test totals', () => {
  it('adds up what was skipped and what is still to write', () => {
    write({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 2 });
    expect(vitestTotals(file, 0)).toEqual({ passed: 5, failed: 0, skipped: 3 });
  });

  it('counts a failed run without a failed test as one failure', () => {
    write({ numPassedTests: 5, numFailedTests: 0 });
    expect(vitestTotals(file, 1)).toMatchObject({ failed: 1 });
    expect(vitestTotals(`${file}.missing`, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(playwrightTotals(`${file}.missing`, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts a browser test that passed at the second try, and names it with what it showed', () => {
    const page = `${file}.md`;
    writeFileSync(page, '- heading "Repairing"');
    const attachments = [{ name: 'error-context', path: page }];
    const tried = (status: string) => ({
      status,
      projectName: 'browser',
      results: [{ attachments: status === 'flaky' ? attachments : [] }],
    });
    const specs = ['flaky', 'unexpected', 'expected'].map((status) => ({
      title: status,
      tests: [tried(status)],
    }));
    write({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 4 }, suites: [{ specs }] });
    expect(playwrightTotals(file, 0)).toEqual({ passed: 4, failed: 1, skipped: 4 });
    expect(shakyTests(file)).toEqual([
      { title: '[browser] flaky', again: 'passed', page: '- heading "Repairing"' },
      { title: '[browser] unexpected', again: 'failed', page: null },
    ]);
    expect(shakyTests(`${file}.missing`)).toEqual([]);
  });

  it('names what failed, also a file that does not load', () => {
    const failed = { status: 'failed', fullName: 'is kept', failureMessages: ['expected 1'] };
    const passed = { status: 'passed', fullName: 'is fine', failureMessages: [] };
    write({
      testResults: [
        { name: 'a.test.ts', message: '', assertionResults: [failed, passed] },
        { name: 'b.test.ts', message: 'no such module', assertionResults: [] },
      ],
    });
    expect(failedTests(file)).toEqual([
      'a.test.ts: is kept\nexpected 1',
      'b.test.ts: no such module',
    ]);
  });

  it('ends with the line that CI reads', () => {
    const all = [
      { passed: 3, failed: 0, skipped: 0 },
      { passed: 4, failed: 1, skipped: 0 },
    ];
    expect(closingLine(sum(all))).toBe('7 passed, 1 failed');
    expect(closingLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });
});
