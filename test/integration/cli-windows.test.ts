import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readAnswer, type CliRun } from '../support/command-line.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { makeComfyUiClone } from '../support/scenarios.ts';

/** Windows Node on this machine: WINDOWS_LAB, or the tool that lies beside the checkout of CI. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const lab = process.env['WINDOWS_LAB'] ?? join(root, '../shared/tools/windows-lab');

describe.skipIf(!existsSync(lab))('the built command line under Windows Node', () => {
  test('starts, and speaks of what exists', async () => {
    const help = await runUnderWindows(['--help']);
    expect(help.exitCode).toBe(0);
    expect(help.stdout).toContain('attention-doctor COMMAND');
    expect(help.stdout).not.toContain('\r');
    expect((await runUnderWindows(['diagnos'])).exitCode).toBe(2);
  });

  test('find and diagnose --static follow Windows paths, spaces and umlauts included', async () => {
    const folder = await makeTemporaryFolder('windows ü');
    const clone = await makeComfyUiClone('mismatched', { at: join(folder, 'My ComfyUI') });
    const windowsRoot = windowsPath(folder);
    // The trailing backslash before a closing quote is how the prompt's completion leaves it.
    const words = ['find', '--root', `${windowsRoot}\\`, '--only-roots', '--json'];
    const found = readAnswer(await runUnderWindows(words));
    expect(found.exitCode).toBe(0);
    expect(found.at('installs', 0, 'sourceRoot')).toBe(windowsPath(clone.root));
    // A Linux venv is seen, and said not to run here.
    expect(found.at('installs', 0, 'python', 'runnable')).toBe(false);
    const target = windowsPath(clone.root);
    const diagnosed = readAnswer(await runUnderWindows(['diagnose', target, '--static', '--json']));
    expect([diagnosed.exitCode, diagnosed.at('verdict')]).toEqual([1, 'problem']);
  });
});

/** The whole disk is drive Z there. */
function windowsPath(path: string): string {
  return `Z:${path.replaceAll('/', '\\')}`;
}

/** Windows Node under Wine cannot open a pipe of ours as its output, so it gets files. */
async function runUnderWindows(words: readonly string[]): Promise<CliRun> {
  const folder = await makeTemporaryFolder('windows-output');
  const files = { stdout: join(folder, 'stdout'), stderr: join(folder, 'stderr') };
  const out = openSync(files.stdout, 'w');
  const error = openSync(files.stderr, 'w');
  const child = spawn(lab, ['node', join(root, 'out/cli.js'), ...words], {
    stdio: ['ignore', out, error],
    env: { ...process.env, ATTENTION_DOCTOR_HOME: windowsPath(join(folder, 'state')) },
  });
  const [exitCode] = (await once(child, 'exit')) as unknown[];
  closeSync(out);
  closeSync(error);
  return {
    exitCode: typeof exitCode === 'number' ? exitCode : null,
    stdout: await readFile(files.stdout, 'utf8'),
    stderr: await readFile(files.stderr, 'utf8'),
  };
}
