import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { openLogInput, refuse } from '../../../electron/hosts/cli/log-input.ts';
import { ProblemError } from '../../../shared/problem.ts';

test.each([
  ['ENOENT', 'not-found'],
  ['ENOTDIR', 'not-found'],
  ['EISDIR', 'not-a-file'],
  ['EACCES', 'permission-denied'],
  ['EPERM', 'permission-denied'],
  ['EBUSY', 'input-unreadable'],
])('%s is told as %s', (code, problem) => {
  const thrown = Object.assign(new Error(code), { code });
  expect(() => refuse('a.log', thrown)).toThrow(ProblemError);
  try {
    refuse('a.log', thrown);
  } catch (refused) {
    expect(refused).toMatchObject({ problem: { code: problem } });
  }
});

test('standard input is read as it comes, and its end is the end', async () => {
  const stream = Readable.from([Buffer.from('one'), Buffer.from('two')]);
  const input = await openLogInput('-', stream, new AbortController().signal);
  const pieces: string[] = [];
  for await (const piece of input.pieces) pieces.push(Buffer.from(piece).toString());
  expect([input.name, input.size, pieces]).toEqual([null, null, ['one', 'two']]);
});

test('a cancel ends the reading at once', async () => {
  const abort = new AbortController();
  const endless = new Readable({ read() {} });
  const input = await openLogInput('-', endless, abort.signal);
  const reading = (async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of input.pieces) pieces.push(piece);
  })();
  abort.abort();
  await expect(reading).rejects.toMatchObject({ problem: { code: 'cancelled' } });
});
