import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newCause, stages } from '../../../build/new/cause.mjs';
import { newKind } from '../../../build/new/kind.mjs';
import { newMessage } from '../../../build/new/message.mjs';
import { moduleOf } from '../../../build/room-rules.mjs';

const root = new URL('../../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');
const tables = [
  'attention-packages',
  'comfyui',
  'devices',
  'facts',
  'installation',
  'other-trouble',
  'pytorch',
  'triton',
  'xformers',
];

describe('what npm run new makes', () => {
  it.each(stages)('names a new cause of the stage %s in every file it needs', (stage) => {
    const files = newCause(read, 'some_cause', stage);
    expect(files.map(({ file }) => file).filter((file) => file.includes('messages'))).toHaveLength(
      2,
    );
    expect(files.filter(({ text }) => !/some_cause|someCause/.test(text))).toEqual([]);
  });

  it('names a new kind in every file it needs', () => {
    const files = newKind(read, 'some_kind');
    expect(files).toHaveLength(5);
    expect(files.filter(({ text }) => !/some_kind|someKind/.test(text))).toEqual([]);
    const index = files.find(({ file }) => file.endsWith('index.ts'))?.text;
    // What is left for a git clone is asked last.
    expect(index).toMatch(/^ {2}someKind,\n {2}gitClone,$/m);
  });

  it.each(tables)('adds a message to the table %s and to its samples', (table) => {
    const files = newMessage(read, 'SOME_ID', table);
    expect(files.map(({ text }) => text.includes('SOME_ID'))).toEqual([true, true]);
  });

  it.each([
    ['cause', newCause(read, 'some_cause', 'torch')],
    ['kind', newKind(read, 'some_kind')],
    ['message', newMessage(read, 'SOME_ID', 'triton')],
  ])('imports nothing that is not there, of a new %s', (_, files) => {
    const made = new Set(files.map(({ file }) => file));
    const gone = files
      .filter(({ file }) => /\.tsx?$/.test(file))
      .flatMap(({ file, text }) => moduleOf(file, text).imports)
      .filter(({ target }) => !made.has(target) && !existsSync(new URL(target, root)));
    expect(gone).toEqual([]);
    // Nor a name that nobody exports any more.
    const names = files.flatMap(({ file, text }) =>
      [...text.matchAll(/^import (?:type )?\{ (.*) \} from '(\..*)';$/gm)].flatMap(
        ([, some = '', from = '']) =>
          some
            .split(', ')
            .map((name) => ({ name, from: path.posix.join(path.posix.dirname(file), from) })),
      ),
    );
    const unknown = names.filter(
      ({ name, from }) =>
        !made.has(from) && !new RegExp(`^export .*\\b${name}\\b`, 'm').test(read(from)),
    );
    expect(unknown).toEqual([]);
  });

  it('fails where a place is gone instead of writing half', () => {
    expect(() => newCause(() => '', 'some_cause', 'torch')).toThrow();
  });
});
