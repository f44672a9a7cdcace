import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { packCommandLine } from '../../build/cli-package.mjs';
import { ensureBuilt } from '../../build/build.mjs';
import { findNpm } from '../../build/find-program.mjs';
import { createNodeSystem } from '../../electron/engine/machine/node-system.ts';
import { ownPipFolder } from '../../electron/engine/pip/own-pip.ts';
import { makeSandbox, readAnswer, type CliRun } from '../support/command-line.ts';
import { makeComfyUiClone } from '../support/scenarios.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';

const execute = promisify(execFile);

test.skipIf(process.platform === 'win32')(
  'the command line is one npm package, which needs Node alone',
  async () => {
    await ensureBuilt(['renderer', 'cli']);
    const sandbox = await makeSandbox();
    const folder = await makeTemporaryFolder('package');
    const file = await packCommandLine(folder);
    const npm = [findNpm(), '--offline', '--no-audit', '--no-fund', '--prefix', folder];
    const options = { cwd: folder, env: sandbox.environment };
    const run = async (program: string, words: string[]): Promise<CliRun> => {
      const { stdout, stderr } = await execute(program, words, options);
      return { exitCode: 0, stdout, stderr };
    };

    await run(process.execPath, [...npm, 'install', '--global', file]);
    const installed = join(folder, 'lib/node_modules/attention-doctor');
    expect(readdirSync(installed).sort()).toEqual([
      ...['LICENSE', 'README.md', 'README.zh-CN.md'],
      ...['cli.js', 'package.json', 'pips.br', 'renderer'],
    ]);
    expect(existsSync(join(installed, 'node_modules'))).toBe(false);

    const program = join(folder, 'bin/attention-doctor');
    expect((await run(program, ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);

    const clone = await makeComfyUiClone('bare', { at: join(folder, 'ComfyUI') });
    const npx = [findNpm(), 'exec', '--offline', '--yes', `--package=${file}`, '--'];
    const find = ['find', '--root', clone.root, '--only-roots', '--json'];
    const found = await run(process.execPath, [...npx, 'attention-doctor', ...find]);
    expect(readAnswer(found).each('installs', 'sourceRoot')).toEqual([clone.root]);

    // The pip that it brings is unpacked and starts.
    const compiledFolder = join(folder, 'compiled');
    const system = { ...createNodeSystem(installed), compiledFolder };
    const pip = await ownPipFolder(system, { version: '3.11.2' });
    const { stdout } = await run('python3', ['-B', join(pip ?? '', 'start/pip'), '--version']);
    expect(stdout).toMatch(/^pip 26\.3 from /);
  },
);
