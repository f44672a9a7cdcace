import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from './builder.ts';

/** The machine's system refuses it: the tests may run as root, who may read everything. */
export const closedFolder = 'private';

/** What looks like each of the kinds, and is none: nothing of it may be listed. */
export async function addDecoys(machine: Machine, disk: string, modelFiles: number): Promise<void> {
  const { source, write, embedded } = machine;
  for (const name of ['ComfyUI_backup', 'ComfyUI - Copy', 'ComfyUI备份', 'ComfyUI.old', 'ComfyUI~'])
    await source(join(disk, name));
  for (const name of ['ComfyUI - Kopie', 'ComfyUI のコピー', 'ComfyUI.disabled', 'ComfyUI_bkp'])
    await source(join(disk, name));
  const elsewhere = [
    'backups',
    '.Trash-1000/files',
    '.Trashes/501',
    '$RECYCLE.BIN/S-1-5',
    '__MACOSX',
  ];
  for (const folder of elsewhere) await source(join(disk, folder, 'ComfyUI'));
  await source(join(disk, 'ComfyUI_windows_portable_bak', 'ComfyUI'));
  await embedded(join(disk, 'ComfyUI_windows_portable_bak', 'python_embeded'));
  await source(join(disk, 'SwarmUI-old', 'dlbackend', 'ComfyUI'));
  await write(join(disk, 'SwarmUI-old', 'Data', 'Backends.fds'), '');
  for (const missing of ['main.py', 'comfy', 'nodes.py', 'comfy/__init__.py'])
    await rm(join(await source(join(disk, `half deleted without ${missing}`)), missing), {
      recursive: true,
    });
  for (const name of ['main.py', 'nodes.py', '__init__.py', 'comfy_extras/x.py'])
    await write(join(disk, 'node-pack', name), '');
  // A data folder of Desktop v1 that no configuration names, and one whose application is gone.
  for (const name of ['models', 'input', 'output', 'user', 'custom_nodes'])
    await write(join(disk, 'ComfyUI data', name, 'x'), '');
  for (const name of ['launch.py', 'webui.py', 'modules/x.py', 'entry_with_update.py'])
    await write(join(disk, 'Fooocus', name), '');
  await write(join(disk, 'pinokio app', 'pinokio.js'), 'module.exports = {}');
  await write(join(disk, 'pinokio app', 'app', 'main.py'), '');
  await write(join(disk, 'krita leftovers', '.version'), 'incomplete');
  await source(join(disk, 'krita leftovers', 'upgrade-1.40.0', 'ComfyUI'));
  await write(join(disk, 'aki', '绘世启动器.exe'), 'MZ');
  await write(join(disk, 'portable without ComfyUI', 'python_embeded', 'readme.txt'), '');
  await write(join(disk, 'Sublime', 'settings.json'), '{"InstalledPackages":');
  await write(join(disk, 'Sublime', 'Packages', 'ComfyUI', 'main.py'), '');
  await write(join(disk, 'swarm', 'dlbackend', 'readme.txt'), '');
  await write(join(disk, 'forge', 'environment.bat'), '');
  await write(join(disk, 'forge', 'webui', 'launch.py'), '');
  await write(join(disk, 'desktop', '.comfyui-desktop-2'), '');
  await write(join(disk, 'desktop', 'ComfyUI', 'manifest.json'), '{}');
  await write(join(disk, 'pod', 'runpod-slim', 'ComfyUI', 'main.py'), '');
  await write(join(disk, 'notebook', 'content', 'ComfyUI', 'main.py'), '');
  await addTraps(machine, disk, modelFiles);
}

/** What a search must not enter, may not read, or would never come out of. */
async function addTraps(machine: Machine, disk: string, modelFiles: number): Promise<void> {
  await machine.source(join(disk, closedFolder, 'ComfyUI'));
  await mkdir(join(disk, 'loop', 'inner'), { recursive: true });
  await symlink(disk, join(disk, 'loop', 'inner', 'up'));
  await symlink(join(disk, 'loop', 'b'), join(disk, 'loop', 'a'));
  await symlink(join(disk, 'loop', 'a'), join(disk, 'loop', 'b'));
  await symlink('/nowhere', join(disk, 'loop', 'dangling'));
  for (const name of ['models', 'output']) {
    const root = join(disk, 'big', name);
    await machine.source(join(root, 'ComfyUI'));
    await machine.venv(join(root, 'venv'));
  }
  const models = join(disk, 'big', 'models', 'checkpoints');
  await mkdir(models, { recursive: true });
  for (let start = 0; start < modelFiles; start += 500) {
    const some = Array.from({ length: 500 }, (_, at) => start + at);
    await Promise.all(some.map((at) => writeFile(join(models, `model ${at}.safetensors`), '')));
  }
}

/** Settings files as a crash, another program or an attacker leaves them. */
export async function addBrokenSettings(machine: Machine, settings: string): Promise<void> {
  const { write } = machine;
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"basePath":', 'utf16le')]);
  await write(join(settings, 'ComfyUI', 'config.json'), utf16);
  await write(join(settings, 'comfyui-launcher', 'installations.json'), '[{"installPath": "/');
  await write(join(settings, 'comfyui-desktop-2', 'installations.json'), '{"not": "a list"}');
  await write(join(settings, 'StabilityMatrix', 'library.json'), Buffer.alloc(5 * 1024 * 1024, 32));
  await write(join(settings, 'comfy-cli', 'config.ini'), Buffer.from([0xb0, 0xa1, 0xff, 0x00]));
  await mkdir(join(settings, 'Comfy Desktop', 'installations.json'), { recursive: true });
  await write(join(machine.home, '.config', 'systemd', 'user', 'x.service'), 'ExecStart=main.py');
}
