import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { closingLine, playwrightTotals, sum, vitestTotals } from '../../../build/test-reports.mjs';

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

  it('takes a flaky browser test for a failed one', () => {
    write({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 4 } });
    expect(playwrightTotals(file, 0)).toEqual({ passed: 3, failed: 2, skipped: 4 });
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
