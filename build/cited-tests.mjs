/**
 * A document may claim something and name the test that would fail if it were not so: `file` “title”.
 * Both have to be there. A table with a column “Test” claims something in every row. Pure.
 */

/** @typedef {{ file: string, line: number, sentence: string }} Violation */

const cited = /`(test\/[\w./-]+\.(?:test|spec)\.tsx?)`\s+“([^”]+)”/g;

/**
 * @param {string} file
 * @param {string} text
 * @param {(file: string) => string | null} read null for a file that is not there
 * @returns {Violation[]}
 */
export function untestedClaimsIn(file, text, read) {
  let isClaims = false;
  return text.split('\n').flatMap((line, index) => {
    const say = (/** @type {string} */ sentence) => ({ file, line: index + 1, sentence });
    const isRow = line.startsWith('|');
    if (!isRow) isClaims = false;
    else if (/\|\s*Test\s*\|\s*$/.test(line)) isClaims = true;
    const tests = [...line.matchAll(cited)];
    const isHead = /\|\s*(?:Test|-+)\s*\|\s*$/.test(line);
    if (isRow && isClaims && !isHead && tests.length === 0)
      return [say('this row claims something and names no test: `test/...` “title”')];
    return tests.flatMap(([, name = '', title = '']) =>
      (read(name) ?? '').includes(title) ? [] : [say(`${name} has no test “${title}”`)],
    );
  });
}
