import { describe, expect, it } from 'vitest';
import { hashesOfClosures } from '../../../build/closures.mjs';

const files = {
  'a.ts': "import { b } from './b.ts';\n",
  'b.ts': "import type { C } from './deep/c.ts';\nimport rows from './rows.json';\n",
  'deep/c.ts': "export { b } from '../b.ts';\n",
  'rows.json': '[]',
  'alone.ts': 'export const alone = 1;\n',
};

/** Whose hash is another one, after these files became others. */
function touched(changes: Record<string, string | null>): string[] {
  const list = (of: Record<string, string | null>) =>
    hashesOfClosures(Object.entries(of).flatMap(([file, text]) => (text ? [{ file, text }] : [])));
  const before = list(files);
  const after = list({ ...files, ...changes });
  return [...after].filter(([file, hash]) => before.get(file) !== hash).map(([file]) => file);
}

describe('the hash of a file and of all that it imports', () => {
  it.each<[string, Record<string, string | null>, string[]]>([
    ['nothing', {}, []],
    ['what nobody imports', { 'a.ts': "import { b } from './b.ts'; b;\n" }, ['a.ts']],
    ['what another imports', { 'alone.ts': 'export const alone = 2;\n' }, ['alone.ts']],
    ['a type behind a circle', { 'deep/c.ts': '\n' }, ['a.ts', 'b.ts', 'deep/c.ts']],
    ['a table', { 'rows.json': '[1]' }, ['a.ts', 'b.ts', 'deep/c.ts', 'rows.json']],
    ['a file that is gone', { 'rows.json': null }, ['a.ts', 'b.ts', 'deep/c.ts']],
    ['a file that is new', { 'new.ts': '\n' }, ['new.ts']],
  ])('is another one after a change of %s', (_, changes, expected) => {
    expect(touched(changes)).toEqual(expected);
  });
});
