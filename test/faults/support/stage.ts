import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environmentAt, runPython, type TestEnvironment } from '../../support/environments.ts';
import { startIndex, type IndexServer } from '../../support/index-server.ts';
import { makeScenario } from '../../support/scenarios.ts';
import { makeTemporaryFolder } from '../../support/temporary-folders.ts';
import { describeTree, digestTree, isBytecode } from '../../support/tree-digest.ts';
import { catalogueWith } from './catalogues.ts';

const execute = promisify(execFile);

/**
 * One place where an environment, the app's state and the user's files stand, and saved states
 * of it that are put there again and again: paths, links and times are then the same each time.
 */
export type Stage = {
  root: string;
  environment: TestEnvironment;
  state: string;
  index: IndexServer;
  /** Notes how it is now. Not `pip`, which takes longer to copy than all else together. */
  save: (name: string) => Promise<void>;
  put: (name: string, parts?: { pip?: boolean }) => Promise<void>;
  /** Whether all is as it was saved `before`, or as `kept`; else what differs from the nearer one. */
  isLike: () => Promise<string>;
  close: () => Promise<void>;
};

/** A mismatched environment with bytecode and with the user's own files in it and beside it. */
export async function openStage(wheel: 'good' | 'broken'): Promise<Stage> {
  const folder = await makeTemporaryFolder('faults');
  const index = await startIndex({ catalogue: catalogueWith(wheel) });
  const root = join(folder, 'stage');
  const state = join(root, 'state');
  const at = join(root, 'venv');
  await makeScenario('mismatched', { at });
  const environment = await environmentAt(at);
  await addFilesOfUser(root, environment);
  await runPython(environment, ['-c', 'import xformers, torch, triton']);
  const pip = join(environment.sitePackages, 'pip');
  const pipAside = join(folder, 'pip');
  await execute('cp', ['-a', pip, pipAside]);
  const own = { ignore: (path: string) => isBytecode(`/${path}`) };
  const trees = new Map<string, Promise<string[]>>();

  const stage: Stage = {
    root,
    environment,
    state,
    index,
    async save(name) {
      await execute('cp', ['-a', root, join(folder, `saved-${name}`)]);
      const copied = join(folder, `saved-${name}`, 'venv');
      const copy = await environmentAt(copied);
      await rm(join(copy.sitePackages, 'pip'), { recursive: true, force: true });
    },
    async put(name, parts = {}) {
      await rm(root, { recursive: true, force: true });
      await execute('cp', ['-a', join(folder, `saved-${name}`), root]);
      if (parts.pip) await execute('cp', ['-a', pipAside, pip]);
    },
    async isLike() {
      const now = await treeOf(root);
      if (existsSync(pip) && (await digestTree(pip, own)) !== (await digestTree(pipAside, own)))
        return 'pip itself was changed';
      const differences: string[] = [];
      for (const name of ['before', 'kept']) {
        const saved = trees.get(name) ?? treeOf(join(folder, `saved-${name}`));
        trees.set(name, saved);
        const found = differencesOf(await saved, now);
        if (found.length === 0) return name;
        if (differences.length === 0 || found.length < differences.length)
          differences.splice(0, differences.length, `as ${name}, but:`, ...found);
      }
      return differences.slice(0, 15).join('\n');
    },
    async close() {
      await index.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await stage.save('before');
  return stage;
}

/** Everything but the app's own state, bytecode, and pip itself, which is not always there. */
async function treeOf(root: string): Promise<string[]> {
  return describeTree(root, {
    ignore: (path) => path === 'state' || isBytecode(path) || path.endsWith('/site-packages/pip'),
  });
}

function differencesOf(before: readonly string[], now: readonly string[]): string[] {
  const [then, present] = [new Set(before), new Set(now)];
  return [
    ...before.filter((line) => !present.has(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !then.has(line)).map((line) => `+ ${line}`),
  ];
}

async function addFilesOfUser(root: string, environment: TestEnvironment): Promise<void> {
  const files = {
    [join(root, 'beside.txt')]: 'beside the environment\n',
    [join(environment.root, 'notes.txt')]: 'in the environment\n',
    [join(environment.root, 'bin', 'mine.sh')]: '#!/bin/sh\nexit 0\n',
    [join(environment.sitePackages, 'mine.py')]: 'mine = 1\n',
    [join(environment.sitePackages, 'xformers', 'mine.txt')]: 'in the package\n',
    [join(environment.sitePackages, 'xformers', 'ops', 'my_ops.py')]: 'mine = 2\n',
  };
  for (const [file, content] of Object.entries(files)) await writeFile(file, content);
}
