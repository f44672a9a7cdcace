import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { piecesOf, readLists } from '../../../../electron/engine/repair/long-lists.ts';
import { write } from '../../../support/paper-environment.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folders.ts';

const system = createNodeSystem();
let file: string;
beforeEach(async () => {
  file = join(await makeTemporaryFolder('lists'), 'lists.json');
});

/** The names of the lists and what they hold, or null. */
async function read(): Promise<{ names: string[]; all: Record<string, unknown[]> } | null> {
  const all: Record<string, unknown[]> = { a: [], b: [] };
  const into = (name: string) => (element: unknown) => {
    all[name]?.push(element);
    return element !== 'refused';
  };
  const names = await readLists(system, file, { a: into('a'), b: into('b') });
  return names && { names: [...names], all };
}
const save = (lists: Record<string, unknown[]>) => system.files.writeText(file, piecesOf(lists));

describe('long lists', () => {
  it.each([
    [{ a: [], b: [] }],
    [{ a: [1], b: [] }],
    [{ a: [], b: [null, { deep: ['],"a":['] }] }],
    [{ a: ['a\nb', '\u2028', '学'], b: [[], {}] }],
  ])('come back as they were, and are JSON: %j', async (lists) => {
    await save(lists);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(lists);
    expect(await read()).toEqual({ names: ['a', 'b'], all: lists });
  });

  it('are written and read in pieces', async () => {
    const lists = { a: Array.from({ length: 40_000 }, (_, at) => `${at} 学 ${'x'.repeat(30)}`) };
    const pieces = [...piecesOf(lists)];
    expect(pieces.length).toBeGreaterThan(2);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(600_000);
    await system.files.writeText(file, pieces);
    expect((await read())?.all.a).toEqual(lists.a);
  });

  it('are read where an earlier version wrote all in one line, also a long one', async () => {
    const a = Array.from({ length: 40_000 }, (_, at) => `${at} ${'x'.repeat(20)}`);
    await write(file, JSON.stringify({ a, more: 3 }));
    expect(await read()).toEqual({ names: ['a', 'more'], all: { a, b: [] } });
    await write(file, '{"a":[1]}');
    expect(await read()).toEqual({ names: ['a'], all: { a: [1], b: [] } });
  });

  it('may have others beside them that a later version knows', async () => {
    await save({ a: [1], later: ['refused'] });
    expect(await read()).toEqual({ names: ['a', 'later'], all: { a: [1], b: [] } });
  });
});

describe('damaged lists are none', () => {
  it('not there, refused, or cut at any place', async () => {
    expect(await read()).toBeNull();
    await save({ a: [1, 'refused'] });
    expect(await read()).toBeNull();
    await save({ a: [1, { b: 2 }], b: ['c'] });
    const whole = await readFile(file, 'utf8');
    for (let end = 0; end < whole.length - 1; end += 1) {
      await write(file, whole.slice(0, end));
      expect(await read(), whole.slice(0, end)).toBeNull();
    }
  });

  it.each([
    '[]\n',
    '[1]',
    '3',
    'null',
    '{"a":3}',
    '{"a":["refused"]}',
    '{"a":[\n1\n]}\n]}\n',
    '{"a":[\n1\n]}\n1\n',
    '],"a":[\n1\n]}\n',
    '{"a":[\n1\n{"b":[\n1\n]}\n',
    '{"a":[\n1\n],"a":[\n2\n]}\n',
    '1\n]}\n',
    ']}\n',
    '{"a":[\n1,\n\n]}\n',
    '{"a":[\n\0\0\0\n]}\n',
  ])('%j', async (text) => {
    await write(file, text);
    expect(await read()).toBeNull();
  });
});
