import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InstallKind } from '../../../shared/install.ts';

/** What a search of a synthetic machine has to say about one install. */
export type ExpectedInstall = {
  kind: InstallKind;
  name: string;
  sourceRoot: string;
  dataRoot: string;
  userDir: string;
  /** The folder of its environment; null where no file can tell. */
  environmentRoot: string | null;
  pythonVersion: string | null;
  comfyui: string | null;
  launchers: { path: string; flags: string[] }[];
  /** The codes of what is wrong with itself, not with its Python. */
  problems: string[];
};

export type Expectation = Pick<ExpectedInstall, 'kind' | 'sourceRoot'> & Partial<ExpectedInstall>;

/** Writes a home folder, and remembers what a search has to find in it. */
export function createMachine(home: string, style: 'windows' | 'unix', trace: string) {
  const expected: ExpectedInstall[] = [];
  const windows = style === 'windows';

  async function write(file: string, content: string | Uint8Array, mode?: number): Promise<string> {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    if (mode !== undefined) await chmod(file, mode);
    return file;
  }

  /** A program that tells on whoever starts it. */
  function python(file: string): Promise<string> {
    return write(file, `#!/bin/sh\necho "$0 $*" >> '${trace}'\n`, 0o755);
  }

  async function packages(folder: string): Promise<void> {
    await write(
      join(folder, 'torch-2.7.1+cu128.dist-info', 'METADATA'),
      'Name: torch\nVersion: 2.7.1+cu128\n',
    );
    await write(
      join(folder, 'torch', 'version.py'),
      "__version__ = '2.7.1+cu128'\ncuda = '12.8'\n",
    );
  }

  async function venv(root: string): Promise<string> {
    const base = windows
      ? join(home, 'AppData', 'Local', 'Programs', 'Python', 'Python312')
      : join(home, '.bases', 'bin');
    await python(join(base, windows ? 'python.exe' : 'python3.12'));
    await python(windows ? join(root, 'Scripts', 'python.exe') : join(root, 'bin', 'python'));
    await write(join(root, 'pyvenv.cfg'), `home = ${base}\nversion = 3.12.4\n`);
    const library = windows ? ['Lib', 'site-packages'] : ['lib', 'python3.12', 'site-packages'];
    await packages(join(root, ...library));
    return root;
  }

  /** An unpacked embeddable Python; `site: false` as Easy-Install leaves its _pth. */
  async function embedded(root: string, parts: { site?: boolean } = {}): Promise<string> {
    await python(join(root, 'python.exe'));
    const site = parts.site === false ? '' : 'import site\r\n';
    await write(join(root, 'python312._pth'), `../ComfyUI\r\npython312.zip\r\n.\r\n${site}`);
    await packages(join(root, 'Lib', 'site-packages'));
    return root;
  }

  async function source(root: string, version = '0.3.64'): Promise<string> {
    await write(join(root, 'main.py'), 'raise SystemExit\n');
    await write(join(root, 'nodes.py'), '');
    await write(join(root, 'comfyui_version.py'), `__version__ = "${version}"\n`);
    for (const folder of ['comfy', 'comfy_extras', 'comfy_api', 'custom_nodes'])
      await write(join(root, folder, '__init__.py'), '');
    return root;
  }

  async function webui(root: string): Promise<string> {
    for (const name of ['launch.py', 'webui.py', 'modules/shared.py', 'webui.sh', 'webui.bat'])
      await write(join(root, name), '');
    return root;
  }

  function expect(install: Expectation): void {
    const dataRoot = install.dataRoot ?? install.sourceRoot;
    expected.push({
      name: install.sourceRoot.split('/').at(-1) ?? '',
      dataRoot,
      userDir: join(dataRoot, 'user'),
      environmentRoot: null,
      pythonVersion: install.environmentRoot === undefined ? null : '3.12.4',
      comfyui: '0.3.64',
      launchers: [],
      problems: [],
      ...install,
    });
  }
  return { home, windows, expected, write, python, venv, embedded, source, webui, expect };
}
export type Machine = ReturnType<typeof createMachine>;
