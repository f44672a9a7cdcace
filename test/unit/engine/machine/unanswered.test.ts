import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../electron/engine/machine/json-text.ts';
import { createNodeSystem } from '../../../../electron/engine/machine/node-system.ts';
import { ifUnanswered, isUnanswered } from '../../../../electron/engine/machine/unanswered.ts';
import { ProblemError, type ProblemCode } from '../../../../shared/problem.ts';

const thrownBy = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'nothing',
    (thrown: unknown) => thrown,
  );

describe('what the machine may answer', () => {
  it.each<ProblemCode>(['permission-denied', 'file-too-large', 'timed-out', 'command-missing'])(
    'is the Problem %s of the port',
    (code) => expect(isUnanswered(new ProblemError({ code }))).toBe(true),
  );

  it('is an error of the system that has no Problem', async () => {
    expect(isUnanswered(await thrownBy(readFile('/gone/file')))).toBe(true);
  });

  it.each([
    new TypeError("Cannot read properties of undefined (reading 'x')"),
    new RangeError('Maximum call stack size exceeded'),
    new Error('no such row'),
    new ProblemError({ code: 'unexpected' }),
    new ProblemError({ code: 'cancelled' }),
    'a text',
    undefined,
  ])('is not %s', async (thrown) => {
    expect(isUnanswered(thrown)).toBe(false);
    const asked = Promise.reject(thrown as Error).catch(ifUnanswered(null));
    expect(await thrownBy(asked)).toBe(thrown);
  });

  it.each(['a\0b', `/${'long'.repeat(2000)}`])(
    'is that nothing is there for a name that nothing can have',
    async (name) => {
      const { files } = createNodeSystem();
      expect(await files.readText(name)).toBeNull();
      expect(await files.list(name)).toBeNull();
      expect(await files.realPath(name)).toBeNull();
    },
  );
});

describe('JSON of others', () => {
  it.each(['', '{', 'null}', '\u0000'])('is undefined where it is none: %j', (text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  it.each([null, [], { a: 1 }, 'text'])('is its value: %j', (value) => {
    expect(parseJson(JSON.stringify(value))).toEqual(value);
  });
});
