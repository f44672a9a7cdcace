import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertPublished } from './published-schemas.ts';
import { cleanEnvironment } from './environments.ts';
import { makeTemporaryFolder } from './temporary-folders.ts';
import { indexEnvironment, type IndexServer } from './index-server.ts';

export const cliBundle = fileURLToPath(new URL('../../out/cli.js', import.meta.url));

/** A home of its own for one test: nothing of the machine's real user is read or written. */
export type Sandbox = {
  folder: string;
  home: string;
  /** ATTENTION_DOCTOR_HOME */
  state: string;
  environment: Record<string, string>;
};

/** Without an index, package downloads go to a closed port. */
export async function makeSandbox(
  index?: IndexServer,
  variables: Record<string, string> = {},
): Promise<Sandbox> {
  const folder = await makeTemporaryFolder('sandbox');
  const home = join(folder, 'home');
  const state = join(folder, 'state');
  await mkdir(home);
  const closed = 'http://127.0.0.1:9';
  const environment = cleanEnvironment({
    ...(index ? index.environment() : indexEnvironment(`${closed}/simple/`, `${closed}/whl`)),
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    PIP_CACHE_DIR: join(home, '.cache', 'pip'),
    ATTENTION_DOCTOR_HOME: state,
    NO_COLOR: '1',
    LC_ALL: 'C.UTF-8',
    ...variables,
  });
  delete environment['DISPLAY'];
  delete environment['WAYLAND_DISPLAY'];
  return { folder, home, state, environment };
}

export type CliRun = { exitCode: number | null; stdout: string; stderr: string };

export type StartedCli = {
  process: ChildProcess;
  /** Resolves once standard error or standard output holds this text. */
  said: (text: string | RegExp) => Promise<void>;
  /** What it wrote so far. */
  written: () => { stdout: string; stderr: string };
  ended: Promise<CliRun>;
};

/** Starts the built command line. */
export function startCli(
  sandbox: Sandbox,
  words: readonly string[],
  cwd = sandbox.folder,
  /** Fed to standard input, which is otherwise closed. */
  input: string | Uint8Array | null = null,
): StartedCli {
  const child = spawn(process.execPath, [cliBundle, ...words], {
    cwd,
    env: sandbox.environment,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A command that reads nothing may have ended before it is fed.
  child.stdin.on('error', () => undefined).end(input ?? '');
  const written = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      written[name] += text;
      for (const watcher of watchers) watcher();
    });
  }
  const ended = once(child, 'close').then(([exitCode]) => ({
    exitCode: exitCode as number | null,
    ...written,
  }));
  const said = (text: string | RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const all = written.stdout + written.stderr;
        if (!(typeof text === 'string' ? all.includes(text) : text.test(all))) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      void ended.then(() => reject(new Error(`ended without saying ${String(text)}`)));
      look();
    });
  return { process: child, said, ended, written: () => ({ ...written }) };
}

/** Runs the built command line to its end. */
export async function runCli(
  sandbox: Sandbox,
  words: readonly string[],
  cwd?: string,
): Promise<CliRun> {
  return startCli(sandbox, words, cwd).ended;
}

/** The same, fed through standard input. */
export async function feedCli(
  sandbox: Sandbox,
  words: readonly string[],
  input: string | Uint8Array,
): Promise<CliRun> {
  return startCli(sandbox, words, undefined, input).ended;
}

/** One JSON document: what lies at a path of names and numbers, for expect() to judge. */
export type JsonAnswer = CliRun & {
  document: object;
  at: (...path: (string | number)[]) => unknown;
  /** The value of one field in every element of a list. */
  each: (list: string, field: string) => unknown[];
};

/**
 * Runs it with --json; fails unless exactly one document with "schema": 1 was printed that is as the
 * published schema of this command says.
 */
export async function runCliJson(
  sandbox: Sandbox,
  words: readonly string[],
  cwd?: string,
): Promise<JsonAnswer> {
  const answer = readAnswer(await runCli(sandbox, [...words, '--json'], cwd));
  assertPublished(words, answer.document);
  return answer;
}

export function readAnswer(run: CliRun): JsonAnswer {
  const document: unknown = JSON.parse(run.stdout);
  if (typeof document !== 'object' || document === null || valueAt(document, ['schema']) !== 1) {
    throw new Error(`no document with a schema: ${run.stdout}`);
  }
  const each = (list: string, field: string): unknown[] => {
    const elements = valueAt(document, [list]);
    if (!Array.isArray(elements)) throw new Error(`no list ${list} in ${run.stdout}`);
    return elements.map((element) => valueAt(element, [field]));
  };
  return { ...run, document, each, at: (...path) => valueAt(document, path) };
}

/** What lies at this path of a JSON value, or undefined. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}
