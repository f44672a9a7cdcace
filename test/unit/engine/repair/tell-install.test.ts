import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tellInstall } from '../../../../electron/engine/repair/tell-install.ts';
import { makePaperEnvironment, write } from '../../../support/paper-environment.ts';

async function telling(paths: string[]) {
  const { system, root } = await makePaperEnvironment();
  const at = (name: string): string => join(root, name);
  await write(at('old.py'), 'old');
  const said: unknown[] = [];
  let seconds = 0;
  const progress = (...words: unknown[]): void => void said.push(words.slice(1));
  const teller = await tellInstall(system, { progress }, 'a', {
    ...{ root, paths, now: () => seconds * 1000 },
  });
  teller.stop();
  const look = async (second: number): Promise<unknown> => {
    seconds = second;
    await teller.look();
    return said.at(-1);
  };
  return { at, look, said };
}

const note = (done: number, total: number) => ({
  key: 'progress.installing-files',
  params: { names: 'a', done, total },
});

it('counts the files that came, and one that was replaced', async () => {
  const { at, look } = await telling(['old.py', 'a/new.py', 'a/other.py', 'a/last.py']);
  expect(await look(0)).toEqual([note(0, 4), 0, null]);
  await write(at('a/new.py'), '');
  expect(await look(4)).toEqual([note(1, 4), 0.25, 12]);
  // pip moves the old one away before it writes the new one.
  await rename(at('old.py'), at('~old.py'));
  expect(await look(5)).toEqual([note(1, 4), 0.25, 15]);
  await write(at('old.py'), 'new');
  expect(await look(8)).toEqual([note(2, 4), 0.5, 8]);
  // What came has come, whatever becomes of it.
  await rm(at('a/new.py'));
  expect(await look(8)).toEqual([note(2, 4), 0.5, 8]);
});

it('looks at some of very many', async () => {
  const paths = Array.from({ length: 999 }, (_, at) => `b/${at}.py`);
  const { at, look } = await telling(paths);
  for (const each of paths.slice(0, 500)) await write(at(each), '');
  expect(await look(1)).toEqual([note(500, 999), 500 / 999, null]);
  for (const each of paths) await write(at(each), '');
  expect(await look(2)).toEqual([note(999, 999), 1, 0]);
});

it('says nothing where no file is to come', async () => {
  const { look } = await telling([]);
  expect(await look(1)).toBeUndefined();
});
