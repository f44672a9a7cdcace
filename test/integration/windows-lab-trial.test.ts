import { join } from 'node:path';
import { expect, describe, it } from 'vitest';
import { startIndex } from '../support/index-server.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { describeTree } from '../support/tree-digest.ts';
import { startHolder } from '../windows-lab/holder.ts';
import { whyNoLab } from '../windows-lab/lab.mjs';
import { mismatchedOnWindows, windowsCatalogue } from '../windows-lab/packages.ts';
import { copyPortable, makePortable } from '../windows-lab/portable.ts';
import { makeWindowsUser, runWindowsCliJson } from '../windows-lab/windows-cli.ts';

const missing = whyNoLab();
const title = `Trial on Windows${missing === null ? '' : `: skipped, ${missing}`}`;

describe.skipIf(missing !== null)(title, { timeout: 300_000 }, () => {
  it('looks beside an embedded Python, also while a library of it is loaded', async () => {
    const index = await startIndex({ catalogue: windowsCatalogue() });
    const user = await makeWindowsUser(index, '梅 Mei');
    const folder = await makeTemporaryFolder('portable');
    const template = await makePortable(await mismatchedOnWindows());
    const portable = await copyPortable(template, join(folder, 'AI 图像', 'ComfyUI (1)'));
    const before = await describeTree(portable.root, { times: true });
    const library = `${portable.windows.sitePackages}\\xformers\\_held.pyd`;
    const holder = await startHolder([`import ctypes; kept = ctypes.WinDLL(r"${library}")`]);
    const run = await runWindowsCliJson(user, ['trial', portable.windows.root]);
    await holder.close();
    await index.close();
    expect(run).toMatchObject({
      exitCode: 0,
      document: { outcome: 'works', plan: { changes: [{ name: 'xformers', from: '0.0.27' }] } },
    });
    expect(await describeTree(portable.root, { times: true })).toEqual(before);
  });
});
