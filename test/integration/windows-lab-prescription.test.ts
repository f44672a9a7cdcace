import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandOf } from '../../electron/engine/prescription/writing/quote.ts';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { labTool, whyNoLab, windowsPath } from '../windows-lab/lab.mjs';
import { mismatchedOnWindows, windowsCatalogue } from '../windows-lab/packages.ts';
import { makePortable, type Portable } from '../windows-lab/portable.ts';
import { makeWindowsUser, runWindowsCliJson } from '../windows-lab/windows-cli.ts';

const missing = whyNoLab();
const title = `The commands of a prescription in cmd${missing === null ? '' : `: skipped, ${missing}`}`;
const timeout = 300_000;

describe.skipIf(missing !== null)(title, { timeout }, () => {
  let index: IndexServer;
  let portable: Portable;
  beforeAll(async () => {
    index = await startIndex({ catalogue: windowsCatalogue() });
    portable = await makePortable(await mismatchedOnWindows());
  }, timeout);
  afterAll(() => index.close());

  it('bring exactly the version that they name into the portable build', async () => {
    const user = await makeWindowsUser(index);
    const answer = await runWindowsCliJson(user, ['diagnose', portable.windows.root, '--static']);
    const command = String(answer.at('findings', 0, 'prescription', 'steps', 2, 'command', 'text'));
    expect(command).toBe(
      `.\\python_embeded\\python.exe -s -m pip install xformers==0.0.29.post3 --no-deps --index-url ${index.torchBaseUrl}/cu124`,
    );
    const output = await inCmd(portable.windows.root, [command], {
      ...index.environment(),
      PIP_CONFIG_FILE: 'nul',
      PIP_FIND_LINKS: '',
    });
    const names = await readdir(portable.sitePackages);
    expect(names, output).toContain('xformers-0.0.29.post3.dist-info');
    expect(names).not.toContain('xformers-0.0.27.dist-info');
    expect(names).toContain('torch-2.6.0+cu124.dist-info');
  });

  it('reach a program word for word', async () => {
    const words = ['triton-windows>=3.3,<3.4', 'numpy<2', 'C:\\R&D (new)\\x', 'a b', '--no-deps'];
    const line = commandOf('cmd', [
      '.\\python_embeded\\python.exe',
      '-c',
      'import sys; print(sys.argv[1:])',
      ...words,
    ]).text;
    const output = await inCmd(portable.windows.root, [line]);
    expect(output).toContain(
      "['triton-windows>=3.3,<3.4', 'numpy<2', 'C:\\\\R&D (new)\\\\x', 'a b', '--no-deps']",
    );
  });
});

/** The lines typed in that folder; what they print. */
async function inCmd(
  folder: string,
  lines: readonly string[],
  environment: Record<string, string> = {},
): Promise<string> {
  const file = join(await makeTemporaryFolder('typed'), 'typed.bat');
  await writeFile(file, ['@echo off', `cd /d "${folder}"`, ...lines, ''].join('\r\n'));
  const child = spawn(labTool, ['run', 'cmd', '/d', '/c', windowsPath(file)], {
    cwd: dirname(file),
    env: { ...process.env, ...environment },
  });
  child.stdin.end();
  const [out, error] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return out + error;
}
