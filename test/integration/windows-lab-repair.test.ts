import { mkdir, writeFile } from 'node:fs/promises';
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
/** Forty seconds each, on a machine that does nothing else. */
const timeout = 300_000;

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
