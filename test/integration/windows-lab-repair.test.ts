import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { describeTree } from '../support/tree-digest.ts';
import { startHolder } from '../windows-lab/holder.ts';
import { whyNoLab } from '../windows-lab/lab.mjs';
import { mismatchedOnWindows, windowsCatalogue } from '../windows-lab/packages.ts';
import { copyPortable, longFolder, makePortable, type Portable } from '../windows-lab/portable.ts';
import { makeWindowsUser, runWindowsCliJson } from '../windows-lab/windows-cli.ts';

const missing = whyNoLab();
const title = `Repair on Windows${missing === null ? '' : `: skipped, ${missing}`}`;
/** A minute each, on a machine that does nothing else. */
const timeout = 600_000;

/** The short form; windows-lab-faults.test.ts is the long one. */
describe.skipIf(missing !== null)(title, { timeout }, () => {
  let index: IndexServer;
  let template: Portable;
  beforeAll(async () => {
    index = await startIndex({ catalogue: windowsCatalogue() });
    template = await makePortable(await mismatchedOnWindows());
  }, timeout);
  afterAll(() => index.close());

  it('mends a portable build of any name, proves it, and undoes it to the byte', async () => {
    // The code page of the lab is a Western one: none of these letters are in it.
    const user = await makeWindowsUser(index, '梅 Mei');
    const folder = await makeTemporaryFolder('portable');
    const portable = await copyPortable(template, join(folder, 'AI 图像', 'ComfyUI (1) & 绘图'));
    const { root } = portable.windows;
    // What others put there is in nobody's way, though its path is longer than Windows likes.
    const neighbour = join(portable.sitePackages, 'neighbour', longFolder, 'module.py');
    await mkdir(dirname(neighbour), { recursive: true });
    await writeFile(neighbour, 'long = True\n');
    const before = await describeTree(portable.root);
    // The script of a package is a program on Windows, which pip makes itself.
    const script = 'python_embeded/Scripts/xformers-info.exe';
    expect(before.some((line) => line.endsWith(script))).toBe(true);

    const fixed = await runWindowsCliJson(user, ['fix', root, '--yes']);
    expect(fixed).toMatchObject({
      exitCode: 0,
      document: {
        outcome: 'fixed',
        changes: [{ name: 'xformers', from: '0.0.27', to: '0.0.29.post3' }],
      },
    });
    expect(existsSync(neighbour)).toBe(true);
    const listed = await runWindowsCliJson(user, ['snapshots', root]);
    expect(listed.at('snapshots')).toHaveLength(1);
    const back = await runWindowsCliJson(user, ['rollback', root, '--yes']);
    expect(back).toMatchObject({ exitCode: 0, document: { outcome: 'restored' } });
    expect(await describeTree(portable.root)).toEqual(before);

    // pip.ini where pip of this Python looks, with a path that no code page can spell.
    const kept = await runWindowsCliJson(user, ['protect', root, '--yes']);
    // PIP_CONFIG_FILE is `nul` here: pip would not see it, and that is told.
    const told = { outcome: 'protected', state: 'overruled' };
    expect(kept).toMatchObject({ exitCode: 0, document: told });
    const settings = await readFile(join(portable.root, 'python_embeded', 'pip.ini'), 'utf8');
    expect(settings).toMatch(/\[install\]\nconstraint =\n {4}file:\/\/\/\S+-constraints\.txt\n/);
    const off = await runWindowsCliJson(user, ['protect', root, '--off', '--yes']);
    expect(off).toMatchObject({ exitCode: 0, document: { outcome: 'unprotected', left: [] } });
    expect(await describeTree(portable.root)).toEqual(before);
  });

  it('writes a flag into its start script in any encoding, and nothing else', async () => {
    const user = await makeWindowsUser(index);
    const portable = await copyPortable(template);
    const { root } = portable.windows;
    const script = join(portable.root, 'run_nvidia_gpu.bat');
    const text = (flag: string): string =>
      `@echo off\r\nrem ??\r\n.\\python_embeded\\python.exe -s ComfyUI\\main.py ${flag}--windows-standalone-build\r\npause\r\n`;
    // 启动 as Notepad writes it in China, and in UTF-8.
    for (const words of [Buffer.from([0xc6, 0xf4, 0xb6, 0xaf]), Buffer.from('启动')]) {
      const bytes = (flag: string): string => text(flag).replace('??', words.toString('latin1'));
      await writeFile(script, bytes('--use-sage-attention '), 'latin1');
      const before = await describeTree(portable.root);
      const fixed = await runWindowsCliJson(user, [
        'fix',
        root,
        '--goal',
        'pytorch-attention',
        '--yes',
      ]);
      expect(fixed).toMatchObject({ exitCode: 0, document: { outcome: 'fixed', changes: [] } });
      expect(await readFile(script, 'latin1')).toBe(bytes('--use-pytorch-cross-attention '));
      const back = await runWindowsCliJson(user, ['rollback', root, '--yes']);
      expect(back).toMatchObject({ exitCode: 0, document: { outcome: 'restored' } });
      expect(await describeTree(portable.root)).toEqual(before);
    }
  });

  it('needs no pip of its own, and sets aside what one had left', async () => {
    const user = await makeWindowsUser(index);
    const portable = await copyPortable(template);
    const { sitePackages, windows } = portable;
    for (const name of await readdir(sitePackages))
      if (/^pip(-|$)/.test(name)) await rm(join(sitePackages, name), { recursive: true });
    await mkdir(join(sitePackages, '~orch', 'lib'), { recursive: true });
    await writeFile(join(sitePackages, '~orch', 'lib', 'c10.dll'), 'old');
    await mkdir(join(sitePackages, '~umpy', 'core'), { recursive: true });
    const before = await describeTree(portable.root);
    const tidied = await runWindowsCliJson(user, [
      'fix',
      windows.root,
      '--goal',
      'repair',
      '--yes',
    ]);
    expect(tidied).toMatchObject({ exitCode: 0, document: { outcome: 'fixed', changes: [] } });
    expect(existsSync(join(sitePackages, '~orch')) || existsSync(join(sitePackages, '~umpy'))).toBe(
      false,
    );
    const fixed = await runWindowsCliJson(user, [
      'fix',
      windows.root,
      '--goal',
      'xformers',
      '--yes',
    ]);
    expect(fixed).toMatchObject({
      exitCode: 0,
      document: { outcome: 'fixed', changes: [{ name: 'xformers', to: '0.0.29.post3' }] },
    });
    for (let left = 2; left > 0; left -= 1)
      expect((await runWindowsCliJson(user, ['rollback', windows.root, '--yes'])).exitCode).toBe(0);
    expect(await describeTree(portable.root)).toEqual(before);
  });

  it('puts it back to the byte when the wheel turns out to be another build', async () => {
    const liar = await startIndex({ catalogue: windowsCatalogue('2.5.1+cu121') });
    const user = await makeWindowsUser(liar);
    const portable = await copyPortable(template);
    const before = await describeTree(portable.root);
    const run = await runWindowsCliJson(user, ['fix', portable.windows.root, '--yes']);
    await liar.close();
    expect(run).toMatchObject({
      exitCode: 3,
      document: { outcome: 'undone', problem: { code: 'verification-failed' } },
    });
    expect(await describeTree(portable.root)).toEqual(before);
  });

  it('is refused while another program has a library of it loaded', async () => {
    const user = await makeWindowsUser(index);
    const portable = await copyPortable(template);
    const before = await describeTree(portable.root);
    const library = `${portable.windows.sitePackages}\\xformers\\_held.pyd`;
    const holder = await startHolder([`import ctypes; kept = ctypes.WinDLL(r"${library}")`]);
    const run = await runWindowsCliJson(user, ['fix', portable.windows.root, '--yes']);
    await holder.close();
    expect(run).toMatchObject({
      exitCode: 5,
      document: { problem: { code: 'python-in-use', params: { pid: holder.pid } } },
    });
    expect(await describeTree(portable.root)).toEqual(before);
  });
});
