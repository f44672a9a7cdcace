import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { makeComfyUi } from '../support/comfyui.ts';
import { startIndex } from '../support/index-server.ts';
import { makeTemporaryFolder } from '../support/temporary-folders.ts';
import type { BuiltWheel } from '../support/wheels/wheel.ts';
import { mustRunInLab, startPythonInLab, windowsPath } from './lab.mjs';

const execute = promisify(execFile);

/** A ComfyUI_windows_portable: each path on this machine and, below `windows`, as Windows names it. */
export type Portable = {
  root: string;
  /** python_embeded, as the real one is spelt. */
  embedded: string;
  sitePackages: string;
  windows: { root: string; sitePackages: string; python: string };
};

/** Below any site-packages it makes paths that are longer than the 260 letters of old Windows. */
export const longFolder = Array.from({ length: 8 }, () => 'a folder with a long name').join('/');

const startScript =
  '.\\python_embeded\\python.exe -s ComfyUI\\main.py --windows-standalone-build\r\npause\r\n';

/**
 * The portable build with these packages, as pip itself put them in under Windows. Others are
 * copies of it, which takes a tenth of the time.
 */
export async function makePortable(packages: readonly BuiltWheel[]): Promise<Portable> {
  const root = join(await makeTemporaryFolder('portable'), 'ComfyUI_windows_portable');
  const portable = portableAt(root);
  await mkdir(root);
  const folder = await mustRunInLab(['python-folder']);
  await execute('cp', ['-a', folder, portable.embedded]);
  await rm(join(portable.embedded, 'ready'), { force: true });
  await mkdir(portable.sitePackages, { recursive: true });
  // The library lies in folders here, not in python311.zip.
  const lines = ['Lib', 'DLLs', '.', '../ComfyUI', 'import site', ''];
  await writeFile(join(portable.embedded, 'python311._pth'), lines.join('\r\n'));
  await unpackPip(dirname(folder), portable.sitePackages);
  const names = packages.map(({ name, version }) => `${name}==${version}`);
  const words = ['-m', 'pip', 'install', '--no-deps', '--no-warn-script-location', ...names];
  const index = await startIndex({ catalogue: { simple: [...packages] } });
  const variables = { ...index.environment(), PIP_CONFIG_FILE: 'nul', PIP_FIND_LINKS: '' };
  await mustRunPython(portable, words, variables).finally(() => index.close());
  await makeComfyUi({ at: join(root, 'ComfyUI') });
  await writeFile(join(root, 'run_nvidia_gpu.bat'), startScript);
  return portable;
}

/** The same portable build at another place, with the same times. */
export async function copyPortable(from: Portable, at?: string): Promise<Portable> {
  const root = at ?? join(await makeTemporaryFolder('portable'), 'ComfyUI_windows_portable');
  await mkdir(dirname(root), { recursive: true });
  await execute('cp', ['-a', from.root, root]);
  return portableAt(root);
}

/** Runs its Python to the end as its own start script does; throws where it fails. */
export async function mustRunPython(
  { windows }: Portable,
  words: readonly string[],
  environment: Record<string, string> = {},
): Promise<string> {
  const child = startPythonInLab(windows.python, ['-s', '-B', ...words], environment);
  child.stdin.end();
  const [out, error, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<unknown[]>,
  ]);
  if (exitCode !== 0) throw new Error(`python ${words.join(' ')} failed: ${error || out}`);
  return out;
}

function portableAt(root: string): Portable {
  const embedded = join(root, 'python_embeded');
  const there = windowsPath(embedded);
  return {
    root,
    embedded,
    sitePackages: join(embedded, 'Lib', 'site-packages'),
    windows: {
      root: windowsPath(root),
      sitePackages: `${there}\\Lib\\site-packages`,
      python: `${there}\\python.exe`,
    },
  };
}

/** pip as get-pip.py leaves it: its wheel unpacked, for there is no ensurepip in an embedded Python. */
async function unpackPip(cache: string, sitePackages: string): Promise<void> {
  const [wheel = ''] = (await readdir(cache)).filter((name) => /^pip-.*\.whl$/.test(name));
  const entries = unzipSync(await readFile(join(cache, wheel)));
  for (const [name, bytes] of Object.entries(entries)) {
    await mkdir(join(sitePackages, dirname(name)), { recursive: true });
    if (!name.endsWith('/')) await writeFile(join(sitePackages, name), bytes);
  }
}
