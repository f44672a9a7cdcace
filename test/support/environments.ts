import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { IndexServer } from './index-server.ts';
import { makeTemporaryFolder } from './temporary-folders.ts';
import type { TestEnvironment } from './test-environment.ts';
import { unpackWheel } from './unpack-wheel.ts';
import type { BuiltWheel } from './wheels/wheel.ts';

const execute = promisify(execFile);

export type { TestEnvironment };

export type EnvironmentParts = {
  /** Where it shall lie; a new temporary folder unless asked. */
  at?: string;
  /** The Python it is made from. */
  python?: string;
  withoutPip?: boolean;
  packages?: readonly BuiltWheel[];
  /** 'unpacked' writes what pip would write, much faster; 'pip' runs the real one. */
  installedBy?: 'pip' | 'unpacked';
  /** Where pip finds the packages; needed for 'pip'. */
  index?: IndexServer;
  /** For 'pip': another index of the server than /simple/, for example whl/cu124. */
  extraIndexes?: readonly string[];
};

/** A real virtual environment with these packages in it. */
export async function makeEnvironment(parts: EnvironmentParts = {}): Promise<TestEnvironment> {
  const python = parts.python ?? 'python3';
  const root = parts.at ?? join(await makeTemporaryFolder('environment'), 'venv');
  await copyTemplate(await templateOf(python, parts.withoutPip ?? false), root);
  const environment = await environmentAt(root);
  if (parts.installedBy === 'pip') await installWithPip(environment, parts);
  else for (const wheel of parts.packages ?? []) await unpackWheel(environment, wheel);
  return environment;
}

/** The paths inside an environment that is there already. */
export async function environmentAt(root: string): Promise<TestEnvironment> {
  const library = join(root, 'lib');
  const [version = 'python3'] = (await readdir(library)).filter((name) =>
    name.startsWith('python'),
  );
  return {
    root,
    python: join(root, 'bin', 'python'),
    sitePackages: join(library, version, 'site-packages'),
  };
}

/** The machine's variables without its own pip and application settings. */
export function cleanEnvironment(own: Record<string, string> = {}): Record<string, string> {
  const clean: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && !isMachineSetting(name)) clean[name] = value;
  }
  return { ...clean, ...own };
}

/** Runs the python of an environment and answers what it wrote; throws if it fails. */
export async function runPython(
  environment: TestEnvironment,
  argumentsOfPython: readonly string[],
  variables: Record<string, string> = {},
): Promise<{ stdout: string; stderr: string }> {
  return execute(environment.python, [...argumentsOfPython], {
    env: cleanEnvironment({ PIP_CONFIG_FILE: '/dev/null', ...variables }),
    maxBuffer: 16 * 1024 * 1024,
  });
}

function isMachineSetting(name: string): boolean {
  return /^(PIP_|XFORMERS_|TORCH_|VIRTUAL_ENV|CONDA_|ATTENTION_DOCTOR_|PYTHON)|_proxy$/i.test(name);
}

async function installWithPip(
  environment: TestEnvironment,
  parts: EnvironmentParts,
): Promise<void> {
  const { index } = parts;
  if (!index) throw new Error("installedBy: 'pip' needs an index");
  const extra = (parts.extraIndexes ?? []).flatMap((name) => [
    '--extra-index-url',
    `${index.address}/${name}/`,
  ]);
  const wanted = (parts.packages ?? []).map((wheel) => `${wheel.name}==${wheel.version}`);
  await runPython(
    environment,
    ['-m', 'pip', 'install', '--no-deps', '--no-cache-dir', ...extra, ...wanted],
    index.environment(),
  );
}

/** `python -m venv` takes seconds, a copy takes a tenth: one template for each Python. */
async function templateOf(python: string, withoutPip: boolean): Promise<string> {
  const { stdout } = await execute(python, ['-c', 'import sys; print(sys.version, sys.prefix)']);
  const key = createHash('sha256').update(stdout).digest('hex').slice(0, 12);
  const templates = join(tmpdir(), 'attention-doctor-test-templates');
  const finished = join(templates, `${key}${withoutPip ? '-without-pip' : ''}`);
  if (existsSync(finished)) return finished;
  await mkdir(templates, { recursive: true });
  const making = await mkdtemp(`${finished}-`);
  const options = withoutPip ? ['--without-pip'] : [];
  await execute(python, ['-m', 'venv', ...options, making], { env: cleanEnvironment() });
  await replaceInScripts(making, making, finished);
  // Another test file may have been faster; then its template is as good as ours.
  await rename(making, finished).catch(() => rm(making, { recursive: true, force: true }));
  return finished;
}

/** A copied environment is whole once its scripts and pyvenv.cfg name their new home. */
async function copyTemplate(template: string, root: string): Promise<void> {
  await mkdir(dirname(root), { recursive: true });
  // Five times faster than fs.cp for the thousand small files of pip.
  await execute('cp', ['-a', template, root]);
  await replaceInScripts(root, template, root);
}

async function replaceInScripts(root: string, from: string, to: string): Promise<void> {
  const scripts = (await readdir(join(root, 'bin'), { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(root, 'bin', entry.name));
  for (const path of [...scripts, join(root, 'pyvenv.cfg')]) {
    const text = await readFile(path, 'utf8');
    if (text.includes(from)) await writeFile(path, text.replaceAll(from, to));
  }
}

export type BadInterpreter =
  'hangs' | 'hangs-at-start' | 'crashes' | 'rubbish' | 'dangling' | 'not-executable';

/** Breaks the interpreter of an environment in one of the ways that users meet. */
export async function breakInterpreter(
  environment: TestEnvironment,
  way: BadInterpreter,
): Promise<void> {
  if (way === 'rubbish') {
    const chatter = 'print("Welcome to my Python {\\"not\\": json")\nprint("[1, 2")\n';
    return writeFile(join(environment.sitePackages, 'sitecustomize.py'), chatter);
  }
  if (way === 'hangs-at-start') {
    const sleep = 'import time\ntime.sleep(3600)\n';
    return writeFile(join(environment.sitePackages, 'sitecustomize.py'), sleep);
  }
  const programs = ['python', 'python3', `python${versionOf(environment)}`];
  for (const name of programs) await rm(join(environment.root, 'bin', name), { force: true });
  for (const name of programs) await putInstead(join(environment.root, 'bin', name), way);
}

async function putInstead(
  path: string,
  way: Exclude<BadInterpreter, 'rubbish' | 'hangs-at-start'>,
): Promise<void> {
  if (way === 'dangling') return symlink('/nowhere/python3', path);
  if (way === 'not-executable') return writeFile(path, '#!/bin/sh\nexit 0\n', { mode: 0o644 });
  const script =
    way === 'hangs'
      ? // A child as well, so that a time limit that ends only the parent is seen.
        '#!/bin/sh\nsleep 3600 &\nwait\n'
      : '#!/bin/sh\necho "Fatal Python error: init_fs_encoding: failed to get the Python codec of the filesystem encoding" >&2\nexit 1\n';
  await writeFile(path, script);
  await chmod(path, 0o755);
}

function versionOf(environment: TestEnvironment): string {
  return environment.sitePackages.match(/python(\d+\.\d+)/)?.[1] ?? '3';
}
