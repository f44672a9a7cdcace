import { describe, expect, it } from 'vitest';
import { endsOf, missingFilesIn } from '../../../build/cited-files.mjs';

const ends = endsOf(['shared/facts.ts', 'test/support/wheels/xformers.ts', 'README.md']);

/** The names that a text cites and nobody has. */
function missing(text: string, file = 'electron/engine/a.ts'): string[] {
  return missingFilesIn(file, text, ends).map((each) => each.sentence.split(' ')[0] ?? '');
}

describe('a file that is cited', () => {
  it.each([
    ['knowledge/gone.md', '/** As % has it. */'],
    ['notes.md', ' * See %, 3.'],
    ['old-facts.ts', '// decided in %'],
    ['gone.json', 'const a = 1; // %'],
    ['lost.mjs', '  /** % */'],
    ['test/support/gone.py', '// %'],
  ])('has to be here: %s in “%s”', (name, comment) =>
    expect(missing(comment.replace('%', name))).toEqual([name]),
  );

  it('is told with each other one', () => {
    expect(missing(['// a', 'b.ts and c.ts'].join('.ts, '))).toEqual(['a.ts', 'b.ts', 'c.ts']);
  });

  it.each([
    '/** As shared/facts.ts has it. */',
    '// wheels/xformers.ts, facts.ts and README.md',
    '// comfy/cli_args.py of ComfyUI, out/cli.js, cpp_lib.json',
    "import { gone } from './gone.ts';",
    "const address = 'https://x.example/gone.md';",
    '// a pattern: **/*.md, {a,b}.ts, name.test.ts.snap',
  ])('may be: %s', (text) => expect(missing(text)).toEqual([]));

  it('counts in all of a document, and in the sources of a table', () => {
    expect(missing('`gone.ts` and rules/STAGE.ts', 'README.md')).toEqual(['gone.ts']);
    expect(missing('"source": "notes.md 3"', 'a.json')).toEqual(['notes.md']);
    expect(missing('"pattern": "notes.md"', 'a.json')).toEqual([]);
  });

  it('is told with its line', () => {
    const text = ['', '', '// %'].join('\n').replace('%', 'gone.md');
    expect(missingFilesIn('a.ts', text, ends)).toMatchObject([{ file: 'a.ts', line: 3 }]);
  });
});
