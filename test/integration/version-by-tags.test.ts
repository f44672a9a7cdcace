import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { comfyuiVersion } from '../../electron/engine/discovery/recognition/source-root.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

const system = createNodeSystem();
const git = async (root: string, ...words: string[]): Promise<void> => {
  const own = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false'];
  await system.run({ program: 'git', arguments: [...own, '-C', root, ...words] });
};
const hasGit = await git('.', '--version').then(
  () => true,
  () => false,
);

/** A repository of real git with a release, as old clones of ComfyUI are: without a version file. */
async function clone(): Promise<string> {
  const root = await makeTemporaryFolder('tags');
  await git(root, 'init', '-q');
  await commit(root, 'main.py');
  return root;
}

async function commit(root: string, name: string): Promise<void> {
  await writeFile(join(root, name), name);
  await git(root, 'add', name);
  await git(root, 'commit', '-qm', name);
}

describe.skipIf(!hasGit)('the version of an old clone', () => {
  let root: string;
  const version = () => comfyuiVersion(system, root);
  beforeAll(async () => {
    root = await clone();
  });

  it('is unknown without a release', async () => {
    expect(await version()).toBeNull();
    await git(root, 'tag', 'latest');
    expect(await version()).toBeNull();
  });

  it.each([
    ['a plain tag', [['tag', 'v0.2.6']], '0.2.6'],
    ['the newest of two, an annotated one', [['tag', '-a', 'v0.2.10', '-m', 'x']], '0.2.10'],
    ['packed tags', [['pack-refs', '--all']], '0.2.10'],
    ['packed objects', [['gc', '-q']], '0.2.10'],
    ['no branch', [['checkout', '-q', '--detach']], '0.2.10'],
  ])('is that of its tag: %s', async (_, commands, expected) => {
    for (const words of commands) await git(root, ...words);
    expect(await version()).toBe(expected);
  });

  it('is that of the release below commits of its own, and unknown after a jump', async () => {
    await commit(root, 'mine.py');
    await commit(root, 'mine too.py');
    expect(await version()).toBe('0.2.10');
    await git(root, 'checkout', '-q', '--orphan', 'other');
    await commit(root, 'other.py');
    expect(await version()).toBeNull();
  });

  it('is that of a worktree', async () => {
    const place = join(await makeTemporaryFolder('worktree'), 'ComfyUI');
    await git(root, 'worktree', 'add', '-q', '--detach', place, 'v0.2.6');
    expect(await comfyuiVersion(system, place)).toBe('0.2.10');
  });
});
