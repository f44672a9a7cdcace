import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIndex, type IndexServer } from '../support/index-server.ts';
import { longFaults } from '../support/long-faults.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { describeTree } from '../support/tree-digest.ts';
import { chineseWindows, whyNoChinese } from '../windows-lab/chinese-locale.ts';
import { startHolder } from '../windows-lab/holder.ts';
import { whyNoLab } from '../windows-lab/lab.mjs';
import { mismatchedOnWindows, windowsCatalogue } from '../windows-lab/packages.ts';
import { copyPortable, longFolder, makePortable, type Portable } from '../windows-lab/portable.ts';
import { makeWindowsUser, runWindowsCliJson } from '../windows-lab/windows-cli.ts';

const missing = longFaults ? whyNoLab() : 'FAULTS is not “long”';
const title = `Faults on Windows${missing === null ? '' : `: skipped, ${missing}`}`;
const timeout = 600_000;

describe.skipIf(missing !== null)(title, { timeout }, () => {
  let good: IndexServer;
  /** Its xFormers is another build than it says, so that every repair is undone. */
  let liar: IndexServer;
  let template: Portable;
  beforeAll(async () => {
    good = await startIndex({ catalogue: windowsCatalogue() });
    liar = await startIndex({ catalogue: windowsCatalogue('2.5.1+cu121') });
    template = await makePortable(await mismatchedOnWindows());
  }, timeout);
  afterAll(async () => {
    await good.close();
    await liar.close();
  });

  it('undoes to the byte where names on the disk differ by case from those in RECORD', async () => {
    const portable = await copyPortable(template);
    await changeCase(portable);
    await expectUndone(portable, liar, 'verification-failed');
  });

  it('undoes to the byte where a path is too long for pip', async () => {
    const more = { [`xformers/${longFolder}/module.py`]: 'long = True\n' };
    const portable = await makePortable(await mismatchedOnWindows(more));
    await expectUndone(portable, good, 'pip-failed');
  });

  it('loses nothing where a file is kept open, and ends the undo once it is not', async () => {
    const user = await makeWindowsUser(liar);
    const portable = await copyPortable(template);
    const before = await describeTree(portable.root);
    // Nobody can see who keeps a file open that is no library.
    const file = `${portable.windows.sitePackages}\\xformers\\ops\\__init__.py`;
    const reader = await startHolder([`kept = open(r"${file}")`]);
    const run = await runWindowsCliJson(user, ['fix', portable.windows.root, '--yes']);
    const meanwhile = await describeTree(portable.root);
    await reader.close();
    expect([3, 4]).toContain(run.exitCode);
    expect(before.filter((line) => !meanwhile.includes(line))).toEqual([]);
    if (run.exitCode === 4) {
      const back = await runWindowsCliJson(user, ['rollback', portable.windows.root, '--yes']);
      expect(back.exitCode).toBe(0);
    }
    expect(await describeTree(portable.root)).toEqual(before);
  });

  it('is refused while a program of this Python runs', async () => {
    const user = await makeWindowsUser(good);
    const portable = await copyPortable(template);
    const running = await startHolder([], portable.windows.python);
    const run = await runWindowsCliJson(user, ['fix', portable.windows.root, '--yes']);
    await running.close();
    expect(run).toMatchObject({
      exitCode: 5,
      document: { problem: { code: 'python-in-use', params: { pid: running.pid } } },
    });
  });

  const noChinese = whyNoChinese();
  const chinese = `mends and undoes on a Chinese Windows${noChinese === null ? '' : `: skipped, ${noChinese}`}`;
  it.skipIf(noChinese !== null)(chinese, async () => {
    // Thai letters are in no Chinese code page.
    const user = await makeWindowsUser(good, '梅 ไทย', await chineseWindows());
    const folder = await makeTemporaryFolder('portable');
    const portable = await copyPortable(template, join(folder, '绘图 ไทย', 'ComfyUI'));
    const before = await describeTree(portable.root);
    const fixed = await runWindowsCliJson(user, ['fix', portable.windows.root, '--yes']);
    expect(fixed).toMatchObject({ exitCode: 0, document: { outcome: 'fixed' } });
    const back = await runWindowsCliJson(user, ['rollback', portable.windows.root, '--yes']);
    expect(back).toMatchObject({ exitCode: 0, document: { outcome: 'restored' } });
    expect(await describeTree(portable.root)).toEqual(before);
  });
});

async function expectUndone(portable: Portable, index: IndexServer, code: string): Promise<void> {
  const user = await makeWindowsUser(index);
  const before = await describeTree(portable.root);
  const run = await runWindowsCliJson(user, ['fix', portable.windows.root, '--yes']);
  expect(await describeTree(portable.root)).toEqual(before);
  expect(run).toMatchObject({ exitCode: 3, document: { outcome: 'undone', problem: { code } } });
}

/** For Windows these are the same names; programs that unpack zip files change them so. */
async function changeCase({ sitePackages, embedded }: Portable): Promise<void> {
  const folder = join(sitePackages, 'xformers');
  await rename(join(folder, 'version.py'), join(folder, 'Version.py'));
  await rename(join(embedded, 'Scripts'), join(embedded, 'scripts'));
  const record = join(sitePackages, 'xformers-0.0.27.dist-info', 'RECORD');
  const text = await readFile(record, 'utf8');
  await writeFile(record, text.replace('xformers/info.py', 'Xformers/INFO.py'));
}
