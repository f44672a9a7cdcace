import { describe, expect, it } from 'vitest';
import { untestedClaimsIn } from '../../../build/cited-tests.mjs';

const read = (file: string) =>
  file === 'test/unit/a.test.ts' ? "it('refuses a stranger', () => {});" : null;
const sentences = (text: string) =>
  untestedClaimsIn('SECURITY.md', text, read).map(({ line, sentence }) => `${line} ${sentence}`);
const head = ['| What | Test |', '| --- | --- |'];
const table = (...rows: string[]) => sentences([...head, ...rows].join('\n'));

describe('a claim with the test that would notice', () => {
  it('is kept where file and test are there', () => {
    expect(table('| all | `test/unit/a.test.ts` “refuses a stranger” |')).toEqual([]);
  });

  it('is refused where the test is gone, or its file', () => {
    expect(table('| all | `test/unit/a.test.ts` “lets all in” |')).toEqual([
      '3 test/unit/a.test.ts has no test “lets all in”',
    ]);
    expect(sentences('See `test/unit/gone.test.ts` “refuses a stranger”.')).toEqual([
      '1 test/unit/gone.test.ts has no test “refuses a stranger”',
    ]);
  });

  it('is refused where a row of such a table names none', () => {
    expect(table('| all | we are careful |', 'and a text', '| not | of the table |')).toEqual([
      '3 this row claims something and names no test: `test/...` “title”',
    ]);
  });
});
