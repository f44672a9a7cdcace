import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cliBundle, feedCli, runCli, type CliRun } from '../support/command-line.ts';
import { sandboxWithIndex } from '../support/sandbox-with-index.ts';
import { makeComfyUiClone } from '../support/scenarios.ts';
import { steeringCharacters, steeringName } from '../support/steering.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

const sandbox = await sandboxWithIndex();
let parent = '';
let root = '';

beforeAll(async () => {
  parent = join(await makeTemporaryFolder('steering'), steeringName);
  const launchers = { 'run.sh': './venv/bin/python main.py --use-sage-attention\n' };
  ({ root } = await makeComfyUiClone('mismatched', { at: join(parent, steeringName), launchers }));
});

function expectNothingSteers({ stdout, stderr }: CliRun): void {
  for (const text of [stdout, stderr]) {
    expect(text).not.toMatch(steeringCharacters);
    expect(text).not.toMatch(/^Problem: nothing is wrong here/m);
  }
}

describe('a folder whose name would steer the terminal', () => {
  test.each([
    ['find', () => ['find', '--root', parent, '--only-roots']],
    ['diagnose', () => ['diagnose', root]],
    ['diagnose --static', () => ['diagnose', root, '--static']],
    ['plan', () => ['plan', root]],
    ['fix, not consented', () => ['fix', root]],
    ['verify', () => ['verify', root]],
    ['snapshots', () => ['snapshots', root]],
    ['bundle', () => ['bundle', root, '--output', join(parent, 'report.zip')]],
    ['bundle, where it cannot be written', () => ['bundle', root, '--output', parent]],
    ['fix', () => ['fix', root, '--goal', 'xformers', '--yes']],
    ['rollback, not consented', () => ['rollback', root]],
    ['rollback', () => ['rollback', root, '--yes']],
    ['a folder that is none', () => ['diagnose', join(parent, 'nothing')]],
    ['a folder without Python', () => ['diagnose', join(root, 'models')]],
    ['a log that is not there', () => ['log', join(parent, 'nothing.log')]],
    ['a folder as a log', () => ['log', root]],
    ['facts that are none', () => ['log', join(root, 'main.py'), '--facts', join(root, 'main.py')]],
  ])('%s', async (_, words) => {
    expectNothingSteers(await runCli(sandbox, words()));
    expectNothingSteers(await runCli(sandbox, [...words(), '--json']));
  });
});

describe('words that would', () => {
  test.each([
    ['a command', [steeringName]],
    ['an option', ['find', `--${steeringName}`]],
    ['a goal', ['plan', 'x', '--goal', steeringName]],
    ['a target', ['plan', steeringName]],
    ['an id', ['rollback', 'x', steeringName]],
    ['a word too many', ['find', steeringName]],
    ['a language', ['find', '--lang', steeringName]],
    ['a port', ['serve', '--port', steeringName]],
    ['help with an odd word', ['help', steeringName]],
    ['help of an odd command', [steeringName, '--help']],
    ['an output', ['bundle', 'x', '--output', steeringName]],
  ])('%s', async (_, words) => {
    expectNothingSteers(await runCli(sandbox, words));
    expectNothingSteers(await runCli(sandbox, [...words, '--json']));
  });

  test('a log', async () => {
    const text = `No module named 'sageattention' ${steeringName}\n`;
    expectNothingSteers(await feedCli(sandbox, ['log', '-'], text));
    expectNothingSteers(await feedCli(sandbox, ['log', '-', '--json'], text));
  });
});

describe('an answer that nothing takes', () => {
  test
    .runIf(process.platform === 'linux')
    .each([[['--version']], [['--help', '--json']], [['log', 'x', '--json']]])(
    'a full disk ends %j with 4',
    async (words) => {
      const full = await open('/dev/full', 'w');
      const child = spawn(process.execPath, [cliBundle, ...words], {
        env: sandbox.environment,
        stdio: ['ignore', full.fd, 'pipe'],
      });
      let said = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
      const [exitCode] = (await once(child, 'close')) as [number | null];
      await full.close();
      expect(exitCode).toBe(4);
      expect(said).toContain('The answer could not be written');
    },
  );

  test('a reader that went away is no failure', async () => {
    const child = spawn(process.execPath, [cliBundle, '--help'], {
      env: sandbox.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    const [exitCode] = (await once(child, 'close')) as [number | null];
    expect(exitCode).toBe(0);
  });
});
