import { expect, it } from 'vitest';
import { persistently } from '../../../../electron/engine/machine/persistently.ts';

/** Fails so often with this code, then answers. */
function failing(times: number, code: string) {
  const tried = { times: 0 };
  const act = async (): Promise<string> => {
    tried.times += 1;
    if (tried.times <= times) throw Object.assign(new Error(code), { code });
    return 'done';
  };
  return { tried, act };
}

const outcome = (asked: Promise<string>) => asked.catch((error: unknown) => String(error));

it.each([
  ['a file that is held for a moment', 'win32', 2, 'EBUSY', 'done', 3],
  ['one that is held for long', 'win32', 9, 'EPERM', 'Error: EPERM', 4],
  ['one that is not there', 'win32', 1, 'ENOENT', 'Error: ENOENT', 1],
  ['one that may not be touched elsewhere', 'linux', 1, 'EACCES', 'Error: EACCES', 1],
] as const)('%s', async (_, platform, times, code, answer, tries) => {
  const { act, tried } = failing(times, code);
  expect(await outcome(persistently(act, { platform, waits: [1, 1, 1] }))).toBe(answer);
  expect(tried.times).toBe(tries);
});
