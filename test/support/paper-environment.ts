import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Target } from '../../electron/engine/inspection/gather-static-facts.ts';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import type { System } from '../../electron/engine/machine/system.ts';
import { readDistributions } from '../../electron/engine/packages/distributions.ts';
import { statePaths, type StatePaths } from '../../electron/engine/state/state-paths.ts';
import type { Environment } from '../../shared/install.ts';
import { toProblem, type Problem } from '../../shared/problem.ts';
import type { TestEnvironment } from './environments.ts';
import { factsWith } from './facts.ts';
import { makeTemporaryFolder } from './temporary-folders.ts';
import { unpackWheel } from './unpack-wheel.ts';
import type { BuiltWheel } from './wheels/wheel.ts';

/** A folder in the shape of a virtual environment: all its files are real, but no Python is in it. */
export type PaperEnvironment = TestEnvironment & {
  /** Holds the environment and the state folder. */
  folder: string;
  paths: StatePaths;
  system: System;
  environment: Environment;
  target: Target;
};

export async function makePaperEnvironment(
  wheels: readonly BuiltWheel[] = [],
): Promise<PaperEnvironment> {
  const folder = await realpath(await makeTemporaryFolder('paper'));
  const root = join(folder, 'venv');
  const sitePackages = join(root, 'lib', 'python3.11', 'site-packages');
  const python = join(root, 'bin', 'python');
  await write(python, '#!/bin/false\n');
  await write(join(root, 'pyvenv.cfg'), 'home = /usr/bin\nversion = 3.11.9\n');
  await mkdir(sitePackages, { recursive: true });
  const environment: Environment = {
    id: 'environment-1',
    executable: python,
    version: '3.11.9',
    kind: 'venv',
    environmentRoot: root,
    problems: [],
  };
  const paper: PaperEnvironment = {
    folder,
    root,
    python,
    sitePackages,
    paths: statePaths(join(folder, 'state')),
    system: { ...createNodeSystem(), platform: 'linux' },
    environment,
    target: { id: 'target-1', install: null, environment },
  };
  for (const wheel of wheels) await unpackWheel(paper, wheel);
  return paper;
}

/** What its files tell, as far as the repair room asks: a light form of gatherStaticFacts. */
export async function factsOf({ system, environment, sitePackages }: PaperEnvironment) {
  const { executable, version, kind, environmentRoot } = environment;
  const own = { executable, version, kind, environmentRoot, sitePackages: [sitePackages] };
  const interpreter = { ...own, writable: true, externallyManaged: false, pip: null };
  const distributions = await readDistributions(system, [sitePackages]);
  return factsWith({ interpreter, distributions });
}

/** Writes a file, with the folders above it; answers its path. */
export async function write(file: string, content: string | Uint8Array = ''): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

/** What was thrown, as a Problem; null where nothing was. */
export function problemOf(act: Promise<unknown> | (() => unknown)): Promise<Problem | null> {
  return (typeof act === 'function' ? Promise.resolve().then(act) : act).then(
    () => null,
    (error: unknown) => toProblem(error),
  );
}
