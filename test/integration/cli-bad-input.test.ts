import { describe, expect, test } from 'vitest';
import { copyFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  makeSandbox,
  readAnswer,
  runCli,
  runCliJson,
  startCli,
  type Sandbox,
} from '../support/command-line.ts';
import { indexEnvironment, startIndex, unreachableIndex } from '../support/index-server.ts';
import { breakInterpreter, type BadInterpreter } from '../support/environments.ts';
import { sandboxWithIndex } from '../support/sandbox-with-index.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { makeScenario } from '../support/scenarios.ts';
import { programsNaming } from '../support/processes.ts';
import { digestTree } from '../support/tree-digest.ts';
import { standardCatalogue } from '../support/wheels/catalogue.ts';
import { xformersWheel } from '../support/wheels/xformers.ts';

// As `unknown`: what expect.any() answers is `any`, which would silence the compiler.
const aText: unknown = expect.any(String);

const sandbox = await sandboxWithIndex();

describe('command lines that cannot be understood', () => {
  test.each([
    [['diagnos', 'x'], 'did you mean “diagnose”?'],
    [['log'], 'It is written like this: attention-doctor log FILE|- [--facts FILE]'],
    [['benchmark', 'x'], 'Commands: find, diagnose, log, plan, fix, trial, verify'],
    [['plan', 'x', '--gaol', 'xformers'], 'did you mean “--goal”?'],
    [
      ['verify', 'x', '--goal', 'triton'],
      'Options: --benchmark, --workflow, --json, --lang, --help, --version.',
    ],
    [['plan', 'x', '--goal', 'tritonn'], 'did you mean “triton”?'],
    [[], 'Commands: find'],
  ])('%j', async (words, text) => {
    const run = await runCli(sandbox, words);
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(text);
    const json = await runCliJson(sandbox, words);
    expect(json.exitCode).toBe(2);
    expect(json.document).toEqual({
      schema: 1,
      problem: {
        code: 'invalid-request',
        message: aText,
        hint: aText,
      },
    });
  });

  test('help and version', async () => {
    expect((await runCli(sandbox, ['--help'])).stdout).toContain('attention-doctor COMMAND');
    expect((await runCli(sandbox, ['plan', '--help'])).stdout).toContain('[--goal GOAL]');
    expect((await runCli(sandbox, ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const chinese = await runCli(sandbox, ['--help', '--lang', 'zh-CN']);
    expect(chinese.stdout).toContain('退出码');
  });
});

describe('targets that are none', () => {
  test.each(['diagnose', 'plan', 'fix', 'verify', 'snapshots', 'rollback'])(
    '%s',
    async (command) => {
      const empty = await makeTemporaryFolder('none');
      const words = command === 'fix' || command === 'rollback' ? ['--yes'] : [];
      const nothing = await runCliJson(sandbox, [command, join(empty, 'nothing-here'), ...words]);
      expect([nothing.exitCode, nothing.at('problem', 'code')]).toEqual([2, 'not-found']);
      const other = await runCliJson(sandbox, [command, empty, ...words]);
      expect([other.exitCode, other.at('problem', 'code')]).toEqual([2, 'not-an-environment']);
      expect(other.at('problem', 'message')).toContain(empty);
      const text = await runCli(sandbox, [command, empty, ...words]);
      expect(text.stderr).toContain('neither a ComfyUI folder nor a Python environment');
    },
  );

  test('an id that nothing has', async () => {
    const run = await runCliJson(sandbox, ['diagnose', 'install-0123456789ab']);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([2, 'not-found']);
  });
});

describe('interpreters that do not work', () => {
  test.each<[BadInterpreter, string, number, string]>([
    ['crashes', 'interpreter-crashed', 4, 'unknown'],
    // Files alone prove this one.
    ['dangling', 'interpreter-missing', 1, 'problem'],
    ['not-executable', 'permission-denied', 4, 'unknown'],
  ])('%s: diagnose says %s and does not guess; fix changes nothing', async (...each) => {
    const [way, code, exitCode, verdict] = each;
    const environment = await makeScenario('healthy');
    await breakInterpreter(environment, way);
    const before = await digestTree(environment.root);
    const run = await runCliJson(sandbox, ['diagnose', environment.root]);
    expect([run.exitCode, run.at('verdict'), run.at('problem', 'code')]).toEqual([
      exitCode,
      verdict,
      code,
    ]);
    const fix = await runCliJson(sandbox, ['fix', environment.root, '--goal', 'triton', '--yes']);
    expect(fix.exitCode).toBe(4);
    expect(await digestTree(environment.root)).toBe(before);
  });

  test('one that chatters is understood all the same', async () => {
    const environment = await makeScenario('mismatched');
    await breakInterpreter(environment, 'rubbish');
    const run = await runCliJson(sandbox, ['diagnose', environment.root]);
    expect([run.exitCode, run.at('verdict')]).toEqual([1, 'problem']);
    expect(run.at('facts', 'live', 'state')).toBe('known');
  });

  test('one that hangs is left by Ctrl-C at once', async () => {
    const environment = await makeScenario('mismatched');
    await breakInterpreter(environment, 'hangs');
    const cli = startCli(sandbox, ['verify', environment.root, '--json']);
    await cli.said(/\.\.\.\n.*\.\.\.\n/s);
    const start = performance.now();
    cli.process.kill('SIGINT');
    const run = await cli.ended;
    expect([run.exitCode, readAnswer(run).at('problem', 'code')]).toEqual([130, 'cancelled']);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(await programsNaming(environment.root)).toEqual([]);
  });
});

describe('repairs that cannot be made', () => {
  async function unchanged(
    place: Sandbox,
    words: (root: string) => string[],
    made = makeScenario('mismatched'),
  ) {
    const environment = await made;
    const before = await digestTree(environment.root);
    const run = await runCliJson(place, words(environment.root));
    expect(await digestTree(environment.root)).toBe(before);
    return run;
  }

  test('nothing listens at the index', async () => {
    const closed = await unreachableIndex();
    const place = await makeSandbox(undefined, indexEnvironment(closed, closed));
    const run = await unchanged(place, (root) => ['fix', root, '--yes']);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([4, 'index-unreachable']);
  });

  test('a build without the tools for it', async () => {
    const run = await unchanged(sandbox, (root) => ['plan', root, '--goal', 'source-build']);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([4, 'build-tools-missing']);
    expect(run.at('problem', 'message')).toContain('CUDA toolkit');
  });

  test('no wheel fits', async () => {
    const empty = await startIndex({ catalogue: { simple: [] } });
    const place = await makeSandbox(empty);
    const run = await unchanged(place, (root) => ['fix', root, '--yes']);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([4, 'no-matching-wheel']);
    await empty.close();
  });

  test('a plan id that nobody has seen', async () => {
    const run = await unchanged(sandbox, (root) => ['fix', root, '--plan', 'plan-0', '--yes']);
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([5, 'plan-outdated']);
  });

  test('the operating system looks after this Python', async () => {
    const environment = await makeScenario('mismatched');
    // Without pyvenv.cfg it is a Python of its own, and the mark of PEP 668 counts.
    await rm(join(environment.root, 'pyvenv.cfg'));
    // With a program of its own: a link alone leads to the packages of the Python behind it.
    const program = await realpath(environment.python);
    await rm(environment.python);
    await copyFile(program, environment.python);
    await writeFile(
      join(environment.sitePackages, '..', 'EXTERNALLY-MANAGED'),
      '[externally-managed]\n',
    );
    const run = await unchanged(
      sandbox,
      () => ['fix', environment.python, '--yes'],
      Promise.resolve(environment),
    );
    expect([run.exitCode, run.at('problem', 'code')]).toEqual([5, 'externally-managed']);
  });

  test('a package that lies about its build is undone to the byte, exit 3', async () => {
    const catalogue = standardCatalogue();
    const liar = xformersWheel({
      version: '0.0.29.post3',
      torch: '2.6.0+cu124',
      reallyBuiltFor: '2.3.1+cu121',
    });
    for (const [name, wheels] of Object.entries(catalogue)) {
      catalogue[name] = wheels.map((wheel) => (wheel.fileName === liar.fileName ? liar : wheel));
    }
    const bad = await startIndex({ catalogue });
    const run = await unchanged(await makeSandbox(bad), (root) => ['fix', root, '--yes']);
    expect([run.exitCode, run.at('outcome')]).toEqual([3, 'undone']);
    expect(run.at('problem', 'code')).toBe('verification-failed');
    await bad.close();
  });
});
