import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSandbox, runCli, runCliJson, type Sandbox } from '../support/command-line.ts';
import { indexEnvironment, startIndex, type IndexServer } from '../support/index-server.ts';
import type { TestEnvironment } from '../support/environments.ts';
import { makeScenario } from '../support/scenarios.ts';

const password = 'Hunter2Correct0Horse';
const apiKey = 'sk-Zq8rT5mXw2Lp9VbN4kJh7';
const clientSecret = 'client Zx81 battery';
const basic = btoa(`joe:${password}`);
const secrets = [password, apiKey, clientSecret, basic];

/** What a Python prints before anything of ours runs in it. */
const chatter = `import sys
for stream in (sys.stdout, sys.stderr):
    print('{"api_key": "${apiKey}", "client_secret": "${clientSecret}"}', file=stream)
    print('Authorization: Basic ${basic}', file=stream)
    print('password "${password}"', file=stream)
`;

let index: IndexServer;
let sandbox: Sandbox;
let environment: TestEnvironment;

beforeAll(async () => {
  index = await startIndex();
  sandbox = await makeSandbox(index, {
    ...indexEnvironment(
      withPassword(`${index.address}/simple/`),
      withPassword(`${index.address}/whl`),
    ),
    HF_TOKEN: apiKey,
  });
  environment = await makeScenario('mismatched');
  await writeFile(join(environment.sitePackages, 'sitecustomize.py'), chatter);
});
afterAll(() => index.close());

function withPassword(address: string): string {
  return address.replace('://', `://joe:${password}@`);
}

function expectNone(texts: Record<string, string>): void {
  for (const [where, text] of Object.entries(texts)) {
    for (const secret of secrets) expect(text, where).not.toContain(secret);
  }
}

async function logFile(): Promise<string> {
  return readFile(join(sandbox.state, 'logs', 'attention-doctor.log'), 'utf8');
}

describe('what Python prints and the address of an index', () => {
  test.each([
    ['find', (root: string) => ['find', '--root', root, '--only-roots']],
    ['diagnose', (root: string) => ['diagnose', root]],
    ['plan', (root: string) => ['plan', root, '--goal', 'xformers']],
    ['fix, not consented', (root: string) => ['fix', root]],
    ['verify', (root: string) => ['verify', root]],
    ['snapshots', (root: string) => ['snapshots', root]],
  ])('%s tells no secret', async (_, words) => {
    const text = await runCli(sandbox, words(environment.root));
    expectNone({ stdout: text.stdout, stderr: text.stderr });
    const json = await runCliJson(sandbox, words(environment.root));
    expectNone({ stdout: json.stdout, stderr: json.stderr, log: await logFile() });
  });

  test('a plan from the index of PyTorch shows its command without the password', async () => {
    const { root } = await makeScenario('cpuTorch');
    const json = await runCliJson(sandbox, ['plan', root, '--goal', 'torch-cuda']);
    expect(json.exitCode).toBe(0);
    expect(json.at('commands', 0)).toContain('PIP_INDEX_URL=http://127.0.0.1');
    expect(json.at('actions', 0, 'indexUrl')).toContain('http://127.0.0.1');
    const text = await runCli(sandbox, ['plan', root, '--goal', 'torch-cuda']);
    expect(text.stdout).toContain('PIP_INDEX_URL=http://127.0.0.1');
    expectNone({
      stdout: text.stdout,
      stderr: text.stderr,
      json: json.stdout,
      log: await logFile(),
    });
  });

  test('an index that cannot be reached is named without its password', async () => {
    const closed = withPassword('http://127.0.0.1:9/simple/');
    const place = await makeSandbox(undefined, indexEnvironment(closed, closed));
    const run = await runCliJson(place, ['plan', environment.root]);
    expect(run.at('problem', 'code')).toBe('index-unreachable');
    expectNone({ stdout: run.stdout, stderr: run.stderr });
  });

  test('the repair still logs in, and neither its answer, its log nor the bundle tells how', async () => {
    const fixed = await runCliJson(sandbox, [
      'fix',
      environment.root,
      '--goal',
      'xformers',
      '--yes',
    ]);
    expectNone({ stdout: fixed.stdout, stderr: fixed.stderr, log: await logFile() });
    expect([fixed.exitCode, fixed.at('outcome')]).toEqual([0, 'fixed']);
    // What was said is there, only without the secrets.
    expect(await logFile()).toContain('"client_secret": "<secret>"');

    const file = join(sandbox.folder, 'report.zip');
    const bundle = await runCliJson(sandbox, ['bundle', environment.root, '--output', file]);
    expect(bundle.exitCode).toBe(0);
    const entries = Object.entries(unzipSync(await readFile(file)));
    expectNone(
      Object.fromEntries(entries.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])),
    );

    const back = await runCli(sandbox, ['rollback', environment.root, '--yes']);
    expectNone({ stdout: back.stdout, stderr: back.stderr, log: await logFile() });
    expect(back.exitCode).toBe(0);
  });

  test('a log that somebody reads on the command line', async () => {
    const log = join(sandbox.folder, 'comfyui.log');
    await writeFile(
      log,
      `python main.py --api-key ${apiKey} --use-sage-attention\nModuleNotFoundError: No module named 'sageattention' password="${password}"\n`,
    );
    for (const words of [
      ['log', log],
      ['log', log, '--json'],
    ]) {
      const run = await runCli(sandbox, words);
      expectNone({ stdout: run.stdout, stderr: run.stderr });
    }
  });
});
