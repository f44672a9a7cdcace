import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import { labDrive, mustRunInLab, runInLab, whyNoLab, windowsPath } from '../windows-lab/lab.mjs';

const missing = whyNoLab();
const title = `Pythons by a real registry${missing === null ? '' : `: skipped, ${missing}`}`;
const key = 'HKCU\\Software\\Python\\AttentionDoctorSmoke';
const root = 'C:\\attention-doctor-smoke\\梅 Mei';

/** The short form; test/windows-lab/find-long.mjs is the long one. */
describe.skipIf(missing !== null)(title, () => {
  afterAll(async () => {
    await runInLab(['run', 'reg', 'delete', key, '/f']);
    await rm(await onDisk('C:\\attention-doctor-smoke'), { recursive: true, force: true });
  });

  it('finds what is registered in any letters, and leaves out what is gone', async () => {
    await writePython(`${root}\\Python 3.11`, '3.11.9');
    await register('3.11', `${root}\\Python 3.11\\`);
    await register('3.8', `${root}\\gone\\`);
    const answer = JSON.parse(await runInWindows('list-sources.ts')) as {
      platform: string;
      keys: { path: string; values: Record<string, string> }[];
      environments: { executable: string; kind: string; version: string }[];
    };
    expect(answer.platform).toBe('win32');
    expect(answer.keys.map(({ values }) => values['']).filter(Boolean)).toEqual(
      expect.arrayContaining([`${root}\\Python 3.11\\`, `${root}\\gone\\`]),
    );
    const own = answer.environments.filter(({ executable }) => executable.includes('smoke'));
    expect(own).toMatchObject([
      { executable: `${root}\\Python 3.11\\python.exe`, kind: 'system', version: '3.11.9' },
    ]);
  });
});

async function register(tag: string, folder: string): Promise<void> {
  const place = `${key}\\${tag}\\InstallPath`;
  await mustRunInLab(['run', 'reg', 'add', place, '/ve', '/t', 'REG_SZ', '/d', folder, '/f']);
}

async function writePython(at: string, version: string): Promise<void> {
  const header = await onDisk(`${at}\\include\\patchlevel.h`);
  await mkdir(dirname(header), { recursive: true });
  await writeFile(header, `#define PY_VERSION "${version}"\r\n`);
  await writeFile(await onDisk(`${at}\\python.exe`), '');
  await writeFile(await onDisk(`${at}\\python311.dll`), '');
}

async function onDisk(windows: string): Promise<string> {
  return join(await labDrive(), windows.replace('C:\\', '').replaceAll('\\', '/'));
}

async function runInWindows(program: string): Promise<string> {
  const entry = fileURLToPath(new URL(`../windows-lab/${program}`, import.meta.url));
  const outfile = join(await makeTemporaryFolder('windows-program'), 'program.cjs');
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'cjs', outfile });
  return mustRunInLab(['node', windowsPath(outfile)]);
}
